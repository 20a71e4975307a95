import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textOfDuration } from '../../../src/core/duration.ts';
import { missingOf, openItems, wordsOf } from '../../../src/core/duties/contract.ts';
import { dutyKind, dutyKinds } from '../../../src/core/duties/index.ts';
import { standardLadder } from '../../../src/core/ladder-default.ts';
import type { OccurrenceFacts } from '../../../src/core/occurrence.ts';
import { cadenceOf } from '../../../src/core/plan/cadence.ts';
import { type DutyKindId, dutyKindIds, type Reminding, type Timing } from '../../../src/core/plan/plan.ts';
import type { Recurring } from '../../../src/core/schedule/schedule.ts';
import { languages } from '../../../src/speech.ts';
import { aDuty } from '../../support/make.ts';

const root = new URL('../../../', import.meta.url);

describe('the list of kinds', () => {
  test('is the folder, file by file', () => {
    const files = readdirSync(new URL('src/core/duties/', root)).map((name) => name.replace('.ts', ''));
    expect(files.filter((name) => !['contract', 'index'].includes(name)).sort()).toEqual(
      dutyKinds.map(({ id }) => id).sort(),
    );
  });
  test('is the contract’s', () => expect(dutyKinds.map(({ id }) => id)).toEqual([...dutyKindIds]));
  test('finds each by its id', () => {
    for (const kind of dutyKinds) expect(dutyKind(kind.id)).toBe(kind);
  });
  test.each(languages)('has its words in %s', (language) => {
    const words = readFileSync(new URL(`locales/${language}.ftl`, root), 'utf8');
    const wanted = dutyKinds.flatMap(({ id }) => Object.values(wordsOf(id)));
    expect(wanted.filter((id) => !words.includes(`\n${id} = `))).toEqual([]);
  });
});

describe('what every kind answers', () => {
  const told = { v: 1, checks: [] } as const;
  const facts = (over: object) => ({ ...told, ...over }) as unknown as OccurrenceFacts;

  test.each(dutyKinds)('$id: fields, each once, and how it counts', ({ fields, counts }) => {
    expect(fields.length).toBeGreaterThan(0);
    expect(new Set(fields).size).toBe(fields.length);
    expect(['gathering', 'pair', 'time']).toContain(counts);
  });

  test.each(dutyKinds)('$id: who asks questions has checks among its fields, and words for them', (kind) => {
    expect(kind.fields.includes('checks')).toBe(kind.asks !== undefined);
    const items = (kind.asks?.standard ?? []).map((item) => `check-item-${item.slice(1)}`);
    const answers = (kind.asks?.answers ?? []).map((answer) => `check-answer-${answer}`);
    for (const language of languages) {
      const words = readFileSync(new URL(`locales/${language}.ftl`, root), 'utf8');
      expect([...items, ...answers].filter((id) => !words.includes(`\n${id} = `))).toEqual([]);
    }
  });

  test.each(dutyKinds)('$id: proof is missing only where the plan requires it and there is none', (kind) => {
    const duty = aDuty({ kind: kind.id, evidence: 'required' });
    const answered = (kind.asks?.standard ?? []).map((item) => ({ item, answer: kind.asks!.answers[0]! }));
    const line = kind.line ? ['text'] : [];
    expect(missingOf(kind, duty, facts({ checks: answered }))).toEqual([...line, 'evidence']);
    expect(missingOf(kind, duty, facts({ checks: answered, evidence: 1 }))).toEqual(line);
    expect(missingOf(kind, { ...duty, evidence: 'optional' }, facts({ checks: answered }))).toEqual(line);
    expect(missingOf(kind, duty, facts({ follows: 'report@2026-03-02/li' }))).toEqual([]);
  });

  test.each(dutyKinds)('$id: what is asked before it counts is missing until all of it is answered', (kind) => {
    const duty = aDuty({ kind: kind.id, checklist: ['a', 'b'] });
    const half = facts({ checks: [{ item: 'a', answer: 'yes' }] });
    expect(openItems(kind, duty, half)).toEqual(kind.asks ? ['b'] : []);
    const line = kind.line ? ['text'] : [];
    expect(missingOf(kind, duty, half)).toEqual([...(kind.asks?.when === 'before' ? ['checks'] : []), ...line]);
  });
});

const recurring = (over: Partial<Recurring>): Timing => ({
  type: 'schedule',
  phrase: '',
  schedule: { kind: 'recurring', rule: { unit: 'month', step: 1, days: [{ on: 'day', n: 25 }] }, times: [], ...over },
});
const falls = {
  'on a day': recurring({}),
  'at a time': recurring({ times: ['15:00'] }),
  daily: recurring({ rule: { unit: 'day', step: 1 } }),
  'every working day': recurring({ rule: { unit: 'workday' } }),
  weekly: recurring({ rule: { unit: 'week', step: 1, days: [{ on: 'weekday', n: 1, weekday: 3 }] } }),
  'Monday to Friday': recurring({
    rule: { unit: 'week', step: 1, days: [1, 2, 3, 4, 5].map((n) => ({ on: 'day', n })) },
  }),
  'by a daily RRULE': recurring({ rule: { unit: 'rrule', freq: 'DAILY', interval: 1 } }),
  'in a window': recurring({ window: 'quarter' }),
  'by quota': { type: 'quota', quota: { count: 1, per: 'quarter' } },
  'after an event': { type: 'after', event: 'party-meeting', within: { unit: 'wd', n: 3 } },
  'once, at a time': { type: 'schedule', phrase: '', schedule: { kind: 'once', date: '2026-03-02', time: '15:00' } },
  'once, on a day': { type: 'schedule', phrase: '', schedule: { kind: 'once', date: '2026-03-02', before: true } },
} satisfies Record<string, Timing>;

