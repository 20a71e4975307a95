import { DAY, dateAt, daysBetween, type LocalDate } from '../../calendar.ts';
import { toPerson } from '../../ladder.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import type { Measure, PersonId } from '../../plan/plan.ts';
import { lastDayInTime, overdueBy, standingOf } from '../../standing.ts';
import { mattersOf } from '../../wording/item.ts';
import type { PaperQuestion, ReportAsk } from '../contract.ts';

/** 三色督办: green within 20 days, yellow within 10, red once it is late. A measure's own warnings come first. */
export type Colour = NonNullable<ReportAsk['colour']>;

export interface Urged {
  readonly colour: Colour;
  readonly to: PersonId;
  readonly last: LocalDate;
  /** Days left, or working days late. */
  readonly days: number;
  readonly about: { readonly facts: OccurrenceFacts } | { readonly measure: Measure };
  readonly reminded: number;
}

const usualWarnings = { green: 20, yellow: 10 };

export function urgedItems(question: PaperQuestion): readonly Urged[] {
  const all = [...urgedMatters(question), ...urgedMeasures(question)];
  const { person, colour } = question.ask;
  return all.filter((item) => (!person || item.to === person) && (!colour || item.colour === colour));
}

function urgedMatters({ open, told, plan, asOf }: PaperQuestion): readonly Urged[] {
  const { organization } = plan;
  const mine = open.filter((f) => !f.own && !f.settled && !f.asked.startsWith('post.'));
  return mattersOf(mine).flatMap(({ first, facts }): readonly Urged[] => {
    const last = lastDayInTime(first, organization);
    const late = ['overdue', 'missed'].includes(standingOf(first, told[first.id], organization, asOf));
    const left = daysBetween(dateAt(asOf, organization.zone), last);
    const colour = late ? 'red' : colourOf(left, usualWarnings);
    if (!colour || (!late && (left < 0 || !isLong(first)))) return [];
    const reminded = Math.max(...facts.map(timesReminded));
    const days = late ? overdueBy(first, organization, asOf) : left;
    return [{ colour, to: first.asked, last, days, about: { facts: first }, reminded }];
  });
}

/** How often its own person was reminded; that others were told does not count. */
function timesReminded({ asked, noticed }: OccurrenceFacts): number {
  return noticed.filter((notice) => notice.endsWith(`~${toPerson(asked)}`)).length;
}

/** Nobody is warned by letter of what comes round every week anyway, of a meeting, or of what follows one in days. */
function isLong({ gathering, nextSlot, scheduled, slot }: OccurrenceFacts): boolean {
  if (gathering || slot.startsWith('e')) return false;
  return nextSlot === null || nextSlot - scheduled >= usualWarnings.green * DAY;
}

function urgedMeasures({ plan, closings, asOf }: PaperQuestion): readonly Urged[] {
  const today = dateAt(asOf, plan.organization.zone);
  return plan.measures.flatMap((measure): readonly Urged[] => {
    const { deadline, lead, thenOngoing } = measure;
    const open = closings?.[measure.id] === undefined || closings[measure.id]?.how === 'reopened';
    if (!deadline || deadline === 'ongoing' || deadline === 'immediate' || !lead || !open) return [];
    const left = daysBetween(today, deadline);
    if (left < 0 && thenOngoing) return [];
    const colour = left < 0 ? 'red' : colourOf(left, warningsOf(measure));
    return colour ? [{ colour, to: lead, last: deadline, days: Math.abs(left), about: { measure }, reminded: 0 }] : [];
  });
}

/** `warn: [-20d, -10d, 0d]` of a measure, in calendar days. */
function warningsOf({ warn }: Measure): typeof usualWarnings {
  const days = warn.filter(({ unit, n }) => unit === 'd' && n < 0).map(({ n }) => -n);
  return { green: days[0] ?? usualWarnings.green, yellow: days[1] ?? usualWarnings.yellow };
}

function colourOf(left: number, { green, yellow }: typeof usualWarnings): Colour | undefined {
  if (left <= yellow) return 'yellow';
  return left <= green ? 'green' : undefined;
}
