import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf, localOf } from '../../../src/core/calendar.ts';
import { explainSchedule, nextFew, nextOf, type Reading, readSchedule } from '../../../src/core/schedule/index.ts';
import { languages, openSpeech } from '../../../src/speech.ts';
import { asked, at, calendar, zone } from './asking.ts';
import { chinese, english } from './phrase-book.ts';

const say = openSpeech();
const rows = [...chinese, ...english];

/** What a reading says, in the columns of the phrase book. */
function columnsOf(reading: Reading): readonly (string | undefined)[] {
  if (!reading.ok) return ['refused', reading.code];
  const { schedule, timed } = reading;
  const more = [reading.window, reading.count ? `×${reading.count}` : undefined].filter(Boolean).join(' ');
  const extra = [more, reading.after ? `after ${reading.after}` : ''].filter(Boolean).join(', ');
  return [reading.kind, datesOf(reading, timed, schedule.kind), ...(extra ? [extra] : [])];
}

function datesOf(reading: Extract<Reading, { ok: true }>, timed: boolean, kind: string): string {
  if (kind === 'ongoing') return reading.deadline ?? '';
  if (reading.schedule.kind === 'once') return [reading.deadline, reading.schedule.time].filter(Boolean).join(' ');
  return nextFew(reading.schedule, asked(), asked().from, 3)
    .map((instant) => localOf(instant, zone))
    .map(({ date, time }) => (timed ? `${date} ${time}` : date))
    .join(', ');
}

describe('the phrase book', () => {
  test.each(rows.map(([phrase, ...expected]) => ({ phrase, expected })))('$phrase', ({ phrase, expected }) => {
    expect(columnsOf(readSchedule(phrase, asked()))).toEqual(expected);
  });

  test('holds at least 200 phrases, none twice', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map(([phrase]) => phrase)).size).toBe(rows.length);
  });
});

describe('each phrase is explained back', () => {
  const read = rows.map(([phrase]) => [phrase, readSchedule(phrase, asked())] as const);

  test.each(read)('%s', (_, reading) => {
    for (const language of languages) {
      if (!reading.ok) expect(say(reading.problem, language)).not.toBe('');
      else {
        expect(say(explainSchedule(reading.schedule), language).length).toBeLessThan(120);
        for (const note of reading.notes) expect(say(note, language)).not.toBe('');
      }
    }
  });

  test.each(read.filter(([, { ok }]) => ok))(
    '%s: the explanation reads back the same in each language',
    (_, reading) => {
      if (!reading.ok) return;
      for (const language of languages) {
        const words = say(explainSchedule(reading.schedule), language);
        const again = readSchedule(words, asked());
        expect(again.ok && again.schedule, words).toEqual(reading.schedule);
      }
    },
  );

  test.each([
    ['6月30日前', '2026年6月30日前', 'by 30 June 2026'],
    ['每年3月、9月底前', '每年3月、9月最后一天', 'every year on the last day of March, September'],
    [
      'the last Thursday of March, June, September and December',
      '每年3月、6月、9月、12月最后一个周四',
      'every year on the last Thursday of March, June, September, December',
    ],
    [
      '每季度首月第一个周一上午9点',
      '每季度第1个月第1个周一 09:00',
      'every quarter on the 1st Monday of the 1st month at 09:00',
    ],
    ['每月倒数第二个工作日', '每月倒数第2个工作日', 'every month on the 2nd last working day'],
    ['每月10日前', '每月，最迟10日', 'every month, by the 10th'],
    ['每季度不少于2次', '每季度2次，最迟最后一天', 'twice every quarter, by the last day'],
    ['每半月一次', '每半月1次，最迟15日、最后一天', 'once every half month, by the 15th, the last day'],
    ['每三天一次', '每3天（首次2026年3月11日）', 'every 3 days (first on 11 March 2026)'],
    ['国庆节前', '2026年9月30日前', 'by 30 September 2026'],
    ['每年国庆节前', '每年，最迟国庆节前', 'every year, by the day before the National Day holiday'],
    [
      '会后1个工作日内',
      '会后1个工作日内（即2026年3月11日前）',
      'within 1 working day after the meeting (that is by 11 March 2026)',
    ],
    [
      'RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=16;BYMINUTE=0',
      '每月最后一个周五 16:00（按规则RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=16;BYMINUTE=0）',
      'every month on the last Friday at 16:00 (by the rule RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=16;BYMINUTE=0)',
    ],
    ['会后当天', '会后当天（即2026年3月10日前）', 'on the day of the meeting (that is by 10 March 2026)'],
  ])('%s', (phrase, zh, en) => {
    const reading = readSchedule(phrase, asked());
    expect(reading.ok && languages.map((language) => say(explainSchedule(reading.schedule), language))).toEqual([
      zh,
      en,
    ]);
  });
});

