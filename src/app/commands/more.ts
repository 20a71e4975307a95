import { addDays, dateAt, type LocalDate, lastOfMonth, mondayOf } from '../../core/calendar.ts';
import type { Button } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import { dayPhrase } from '../../core/wording/dates.ts';
import { answer, withChoices } from '../../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../../core/wording/item.ts';
import { rows } from '../../core/wording/rows.ts';
import { addWorkdays } from '../../core/working-calendar.ts';
import { mayMoveForAll, refuseMove } from '../gathering.ts';
import type { Command } from './contract.ts';

/** 更多: another day, with the days people usually mean; anything else can be typed. */
export const more: Command = {
  id: 'more',
  who: 'everyone',
  own: true,
  async run(ask) {
    const waiting = ask.facts.filter((f) => !f.settled);
    const titles = mattersOf(waiting).map((matter) => titlePhrase(matter, ask.office.plan));
    if (titles.length === 0) return { toast: phrase('toast-settled') };
    if (waiting.every((f) => f.gathering) && !mayMoveForAll(ask, waiting)) return refuseMove(ask, waiting);
    const { office, said } = ask;
    const { zone, calendar } = office.plan.organization;
    const today = dateAt(said.at, zone);
    const about = waiting.map((f) => f.id);
    const days: LocalDate[] = [
      addWorkdays(today, 1, calendar),
      addWorkdays(today, 3, calendar),
      addDays(mondayOf(today), 7),
      addDays(mondayOf(today), 11),
      lastOfMonth(today),
    ];
    const choices = [...new Set(days)].filter((day) => day > today).sort();
    const buttons = choices.map(
      (date): Button => ({ label: dayPhrase(date, today), action: { command: 'move', about, with: { date } } }),
    );
    return {
      message: withChoices(answer(phrase('move-ask', { titles }), phrase('move-hint')), ...rows(buttons, 2)),
    };
  },
};
