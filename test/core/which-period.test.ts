import { describe, expect, test } from 'vitest';
import { instantOf, type LocalDate } from '../../src/core/calendar.ts';
import type { OccurrenceFacts } from '../../src/core/occurrence.ts';
import { periodsFor } from '../../src/core/which-period.ts';
import { factsOf, where } from '../support/facts.ts';

const zone = 'Asia/Shanghai';
const window = (slot: string, from: LocalDate, due: LocalDate): OccurrenceFacts =>
  factsOf({
    id: `talks@${slot}/zhang+wang`,
    slot,
    creditFrom: instantOf(from, '00:00', zone),
    due: instantOf(due, '00:00', zone),
    counterpart: 'wang',
  });
const q1 = window('2026-Q1', '2026-01-01', '2026-04-01');
const q2 = window('2026-Q2', '2026-04-01', '2026-07-01');

describe('early and late reports land on the right period', () => {
  test.each<[string, readonly OccurrenceFacts[], LocalDate, readonly string[], readonly string[]]>([
    ['one period open: that one', [q1], '2026-02-03', ['2026-Q1'], []],
    ['a day before the second window began: the first', [q1, q2], '2026-03-28', ['2026-Q1'], []],
    [
      'a day in the second window: it may be late for the first, so it is asked',
      [q1, q2],
      '2026-04-02',
      [],
      ['2026-Q1', '2026-Q2'],
    ],
    ['a day before either: the later one is not guessed away', [q2], '2026-03-28', ['2026-Q2'], []],
    [
      'the n-th of N in one period: the first that is still owed',
      [window('2026-Q2.3', '2026-04-01', '2026-07-01'), window('2026-Q2.2', '2026-04-01', '2026-07-01')],
      '2026-04-02',
      ['2026-Q2.2'],
      [],
    ],
  ])('%s', (_, facts, day, sure, asked) => {
    const found = periodsFor(facts, day, where);
    expect(found.sure.map((f) => f.slot)).toEqual(sure);
    expect(found.ask.map((f) => f.slot)).toEqual(asked);
  });

  test('two people are two questions: each has their own period', () => {
    const other = { ...q1, id: 'talks@2026-Q1/zhang+chen', counterpart: 'chen' };
    expect(periodsFor([q1, other], '2026-02-03', where).sure).toHaveLength(2);
  });
});