describe('the rules of the house (DOMAIN §8)', () => {
  const next = (phrase: string, from: string, count = 1): readonly string[] => {
    const reading = readSchedule(phrase, asked(from));
    expect(reading.ok, phrase).toBe(true);
    return reading.ok ? nextFew(reading.schedule, asked(from), at(from), count).map((i) => isoOf(i, zone)) : [];
  };

  test('the example of the command line', () => {
    expect(next('每月最后一个工作日下午5点', '2026-09-01', 2)).toEqual([
      '2026-09-30T17:00:00+08:00',
      '2026-10-30T17:00:00+08:00',
    ]);
  });

  test('strictly later than the asking moment', () => {
    expect(next('每天', '2026-03-10T08:59:59')).toEqual(['2026-03-10T09:00:00+08:00']);
    expect(next('每天', '2026-03-10T09:00:00')).toEqual(['2026-03-11T09:00:00+08:00']);
  });

  test('working days follow the make-up days', () => {
    expect(next('每个工作日', '2026-10-09T12:00', 2)).toEqual([
      '2026-10-10T09:00:00+08:00',
      '2026-10-12T09:00:00+08:00',
    ]);
    expect(next('每月第3个工作日', '2026-10-01')).toEqual(['2026-10-10T09:00:00+08:00']);
    expect(next('周一到周五', '2026-10-09T12:00')).toEqual(['2026-10-12T09:00:00+08:00']);
  });

  test('every two weeks counts from the first such day after asking', () => {
    expect(next('每两周周五', '2026-03-13T08:00')).toEqual(['2026-03-13T09:00:00+08:00']);
    expect(next('每两周周五', '2026-03-13T10:00', 2)).toEqual([
      '2026-03-20T09:00:00+08:00',
      '2026-04-03T09:00:00+08:00',
    ]);
  });

  test.each([
    ['2022-03-25', '3个月内', '2022-06-25'],
    ['2026-01-31', '1个月内', '2026-02-28'],
    ['2026-11-30', '3个月内', '2027-02-28'],
    ['2026-09-28', '5个工作日内', '2026-10-10'],
    ['2026-02-10', '3日内', '2026-02-13'],
    ['2026-11-20', '年底前', '2026-12-31'],
    ['2026-11-20', '一季度', '2027-03-31'],
    ['2026-06-30', '6月底前', '2026-06-30'],
    ['2026-07-01', '6月底前', '2027-06-30'],
    ['2026-11-22', '下周五', '2026-11-27'],
    ['2026-11-22', '下周一', '2026-11-23'],
    ['2026-10-02', '国庆节前', '2027-09-30'],
    ['2025-03-01', '中秋节前', '2025-09-30'],
    ['2026-01-10', '春节前', '2026-02-14'],
  ])('on %s, %s is %s', (from, phrase, deadline) => {
    expect(readSchedule(phrase, asked(from))).toMatchObject({ ok: true, kind: 'once', deadline });
  });

  test('a document’s date gives the year, and a feedback its start', () => {
    const paper = asked('2026-06-01', { anchor: '2025-11-03' });
    expect(readSchedule('年底前', paper)).toMatchObject({ deadline: '2025-12-31' });
    expect(readSchedule('反馈后3个月内', paper)).toMatchObject({
      deadline: '2026-02-03',
      notes: [{ id: 'schedule-note-past' }],
    });
    expect(readSchedule('会后3日内', paper)).toMatchObject({ deadline: '2026-06-04', after: 'meeting' });
  });

  test('a past date stays a date', () => {
    const reading = readSchedule('2021年6月底前', asked());
    expect(reading).toMatchObject({ ok: true, deadline: '2021-06-30' });
    expect(reading.ok && nextOf(reading.schedule, asked(), asked().from)).toBeUndefined();
  });

  test('what can be read two ways says so', () => {
    const notes = (phrase: string) => {
      const reading = readSchedule(phrase, asked());
      return reading.ok ? reading.notes.map(({ id }) => id) : [];
    };
    expect(notes('每月第一周的周五')).toEqual(['schedule-note-nth-week']);
    expect(notes('每月最后一周周四')).toEqual(['schedule-note-last-week']);
    expect(notes('每月31日')).toEqual(['schedule-note-skips-months']);
    expect(notes('每天3点')).toEqual(['schedule-note-night-hour']);
    expect(notes('周五')).toEqual(['schedule-note-weekday-once']);
    expect(notes('春节前')).toEqual(['schedule-note-provisional']);
    expect(notes('月底前')).toEqual(['schedule-note-period-once']);
    expect(notes('次月10日前')).toEqual(['schedule-note-period-once']);
    expect(notes('本月底前')).toEqual([]);
    expect(notes('年底前')).toEqual([]);
    expect(notes('3月5日前')).toEqual(['schedule-note-year-assumed']);
    expect(notes('9月20日前')).toEqual([]);
    expect(notes('四季度前')).toEqual(['schedule-note-before-period']);
    expect(notes('每隔两天')).toEqual(['schedule-note-every-other']);
    expect(notes('隔周')).toEqual(['schedule-note-every-n-weeks']);
    expect(notes('收到通知后5个工作日内')).toEqual(['schedule-note-receipt']);
    expect(notes('within 10 working days of receipt')).toEqual(['schedule-note-receipt']);
    expect(notes('每年7月1日前后')).toEqual(['schedule-note-about']);
    expect(notes('每月15号左右')).toEqual(['schedule-note-about']);
    expect(notes('3-6个月内')).toEqual(['schedule-note-window-last']);
    expect(notes('每周五下午3点')).toEqual([]);
  });
});

