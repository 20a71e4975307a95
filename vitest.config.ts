import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One real Redis for the whole run; see test/support/redis.ts.
    globalSetup: ['test/support/redis-server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Modules keep no state of their own, by house rule: read once per worker, the whole is proved in half the time.
    isolate: false,
    // Core is run twice and the rest after it: what one run has compiled the next one finds.
    experimental: { fsModuleCache: true },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
