import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, weekdayOf } from '../../src/core/calendar.ts';
import {
  assumedYear,
  type NoticeReading,
  officialTable,
  readNotice,
  readYearTable,
  textOfYearTable,
  withYears,
  yearOf,
} from '../../src/core/holidays.ts';
import {
  addWorkdays,
  plainWeek,
  workdayFrom,
  workdaysBetween,
  workingCalendar,
} from '../../src/core/working-calendar.ts';
import type { YearTable } from '../../src/core/year-table.ts';

const table = officialTable();
const calendar = workingCalendar(table);

// The State Council's notices, as published (国办发明电), typed from the notices and not from the data.
const notices: Readonly<Record<number, string>> = {
  2026: `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2024: `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2023: `国务院办公厅关于2023年部分节假日安排的通知
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
};

function read(text: string, year?: number): Extract<NoticeReading, { ok: true }> {
  const reading = readNotice(text, year);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

function dayNames(all: readonly LocalDate[]): readonly string[] {
  return [...all].sort();
}

describe('every year of the data against its notice', () => {
  test.each(Object.keys(notices).map(Number))('%i', (year) => {
    const notice = read(notices[year]!);
    expect(notice.year).toBe(year);
    expect(notice.missing).toEqual([]);
    const held = yearOf(table, year);
    expect(held.workDays).toEqual(dayNames(notice.workDays));
    for (const day of notice.daysOff) expect(calendar.isWorkday(day), day).toBe(false);
    for (const day of notice.workDays) expect(calendar.isWorkday(day), day).toBe(true);
    const inYear = [...table.daysOff].filter((day) => day.startsWith(String(year)) && !notice.daysOff.includes(day));
    // What the data has beyond the notice belongs to the next year's 元旦.
    expect(inYear.filter((day) => day < `${year}-12-25`)).toEqual([]);
  });

  test('importing a notice that the data already holds changes no day', () => {
    const again = workingCalendar(withYears(table, [read(notices[2026]!).table]));
    for (let day: LocalDate = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      expect(again.isWorkday(day), day).toBe(calendar.isWorkday(day));
    }
  });

  test('the six make-up days of 2026', () => {
    expect(yearOf(table, 2026).workDays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('make-up days of every year are Saturdays and Sundays, and never days off', () => {
    for (const day of table.workDays) {
      expect(weekdayOf(day), day).toBeGreaterThan(5);
      expect(table.daysOff.has(day), day).toBe(false);
    }
  });
});

describe('beyond the last notice', () => {
  test('the table says where it ends', () => {
    expect(table.lastYear).toBe(2026);
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2027-01-04')).toBe(true);
  });

  test.each<[LocalDate, boolean, boolean]>([
    ['2027-01-01', false, false],
    ['2027-02-05', false, false],
    ['2027-02-08', false, false],
    ['2027-02-09', false, true],
    ['2027-02-10', false, true],
    ['2027-02-11', false, true],
    ['2027-02-15', true, false],
    ['2027-04-05', false, false],
    ['2027-05-03', false, true],
    ['2027-06-09', false, false],
    ['2027-09-15', false, false],
    ['2027-10-01', false, false],
    ['2027-10-07', false, true],
    ['2027-10-08', true, false],
    ['2028-01-03', false, true],
    ['2031-01-22', false, false],
    ['2035-02-08', false, false],
  ])('%s: working %s, only probably off %s', (day, working, probable) => {
    expect(calendar.isWorkday(day)).toBe(working);
    expect(calendar.probablyOff(day)).toBe(probable);
    expect(calendar.isProvisional(day)).toBe(true);
  });

  test('next year’s notice makes its year certain', () => {
    const rest = assumedYear(2027)!.feasts.filter(({ name }) => name !== '春节');
    const spring = { name: '春节', from: '2027-02-05', to: '2027-02-12' } as const;
    const table2027: YearTable = { year: 2027, feasts: [spring, ...rest], workDays: ['2027-02-20'] };
    const next = workingCalendar(withYears(table, [table2027]));
    expect(next.lastYear).toBe(2027);
    expect(next.isProvisional('2027-12-01')).toBe(false);
    expect(next.isProvisional('2028-01-01')).toBe(true);
    expect(next.isWorkday('2027-02-12')).toBe(false);
    expect(next.isWorkday('2027-02-20')).toBe(true);
    expect(next.probablyOff('2027-02-10')).toBe(false);
    expect(next.feast('春节', 2027)?.to).toBe('2027-02-12');
  });

  test('a notice that lacks holidays leaves their days off, and the year in doubt', () => {
    const part: YearTable = {
      year: 2027,
      feasts: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      workDays: [],
    };
    const next = workingCalendar(withYears(table, [part]));
    expect(next.lastYear).toBe(2026);
    expect(next.isProvisional('2027-01-04')).toBe(true);
    for (const day of ['2027-01-01', '2027-02-08', '2027-02-11', '2027-10-01'] as const)
      expect(next.isWorkday(day)).toBe(false);
    expect(next.probablyOff('2027-02-11')).toBe(true);
    expect(next.probablyOff('2027-01-02')).toBe(false);
    expect(next.feast('春节', 2027)).toBeDefined();
  });

  test('a year that leaves a gap does not end the doubt', () => {
    expect(withYears(table, [{ year: 2028, feasts: [], workDays: [] }]).lastYear).toBe(2026);
  });
});

describe('a pasted notice', () => {
  test('one sentence, with the year told', () => {
    const notice = read('一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。', 2026);
    expect(notice.daysOff).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
    expect(notice.workDays).toEqual(['2026-01-04']);
    expect(notice.missing).toContain('国庆节');
  });

  test.each([
    ['元旦：1月1日至3日放假，共3天。', undefined, 'no-year'],
    ['元旦：1月1日（周五）至3日（周六）放假，共3天。', 2026, 'wrong-weekday'],
    ['元旦：1月1日至3日放假，共4天。', 2026, 'wrong-count'],
    ['元旦：1月1日至3日放假，共3天。1月5日上班。', 2026, 'odd-workday'],
    ['清明节：4月31日至5月2日放假，共3天。', 2026, 'bad-date'],
    ['大家节日快乐', 2026, 'nothing'],
  ])('%s is refused: %s %s', (text, year, code) => {
    const reading = readNotice(text, year);
    expect(reading.ok ? [] : reading.problems.map((p) => p.code)).toContain(code);
  });

  test('除夕 as advice is no day off (2024)', () => {
    expect(read(notices[2024]!).daysOff).not.toContain('2024-02-09');
    expect(calendar.isWorkday('2024-02-09')).toBe(true);
  });

  test('a year goes out as a small file and comes back', () => {
    const held = yearOf(table, 2026);
    expect(readYearTable(textOfYearTable(held))).toEqual(held);
    for (const wrong of [
      '',
      '{}',
      '[]',
      '{"year":2027,"feasts":[{"name":"元旦","from":"2026-02-01","to":"2027-01-01"}],"workDays":[]}',
    ]) {
      expect(readYearTable(wrong)).toBeUndefined();
    }
  });
});

describe('feasts', () => {
  test.each([
    ['国庆节', 2026, '2026-10-01', '2026-10-07'],
    ['国庆', 2026, '2026-10-01', '2026-10-07'],
    ['十一', 2026, '2026-10-01', '2026-10-07'],
    ['中秋节', 2025, '2025-10-01', '2025-10-08'],
    ['元旦', 2023, '2022-12-31', '2023-01-02'],
    ['春节', 2027, '2027-02-05', '2027-02-11'],
    ['清明', 2027, '2027-04-03', '2027-04-05'],
  ])('%s %i', (name, year, from, to) => expect(calendar.feast(name, year)).toMatchObject({ from, to }));
});

describe('counting', () => {
  test('the office’s own days win over the table', () => {
    const own = workingCalendar(table, { daysOff: ['2026-07-01'], workDays: ['2026-10-07', '2027-02-10'] });
    expect(own.isWorkday('2026-07-01')).toBe(false);
    expect(own.isWorkday('2026-10-07')).toBe(true);
    expect(own.isWorkday('2027-02-10')).toBe(true);
    expect(own.probablyOff('2027-02-10')).toBe(false);
  });

  test.each<[LocalDate, number, LocalDate]>([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-08', 2, '2026-10-10'],
    ['2026-02-14', 0, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
  ])('%s and %i working days is %s', (from, n, to) => expect(addWorkdays(from, n, calendar)).toBe(to));

  test('adding and counting agree', () =>
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 40 }), (offset, n) => {
        const from = addDays('2024-01-01', offset);
        const to = addWorkdays(from, n, calendar);
        expect(workdaysBetween(from, to, calendar)).toBe(n);
        expect(workdayFrom(to, calendar, 1)).toBe(to);
      }),
    ));

  test('without a calendar the week is plain', () => {
    const plain = workingCalendar(plainWeek);
    expect(plain.isWorkday('2026-10-01')).toBe(true);
    expect(plain.isWorkday('2026-10-10')).toBe(false);
    expect(plain.isProvisional('2030-01-01')).toBe(false);
  });
});
