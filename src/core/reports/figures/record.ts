import { dateAt, type LocalDate, localOf } from '../../calendar.ts';
import { personOf } from '../../holder.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Measure, PersonId, Plan } from '../../plan/plan.ts';
import type { Closing } from '../contract.ts';
import type { Cell, Moment, Words } from '../form/words.ts';
import { departmentName, whoWords } from './naming.ts';

/** 2026年6月25日, as papers date things. */
export function longDay(day: LocalDate): Phrase {
  return phrase('report-day', {
    year: Number(day.slice(0, 4)),
    month: phrase(`month-${Number(day.slice(5, 7))}`),
    day: Number(day.slice(8, 10)),
  });
}

export function momentAt(at: number, plan: Plan): Moment {
  const { date, time } = localOf(at, plan.organization.zone);
  return { day: date, time };
}

/** The day on which it was carried out, whenever it was reported; undefined where it was not. */
export function carriedOutOn({ settled }: OccurrenceFacts, plan: Plan): LocalDate | undefined {
  if (settled?.how !== 'done') return undefined;
  return settled.carriedOut ?? dateAt(settled.at, plan.organization.zone);
}

/** 补录: reported on a later day than it was carried out. */
export function isLateEntry(facts: OccurrenceFacts, plan: Plan): boolean {
  const day = carriedOutOn(facts, plan);
  return day !== undefined && day < dateAt(facts.settled!.at, plan.organization.zone);
}

/** 代录: recorded by somebody else; a gathering's own recorder is nobody else. */
export function isByOther({ settled, person, asked, gathering }: OccurrenceFacts): boolean {
  // What the system writes by itself, of an absence that was announced, nobody records for anybody.
  if (!settled || settled.by === 'bot') return false;
  return settled.onBehalfOf !== undefined || (settled.by !== person && !(gathering && settled.by === asked));
}

export function deadlineCell({ deadline, thenOngoing }: Measure): Cell {
  if (deadline === null) return null;
  if (deadline === 'ongoing') return phrase('report-ongoing');
  if (deadline === 'immediate') return phrase(thenOngoing ? 'report-immediate-ongoing' : 'report-immediate');
  return thenOngoing ? phrase('report-deadline-ongoing', { day: longDay(deadline) }) : { day: deadline };
}

export function deadlineWords(measure: Measure): Words | undefined {
  const cell = deadlineCell(measure);
  if (cell === null || typeof cell !== 'object') return undefined;
  return 'day' in cell ? longDay(cell.day) : 'id' in cell ? cell : undefined;
}

/** Everybody who owes something for it, in the order of its duties. */
export function holdersOf(measure: Measure): readonly PersonId[] {
  return [...new Set(measure.duties.flatMap(({ who }) => who.map(personOf)))];
}

export function peopleWords(ids: readonly PersonId[], plan: Plan): Words | null {
  return ids.length > 0 ? phrase('report-list', { items: ids.map((id) => whoWords(plan, id)) }) : null;
}

export function unitWords(measure: Measure, plan: Plan): Words | null {
  return departmentName(plan, measure.department) ?? null;
}

export function closingWords(closing: Closing | undefined): Phrase {
  return phrase(`report-closing-${closing?.how ?? 'none'}`);
}
