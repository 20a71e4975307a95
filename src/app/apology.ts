import type { Event } from '../chat/contract.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import type { World } from './ports.ts';

/** One apology after an update was put aside; the person loses nothing but this answer. */
export async function apologize(world: World, event: Event): Promise<void> {
  if (event.isGroup || event.type === 'other') return;
  const [first] = await world.store.links.recipientsOf(event.chat);
  if (!first) return;
  const notice: Notice = {
    id: `apology@u${event.updateId}`,
    kind: 'answer',
    to: first.to,
    at: event.at,
    message: answer(phrase('apology')),
  };
  await world.store.ledger.append(first.org, { heads: {}, entries: [], notices: [notice] });
  await world.timer.ring('deliver');
}
