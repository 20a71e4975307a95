import type { Base } from './base.ts';
import { botKeys } from './keys.ts';

/** A group that became a supergroup has a new id; plans, buttons and old messages still name the old one. */
export async function currentChat({ redis, bot }: Pick<Base, 'redis' | 'bot'>, chat: number): Promise<number> {
  const seen = new Set<number>();
  for (let now = chat; ; ) {
    const next = await redis.hget(botKeys(bot).moved, String(now));
    if (next === null || seen.has(now)) return now;
    seen.add(now);
    now = Number(next);
  }
}
