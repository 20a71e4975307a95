import { expect, test } from 'vitest';
import { bundleOf, type Waiting } from '../../src/core/bundle.ts';
import { DAY, isoOf, readInstant } from '../../src/core/calendar.ts';
import type { Notice, NoticeKind } from '../../src/core/notice.ts';
import type { OccurrenceFacts } from '../../src/core/occurrence.ts';
import { seenMessage } from '../../src/core/wording/echo.ts';
import { ownMessage } from '../../src/core/wording/own.ts';
import { openSpeech } from '../../src/speech.ts';
import { factsOf, plan as small } from '../support/facts.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const organization = { ...small.organization, quietHours: { from: '21:30', to: '07:30' }, bundle: '08:30' } as const;
const plan = { ...small, organization };

function verdict(now: string, kind: NoticeKind, facts: OccurrenceFacts, more: Partial<Waiting> = {}): string {
  const notice: Notice = {
    id: `${facts.id}#0.l0~person/sun`,
    kind,
    to: 'person/sun',
    at: at(now),
    occurrence: facts.id,
  };
  const { outcome } = bundleOf({
    plan,
    to: 'person/sun',
    notices: [notice],
    facts: new Map([[facts.id, facts]]),
    told: {},
    overdue: 0,
    spokenToday: 0,
    relayedToday: 0,
    now: at(now),
    ...more,
  });
  return outcome.type === 'wait' ? isoOf(outcome.until, zone).slice(5, 16).replace('T', ' ') : outcome.type;
}

const past = factsOf({ due: at('2026-03-03 22:00'), scheduled: at('2026-03-03 22:00'), timed: true });

test('what the night held back joins the bundle of the morning', () => {
  expect(verdict('2026-03-03 23:00', 'overdue', past)).toBe('03-04 08:30');
  expect(verdict('2026-03-04 02:00', 'escalation', past)).toBe('03-04 08:30');
});

test('what begins before the bundle, or was urged by hand, comes when the night is over', () => {
  const early = factsOf({ due: at('2026-03-04 08:15'), scheduled: at('2026-03-04 08:00'), timed: true });
  expect(verdict('2026-03-04 06:00', 'reminder', early)).toBe('03-04 07:30');
  expect(verdict('2026-03-04 06:00', 'nudge', past)).toBe('03-04 07:30');
});

test('of what others are late with the first message of a day comes at once, the rest together', () => {
  expect(verdict('2026-03-04 09:00', 'escalation', past, { alertedToday: 0 })).toBe('say');
  expect(verdict('2026-03-04 09:10', 'escalation', past, { alertedToday: 1 })).toBe('03-04 11:30');
});

test('what the budget of the day holds back waits for the morning, what is given as one date-time does not', () => {
  const due = { due: at('2026-03-05 16:00'), scheduled: at('2026-03-05 15:00'), timed: true };
  const spent = { spokenToday: organization.budget };
  expect(verdict('2026-03-04 09:00', 'reminder', factsOf(due), spent)).toBe('03-05 08:30');
  expect(verdict('2026-03-04 09:00', 'reminder', factsOf({ ...due, exact: true }), spent)).toBe('say');
  expect(verdict('2026-03-04 09:00', 'overdue', past, spent)).toBe('say');
});

test('somebody away hears what has its own hour and what a colleague urges, the rest on return', () => {
  const away = { from: '2026-03-04', to: '2026-03-05', reason: 'away' } as const;
  const people = plan.people.map((p) => (p.id === 'sun' ? { ...p, away: [away] } : p));
  const meanwhile = { plan: { ...plan, people } };
  expect(verdict('2026-03-04 09:00', 'reminder', past, meanwhile)).toBe('03-06 08:30');
  expect(verdict('2026-03-04 09:00', 'escalation', past, meanwhile)).toBe('03-06 08:30');
  expect(verdict('2026-03-04 09:00', 'reminder', { ...past, exact: true }, meanwhile)).toBe('say');
  expect(verdict('2026-03-04 09:00', 'nudge', past, { ...meanwhile, ...urged(past) })).toBe('say');
});

/** By hand: its rung is the number of the entry that urges. */
function urged({ id }: OccurrenceFacts): Pick<Waiting, 'notices'> {
  return {
    notices: [
      { id: `${id}#0.n7~person/sun`, kind: 'nudge', to: 'person/sun', at: at('2026-03-04 09:00'), occurrence: id },
    ],
  };
}

