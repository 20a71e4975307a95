import type { Button } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import { answer, withChoices } from '../../core/wording/echo.ts';
import { nameOf } from '../../core/wording/item.ts';
import { rows } from '../../core/wording/rows.ts';
import type { Command } from './contract.ts';

/** 改人: with whom the talk was, among those still owed one. */
export const people: Command = {
  id: 'people',
  who: 'everyone',
  own: true,
  async run({ world, office, facts }) {
    const [wrong] = facts.filter((f) => f.settled?.how === 'done' && f.counterpart);
    if (!wrong) return { toast: phrase('toast-not-recorded') };
    const open = await world.store.ledger.askedOf(office.org, wrong.asked);
    const others = open.filter((f) => f.duty === wrong.duty && f.slot === wrong.slot && f.counterpart);
    if (others.length === 0) return { message: answer(phrase('people-none')) };
    const buttons = others.slice(0, 9).map(
      (f): Button => ({
        label: phrase('button-person', { name: nameOf(office.plan, f.counterpart!) }),
        action: { command: 'swap', about: [wrong.id, f.id] },
      }),
    );
    return { message: withChoices(answer(phrase('people-ask')), ...rows(buttons, 3)) };
  },
};
