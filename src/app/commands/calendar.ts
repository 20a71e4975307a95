import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { adoptNotice, calendarState, showNotice } from '../calendar.ts';
import type { Command } from './contract.ts';

/** `/calendar` with the State Council's notice: shown back, and adopted by a tap. */
export const calendar: Command = {
  id: 'calendar',
  typed: ['calendar', '放假安排'],
  who: 'office',
  async run(ask) {
    const table = ask.action?.with?.table;
    if (typeof table === 'string') return adoptNotice(ask, table);
    if (ask.action) return { message: answer(phrase('time-calendar-refused')), toast: phrase('toast-not-recorded') };
    if (ask.words.trim() !== '') return showNotice(ask, ask.words);
    return calendarState(ask);
  },
};