const say = openSpeech();
const monthly = factsOf({
  scheduled: at('2026-03-25 09:00'),
  due: at('2026-03-26 00:00'),
  nextSlot: at('2026-03-25 09:00') + 31 * DAY,
});

function colour(now: string, facts: OccurrenceFacts, language: 'zh' | 'en' = 'zh'): string {
  const { lines } = ownMessage({ plan, person: 'sun', facts: [facts], told: {}, now: at(now) });
  return lines.map(({ text }) => say(text, language)).find((line) => /提示|Green|Yellow|Red/.test(line)) ?? '';
}

const single = (now: string, facts: OccurrenceFacts): readonly string[] =>
  ownMessage({ plan, person: 'sun', facts: [facts], told: {}, now: at(now) }).lines.map(({ text }) => say(text, 'zh'));

test('one matter alone says that it falls into the holiday that begins, an ordinary weekend is no word worth', () => {
  const inHoliday = factsOf({ scheduled: at('2026-05-01 09:00'), due: at('2026-05-02 00:00') });
  expect(single('2026-04-30 08:30', inHoliday)).toContain('当天在放假期间（5月1日（周五）至5月5日（周二））');
  const onSaturday = factsOf({ scheduled: at('2026-03-07 09:00'), due: at('2026-03-08 00:00') });
  expect(single('2026-03-06 08:30', onSaturday).join()).not.toContain('放假');
});

test('what cannot be recorded yet names the day from which it can', () => {
  const early = factsOf({
    scheduled: at('2026-03-25 09:00'),
    due: at('2026-03-26 00:00'),
    creditFrom: at('2026-03-18 00:00'),
  });
  expect(single('2026-03-13 08:30', early).at(-1)).toBe('3月18日（周三）起可以登记，请先安排。');
  expect(single('2026-03-18 08:30', early).at(-1)).toContain('办完点');
});

test('收到 promises no reminder of what is overdue already', () => {
  const open = factsOf({
    id: 'open@2026-03-10/sun',
    duty: 'open',
    scheduled: at('2026-03-10 09:00'),
    due: at('2026-03-11 00:00'),
    reminders: [{ key: 'r0', at: at('2026-03-09 08:30') }],
  });
  const lines = seenMessage([past, open], plan, at('2026-03-06 08:30'), 'sun').lines.map(({ text }) => say(text, 'zh'));
  expect(lines).toEqual([
    '好的，2项已知悉，尚未登记办结。',
    expect.stringContaining('再提醒您一次'),
    '已过期限的1项不再提醒，办完请回复。',
  ]);
});

test.each([
  ['2026-03-05 09:00', '绿色提示：还有20天', 'Green: 20 days left'],
  ['2026-03-15 09:00', '黄色提示：还有10天', 'Yellow: 10 days left'],
  ['2026-03-25 09:00', '黄色提示：今天到期', 'Yellow: due today'],
  ['2026-03-26 09:00', '红色提示：已逾期', 'Red: overdue'],
])('a monthly report on %s: %s', (now, zh, en) => {
  expect([colour(now, monthly), colour(now, monthly, 'en')]).toEqual([zh, en]);
});

test('a weekly report and one that comes once have no colour', () => {
  expect(colour('2026-03-20 09:00', { ...monthly, nextSlot: at('2026-04-01 09:00') })).toBe('');
  expect(colour('2026-03-20 09:00', { ...monthly, nextSlot: null })).toBe('');
});

test('one message to pass on a day: what is due before the next morning comes at once, what is overdue waits for it', () => {
  const notice = (facts: OccurrenceFacts, rung: string): Notice => ({
    ...{ id: `relay@${facts.id}#0.${rung}~person/zhou`, kind: 'relay', to: 'person/sun', at: at('2026-03-04 11:00') },
    ...{ occurrence: facts.id, rung, instead: 'zhou' },
  });
  const soon = factsOf({ due: at('2026-03-04 17:00'), scheduled: at('2026-03-04 09:00'), timed: true });
  const more = (facts: OccurrenceFacts, rung: string) => ({ relayedToday: 1, notices: [notice(facts, rung)] });
  expect(verdict('2026-03-04 11:00', 'relay', soon, more(soon, 'r0'))).toBe('say');
  expect(verdict('2026-03-04 11:00', 'relay', past, more(past, 'l0'))).toBe('03-05 08:30');
});
