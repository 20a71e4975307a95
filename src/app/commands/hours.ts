import { recordAmount } from '../../core/check-in.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { sumLine } from '../after-done.ts';
import { dutyIn } from '../office.ts';
import type { Command } from './contract.ts';

/** 学时 of a study that was reported without them. */
export const hours: Command = {
  id: 'hours',
  who: 'everyone',
  own: true,
  async run(ask) {
    const amount = Number(ask.action?.with?.hours ?? 0);
    const recorded = recordAmount(ask.facts, ask.said, amount);
    const [first] = recorded.occurrences;
    const duty = first && dutyIn(ask.office, first);
    if (!first || !duty) return { toast: phrase('toast-settled') };
    const lines = await sumLine(ask, duty, recorded.occurrences);
    const said = answer(phrase('hours-recorded', { title: first.title, hours: amount }), ...lines);
    return { recorded, message: said, shows: recorded.occurrences.map((f) => f.id), toast: phrase('toast-recorded') };
  },
};
