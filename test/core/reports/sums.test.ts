import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '../../../src/core/calendar.ts';
import { type ResultSums, results } from '../../../src/core/close-out.ts';
import type { OccurrenceFacts, Settlement } from '../../../src/core/occurrence.ts';
import { phrase } from '../../../src/core/phrase.ts';
import type { OfficeRecord } from '../../../src/core/reports/contract.ts';
import { type Counts, countsOf, dueIn, termNames } from '../../../src/core/reports/counts.ts';
import { questionOver } from '../../../src/core/reports/figures/question.ts';
import { differences, partsBy, sumOf } from '../../../src/core/reports/figures/reconcile.ts';
import { differing, resultDifferences, resultsIn } from '../../../src/core/reports/figures/results.ts';
import {
  type Days,
  instantsOf,
  lengthOf,
  monthOf,
  monthsIn,
  readSpan,
  weeksIn,
} from '../../../src/core/reports/figures/spans.ts';
import { stateCounts } from '../../../src/core/reports/figures/states.ts';
import { ledger } from '../../../src/core/reports/ledger.ts';
import { countsByMeasure } from '../../../src/core/reports/sheets/measures.ts';
import { anyDays, anyRecord, plan } from './ledgers.ts';

const zone = 'Asia/Shanghai';
const over = (days: Days, record: OfficeRecord) => questionOver(days, record, {});
/** Counts of some days, as everything stands at the end of the record. */
const counted = (days: Days, record: OfficeRecord): Counts =>
  countsOf({ ...record, ...instantsOf(days, zone), asOf: record.now });
const { caughtUp: _, ...nothing } = countsOf({ plan, told: {}, facts: [], from: 0, to: 1 });

describe('each standing is one term', () => {
  const due = Date.parse('2026-03-11T00:00:00+08:00');
  const at = due + 2 * 24 * 3600_000;
  const base = fc.sample(
    anyRecord.filter(({ facts }) => facts.length > 0),
    { numRuns: 1, seed: 3 },
  )[0]!.facts[0]!;
  const open = {
    ...base,
    id: 'd-m1@x/li-xiu',
    person: 'li-xiu',
    own: false,
    timed: false,
    due,
    scheduled: due - 1,
    settled: undefined,
  };
  const settled = (how: Settlement['how'], when: number) => ({
    ...open,
    settled: { how, at: when, by: 'li-xiu', source: 's' },
  });
  const span = { from: due - 7 * 24 * 3600_000, to: at, told: {}, plan };

  test.each<[keyof Counts, object]>([
    ['done', settled('done', due - 1000)],
    ['doneLate', settled('done', due + 1000)],
    ['excused', settled('excused', due + 1000)],
    ['gap', settled('gap', due + 1000)],
    ['void', settled('void', due - 1000)],
    ['vacant', { ...open, person: 'post.deputy' }],
    ['overdue', { ...open, nextSlot: null }],
    ['overdue', { ...open, nextSlot: at + 1000 }],
    ['missed', { ...open, nextSlot: at - 1000 }],
    ['open', { ...open, grace: { unit: 'wd', n: 5 } }],
    ['missed', { ...settled('done', at + 5000), nextSlot: at - 1000 }],
  ])('%s', (term, facts) => {
    const { settled: was, ...rest } = { ...open, ...facts } as OccurrenceFacts;
    const counts = countsOf({ ...span, facts: [was ? { ...rest, settled: was } : rest] });
    const { due: _, caughtUp: __, ...terms } = counts;
    expect(Object.entries(terms).filter(([, n]) => n > 0)).toEqual([[term, 1]]);
  });

  test('somebody’s own self-study is in none', () => {
    const { settled: _, ...rest } = open;
    expect(countsOf({ ...span, facts: [{ ...rest, own: true }] })).toMatchObject({ due: 0, void: 0, vacant: 0 });
  });
});

describe('every total equals its parts', () => {
  test('what was due is the sum of its terms, and with what was cancelled or vacant it is everything in the span', () => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const question = over(days, record);
        const counts = countsOf(question);
        expect(counts.due).toBe(termNames.reduce((sum, name) => sum + counts[name], 0));
        expect(counts.due + counts.void + counts.vacant).toBe(dueIn(question).length);
      }),
    );
  });

  test.each([
    ['measure', (f: { measure: string }) => f.measure],
    ['kind', (f: { kind: string }) => f.kind],
    ['person', (f: { person: string }) => f.person],
  ] as const)('the parts by %s add up to the whole', (_name, keyOf) => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const question = over(days, record);
        const parts = partsBy(question, keyOf).map(({ counts }) => counts);
        const { caughtUp: _, ...whole } = countsOf(question);
        expect(sumOf(parts)).toEqual(whole);
        expect(differences(question, countsOf(question), parts)).toEqual([]);
      }),
    );
  });

  test('the ledger lists measures that the plan has no more, so that its total holds', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const question = over({ first: '2026-01-01', last: '2026-12-31' }, record);
        const { caughtUp: _, ...whole } = countsOf(question);
        expect(sumOf(countsByMeasure(question).map(({ counts }) => counts))).toEqual(whole);
      }),
    );
  });

  test('measures and problems are each completed, basically completed and continuing, or not completed', () => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const question = over(days, record);
        const { measures, problems } = resultsIn(question);
        const sum = ({ counts }: ResultSums) => results.reduce((n, result) => n + counts[result], 0);
        expect([sum(measures), sum(problems)]).toEqual([record.plan.measures.length, record.plan.problems.length]);
        expect(measures.counts.completed).toBe(stateCounts(question).find(({ state }) => state === 'closed')!.n);
        expect(resultDifferences(question)).toEqual([]);
      }),
    );
  });

  test('results that do not add up are refused with the difference', () => {
    const counts = { completed: 1, continuing: 0, 'not-completed': 1 };
    const states = [{ state: 'closed' as const, n: 2, change: 0 }];
    const of = { measures: [1, 2, 3], problems: [1, 2] };
    expect(differing({ total: 2, counts }, { total: 2, counts }, states, of)).toEqual([
      phrase('report-refused-sum', {
        what: phrase('report-results-of-measures'),
        total: 3,
        parts: 2,
        difference: 1,
      }),
      phrase('report-refused-sum', { what: phrase('report-state-closed'), total: 2, parts: 1, difference: 1 }),
    ]);
  });

  test('every measure is in exactly one state, and the changes cancel out', () => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const counts = stateCounts(over(days, record));
        expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(record.plan.measures.length);
        expect(counts.reduce((sum, { change }) => sum + change, 0)).toBe(0);
      }),
    );
  });
});

