import { readSpan } from '../../core/absence/read-span.ts';
import { phrase } from '../../core/phrase.ts';
import { todayAt } from '../../core/reply/dates.ts';
import { fullDay } from '../../core/wording/dates.ts';
import { answer } from '../../core/wording/echo.ts';
import { setOfficeDay } from '../calendar.ts';
import type { Command } from './contract.ts';

/** `/holiday 2026-07-01`: the office itself takes that day off. */
export const holiday: Command = {
  id: 'holiday',
  typed: ['holiday', '放假'],
  who: 'office',
  async run(ask) {
    const { zone, calendar } = ask.office.plan.organization;
    const span = readSpan(ask.words, todayAt(ask.said.at, zone, calendar));
    if (!span || span.from !== span.to) return { message: answer(phrase('time-holiday-usage')) };
    const day = fullDay(span.from);
    if (!calendar.isWorkday(span.from)) return { message: answer(phrase('time-holiday-already', { day })) };
    const change = await setOfficeDay(ask, span.from, 'off');
    return { ...change, message: answer(phrase('time-holiday-set', { day })) };
  },
};
