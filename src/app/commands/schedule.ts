import { phrase } from '../../core/phrase.ts';
import { readSchedule } from '../../core/schedule/index.ts';
import { answer } from '../../core/wording/echo.ts';
import { scheduleMessage } from '../../core/wording/schedule.ts';
import type { Command } from './contract.ts';

/** `/schedule 每月最后一个工作日下午5点`: how words about time are read, before they stand in a plan. */
export const schedule: Command = {
  id: 'schedule',
  typed: ['schedule', '时间'],
  who: 'everyone',
  async run({ office, said, words }) {
    if (words.trim() === '') return { message: answer(phrase('schedule-usage')) };
    const { zone, calendar } = office.plan.organization;
    const read = readSchedule(words, { zone, calendar, from: said.at });
    return { message: read.ok ? scheduleMessage(read, { zone, calendar }, said.at) : answer(read.problem) };
  },
};
