import type { Base } from './base.ts';
import { botKeys } from './keys.ts';

/** A group that became a supergroup has a new id; plans, buttons and old messages still name the old one. */
export async function currentChat({ fields, bot }: Pick<Base, 'fields' | 'bot'>, chat: number): Promise<number> {
  const seen = new Set<number>();
  for (let now = chat; ; ) {
    const [next] = await fields([botKeys(bot).moved], String(now));
    if (next == null || seen.has(now)) return now;
    seen.add(now);
    now = Number(next);
  }
}
