import { randomBytes } from 'node:crypto';
import type { GateStore } from '../app/ports.ts';
import type { Base } from './base.ts';
import { botKeys } from './keys.ts';

/** Telegram: 30 messages a second overall, 1 a second per chat, 20 a minute per group; each with a margin. */
const LIMITS = { windowMs: 1020, starts: 30, chatGapMs: 1020, groupWindowMs: 61_000, groupStarts: 20 } as const;

export function gateStore({ redis, run, bot }: Base): GateStore {
  const k = botKeys(bot);
  return {
    async reserve(chat, isGroup, machine) {
      const { windowMs, starts, chatGapMs, groupWindowMs, groupStarts } = LIMITS;
      const now = Math.floor(machine);
      const member = randomBytes(8).toString('base64url');
      const args = [now, member, windowMs, starts, chatGapMs, isGroup ? groupWindowMs : 0, groupStarts];
      const start = Number(await run('reserve', [k.starts, k.pause, k.gate(chat)], args));
      return Math.max(0, Math.ceil(start - machine));
    },
    // A sorted set only because it can keep the larger of two numbers by itself.
    async pause(untilMachine) {
      await redis.zadd(k.pause, 'GT', Math.ceil(untilMachine), 'all');
    },
  };
}