describe('any partition of a span has the same sums', () => {
  const cuts = fc.array(fc.nat(120), { maxLength: 6 });
  test('cut anywhere', () => {
    fc.assert(
      fc.property(anyRecord, anyDays, cuts, (record, days, at) => {
        const parts = partition(days, at);
        const { caughtUp: _, ...whole } = counted(days, record);
        expect(parts.length === 0 ? nothing : sumOf(parts.map((part) => counted(part, record)))).toEqual(whole);
      }),
    );
  });

  test.each([
    ['weeks', weeksIn],
    ['months', monthsIn],
  ])('cut into %s', (_name, cut) => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const { caughtUp: _, ...whole } = counted(days, record);
        expect(sumOf(cut(days).map((part) => counted(part, record)))).toEqual(whole);
      }),
    );
  });
});

/** Whole days cut after each of these many days. */
function partition({ first, last }: Days, at: readonly number[]): readonly Days[] {
  const ends = [...new Set(at)]
    .sort((a, b) => a - b)
    .map((n) => addDays(first, n))
    .filter((day) => day < last);
  let begin: LocalDate = first;
  return [...ends, last].map((end) => {
    const part = { first: begin, last: end };
    begin = addDays(end, 1);
    return part;
  });
}

describe('a week that crosses a month’s end is cut', () => {
  test('the weeks of June 2026 are those days of June', () => {
    expect(weeksIn(monthOf('2026-06-15')).map(({ first, last }) => `${first.slice(5)}–${last.slice(5)}`)).toEqual([
      '06-01–06-07',
      '06-08–06-14',
      '06-15–06-21',
      '06-22–06-28',
      '06-29–06-30',
    ]);
  });

  test('no day is lost or counted twice, and no part leaves its month', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const weeks = monthsIn(days).flatMap(weeksIn);
        expect(weeks.reduce((sum, week) => sum + lengthOf(week), 0)).toBe(daysBetween(days.first, days.last) + 1);
        for (const { first, last } of weeks) expect(first.slice(0, 7)).toBe(last.slice(0, 7));
      }),
    );
  });

  test('what is due on 30 June belongs to June, although it is late only from midnight on', () => {
    const { from, to } = instantsOf(monthOf('2026-06-30'), zone);
    const midnight = Date.parse('2026-07-01T00:00:00+08:00');
    expect(midnight >= from && midnight < to).toBe(true);
    expect(instantsOf(monthOf('2026-07-01'), zone).from).toBeGreaterThan(midnight);
  });
});

describe('spans as people type them', () => {
  test.each([
    ['2026-06', '2026-06-01', '2026-06-30'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2026-06-01..2026-06-09', '2026-06-01', '2026-06-09'],
  ])('%s', (text, first, last) => expect(readSpan(text)).toEqual({ first, last }));

  test.each([
    '2026-13',
    '2026-00',
    '2025-W53',
    '2026-W00',
    '2026-Q5',
    '六月',
    '',
    '2026-06-09..2026-06-01',
    '2026-06-01..',
  ])('%j is none', (text) => expect(readSpan(text)).toBeUndefined());
});

describe('a report whose sums do not agree is refused', () => {
  test('with the difference, when an occurrence stands twice in what it was given', () => {
    const [record] = fc.sample(
      anyRecord.filter(({ facts }) => facts.some((f) => !f.own)),
      { numRuns: 1, seed: 7 },
    );
    const twice = { ...record!, facts: [...record!.facts, record!.facts.find((f) => !f.own)!] };
    const made = ledger.compose(questionOver({ first: '2026-01-01', last: '2026-12-31' }, twice, {}));
    expect(made).toMatchObject({ refused: [{ id: 'report-refused-items', args: { difference: 1 } }] });
  });

  test('with the difference of each term, when a part is missing', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const question = over({ first: '2026-01-01', last: '2026-12-31' }, record);
        const parts = partsBy(question, (f) => f.measure).map(({ counts }) => counts);
        const [missing, ...rest] = parts;
        if (!missing) return;
        const found = differences(question, countsOf(question), rest);
        const terms = [...termNames, 'due', 'void', 'vacant'] as const;
        expect(found.map(({ args }) => args?.difference)).toEqual(
          terms.filter((name) => missing[name] > 0).map((name) => missing[name]),
        );
      }),
    );
  });
});