describe('a refusal says what to write instead', () => {
  test.each([
    ['每周一报', '“每周一”可指每周一次，也可指每逢周一。请写“每周一次”或“每逢周一”。'],
    ['即日起', '“即日起”只写了从何时开始。请问多久一次，或哪天之前？例如“即日起每周五”“6月底前”。'],
    ['2026年2月30日前', '没有2月30日这一天。请改写日期。'],
    ['2026-02-30', '没有2026年2月30日这一天。请改写日期。'],
    ['6月31日', '没有6月31日这一天。请改写日期。'],
    ['农历八月十五', '不能按农历安排（“农历八月十五”）。请写公历日期。'],
    ['中秋节前3个工作日', '“中秋节前3个工作日”是哪一天？请直接写日期；放假前办完即可的，请写“国庆节前”。'],
    ['会前3天', '“会前3天”要看会议哪天召开。请写固定日期，例如“每月20日前”。'],
    ['每月逢5日', '“逢5日”可指一个日子，也可指每逢尾数相同的日子。请写明，例如“每月5日”或“每月5日、15日、25日”。'],
    ['每学期开学第一周', '“每学期开学第一周”没有固定日期。请写明每次的日期，例如“每年3月1日、9月1日”。'],
    ['节后第一个工作日', '“节后第一个工作日”没有写是哪个节日。请写明，例如“国庆节后第一个工作日”。'],
  ])('%s', (phrase, words) => {
    const reading = readSchedule(phrase, asked());
    expect(!reading.ok && say(reading.problem, 'zh')).toBe(words);
  });
});

describe('hostile input', () => {
  test.each([
    ['每'.repeat(10_000)],
    ['周一、'.repeat(60)],
    ['1、'.repeat(99)],
    ['九'.repeat(199)],
    ['每月第1、'.repeat(30)],
    ['遇节假日'.repeat(49)],
    ['the '.repeat(49)],
    [`RRULE:${'FREQ=DAILY;'.repeat(15)}`],
    ['长期'.repeat(99)],
    ['-'.repeat(199)],
  ])('%#', (text) => {
    const start = performance.now();
    readSchedule(text, asked());
    expect(performance.now() - start).toBeLessThan(200);
  });

  test('a long text is refused as long', () => {
    expect(readSchedule('每天'.repeat(5000), asked())).toMatchObject({ ok: false, code: 'too-long' });
  });

  test('whatever is typed is read or refused, never thrown, and never as a day that does not exist', () => {
    const pieces = fc.constantFrom(
      ...'每 周 月 日 号 一 二 三 十 两 第 个 最后 工作日 季度 年 半 前 内 底 末 上午 下午 点 : 、 , 至 到 15 31 9 0 首月 次 遇节假日 顺延 自 起 2026 会后 国庆节 every on the first Monday of month by 3pm'.split(
        ' ',
      ),
    );
    const text = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 60 })), (phrase) => {
        const reading = readSchedule(phrase, asked());
        if (!reading.ok) return;
        nextFew(reading.schedule, { zone, calendar }, asked().from, 2);
        if (reading.deadline) expect(reading.deadline).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(readSchedule(phrase, asked())).toEqual(reading);
      }),
      { numRuns: 400 },
    );
  });
});
