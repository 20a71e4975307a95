import { describe, expect, test } from 'vitest';
import { instantOf, type LocalDate } from '../../src/core/calendar.ts';
import { recordDelegated, recordDone, type Said } from '../../src/core/check-in.ts';
import { recordFreed } from '../../src/core/extension.ts';
import { recordEvidence } from '../../src/core/proof.ts';
import { factsOf, where } from '../support/facts.ts';

const at = (day: LocalDate, time: `${number}:${number}` = '10:00') => instantOf(day, time, 'Asia/Shanghai');
const said: Said = { by: 'sun', at: at('2026-03-09'), source: 'm1', planVersion: 1 };
const done = recordDone([factsOf()], { ...said, at: at('2026-03-03') }).occurrences[0]!;

describe('what a correction sets free', () => {
  test('is open again and has two working days before anything is late', () => {
    const { occurrences, entries } = recordFreed([done], said, 'wrong-person', where);
    expect(occurrences[0]).toMatchObject({ due: at('2026-03-12', '00:00'), revision: 1 });
    expect(occurrences[0]!.settled).toBeUndefined();
    expect(entries.map((e) => e.kind)).toEqual(['undone', 'extended']);
  });

  test('over a weekend the two days are working days', () => {
    const { occurrences } = recordFreed([done], { ...said, at: at('2026-03-06') }, 'x', where);
    expect(occurrences[0]!.due).toBe(at('2026-03-11', '00:00'));
  });

  test('what is due later anyway keeps its day', () => {
    const later = { ...done, due: at('2026-03-31', '00:00') };
    expect(recordFreed([later], said, 'x', where).occurrences[0]).toMatchObject({ due: later.due, revision: 0 });
  });

  test('both entries stay: the report and its correction with the reason', () => {
    expect(recordFreed([done], said, 'not-done', where).entries[0]).toMatchObject({
      kind: 'undone',
      undoes: 'm1',
      reason: 'not-done',
      by: 'sun',
    });
  });
});

describe('a stand-in', () => {
  test('is asked from now on; whose duty it is does not change', () => {
    const { occurrences, entries } = recordDelegated([factsOf()], said, 'zhou');
    expect(occurrences[0]).toMatchObject({ person: 'sun', asked: 'zhou' });
    expect(entries[0]).toMatchObject({ kind: 'delegated', person: 'sun', to: 'zhou' });
  });

  test('takes over nothing that is settled', () => {
    expect(recordDelegated([done], said, 'zhou').entries).toEqual([]);
  });
});

describe('evidence', () => {
  test('may come long after the report: one entry about all, with its own date', () => {
    const other = { ...done, id: 'report@2026-03-03/zhou', person: 'zhou' };
    const { entries, occurrences } = recordEvidence([done, other], said, { form: 'photo', sha256: 'ab', bytes: 3 });
    expect(entries).toMatchObject([{ kind: 'evidence', about: [done.id, other.id], at: said.at }]);
    expect(occurrences.map((o) => o.evidence)).toEqual([1, 1]);
    expect(occurrences[0]!.settled).toEqual(done.settled);
  });
});
