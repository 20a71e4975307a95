import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { ownMessage } from '../../core/wording/own.ts';
import type { Command } from './contract.ts';

/** Everything open for whoever asks, as a numbered list. */
export const today: Command = {
  id: 'today',
  typed: ['today', '今日', '待办'],
  who: 'everyone',
  async run({ world, office, speaker }) {
    const asked = await world.store.ledger.askedOf(office.org, speaker);
    const open = asked.filter((f) => !f.settled);
    if (open.length === 0) return { message: answer(phrase('nothing-open')) };
    const told = await world.store.ledger.told(
      office.org,
      open.map((f) => f.id),
    );
    return { message: ownMessage({ plan: office.plan, person: speaker, facts: open, told, now: world.clock.now() }) };
  },
};
