import { describe, expect, test } from 'vitest';
import { readSpan, tellsOfAbsence } from '../../../src/core/absence/read-span.ts';
import { readInstant } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import { todayAt } from '../../../src/core/reply/day.ts';
import { workingCalendar } from '../../../src/core/working-calendar.ts';

const zone = 'Asia/Shanghai';
// Monday 2 March 2026.
const today = todayAt(readInstant('2026-03-02 10:00', zone)!, zone, workingCalendar(officialTable()));
const span = (text: string) => {
  const read = readSpan(text, today);
  return read && `${read.from.slice(5)} ${read.to.slice(5)}`;
};

describe('the days of an absence', () => {
  test.each([
    ['周三到周五出差', '03-04 03-06'],
    ['我周三至周五外出', '03-04 03-06'],
    ['3月4日至3月6日出差', '03-04 03-06'],
    ['3月4日-6日出差', '03-04 03-06'],
    ['2026-03-04至2026-03-06出差', '03-04 03-06'],
    ['2026-03-04 2026-03-06', '03-04 03-06'],
    ['下周一到周三培训', '03-09 03-11'],
    ['请假三天', '03-02 03-04'],
    ['病了，请两天假', '03-02 03-03'],
    ['明天起请假三天', '03-03 03-05'],
    ['周三开始出差一周', '03-04 03-10'],
    ['出差三天，周三走', '03-04 03-06'],
    ['出差到周五', '03-02 03-06'],
    ['培训要到下周五才完，这阵子人在外头', '03-02 03-13'],
    ['这几天人在外面，周五才回来', '03-02 03-05'],
    ['年休假到3月10日', '03-02 03-10'],
    ['25号回来，出差', '03-02 03-24'],
    ['本周外出', '03-02 03-08'],
    ['下周出差', '03-09 03-15'],
    ['今天出差', '03-02 03-02'],
    ['周四外出', '03-05 03-05'],
    ['请假半天', '03-02 03-02'],
    ['away from Wednesday to Friday', '03-04 03-06'],
    ['on leave until Friday', '03-02 03-06'],
  ])('%s', (text, days) => expect(span(text)).toBe(days));

  test.each(['出差', '最近出差', '出差到2月20日', '2026-03-04至2030-03-06出差'])('%s names none', (text) =>
    expect(readSpan(text, today)).toBeNull(),
  );
});

describe('an absence of its own, not leave from one thing', () => {
  const tells = (text: string) => tellsOfAbsence(text, readSpan(text, today));
  test.each(['周三到周五出差', '请假三天', '本周外出', '今天住院', '周四去培训', '这几天人在外面，周五才回来'])(
    '%s is',
    (text) => expect(tells(text)).toBe(true),
  );
  test.each([
    '周四请假',
    '今天请假',
    '不出差了',
    '周三到周五出差吗',
    '王局周三出差吗？',
    '3月3日前报',
    '取消周三的出差',
  ])('%s is not', (text) => expect(tells(text)).toBe(false));
});
