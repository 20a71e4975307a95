import { describe, expect, test } from 'vitest';
import { dutyKind, dutyKinds } from '../../src/core/duties/index.ts';
import { heldIn, lackingIn } from '../../src/core/duty-record.ts';
import type { OccurrenceFacts, Settlement } from '../../src/core/occurrence.ts';
import type { Duty, DutyKindId } from '../../src/core/plan/plan.ts';
import { aDuty } from '../support/make.ts';

const line = { id: 't1', sha256: '0' };

function record(over: Partial<OccurrenceFacts>, settled: Partial<Settlement> = {}): OccurrenceFacts {
  const done = { how: 'done', at: 0, by: 'li', source: 's', ...settled };
  return { gathering: false, settled: done, ...over } as OccurrenceFacts;
}

const sums = { amount: { n: 40, unit: 'h', per: 'year' } } as const;

describe('what a record still lacks', () => {
  test.each<[DutyKindId, Partial<Duty>, OccurrenceFacts, readonly string[]]>([
    ['study', {}, record({ gathering: true }), ['attendance']],
    ['study', sums, record({ gathering: true }, { attendance: { present: 3 } }), ['amount']],
    ['study', sums, record({ gathering: true }, { attendance: { present: 3 }, amount: 2 }), []],
    ['study', { amount: { n: 12, unit: 'd', per: 'year' } }, record({}), []],
    ['meeting', {}, record({}), []],
    ['meeting', { presenter: 'zhang' }, record({}), ['presenter']],
    ['meeting', { presenter: 'zhang' }, record({}, { presenter: 'wang' }), []],
    ['talk', { with: ['wang'] }, record({ counterpart: 'wang' }), []],
    ['minutes-check', { checklist: ['a'] }, record({ checks: [] }), ['checks']],
    ['minutes-check', { checklist: ['a'] }, record({ checks: [{ item: 'a', answer: 'yes' }] }), []],
    ['inspection', { checklist: ['城东'] }, record({ checks: [] }), ['checks']],
    ['progress', {}, record({}), ['text']],
    ['progress', {}, record({}, { line }), []],
    ['report', { evidence: 'required' }, record({}), ['evidence']],
    ['report', { accept: 'zhang' }, record({ evidence: 1 }), ['acceptance']],
    ['deliverable', { accept: 'zhang', evidence: 'required' }, record({}), ['evidence', 'acceptance']],
    ['other', {}, record({}), []],
  ])('%s %o', (id, over, facts, lacks) => {
    expect(lackingIn(dutyKind(id), aDuty({ kind: id, ...over }), facts)).toEqual(lacks);
  });

  test.each(dutyKinds)(
    '$id: what is held is not lacking, and nothing is asked for that its kind does not name',
    (kind) => {
      const duty = aDuty({
        kind: kind.id,
        accept: 'zhang',
        evidence: 'required',
        presenter: 'zhang',
        with: ['wang'],
        ...sums,
      });
      const facts = record({ gathering: true });
      const [held, lacks] = [heldIn(kind, duty, facts), lackingIn(kind, duty, facts)];
      expect(held.filter((field) => lacks.includes(field))).toEqual([]);
      expect(lacks.every((field) => kind.fields.includes(field))).toBe(true);
      expect(lackingIn(kind, duty, record({ follows: 'x@1/li' }))).toEqual([]);
      expect(lackingIn(kind, duty, record({}, { how: 'excused' }))).toEqual([]);
    },
  );
});
