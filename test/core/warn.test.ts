import { describe, expect, test } from 'vitest';
import { isoOf, readInstant } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Measure } from '../../src/core/plan/plan.ts';
import { measureWarnings, reportWarnings } from '../../src/core/warn.ts';
import { workingCalendar } from '../../src/core/working-calendar.ts';
import { li, wang, zhang } from '../support/cast.ts';
import { aMeasure, anOrganization, aPlan } from '../support/make.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const organization = anOrganization({ calendar: workingCalendar(officialTable()) });
const plan = aPlan({ organization, round: { report: '2026-06-26' } });
const measure = (over: Partial<Measure> = {}) => aMeasure({ lead: wang.id, deadline: '2026-06-26', ...over });
const adopted = at('2026-03-01 00:00');

const said = (now: string, warned?: string, over: Partial<Measure> = {}) =>
  measureWarnings(measure(over), plan, warned, adopted, at(now)).notices.map((n) => `${n.rung} ${n.to.slice(7)}`);

describe('a deadline by colour, each said once', () => {
  test.each([
    ['nothing before', '2026-06-05 08:59', []],
    // 6 June is a Saturday: said on the working day before.
    ['green at 20 days, to the lead', '2026-06-05 09:00', [`green ${wang.id}`]],
    ['yellow at 10 days, to the secretary too', '2026-06-16 09:00', [`yellow ${wang.id}`, `yellow ${li.id}`]],
    ['on the day itself it is not over', '2026-06-26 23:00', [`yellow ${wang.id}`, `yellow ${li.id}`]],
    [
      'red on the first working morning after it, to the head as well',
      '2026-06-29 09:00',
      [`red ${wang.id}`, `red ${li.id}`, `red ${zhang.id}`],
    ],
  ] as const)('%s', (_, now, expected) => expect(said(now)).toEqual(expected));

  test('what was said is not said again', () => {
    const first = measureWarnings(measure(), plan, undefined, adopted, at('2026-06-05 09:00'));
    expect(first.warned).toBe('2026-06-26.0');
    expect(isoOf(first.next!, zone)).toBe('2026-06-16T09:00:00+08:00');
    expect(said('2026-06-10 09:00', first.warned)).toEqual([]);
    expect(said('2026-06-16 09:00', first.warned)).toHaveLength(2);
  });

  test('a new deadline warns anew', () => {
    expect(said('2026-06-16 09:00', '2026-05-31.2')).toHaveLength(2);
  });

  test('over before the plan was adopted is history: remembered, and nobody is alarmed', () => {
    const old = measureWarnings(measure({ deadline: '2026-02-10' }), plan, undefined, adopted, at('2026-03-02 09:00'));
    expect(old.notices).toEqual([]);
    expect(old.warned).toMatch(/^2026-02-10\./);
  });

  test.each(['immediate', 'ongoing', null] as const)('%s has no day to warn of', (deadline) => {
    expect(said('2026-06-29 09:00', undefined, { deadline })).toEqual([]);
  });

  test('a plan may say other days', () => {
    const warn = [
      { unit: 'd', n: -30 },
      { unit: 'wd', n: -3 },
    ] as const;
    expect(said('2026-05-27 09:00', undefined, { warn })).toEqual([`green ${wang.id}`]);
    expect(said('2026-06-23 09:00', undefined, { warn })).toEqual([`yellow ${wang.id}`, `yellow ${li.id}`]);
    expect(said('2026-06-29 09:00', '2026-06-26.1', { warn })).toEqual([]);
  });

  test('the round’s report concerns the secretary, and the head from yellow on', () => {
    const to = (now: string) => reportWarnings(plan, undefined, adopted, at(now)).notices.map((n) => n.to.slice(7));
    expect(to('2026-06-05 09:00')).toEqual([li.id]);
    expect(to('2026-06-16 09:00')).toEqual([li.id, zhang.id]);
  });
});
