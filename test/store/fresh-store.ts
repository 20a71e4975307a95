import { type Connection, connect, disconnect } from '../../src/store/connection.ts';
import { type OpenStore, openStore } from '../../src/store/store.ts';
import type { FreshStore } from '../contracts/store.ts';

export const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A store at `url`, with a machine clock that only the test moves. */
export async function freshStoreAt(url: string, bot = '7'): Promise<FreshStore> {
  const clock = { now: 1_790_000_000_000 };
  const opened: OpenStore[] = [];
  const again = async () => {
    const store = await openStore({ url, botId: bot, world: 'real', log: quiet, machine: () => clock.now });
    opened.push(store);
    return store;
  };
  const redis: Connection = await connect(url, () => {});
  return {
    store: await again(),
    again,
    redis,
    bot,
    clock,
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      await disconnect(redis);
    },
  };
}
