import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Health, isHealthy } from './health.ts';

export interface Metrics {
  readonly contentType: string;
  /** The figures as text for Prometheus, of one look at the office and the process. */
  readonly expose: (health: Health) => Promise<string>;
}

interface Figure {
  readonly name: string;
  readonly help: string;
  readonly of: (health: Health) => number;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'duban_' });
  const gauges = figures.map(({ name, help, of }) => ({
    gauge: new Gauge({ name: `duban_${name}`, help, registers: [registry] }),
    of,
  }));
  return {
    contentType: registry.contentType,
    async expose(health) {
      // Set before the registry collects: it reads all gauges at once.
      for (const { gauge, of } of gauges) gauge.set(of(health));
      return registry.metrics();
    },
  };
}

const figures: readonly Figure[] = [
  { name: 'healthy', help: '1 while /health answers 200', of: (health) => Number(isHealthy(health)) },
  { name: 'redis_up', help: '1 while Redis answers', of: ({ redis }) => Number(redis) },
  {
    name: 'last_poll_seconds',
    help: 'since Telegram last answered; -1 before',
    of: ({ lastPollMs }) => secondsOf(lastPollMs),
  },
  {
    name: 'outbox_waiting',
    help: 'recipients with notices ready to be sent',
    of: ({ outboxWaiting }) => outboxWaiting,
  },
  { name: 'wakes_late', help: 'wakes due for over a minute', of: ({ wakesLate }) => wakesLate },
  { name: 'caught_up', help: '1 once the backlog of the start is handled', of: ({ caughtUp }) => Number(caughtUp) },
];

function secondsOf(ms: number | null): number {
  return ms === null ? -1 : ms / 1000;
}
