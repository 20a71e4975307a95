import { phrase } from '../../core/phrase.ts';
import { answer, recordedMessage } from '../../core/wording/echo.ts';
import { mattersOf } from '../../core/wording/item.ts';
import { ownMessage } from '../../core/wording/own.ts';
import type { Command } from './contract.ts';

/** Opens one item of a list alone, with its own buttons; records nothing. */
export const open: Command = {
  id: 'open',
  who: 'everyone',
  own: true,
  async run({ world, office, speaker, facts }) {
    const waiting = facts.filter((f) => !f.settled);
    if (facts.length === 0) return { message: answer(phrase('nothing-open')) };
    if (waiting.length === 0) return { message: recordedMessage(facts, office.plan, []) };
    const [matter] = mattersOf(waiting);
    const told = await world.store.ledger.told(
      office.org,
      waiting.map((f) => f.id),
    );
    return {
      message: ownMessage({ plan: office.plan, person: speaker, facts: matter!.facts, told, now: world.clock.now() }),
    };
  },
};
