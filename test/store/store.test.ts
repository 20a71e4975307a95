import { storeContract } from '../contracts/store.ts';
import { freshRedis } from '../support/redis.ts';
import { freshStoreAt } from './fresh-store.ts';

storeContract('one Redis', async () => {
  const redis = await freshRedis();
  const fresh = await freshStoreAt(redis.url);
  return {
    ...fresh,
    async close() {
      await fresh.close();
      await redis.close();
    },
  };
});
