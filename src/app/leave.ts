import { recordExcused, together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { whenDue } from '../core/wording/dates.ts';
import { answer, recordedMessage, undoButton, withButtons, withChoices } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { approverFor } from './approver.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { plain } from './plain-notice.ts';
import { tellOnBehalf } from './report.ts';
import { request } from './request.ts';
import { saidFor } from './said-for.ts';

/** 请假: an event becomes leave at once and the office hears of it; for anything else the office decides. */
export function requestLeave(ask: Ask, facts: readonly OccurrenceFacts[], reason: string): Reply {
  const { office, said, speaker } = ask;
  if (!facts.every((f) => f.gathering)) return request(ask, facts, 'leave', null, reason);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const when = whenDue(matter!.first, office.plan.organization.zone, said.at);
  // Whoever reports the event counts those who come.
  const hearers = new Set([approverFor(office, speaker, said.at), ...facts.map((f) => f.asked)]);
  const told = phrase('leave-told', { person: comrade(office.plan, speaker), title, when });
  return {
    recorded: recordExcused(facts, said, reason || 'leave'),
    message: withButtons(answer(phrase('leave-recorded', { title, when })), [undoButton(facts)]),
    notices: [...hearers].flatMap((one) => (one && one !== speaker ? [plain(ask, one, told)] : [])),
    shows: facts.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

const reasons = ['away', 'ill', 'duty', 'training'] as const;

/** The office excuses somebody, with one of the usual reasons; nobody clears their own. */
export function excuseByOffice(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { office, speaker, action } = ask;
  if (facts.some((f) => f.asked === speaker)) return request(ask, facts, 'leave', null, '');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const reason = action?.with?.reason;
  if (typeof reason !== 'string') {
    const about = facts.map((f) => f.id);
    const buttons = reasons.map((r) => ({
      label: phrase(`excuse-reason-${r}`),
      action: { command: 'excuse', about, with: { reason: r } },
    }));
    return { message: withChoices(answer(phrase('excuse-ask', { title })), buttons.slice(0, 2), buttons.slice(2)) };
  }
  const recorded = together(facts.map((f) => recordExcused([f], saidFor(ask, f), reason)));
  return {
    recorded,
    message: recordedMessage(recorded.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
    notices: tellOnBehalf(ask, recorded.occurrences),
    toast: phrase('toast-recorded'),
  };
}
