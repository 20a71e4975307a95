import { describe, expect, test } from 'vitest';
import { dateAt, readInstant } from '../../src/core/calendar.ts';
import { followUpOf, makeUpFor } from '../../src/core/follow-up.ts';
import type { CheckAnswer, OccurrenceFacts } from '../../src/core/occurrence.ts';
import { stalledIn } from '../../src/core/stalled.ts';
import { talkCoverage } from '../../src/core/talk-coverage.ts';
import { sumOf } from '../../src/core/yearly.ts';
import { aDuty, aMeasure, anOrganization, aPlan } from '../support/make.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const organization = anOrganization();
const base = {
  duty: 'study',
  slot: '2026-03-03T1500',
  person: 'chen',
  asked: 'li',
  gathering: true,
  kind: 'study',
  title: '学习',
  scheduled: at('2026-03-03 15:00'),
  due: at('2026-03-03 15:00'),
};
const facts = (over: object = {}) =>
  ({ ...base, id: 'study@2026-03-03T1500/chen', ...over }) as unknown as OccurrenceFacts;
const excused = { how: 'excused', at: 0, by: 'chen', source: 's' };
const done = (day: string, amount?: number) => ({
  how: 'done',
  at: at(`${day} 17:00`),
  by: 'chen',
  source: day,
  ...(amount ? { amount } : {}),
});

describe('make-up', () => {
  const duty = aDuty({ makeUp: { unit: 'wd', n: 3 } });
  test.each([
    ['leave before it: counted from the event', '2026-03-01 10:00', '2026-03-06'],
    ['reported afterwards: counted from then', '2026-03-05 10:00', '2026-03-10'],
  ])('%s', (_, now, last) => {
    const found = makeUpFor(facts({ settled: excused }), duty, organization, at(now))!;
    expect(dateAt(found.due - 1, zone)).toBe(last);
    expect(found).toMatchObject({ slot: '2026-03-03T1500.make-up', person: 'chen', asked: 'chen', gathering: false });
    expect(found.reminders.every((r) => r.at > base.scheduled)).toBe(true);
  });
  test.each([
    ['who came owes none', facts({ settled: done('2026-03-03') }), duty],
    ['a duty without a limit has none', facts({ settled: excused }), aDuty()],
    ['what is no gathering has none', facts({ settled: excused, gathering: false }), duty],
  ])('%s', (_, one, of) => expect(makeUpFor(one, of, organization, at('2026-03-04 09:00'))).toBeUndefined());
});

test('a correction is said at once and again on its last morning', () => {
  const now = at('2026-03-02 10:00');
  const fix = { mark: 'fix', person: 'li', title: 't', kind: 'other', within: { unit: 'wd', n: 3 } } as const;
  const found = followUpOf(facts(), fix, organization, now);
  expect(found.reminders.map((r) => r.at)).toEqual([now, at('2026-03-05 09:00')]);
});

describe('stalled', () => {
  const visits = (...words: readonly CheckAnswer[][]) =>
    words.map((answers, i) =>
      facts({
        scheduled: i,
        settled: done('2026-03-03'),
        checks: answers.map((answer, n) => ({ item: String(n), answer })),
      }),
    );
  const places = (n: number, ...words: readonly CheckAnswer[][]) =>
    stalledIn(aDuty({ stalledAfter: n }), visits(...words)).map(({ item, visits }) => `${item}:${visits}`);
  test.each<[string, CheckAnswer[][], readonly string[]]>([
    ['nothing yet', [], []],
    ['same, same', [['same'], ['same']], ['0:2']],
    ['better ends it', [['same'], ['better']], []],
    [
      'one place that moves hides no other',
      [
        ['same', 'worse'],
        ['better', 'same'],
      ],
      ['1:2'],
    ],
    [
      'both in one message',
      [
        ['same', 'worse'],
        ['worse', 'same'],
      ],
      ['0:2', '1:2'],
    ],
    ['a place that the plan no longer names is nobody’s', [['same', 'same'], ['same']], ['0:2']],
    ['a visit without a trend is skipped', [['same'], [], ['same']], ['0:2']],
  ])('%s', (_, words, found) => expect(places(2, ...words)).toEqual(found));

  test('told at every N-th, not at each visit after it', () => {
    const of = (n: number) => places(2, ...Array.from({ length: n }, () => ['same' as const]));
    expect([1, 2, 3, 4].map((n) => of(n).length)).toEqual([0, 1, 0, 1]);
    expect(stalledIn(aDuty(), visits(['same'], ['same']))).toEqual([]);
  });
});

test.each([
  ['d', 2],
  ['h', 3],
] as const)('sums in %s', (unit, wanted) => {
  const duty = aDuty({ id: 'study', amount: { n: 12, unit, per: 'year' } });
  const all = [
    facts({ settled: done('2026-03-03') }),
    facts({ settled: done('2026-04-07', unit === 'h' ? 3 : undefined) }),
    facts({ settled: done('2025-12-30', 9) }),
    facts({ settled: excused }),
  ];
  expect(sumOf(duty, 'chen', all, at('2026-05-01 09:00'), zone)).toEqual({
    done: wanted,
    wanted: 12,
    unit,
    period: '2026',
  });
});

test('coverage: who has talked with whom, leave is no hole, other periods do not count', () => {
  const duty = aDuty({
    id: 'talks',
    kind: 'talk',
    who: [{ person: 'zhang' }],
    with: ['zhang', 'wang', 'chen', 'li'],
    timing: { type: 'quota', quota: { count: 1, per: 'quarter' } },
  });
  const talk = (counterpart: string, slot: string, settled?: object) =>
    facts({ duty: 'talks', kind: 'talk', person: 'zhang', counterpart, slot, ...(settled ? { settled } : {}) });
  const all = [
    talk('wang', '2026-Q1', done('2026-03-01')),
    talk('chen', '2026-Q1', excused),
    talk('li', '2026-Q1'),
    talk('li', '2025-Q4', done('2025-12-01')),
  ];
  const [row] = talkCoverage(aPlan({ measures: [aMeasure({ duties: [duty] })] }), all, at('2026-03-10 09:00'));
  expect(row?.cells.map((c) => [c.counterpart, c.done < c.wanted])).toEqual([
    ['wang', false],
    ['chen', false],
    ['li', true],
  ]);
});
