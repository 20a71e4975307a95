import { describe, expect, test } from 'vitest';
import { firstDayBack, returnOf, secondDayBack, standInFor } from '../../../src/core/absence/absence.ts';
import { effectOf } from '../../../src/core/absence/effect.ts';
import { dateAt, isoOf, type LocalDate, readInstant } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import { noChanges, withChanges } from '../../../src/core/office-changes.ts';
import { occurrencesOf } from '../../../src/core/opening.ts';
import type { Duty, Plan } from '../../../src/core/plan/plan.ts';
import { slotsBetween } from '../../../src/core/slots.ts';
import { workingCalendar } from '../../../src/core/working-calendar.ts';
import { sun, wang, zhang } from '../../support/cast.ts';
import { aDuty, aMeasure, anOrganization, aPlan } from '../../support/make.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const organization = anOrganization({ calendar: workingCalendar(officialTable()) });

/** Wang is away on these days, and the plan has one duty of his. */
function planWith(away: readonly (readonly [LocalDate, LocalDate])[], duty: Partial<Duty> = {}): Plan {
  const owed = aDuty({ who: [{ person: wang.id }], ...duty });
  const plan = aPlan({ organization, measures: [aMeasure({ duties: [owed] })] });
  const told = away.map(([from, to]) => ({ person: wang.id, from, to, reason: 'away' }));
  return withChanges(plan, { ...noChanges, away: told });
}

describe('the first working day back', () => {
  test.each([
    ['an absence up to Friday ends on Monday', [['2026-03-04', '2026-03-06']], '2026-03-04', '2026-03-09'],
    ['before a holiday, on the first working day after it', [['2026-09-28', '2026-09-30']], '2026-09-29', '2026-10-08'],
    [
      'one that goes on after the weekend is one absence',
      [
        ['2026-03-04', '2026-03-06'],
        ['2026-03-09', '2026-03-10'],
      ],
      '2026-03-05',
      '2026-03-11',
    ],
    ['somebody who is there is back today', [], '2026-03-04', '2026-03-04'],
  ] as const)('%s', (_, away, day, back) => {
    expect(firstDayBack(planWith(away), wang.id, day)).toBe(back);
  });

  test('what was due meanwhile is due on the second', () => {
    expect(secondDayBack(planWith([['2026-03-04', '2026-03-06']]), wang.id, '2026-03-05')).toBe('2026-03-10');
  });

  test('the bot speaks again at its hour', () => {
    const plan = planWith([['2026-03-04', '2026-03-06']]);
    expect(isoOf(returnOf(plan, wang.id, at('2026-03-04 08:00'))!, zone)).toBe('2026-03-09T09:00:00+08:00');
    expect(returnOf(plan, wang.id, at('2026-03-03 08:00'))).toBeNull();
  });
});

test('whoever stands in must be there', () => {
  const plan = planWith([['2026-03-04', '2026-03-06']]);
  const named = { ...plan, people: plan.people.map((p) => (p.id === wang.id ? { ...p, standIn: sun.id } : p)) };
  expect(standInFor(named, wang.id, at('2026-03-04 09:00'))).toBe(sun.id);
  expect(standInFor(named, wang.id, at('2026-03-03 09:00'))).toBeNull();
  const both = withChanges(named, {
    ...noChanges,
    away: [{ person: sun.id, from: '2026-03-04', to: '2026-03-04' }],
  });
  expect(standInFor(both, wang.id, at('2026-03-04 09:00'))).toBeNull();
  expect(standInFor(plan, zhang.id, at('2026-03-04 09:00'))).toBeNull();
});

describe('what an absence does', () => {
  const once = (date: LocalDate, time?: '15:00'): Partial<Duty> => ({
    timing: {
      type: 'schedule',
      schedule: { kind: 'once', date, ...(time ? { time } : { before: true }) },
      phrase: date,
    } as Duty['timing'],
  });
  const window = {
    type: 'schedule',
    schedule: {
      kind: 'recurring',
      rule: { unit: 'week', step: 1, days: [{ on: 'weekday', n: 1, weekday: 5 }] },
      times: [],
      window: 'week',
    },
    phrase: '每周五前',
  } as const;
  const weekly = { type: 'quota', quota: { count: 1, per: 'week' } } as const;

  function effect(duty: Partial<Duty>) {
    const plan = planWith([['2026-03-04', '2026-03-06']], duty);
    const [owed] = plan.measures[0]!.duties;
    const slots = slotsBetween(
      owed!,
      { organization, anchor: '2026-03-01' },
      at('2026-03-02 00:00'),
      at('2026-03-09 00:00'),
    );
    const context = { plan, planVersion: 1, since: { [owed!.id]: at('2026-03-01 00:00') } };
    const facts = slots.flatMap((slot) => occurrencesOf(owed!, slot, context))[0]!.facts;
    const found = effectOf(facts, plan);
    return found.type === 'moves' ? `moves to ${dateAt(found.due - 1, zone)}` : found.type;
  }

  test.each([
    ['a dated personal duty moves', once('2026-03-05'), 'moves to 2026-03-10'],
    ['due before it, nothing', once('2026-03-03'), 'none'],
    ['an event becomes leave', { ...once('2026-03-05', '15:00'), gathering: true }, 'leave'],
    ['one date-time is never moved', once('2026-03-05', '15:00'), 'none'],
    ['a window stays', { timing: window }, 'none'],
    ['a quota stays', { timing: weekly, remind: { type: 'paced' } }, 'none'],
  ] as const)('%s', (_, duty, expected) => expect(effect(duty as Partial<Duty>)).toBe(expected));
});
