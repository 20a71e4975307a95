import { addDays, dateAt } from '../../core/calendar.ts';
import type { Button } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import { dayPhrase, fullDay } from '../../core/wording/dates.ts';
import { answer, withChoices } from '../../core/wording/echo.ts';
import { rows } from '../../core/wording/rows.ts';
import type { Command } from './contract.ts';

/** 改日期: it was carried out on another day than it was reported. */
export const date: Command = {
  id: 'date',
  who: 'everyone',
  own: true,
  async run({ office, said, facts }) {
    const today = dateAt(said.at, office.plan.organization.zone);
    const about = facts.map((f) => f.id);
    const choices = [0, 1, 2, 3, 4, 5].map((back) => addDays(today, -back));
    const buttons = choices.map((day): Button => {
      const label = day === today ? dayPhrase(day, today) : fullDay(day);
      return { label, action: { command: 'amend', about, with: { date: day } } };
    });
    return { message: withChoices(answer(phrase('date-ask')), ...rows(buttons, 2)) };
  },
};
