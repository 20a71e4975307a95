import { readSpan } from '../core/absence/read-span.ts';
import { phrase } from '../core/phrase.ts';
import { todayAt } from '../core/reply/day.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import { setOfficeDay } from './calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';

/** `/holiday` and `/workday`: the office itself takes one day off, or works it. */
export async function officeDay(ask: Ask, as: 'off' | 'work'): Promise<Reply> {
  const { zone, calendar } = ask.office.plan.organization;
  const word = as === 'off' ? 'time-holiday' : 'time-workday';
  const span = readSpan(ask.words, todayAt(ask.said.at, zone, calendar));
  if (!span || span.from !== span.to) return { message: answer(phrase(`${word}-usage`)) };
  const day = fullDay(span.from);
  if (calendar.isWorkday(span.from) === (as === 'work')) return { message: answer(phrase(`${word}-already`, { day })) };
  const change = await setOfficeDay(ask, span.from, as);
  return { ...change, message: answer(phrase(`${word}-set`, { day })) };
}
