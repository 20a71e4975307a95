import type { Change } from '../../src/app/ports.ts';
import type { Recipient } from '../../src/core/notice.ts';
import { type OccurrenceFacts, occurrenceId } from '../../src/core/occurrence.ts';
import { connect, disconnect } from '../../src/store/connection.ts';
import type { OpenStore } from '../../src/store/store.ts';

export interface StoreFigures {
  /** Appends a second that open one occurrence with a notice and a wake, `atOnce` under way. */
  readonly appendsOfOne: number;
  /** Appends a second that open a hundred, and milliseconds of one by itself. */
  readonly appendsOfHundred: number;
  readonly hundredMs: number;
  /** Check-ins a second: one entry, one occurrence settled, with a source. */
  readonly checkIns: number;
  /** Bytes of Redis memory. */
  readonly bytesPerOccurrence: number;
  readonly bytesPerCheckIn: number;
  readonly bytesPerMeasure: number;
}

/** Measures a store that nobody else uses; `url` is its Redis, asked for its memory. */
export async function measureStore(
  store: OpenStore,
  url: string,
  measures: number,
  atOnce = 50,
): Promise<StoreFigures> {
  const redis = await connect(url, () => {});
  const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
  const org = 'bench';
  await store.ledger.append(org, { heads: {}, entries: [] });

  const empty = await memory();
  await timed(measures, atOnce, async (i) => {
    await store.ledger.append(org, {
      heads: {},
      entries: [],
      states: { [`measure/m${i}`]: { openedTo: T } },
      wakes: { [`measure/m${i}`]: T + i },
    });
  });
  const withMeasures = await memory();
  const one = await timed(measures, atOnce, (i) => store.ledger.append(org, opening(`m${i}`, 1, i)));
  // Notices wait for seconds; what stays of an occurrence is measured without them.
  for (let n = 0; n < 200; n++) await dropAll(store, org, `person/${personOf(n)}`);
  const opened = await memory();
  const checkIns = await timed(measures, atOnce, (i) => store.ledger.append(org, checkIn(`m${i}`, i, i + 1)));
  const checkedIn = await memory();
  const rounds = Math.max(20, measures / 100);
  const hundred = await timed(rounds, atOnce, (i) => store.ledger.append(org, opening(`h${i}`, 100, i)));
  const single = await timed(20, 1, (i) => store.ledger.append(org, opening(`s${i}`, 100, i)));
  await disconnect(redis);
  return {
    appendsOfOne: Math.round(one),
    appendsOfHundred: Math.round(hundred),
    hundredMs: 1000 / single,
    checkIns: Math.round(checkIns),
    bytesPerOccurrence: Math.round((opened - withMeasures) / measures),
    bytesPerCheckIn: Math.round((checkedIn - opened) / measures),
    bytesPerMeasure: Math.round((withMeasures - empty) / measures),
  };
}

const T = 1_774_400_000_000;

/** Runs `work` for 0 … count - 1, `atOnce` under way; a second of it is the answer. */
async function timed(count: number, atOnce: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let next = 0;
  const walk = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
  return (count * 1000) / (performance.now() - start);
}

async function dropAll(store: OpenStore, org: string, to: Recipient): Promise<void> {
  const waiting = await store.outbox.waiting(org, to);
  await store.outbox.drop(
    org,
    to,
    waiting.map((notice) => notice.id),
  );
}

/** An office of two hundred. */
function personOf(n: number): string {
  return `person-${n % 200}`;
}

function opening(measure: string, count: number, n: number): Change {
  const occurrences = Array.from({ length: count }, (_, i) => factsOf(measure, personOf(n + i)));
  return {
    heads: { [`measure/${measure}`]: 0 },
    entries: occurrences.map((facts) => ({
      at: T,
      by: 'bot',
      about: [facts.id],
      measure,
      planVersion: 1,
      kind: 'opened',
      facts,
    })),
    occurrences,
    states: { [`measure/${measure}`]: { openedTo: T } },
    notices: occurrences.map((facts) => {
      const to: Recipient = `person/${facts.person}`;
      return {
        id: `${facts.id}#0.r0~${to}`,
        kind: 'reminder',
        to,
        at: T,
        occurrence: facts.id,
        measure,
        rung: 'r0',
        revision: 0,
      };
    }),
    wakes: { [`measure/${measure}`]: T + 1 },
  };
}

function checkIn(measure: string, n: number, seq: number): Change {
  const person = personOf(n);
  const source = `7:u${seq}`;
  const settled = { how: 'done', at: T, by: person, source } as const;
  const facts = { ...factsOf(measure, person), settled };
  return {
    heads: {},
    source,
    answer: JSON.stringify({ recorded: [facts.id] }),
    entries: [
      {
        at: T,
        by: person,
        about: [facts.id],
        measure,
        planVersion: 1,
        kind: 'checked-in',
        settlement: settled,
        source,
      },
    ],
    occurrences: [facts],
    touch: { at: T, wakes: [`measure/${measure}`] },
  };
}

function factsOf(measure: string, person: string): OccurrenceFacts {
  const id = occurrenceId({ duty: `duty-${measure}`, slot: '2026-03-25', person });
  return {
    v: 1,
    id,
    measure,
    duty: `duty-${measure}`,
    kind: 'report',
    title: '整改进展情况报告',
    slot: '2026-03-25',
    person,
    asked: person,
    gathering: false,
    planVersion: 1,
    openedAt: T,
    creditFrom: 0,
    scheduled: T,
    due: T + 54_000_000,
    timed: false,
    exact: false,
    own: false,
    revision: 0,
    grace: { n: 1, unit: 'wd' },
    reminders: [
      { key: 'r0', at: T - 864_000_000 },
      { key: 'r1', at: T - 259_200_000 },
      { key: 'r2', at: T },
    ],
    ladder: [
      { key: 'l0', after: { n: 0, unit: 's' }, tell: ['person', 'secretary'] },
      { key: 'l1', after: { n: 2, unit: 'wd' }, tell: ['superior'] },
      { key: 'l2', after: { n: 5, unit: 'wd' }, tell: ['head'] },
    ],
    nextSlot: null,
    noticed: [`0.r0~person/${person}`],
  };
}
