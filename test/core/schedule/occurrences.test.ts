import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  DAY,
  dateAt,
  dayNumberOf,
  daysBetween,
  HOUR,
  instantOf,
  isoOf,
  type LocalDate,
  type LocalTime,
  localOf,
  MINUTE,
  partsOf,
  weekdayOf,
} from '../../../src/core/calendar.ts';
import {
  nextFew,
  nextOf,
  type Occurrence,
  occurrencesBetween,
  type Place,
  type Rule,
  readSchedule,
  type Schedule,
} from '../../../src/core/schedule/index.ts';
import type { Shift } from '../../../src/core/schedule/schedule.ts';
import { asked, at, calendar, zone } from './asking.ts';

const place: Place = { zone, calendar };

function read(phrase: string, from = '2026-01-01'): Schedule {
  const reading = readSchedule(phrase, asked(from));
  if (!reading.ok) throw new Error(phrase);
  return reading.schedule;
}

function slots(phrase: string, from: string, to: string, more: Partial<Place> = {}): readonly string[] {
  return occurrencesBetween(read(phrase, from), { ...place, ...more }, at(from), at(to)).map(({ slot }) => slot);
}

describe('slots', () => {
  test.each([
    ['每周三', '2026-03-01', '2026-03-16', ['2026-03-04', '2026-03-11']],
    ['每周三 15:00', '2026-03-01', '2026-03-16', ['2026-03-04', '2026-03-11']],
    ['每天8点和20点', '2026-03-01', '2026-03-02', ['2026-03-01T0800', '2026-03-01T2000']],
    ['2026-03-25 15:00', '2026-03-01', '2026-04-01', ['2026-03-25T1500']],
    ['2026年3月25日前', '2026-03-01', '2026-04-01', ['2026-03-25']],
    ['每周', '2026-03-01', '2026-03-16', ['2026-W09', '2026-W10', '2026-W11'].slice(0, 3)],
    ['每半月', '2026-03-01', '2026-04-16', ['2026-03a', '2026-03b', '2026-04a']],
    ['每月10日前', '2026-03-01', '2026-04-30', ['2026-03', '2026-04']],
    ['每月10日、20日', '2026-03-01', '2026-04-01', ['2026-03-10', '2026-03-20']],
    ['每季度不少于1次', '2026-01-01', '2026-12-31T12:00', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['每季度首月5日前', '2026-01-01', '2026-06-01', ['2026-Q1', '2026-Q2']],
    ['每半年', '2026-01-01', '2026-12-31T12:00', ['2026-H1', '2026-H2']],
    ['每年', '2026-01-01', '2027-12-31', ['2026']],
  ])('%s from %s to %s', (phrase, from, to, expected) => {
    const found = slots(phrase, from, to);
    expect(found.slice(0, expected.length)).toEqual(expected.slice(0, found.length));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('days off', () => {
  const shown = (phrase: string, shift: Shift): readonly string[] =>
    occurrencesBetween(read(phrase), { ...place, shift }, at('2026-10-01'), at('2026-10-13')).map(
      (o) => `${o.slot}→${o.date}`,
    );

  test('the date moves, the slot stays', () => {
    expect(shown('每月1日', 'next')).toEqual(['2026-10-01→2026-10-08']);
    expect(shown('每月5日', 'previous')).toEqual([]);
    expect(shown('每月8日', 'previous')).toEqual(['2026-10-08→2026-10-08']);
    expect(shown('每月1日', 'none')).toEqual(['2026-10-01→2026-10-01']);
  });

  test('days that move to one day become one, and the day’s own slot wins', () => {
    expect(shown('每天', 'next')).toEqual(['08', '09', '10', '12'].map((d) => `2026-10-${d}→2026-10-${d}`));
  });

  test('a meeting that nobody holds on a holiday is not there', () => {
    expect(shown('每周二', 'skip')).toEqual([]);
    expect(shown('每天', 'skip')).toEqual(shown('每天', 'next'));
  });

  test('what the phrase says wins over the duty', () => {
    expect(shown('每月1日，遇节假日提前', 'next')).toEqual([]);
    expect(
      occurrencesBetween(
        read('每月1日，遇节假日提前'),
        { ...place, shift: 'next' },
        at('2026-09-29'),
        at('2026-10-09'),
      )[0],
    ).toMatchObject({ slot: '2026-10-01', date: '2026-09-30' });
  });
});

describe('spans', () => {
  test('half open: from is out, to is in', () => {
    const daily = read('每天');
    expect(occurrencesBetween(daily, place, at('2026-03-01T09:00'), at('2026-03-02T09:00')).map((o) => o.slot)).toEqual(
      ['2026-03-02'],
    );
  });

  test('the anchor restarts every-N rules, but not a start that the phrase names', () => {
    const every = { ...place, anchor: '2026-05-04' as LocalDate };
    expect(occurrencesBetween(read('每10天'), every, at('2026-05-01'), at('2026-05-20')).map((o) => o.slot)).toEqual([
      '2026-05-04',
      '2026-05-14',
    ]);
    const named = read('自2026年5月1日起每10天');
    expect(occurrencesBetween(named, every, at('2026-05-01'), at('2026-05-20')).map((o) => o.slot)).toEqual([
      '2026-05-01',
      '2026-05-11',
    ]);
  });

  test('an anchor after this week’s day starts with the next one', () => {
    const saturday = { ...place, anchor: '2026-05-02' as LocalDate };
    expect(slotsAt('每两周周五', saturday)).toEqual(['2026-05-08', '2026-05-22', '2026-06-05']);
    expect(slotsAt('每两个月', saturday)).toEqual(['2026-06-30', '2026-08-31', '2026-10-31']);
    const late = readSchedule('每两个月', asked('2027-01-01'));
    expect(late.ok && occurrencesBetween(late.schedule, saturday, at('2026-05-01'), at('2026-07-01'))[0]?.slot).toBe(
      '2026-06-30',
    );
    expect(slotsAt('每两个月1日', saturday)).toEqual(['2026-06-01', '2026-08-01', '2026-10-01']);
  });

  function slotsAt(phrase: string, there: Place): readonly string[] {
    return occurrencesBetween(read(phrase), there, at('2026-05-01'), at('2027-05-01'))
      .slice(0, 3)
      .map(({ slot }) => slot);
  }

  test('a year of 200 schedules takes well under a second', () => {
    const phrases = ['每天8点和20点', '每个工作日', '每周二、四', '每月最后一个工作日下午5点', '每季度不少于1次'];
    const schedules = Array.from({ length: 200 }, (_, i) => read(phrases[i % phrases.length]!));
    const start = performance.now();
    let count = 0;
    for (const schedule of schedules)
      count += occurrencesBetween(schedule, place, at('2026-01-01'), at('2027-01-01')).length;
    expect(count).toBeGreaterThan(40_000);
    expect(performance.now() - start).toBeLessThan(2500);
  });

  test('a far span costs no more than a near one', () => {
    const schedule = read('每3天');
    const start = performance.now();
    for (let i = 0; i < 50; i++) occurrencesBetween(schedule, place, at('2800-01-01'), at('2800-02-01'));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

// An independent reading of a few rules, day by day.
const oracles: ReadonlyArray<readonly [string, (day: LocalDate) => boolean]> = [
  ['每天', () => true],
  ['每个工作日', (day) => calendar.isWorkday(day)],
  ['每周二、四', (day) => weekdayOf(day) === 2 || weekdayOf(day) === 4],
  ['每月31日', (day) => partsOf(day).day === 31],
  ['每月最后一天', (day) => partsOf(addDays(day, 1)).day === 1],
  ['每月第二个周五', (day) => weekdayOf(day) === 5 && Math.ceil(partsOf(day).day / 7) === 2],
  ['每月最后一个周五', (day) => weekdayOf(day) === 5 && partsOf(addDays(day, 7)).month !== partsOf(day).month],
  ['每季度首月5日', (day) => partsOf(day).day === 5 && partsOf(day).month % 3 === 1],
  ['每年6月、12月15日', (day) => partsOf(day).day === 15 && partsOf(day).month % 6 === 0],
  ['自2026年1月2日起每两周周五', (day) => weekdayOf(day) === 5 && daysBetween('2026-01-02', day) % 14 === 0],
  ['自2026年1月1日起每5天', (day) => daysBetween('2026-01-01', day) % 5 === 0],
  ['RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', lastWeekdayOfMonth],
  ['RRULE:FREQ=YEARLY;BYMONTH=3,11;BYDAY=2SU', (day) => [3, 11].includes(partsOf(day).month) && nth(day, 7) === 2],
  ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-3', (day) => partsOf(addDays(day, 3)).day === 1],
];

function nth(day: LocalDate, weekday: number): number {
  return weekdayOf(day) === weekday ? Math.ceil(partsOf(day).day / 7) : 0;
}

function lastWeekdayOfMonth(day: LocalDate): boolean {
  if (weekdayOf(day) > 5) return false;
  for (let next = addDays(day, 1); partsOf(next).day !== 1; next = addDays(next, 1))
    if (weekdayOf(next) <= 5) return false;
  return true;
}

test.each(oracles)('%s falls on exactly the days that fit, over four years', (phrase, fits) => {
  const found = occurrencesBetween(read(phrase), place, at('2026-01-01'), at('2029-12-31T12:00')).map(
    ({ date }) => date,
  );
  const expected: LocalDate[] = [];
  for (let day: LocalDate = '2026-01-01'; day <= '2029-12-31'; day = addDays(day, 1)) if (fits(day)) expected.push(day);
  expect(found).toEqual(expected);
});

describe('laws', () => {
  const schedule = fc.constantFrom(
    ...oracles.map(([phrase]) => phrase),
    '每天8点和20点',
    '每月15日，遇节假日顺延',
    '每周五，遇节假日提前',
    '每季度第10个工作日 14:30',
    '每两个月15日',
    '每逢节假日前',
    '每年春节前',
  );
  const moment = fc.integer({ min: at('2026-01-01'), max: at('2033-01-01') });

  test('strictly increasing, inside the span, each as its own slot', () =>
    fc.assert(
      fc.property(schedule, moment, fc.integer({ min: 0, max: 400 }), (phrase, from, days) => {
        const to = from + days * DAY;
        const all = occurrencesBetween(read(phrase), place, from, to);
        for (const [i, one] of all.entries()) {
          expect(one.at).toBeGreaterThan(i === 0 ? from : all[i - 1]!.at);
          expect(one.at).toBeLessThanOrEqual(to);
          expect(localOf(one.at, zone).date).toBe(one.date);
        }
        expect(new Set(all.map(({ slot }) => slot)).size).toBe(all.length);
      }),
      { numRuns: 150 },
    ));

  test('a span is the sum of its parts', () =>
    fc.assert(
      fc.property(schedule, moment, fc.nat(200), fc.nat(200), (phrase, from, a, b) => {
        const one = read(phrase);
        const parts: Occurrence[] = [
          ...occurrencesBetween(one, place, from, from + a * DAY),
          ...occurrencesBetween(one, place, from + a * DAY, from + (a + b) * DAY),
        ];
        expect(parts).toEqual(occurrencesBetween(one, place, from, from + (a + b) * DAY));
      }),
      { numRuns: 150 },
    ));

  test('the next is the first of what follows', () =>
    fc.assert(
      fc.property(schedule, moment, (phrase, from) => {
        const next = nextOf(read(phrase), place, from)!;
        expect(next).toBeGreaterThan(from);
        expect(occurrencesBetween(read(phrase), place, from, next).map((o) => o.at)).toEqual([next]);
      }),
      { numRuns: 150 },
    ));

  test('never on a day off where the phrase forbids it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          '每个工作日',
          '每月15日，遇节假日顺延',
          '每周五，遇节假日提前',
          '每逢节假日前',
          '每月第3个工作日',
        ),
        moment,
        (phrase, from) => {
          for (const one of occurrencesBetween(read(phrase), place, from, from + 200 * DAY)) {
            expect(calendar.isWorkday(one.date)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    ));
});

describe('clock changes, by brute force', () => {
  const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Shanghai', 'America/St_Johns'];
  const clocks: readonly LocalTime[] = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '23:30'];

  test.each(zones)('%s: once a day, at the time written or just after the gap', (name) => {
    for (const clock of clocks) {
      const schedule: Schedule = { kind: 'recurring', rule: { unit: 'day', step: 1 }, times: [clock] };
      const from = instantOf('2025-12-31', '23:45', name);
      const to = instantOf('2027-01-01', '23:45', name);
      const all = occurrencesBetween(schedule, { zone: name, calendar }, from, to);
      expect(all.map(({ slot }) => slot).slice(0, 366).length).toBe(Math.min(366, all.length));
      for (const [i, one] of all.entries()) {
        const wall = localOf(one.at, name);
        expect(wall.date).toBe(one.slot.slice(0, 10));
        expect(wall.time === clock || isGap(one.slot.slice(0, 10) as LocalDate, clock, name)).toBe(true);
        if (i > 0) expect(dayNumberOf(one.date) - dayNumberOf(all[i - 1]!.date)).toBe(1);
      }
      expect(all.length).toBeGreaterThanOrEqual(365);
    }
  });

  /** True if no minute of that day shows the clock: it lies in the gap of spring. */
  function isGap(date: LocalDate, clock: LocalTime, name: string): boolean {
    const start = instantOf(date, '00:00', name);
    for (let at = start - HOUR; at < start + 26 * HOUR; at += 5 * MINUTE) {
      const wall = localOf(at, name);
      if (wall.date === date && wall.time === clock) return false;
    }
    return true;
  }

  test('both changes of New York', () => {
    const nightly: Rule = { unit: 'day', step: 1 };
    const schedule: Schedule = { kind: 'recurring', rule: nightly, times: ['02:30'] };
    const newYork = { zone: 'America/New_York', calendar };
    const spring = nextFew(schedule, newYork, at('2026-03-07T03:00', 'America/New_York'), 2);
    expect(spring.map((i) => isoOf(i, 'America/New_York'))).toEqual([
      '2026-03-08T03:30:00-04:00',
      '2026-03-09T02:30:00-04:00',
    ]);
    const autumn = nextFew({ ...schedule, times: ['01:30'] }, newYork, at('2026-10-31T02:00', 'America/New_York'), 2);
    expect(autumn.map((i) => isoOf(i, 'America/New_York'))).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-02T01:30:00-05:00',
    ]);
  });

  test('a day is the zone’s day, not the host’s', () => {
    for (const name of zones) {
      const schedule = { kind: 'recurring', rule: { unit: 'workday' }, times: [] } satisfies Schedule;
      for (const one of occurrencesBetween(schedule, { zone: name, calendar }, at('2026-03-01'), at('2026-04-15'))) {
        expect(dateAt(one.at, name)).toBe(one.date);
        expect(localOf(one.at, name).time).toBe('09:00');
      }
    }
  });
});
