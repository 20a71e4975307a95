import { DAY, dateAt, daysBetween, type Instant } from '../calendar.ts';
import type { Line } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Plan } from '../plan/plan.ts';
import { lastDayInTime } from '../standing.ts';
import { type Colour, colourOn } from '../warn.ts';

/** A report that comes round by the month or longer is warned of by colour, as measures and the round's report are. */
function colourOf(facts: OccurrenceFacts, { organization }: Plan, now: Instant): Colour | undefined {
  const { kind, nextSlot, scheduled, gathering, due } = facts;
  if (kind !== 'report' || gathering || nextSlot === null || nextSlot - scheduled < 27 * DAY) return undefined;
  if (now >= due) return 'red';
  return colourOn(dateAt(now, organization.zone), lastDayInTime(facts, organization));
}

/** The colour is a word: 绿色提示：还有20天. */
export function colourLine(facts: OccurrenceFacts, plan: Plan, now: Instant): readonly Line[] {
  const colour = colourOf(facts, plan, now);
  if (colour === undefined) return [];
  const days = daysBetween(dateAt(now, plan.organization.zone), lastDayInTime(facts, plan.organization));
  return [{ text: phrase(`time-report-${colour}`, { days }) }];
}

/** In a list the word stands before the title. */
export function coloured(title: Phrase, facts: OccurrenceFacts, plan: Plan, now: Instant): Phrase {
  const colour = colourOf(facts, plan, now);
  return colour === undefined ? title : phrase(`time-report-item-${colour}`, { title });
}