const free = { reported: false, pressed: false };

/** `-1d -30m`, `paced`, `weekly-line`. */
function said(remind: Reminding): string {
  return remind.type === 'offsets' ? remind.offsets.map(textOfDuration).join(' ') : remind.type;
}

describe('where the plan is silent (DESIGN §5)', () => {
  test.each<[DutyKindId, keyof typeof falls, string, string, string, boolean]>([
    ['study', 'daily', 'weekly-line', '0s', '0s', false],
    ['study', 'every working day', 'weekly-line', '0s', '0s', false],
    ['study', 'Monday to Friday', 'weekly-line', '0s', '0s', false],
    ['study', 'by a daily RRULE', 'weekly-line', '0s', '0s', false],
    ['other', 'weekly', '-3d 0s', '0s', 'any', false],
    ['progress', 'weekly', '-3wd 0s', '1wd', '7d', false],
    ['report', 'daily', '0s', '0s', 'any', false],
    ['study', 'at a time', '-1d -30m', '1wd', '0s', true],
    ['study', 'once, at a time', '-1d -30m', '1wd', '0s', true],
    ['study', 'on a day', 'paced', '0s', '0s', false],
    ['study', 'in a window', 'paced', '0s', '0s', false],
    ['study', 'by quota', 'paced', '0s', '0s', false],
    ['meeting', 'at a time', '-1d -30m', '1wd', '0s', true],
    ['meeting', 'on a day', 'paced', '0s', '0s', false],
    ['meeting', 'by quota', 'paced', '0s', '0s', false],
    ['talk', 'by quota', 'paced', '0s', '0s', false],
    ['talk', 'in a window', 'paced', '0s', '0s', false],
    ['minutes-check', 'after an event', '-3wd 0s', '0s', 'any', false],
    ['minutes-check', 'on a day', '0s', '0s', 'any', false],
    ['inspection', 'on a day', '-3wd 0s', '1wd', '7d', false],
    ['inspection', 'at a time', '-3wd 0s', '1wd', '7d', false],
    ['inspection', 'in a window', 'paced', '0s', '0s', false],
    ['inspection', 'after an event', '-3wd 0s', '0s', 'any', false],
    ['progress', 'on a day', '-3wd 0s', '1wd', '7d', false],
    ['report', 'on a day', '-20d -10d -3d 0s', '0s', 'any', false],
    ['report', 'once, on a day', '-10d -3d 0s', '0s', 'any', false],
    ['deliverable', 'once, on a day', '-10d -3d 0s', '0s', 'any', false],
    ['other', 'once, at a time', '-10d -3d 0s', '0s', 'any', false],
    ['other', 'by quota', 'paced', '0s', '0s', false],
  ])('%s %s: reminded %s, grace %s, early %s', (id, fall, remind, grace, early, gathering) => {
    const cadence = cadenceOf(falls[fall], free);
    const defaults = dutyKind(id).defaults(cadence);
    expect(said(defaults.remind)).toBe(remind);
    expect(textOfDuration(defaults.grace)).toBe(grace);
    expect(defaults.early === null ? 'any' : textOfDuration(defaults.early)).toBe(early);
    expect(dutyKind(id).gathering(cadence)).toBe(gathering);
    expect(defaults.ladder).toEqual(remind === 'weekly-line' ? [] : standardLadder);
  });
});

describe('daily self-study', () => {
  test('has no ladder unless the office gives it one, or a grace', () => {
    const pressed = dutyKind('study').defaults(cadenceOf(falls.daily, { ...free, pressed: true }));
    expect(pressed).toMatchObject({ remind: { type: 'paced' }, ladder: standardLadder });
  });
  test('at a fixed hour is still by oneself', () => {
    const cadence = cadenceOf(recurring({ rule: { unit: 'day', step: 1 }, times: ['20:00'] }), free);
    expect(dutyKind('study').gathering(cadence)).toBe(false);
    expect(dutyKind('study').defaults(cadence).remind.type).toBe('weekly-line');
  });
  test('with somebody who reports for all is a gathering', () => {
    const timing = recurring({ rule: { unit: 'workday' }, times: ['08:00'] });
    expect(dutyKind('study').gathering(cadenceOf(timing, { ...free, reported: true }))).toBe(true);
  });
});

test('of a talk no evidence is asked: what was confided is not kept', () =>
  expect(dutyKind('talk').defaults(cadenceOf(falls['by quota'], free)).evidence).toBe('none'));
