import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf, localOf, readInstant } from '../../src/core/calendar.ts';
import { addDuration, readDuration, textOfDuration } from '../../src/core/duration.ts';
import { plainWeek, workingCalendar } from '../../src/core/working-calendar.ts';

const calendar = workingCalendar(plainWeek, { daysOff: ['2026-10-01', '2026-10-02'], workDays: ['2026-10-10'] });

describe('reading', () => {
  test.each([
    ['0s', 's', 0],
    ['30s', 's', 30],
    ['10m', 'm', 10],
    ['-30m', 'm', -30],
    ['2h', 'h', 2],
    ['-1d', 'd', -1],
    ['3wd', 'wd', 3],
    ['+5wd', 'wd', 5],
    ['-0s', 's', 0],
  ])('%s', (text, unit, n) => expect(readDuration(text)).toEqual({ unit, n }));

  test.each(['', 'wd', '3', '3 weeks', '1.5h', '3w', '--1d', '999999d', 'd3'])('%j is no duration', (text) =>
    expect(readDuration(text)).toBeUndefined(),
  );

  test('what is written is read back', () =>
    fc.assert(
      fc.property(fc.constantFrom('s', 'm', 'h', 'd', 'wd'), fc.integer({ min: -99999, max: 99999 }), (unit, n) => {
        expect(readDuration(textOfDuration({ unit: unit as 'd', n: n + 0 }))).toEqual({ unit, n: n + 0 });
      }),
    ));
});

describe('adding', () => {
  test.each([
    ['2026-09-30T17:00:00+08:00', '1wd', '2026-10-05T17:00:00+08:00'],
    ['2026-10-09T15:30:20+08:00', '1wd', '2026-10-10T15:30:20+08:00'],
    ['2026-10-05T09:00:00+08:00', '-1wd', '2026-09-30T09:00:00+08:00'],
    ['2026-10-03T09:00:00+08:00', '1wd', '2026-10-05T09:00:00+08:00'],
    ['2026-10-03T09:00:00+08:00', '0wd', '2026-10-03T09:00:00+08:00'],
    ['2026-02-28T09:00:00+08:00', '1d', '2026-03-01T09:00:00+08:00'],
    ['2026-02-28T09:00:00+08:00', '-30m', '2026-02-28T08:30:00+08:00'],
    ['2026-02-28T23:00:00+08:00', '2h', '2026-03-01T01:00:00+08:00'],
  ])('%s + %s', (from, text, expected) => {
    const zone = 'Asia/Shanghai';
    expect(isoOf(addDuration(readInstant(from, zone)!, readDuration(text)!, { zone, calendar }), zone)).toBe(expected);
  });

  test('a day keeps the wall clock across a clock change', () => {
    const zone = 'America/New_York';
    const at = readInstant('2026-03-07T09:00:00', zone)!;
    expect(isoOf(addDuration(at, { unit: 'd', n: 1 }, { zone, calendar }), zone)).toBe('2026-03-08T09:00:00-04:00');
    expect(isoOf(addDuration(at, { unit: 'wd', n: 1 }, { zone, calendar }), zone)).toBe('2026-03-09T09:00:00-04:00');
  });

  test('working days land on working days, strictly later', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }), (day, n) => {
        const zone = 'Asia/Shanghai';
        const at = Date.UTC(2026, 0, 1, 3) + day * 86_400_000;
        const then = addDuration(at, { unit: 'wd', n }, { zone, calendar });
        expect(calendar.isWorkday(localOf(then, zone).date)).toBe(true);
        expect(then).toBeGreaterThan(at);
      }),
    ));
});
