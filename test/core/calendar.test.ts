import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  DAY,
  dateOf,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  endOfDay,
  HOUR,
  instantOf,
  isoOf,
  isZone,
  type LocalTime,
  lastOfMonth,
  localOf,
  MINUTE,
  mondayOf,
  readDate,
  readInstant,
  SECOND,
  weekdayOf,
} from '../../src/core/calendar.ts';

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'];
const someDay = fc.integer({ min: -20_000, max: 60_000 }).map(dateOfDayNumber);

describe('days', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['26-01-01', false],
    ['2026-1-1', false],
  ])('%s is a day: %s', (text, is) => expect(readDate(text) !== undefined).toBe(is));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ] as const)('%s and %i months is %s', (from, n, to) => expect(addMonths(from, n)).toBe(to));

  test('days count as the calendar does', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        expect(dateOfDayNumber(dayNumberOf(day))).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day) - 1);
        expect(addDays(lastOfMonth(day), 1).slice(8)).toBe('01');
      }),
    ));

  test('Monday is 1', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(dateOf(2026, 2, 30)).toBeUndefined();
  });
});

describe('zones', () => {
  test.each([
    ['2026-03-02T09:00:00', 'Asia/Shanghai', '2026-03-02T09:00:00+08:00'],
    ['2026-03-02', 'Asia/Shanghai', '2026-03-02T00:00:00+08:00'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T03:30:00-04:00'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:45:00+11:00'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:30:00+02:00'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
    ['2026-03-02T09:00:00Z', 'Asia/Shanghai', '2026-03-02T17:00:00+08:00'],
    ['2026-03-02T09:00:30-03:30', 'UTC', '2026-03-02T12:30:30+00:00'],
  ])('%s in %s is %s', (text, zone, iso) => expect(isoOf(readInstant(text, zone)!, zone)).toBe(iso));

  test.each(['', '2026', '2026-03-02T25:00', '2026-02-30T09:00', '2026-03-02T09:60', 'tomorrow'])(
    '%j is no instant',
    (text) => expect(readInstant(text, 'UTC')).toBeUndefined(),
  );

  test('every hour of both years around the changes goes out and comes back, whatever the host’s zone', () => {
    for (const zone of zones) {
      const start = instantOf('2026-01-01', '00:00', zone);
      for (let at = start; at < start + 366 * DAY; at += 7 * HOUR + 13 * MINUTE) {
        const { date, time, seconds } = localOf(at, zone);
        const back = instantOf(date, time, zone, seconds);
        // In the hour that exists twice the first one is meant.
        expect(back - at === 0 || (back < at && at - back <= HOUR)).toBe(true);
        expect(readInstant(isoOf(at, zone), 'UTC')).toBe(Math.floor(at / SECOND) * SECOND);
      }
    }
  });

  test('a day has 23, 24 or 25 hours', () => {
    const hours = (day: `${number}-${number}-${number}`): number =>
      (endOfDay(day, 'America/New_York') - instantOf(day, '00:00' as LocalTime, 'America/New_York')) / HOUR;
    expect([hours('2026-03-08'), hours('2026-03-09'), hours('2026-11-01')]).toEqual([23, 24, 25]);
  });

  test('zone names are checked', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Asia/Nowhere')).toBe(false);
  });
});
