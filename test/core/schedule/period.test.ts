import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, type LocalDate } from '../../../src/core/calendar.ts';
import {
  currentWindow,
  nextPeriod,
  periodOf,
  periodsBetween,
  type Window,
  windows,
} from '../../../src/core/schedule/period.ts';

test.each<[Window, LocalDate, string, string, string]>([
  ['day', '2026-03-25', '2026-03-25', '2026-03-25', '2026-03-25'],
  ['week', '2026-03-25', '2026-W13', '2026-03-23', '2026-03-29'],
  ['week', '2027-01-02', '2026-W53', '2026-12-28', '2027-01-03'],
  ['week', '2025-12-29', '2026-W01', '2025-12-29', '2026-01-04'],
  ['half-month', '2026-03-15', '2026-03a', '2026-03-01', '2026-03-15'],
  ['half-month', '2026-02-16', '2026-02b', '2026-02-16', '2026-02-28'],
  ['month', '2028-02-03', '2028-02', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-03-31', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-11-01', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['half-year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
  ['year', '2026-07-01', '2026', '2026-01-01', '2026-12-31'],
])('the %s of %s is %s', (window, date, slot, first, last) => {
  expect(periodOf(window, date)).toEqual({ slot, first, last });
});

test('windows tile the calendar, and every day of one names the same slot', () =>
  fc.assert(
    fc.property(fc.constantFrom(...windows), fc.integer({ min: 10_000, max: 40_000 }), (window, n) => {
      const date = dateOfDayNumber(n);
      const period = periodOf(window, date);
      expect(period.first <= date && date <= period.last).toBe(true);
      expect(periodOf(window, period.first)).toEqual(period);
      expect(periodOf(window, period.last)).toEqual(period);
      expect(nextPeriod(window, date).first).toBe(addDays(period.last, 1));
    }),
  ));

test('the windows of a span come in order', () => {
  expect(periodsBetween('quarter', '2026-02-01', '2026-10-01').map((p) => p.slot)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ]);
});

test.each([
  ['2026-Q4', '2026-11-28', 'quarter'],
  ['2026-11.2', '2026-11-28', 'month'],
  ['2026-W48', '2026-11-28', 'week'],
  ['2026-11b', '2026-11-28', 'half-month'],
  ['2026', '2026-11-28', 'year'],
  ['2026-11-28', '2026-11-28', 'day'],
  ['2026-Q3', '2026-11-28', undefined],
  ['e17', '2026-11-28', undefined],
] as const)('%s is, on %s, this %s', (slot, date, window) => expect(currentWindow(slot, date)).toBe(window));
