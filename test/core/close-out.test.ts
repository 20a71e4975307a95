import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CloseOut,
  type CloseOutStep,
  closeOutAfter,
  closeOutsOf,
  measureSums,
  problemSums,
  reviewerOf,
  stepsFor,
  uncoveredProblems,
} from '../../src/core/close-out.ts';
import type { Entry } from '../../src/core/ledger.ts';
import { noChanges, withChanges } from '../../src/core/office-changes.ts';
import { measureNamed } from '../../src/core/plan/measure-named.ts';
import { aMeasure, aPlan } from '../support/make.ts';

const steps: readonly CloseOutStep[] = ['submitted', 'reviewed', 'accepted', 'returned', 'reopened', 'lapsed'];
const at = Date.UTC(2026, 2, 2);

function walked(...walk: readonly string[]): CloseOut | undefined {
  return walk.reduce<CloseOut | undefined>((before, word) => {
    const [step, result] = word.split(':') as [CloseOutStep, 'finished' | 'phase' | undefined];
    const after = closeOutAfter(before, result ? { step, result } : { step }, { at, by: 'sun' });
    expect(after, word).toBeDefined();
    return after;
  }, undefined);
}

describe('the way of a measure', () => {
  test.each([
    [['submitted'], 'submitted'],
    [['submitted', 'returned'], 'moving'],
    [['submitted', 'reviewed'], 'reviewed'],
    [['submitted', 'reviewed', 'returned'], 'moving'],
    [['submitted', 'reviewed', 'accepted:finished'], 'finished'],
    [['submitted', 'reviewed', 'accepted:phase'], 'phase'],
    [['submitted', 'reviewed', 'accepted:phase', 'lapsed'], 'phase'],
    [['submitted', 'reviewed', 'accepted:phase', 'lapsed', 'reopened'], 'moving'],
    [['submitted', 'reviewed', 'accepted:finished', 'reopened', 'submitted'], 'submitted'],
  ])('%j leads to %s', (walk, stage) => expect(walked(...walk)?.stage).toBe(stage));

  test.each([
    [[], 'reviewed'],
    [[], 'accepted'],
    [[], 'reopened'],
    [['submitted'], 'submitted'],
    [['submitted'], 'accepted'],
    [['submitted', 'reviewed', 'accepted:finished'], 'lapsed'],
    [['submitted', 'reviewed', 'accepted:finished'], 'returned'],
  ] as const)('after %j nobody can say %s', (walk, step) =>
    expect(closeOutAfter(walked(...walk), { step }, { at, by: 'sun' })).toBeUndefined(),
  );
});

const anEntry = fc.record({
  step: fc.constantFrom(...steps),
  result: fc.constantFrom('finished' as const, 'phase' as const),
  measure: fc.constantFrom('m1', 'm2', 'm3'),
});

test('any ledger folds to results that add up, for measures and for problems', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 40 }), (found) => {
      const entries = found.map(
        (one, i): Entry => ({
          v: 1,
          seq: i + 1,
          at: at + i,
          by: 'sun',
          about: [],
          planVersion: 1,
          kind: 'close-out',
          ...one,
        }),
      );
      const measures = ['m1', 'm2', 'm3'].map((id) => aMeasure({ id, problems: id === 'm3' ? [] : ['p1'] }));
      const plan = withChanges(aPlan({ measures }), { ...noChanges, closeOuts: closeOutsOf(entries) });
      for (const { total, counts } of [measureSums(plan), problemSums(plan)])
        expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(total);
      expect(measureSums(plan).total).toBe(3);
    }),
  );
});

test('a problem is as far as the measure that is least far, and one without a measure is named', () => {
  const problems = [
    { id: 'p1', no: 1, text: 'a' },
    { id: 'p2', no: 2, text: 'b' },
  ];
  const done = { stage: 'finished', at, by: 'li', step: 'accepted' } satisfies CloseOut;
  const measures = [
    aMeasure({ id: 'm1', closeOut: done }),
    aMeasure({ id: 'm2', closeOut: { ...done, stage: 'phase' } }),
  ];
  const plan = aPlan({ problems, measures });
  expect(problemSums(plan).counts).toEqual({ completed: 0, continuing: 1, 'not-completed': 1 });
  expect(uncoveredProblems(plan).map((p) => p.no)).toEqual([2]);
});

describe('who may', () => {
  const plan = aPlan();
  const lead = 'zhang-jianguo';
  const submitted = (by: string): CloseOut => ({ stage: 'submitted', at, by, step: 'submitted', submittedBy: by });

  test('nobody reviews what they submitted themselves', () => {
    const measure = aMeasure({ lead: 'chen-min', closeOut: submitted('chen-min') });
    expect(reviewerOf(measure, 'sun', plan)).toBe('chen-min');
    expect(reviewerOf(measure, 'chen-min', plan)).toBe(lead);
    expect(stepsFor(measure, { person: 'chen-min', isOffice: false }, plan)).toEqual([]);
    expect(stepsFor(measure, { person: lead, isOffice: true }, plan)).toHaveLength(2);
    expect(reviewerOf(aMeasure({ lead }), lead, plan)).toBeNull();
  });

  test('the office records a review for the lead, but not of what it submitted itself', () => {
    const measure = aMeasure({ lead: 'chen-min', closeOut: submitted('li-xiu') });
    expect(stepsFor(measure, { person: 'li-xiu', isOffice: true }, plan)).toEqual([]);
    expect(stepsFor(measure, { person: 'xu-fang', isOffice: true }, plan)).toHaveLength(2);
  });

  test('whoever has nothing to do with it may do nothing', () => {
    expect(stepsFor(aMeasure(), { person: 'somebody', isOffice: false }, plan)).toEqual([]);
    expect(stepsFor(aMeasure(), { person: lead, isOffice: false }, plan)).toEqual([{ step: 'submitted' }]);
  });
});

test.each([
  ['1', 'm1'],
  ['措施1', 'm1'],
  ['m1', 'm1'],
  ['2', undefined],
  ['', undefined],
])('measure %j is %s', (word, id) => expect(measureNamed(aPlan(), word)?.id).toBe(id));

test.each([
  ['finished', '2026-03-01'],
  ['phase', null],
  ['submitted', null],
] as const)('the duties of a measure that is %s end on %s', (stage, until) => {
  const closeOut = { stage, at, by: 'li', step: 'accepted' } satisfies CloseOut;
  const plan = withChanges(aPlan(), { ...noChanges, closeOuts: { m1: closeOut } });
  expect(plan.measures[0]?.duties.map((d) => d.until)).toEqual([until]);
});
