import type { FileQueue, WaitingFiles } from '../app/ports.ts';
import type { Base } from './base.ts';
import { botKeys } from './keys.ts';
import { pack, unpack } from './record.ts';

/** Messages whose files are being fetched, a handful at most. */
export function fileQueue({ redis, bot }: Base): FileQueue {
  const key = botKeys(bot).files;
  return {
    async put(waiting) {
      await redis.hset(key, waiting.id, pack(waiting));
    },
    all: async () => (await redis.hvals(key)).map((json) => unpack<WaitingFiles>(json)),
    async done(ids) {
      if (ids.length > 0) await redis.hdel(key, ...ids);
    },
  };
}
