import { z } from 'zod';
import { type LocalDate, readDate } from './calendar.ts';
import type { Feast } from './working-calendar.ts';

/** One year's notice of the State Council, as the small file that an office can import. */
export interface YearTable {
  readonly year: number;
  /** Each holiday with all its days off, weekends inside it included. */
  readonly feasts: readonly Feast[];
  /** Saturdays and Sundays that are worked (调休上班). */
  readonly workDays: readonly LocalDate[];
}

const day = z.string().transform((text, check): LocalDate => {
  const date = readDate(text);
  if (!date) check.addIssue({ code: 'custom', message: 'date' });
  return date ?? '1970-01-01';
});

const shape = z.strictObject({
  year: z.int().min(2000).max(2100),
  feasts: z.array(z.strictObject({ name: z.string().min(1).max(20), from: day, to: day })).max(30),
  workDays: z.array(day).max(60),
});

/** The small file of one year's notice; undefined if it is none. The days must lie in that year (or just before it). */
export function readYearTable(text: string): YearTable | undefined {
  const read = shape.safeParse(json(text));
  if (!read.success) return undefined;
  const { year, feasts, workDays } = read.data;
  const inYear = (date: LocalDate): boolean => date >= `${year - 1}-12-25` && date <= `${year}-12-31`;
  const fits = feasts.every(({ from, to }) => from <= to && inYear(from) && inYear(to)) && workDays.every(inYear);
  return fits ? { year, feasts, workDays } : undefined;
}

export function textOfYearTable(table: YearTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
