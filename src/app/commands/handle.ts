import { phrase } from '../../core/phrase.ts';
import { matterLines, secretaryButtons } from '../../core/wording/alert.ts';
import { answer } from '../../core/wording/echo.ts';
import { mattersOf } from '../../core/wording/item.ts';
import type { Command } from './contract.ts';

/** 处理: one overdue item alone, with what the secretary can do about it. */
export const handle: Command = {
  id: 'handle',
  who: 'office',
  async run({ world, office, facts }) {
    const waiting = facts.filter((f) => !f.settled);
    const [matter] = mattersOf(waiting);
    if (!matter) return { message: answer(phrase('nothing-open')), toast: phrase('toast-settled') };
    const told = await world.store.ledger.told(
      office.org,
      waiting.map((f) => f.id),
    );
    const about = matter.facts.map((f) => f.id);
    const lines = matterLines(matter, 0, { plan: office.plan, told, now: world.clock.now() });
    return {
      message: {
        lines,
        buttons: secretaryButtons(matter.first, about, told[matter.first.id]),
        items: [{ no: 0, about }],
      },
    };
  },
};
