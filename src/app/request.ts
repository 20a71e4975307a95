import type { LocalDate } from '../core/calendar.ts';
import { toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { type Request, recordRequested } from '../core/requested.ts';
import { fullDay, whenDue } from '../core/wording/dates.ts';
import { decisionButtons } from '../core/wording/decision.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { approverFor } from './approver.ts';
import type { Ask, Reply } from './commands/contract.ts';

/** Leave or another day that somebody else has to agree to: they get it with both answers as buttons. */
export function request(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  what: 'leave' | 'extension',
  until: LocalDate | null,
  reason: string,
): Reply {
  const { office, said, speaker } = ask;
  const approver = approverFor(office, speaker, said.at);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const about = facts.map((f) => f.id);
  const asking: Request = { what, ...(until ? { until } : {}) };
  const day = until ? fullDay(until) : phrase('empty');
  const asked = phrase(`request-${what}`, {
    person: comrade(office.plan, speaker),
    title,
    when: whenDue(matter!.first, office.plan.organization.zone, said.at),
    day,
  });
  const lines = [{ text: asked }, ...(reason ? [{ text: phrase('request-reason', { reason }) }] : [])];
  const notice: Notice = {
    id: `request@${said.source}~person/${approver}`,
    kind: 'plain',
    to: toPerson(approver ?? speaker),
    at: said.at,
    message: { lines, buttons: [decisionButtons(about, speaker, asking, reason)], items: [{ no: 0, about }] },
  };
  return {
    recorded: recordRequested(facts, said, asking),
    notices: approver && approver !== speaker ? [notice] : [],
    message: answer(
      phrase(`requested-${what}`, {
        title,
        day,
        approver: approver ? comrade(office.plan, approver) : phrase('empty'),
      }),
    ),
    toast: phrase('toast-requested'),
  };
}
