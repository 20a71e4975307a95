import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { inject } from 'vitest';

export interface TestRedis {
  /** With its own database number: every key in it is this test's alone, also `organizations` and BullMQ's. */
  readonly url: string;
  readonly client: Redis;
  /** An organization id that no other test uses. */
  org(): string;
  /** Another connection to the same database, e.g. as a second process would have. */
  connect(): Redis;
  close(): Promise<void>;
}

/** An empty database in the run's one Redis. Call it once per file or per test; `close` ends its connections. */
export async function freshRedis(): Promise<TestRedis> {
  const server = testRedisUrl();
  const counter = new Redis(server);
  // Database 0 only counts the others.
  const database = await counter.incr('databases');
  counter.disconnect();
  const url = `${server}/${database}`;
  const connections: Redis[] = [];
  function connect(): Redis {
    const client = new Redis(url, { maxRetriesPerRequest: null });
    connections.push(client);
    return client;
  }
  return {
    url,
    client: connect(),
    org: () => `org-${randomBytes(5).toString('hex')}`,
    connect,
    async close() {
      for (const client of connections) client.disconnect();
    },
  };
}

/** The run's Redis itself, without a database number. Throws where the machine has none. */
export function testRedisUrl(): string {
  const url = inject('redisUrl');
  if (!url) throw new Error(inject('redisMissing') || 'no Redis for tests');
  return url;
}
