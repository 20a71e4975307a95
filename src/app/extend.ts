import { endOfDay, type LocalDate } from '../core/calendar.ts';
import { recordExtended } from '../core/extension.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { plain } from './plain-notice.ts';

/** Another day, by whoever may decide it; whoever owes it, or asked for it, hears. */
export function extend(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  until: LocalDate,
  reason: string,
  asker: PersonId,
): Reply {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const due = endOfDay(until, organization.zone);
  const recorded = recordExtended(facts, said, { due, reason, approver: speaker }, organization);
  const [matter] = mattersOf(facts);
  const text = phrase('extended', { title: titlePhrase(matter!, office.plan), day: fullDay(until) });
  return {
    recorded,
    message: answer(text),
    notices: [plain(ask, asker === speaker ? matter!.first.asked : asker, text)],
    toast: phrase('toast-recorded'),
    shows: facts.map((f) => f.id),
  };
}
