import { phrase } from '../../core/phrase.ts';
import { standingOf } from '../../core/standing.ts';
import { alertMessage } from '../../core/wording/alert.ts';
import { answer } from '../../core/wording/echo.ts';
import { mattersOf } from '../../core/wording/item.ts';
import type { Command } from './contract.ts';

/** What is overdue in the office, for the secretary. */
export const overdue: Command = {
  id: 'overdue',
  typed: ['overdue', '逾期'],
  who: 'office',
  async run({ world, office, speaker }) {
    const now = world.clock.now();
    const open = (await world.store.ledger.open(office.org)).filter((f) => f.due <= now);
    const told = await world.store.ledger.told(
      office.org,
      open.map((f) => f.id),
    );
    const late = open.filter((f) =>
      ['overdue', 'missed'].includes(standingOf(f, told[f.id], office.plan.organization, now)),
    );
    if (late.length === 0) return { message: answer(phrase('nothing-overdue')) };
    const total = mattersOf(late).length;
    const shown = mattersOf(late)
      .slice(0, 8)
      .flatMap((m) => m.facts);
    return { message: alertMessage({ plan: office.plan, to: speaker, facts: shown, told, total, now }) };
  },
};
