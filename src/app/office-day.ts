import type { Span } from '../core/absence/absence.ts';
import { readSpan } from '../core/absence/read-span.ts';
import { addDays, daysBetween, type LocalDate } from '../core/calendar.ts';
import { phrase } from '../core/phrase.ts';
import { todayAt } from '../core/reply/day.ts';
import { spanPhrase } from '../core/wording/absence.ts';
import { answer } from '../core/wording/echo.ts';
import { setOfficeDays } from './calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';

/** `/holiday` and `/workday`: the office itself takes a day off, or several, or works them. */
export async function officeDay(ask: Ask, as: 'off' | 'work'): Promise<Reply> {
  const { zone, calendar } = ask.office.plan.organization;
  const word = as === 'off' ? 'time-holiday' : 'time-workday';
  const span = readSpan(ask.words, todayAt(ask.said.at, zone, calendar));
  if (!span || daysBetween(span.from, span.to) >= MOST_DAYS) return { message: answer(phrase(`${word}-usage`)) };
  const days = daysIn(span).filter((day) => calendar.isWorkday(day) !== (as === 'work'));
  const day = spanPhrase(span);
  if (days.length === 0) return { message: answer(phrase(`${word}-already`, { day })) };
  const change = await setOfficeDays(ask, days, as);
  return { ...change, message: answer(phrase(`${word}-set`, { day })) };
}

/** A longer word on one line is more likely a slip than a holiday. */
const MOST_DAYS = 31;

function daysIn({ from, to }: Span): readonly LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
}
