import { expect, test } from 'vitest';
import type { Intent, ItemKind } from '../../../src/core/reply/contract.ts';
import { readReply } from '../../../src/core/reply/index.ts';
import { scene } from './office.ts';

/** What a row asks for beside the intent; what it does not name is not looked at. */
export interface Wanted {
  readonly at?: string;
  readonly due?: string;
  readonly speaker?: string;
  /** Something was reported before. */
  readonly reported?: boolean;
  readonly date?: string | null;
  readonly until?: string | null;
  readonly people?: readonly string[];
  readonly unresolved?: readonly string[];
  readonly to?: string;
  readonly topic?: string | null;
  readonly void?: boolean;
  readonly absent?: readonly string[];
  readonly expected?: number;
  readonly present?: number;
  readonly behalf?: string;
  readonly headCount?: number;
}

export type Row = readonly [kind: ItemKind, text: string, wanted?: Wanted];

/** One test per sentence, each said to the reminder of one duty of that kind, due on Friday 27 March 2026. */
export function reads(intent: Intent, rows: readonly Row[]): void {
  const named = rows.map(([kind, text, wanted]) => ({ kind, text, wanted: wanted ?? {} }));
  test.each(named)(`${intent}: [$kind] $text`, ({ kind, text, wanted }) => {
    const { at, due, speaker, reported, ...facts } = wanted;
    const more = reported ? { lastCheckIn: { occurrences: ['o1'], intent: 'done' as const, at: 0 } } : {};
    const reading = readReply(text, scene({ kind, at, due, speaker, more }));
    const found = {
      date: reading.date,
      until: reading.until,
      people: reading.people,
      unresolved: reading.unresolved.map((u) => u.name),
      to: reading.delegateTo,
      topic: reading.topic,
      void: reading.void,
      absent: reading.absent.map((a) => `${a.person ?? a.name} ${a.reason}`),
      expected: reading.expected,
      present: reading.present,
      behalf: reading.onBehalfOf,
      headCount: reading.headCount,
    };
    expect({ intent: reading.intent, ...found }).toMatchObject({ intent, ...facts });
  });
}
