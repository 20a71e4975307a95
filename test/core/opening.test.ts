import { describe, expect, test } from 'vitest';
import { dateAt, isoOf, readInstant } from '../../src/core/calendar.ts';
import { recordExtended, recordHeld } from '../../src/core/extension.ts';
import { officialTable } from '../../src/core/holidays.ts';
import { recordLater, recordSeen } from '../../src/core/mute.ts';
import { occurrencesOf } from '../../src/core/opening.ts';
import { openingsOf } from '../../src/core/openings.ts';
import type { Duty, Organization } from '../../src/core/plan/plan.ts';
import { readPlans } from '../../src/core/plan/read.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import { canBeDone, graceEndOf, lateBy, overdueBy } from '../../src/core/standing.ts';
import { planOf } from '../support/plans.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const wall = (instant: number) => isoOf(instant, zone).slice(5, 16).replace('T', ' ');

/** A duty as an office would write it, read by the plan's own rules. */
function duty(fields: string, organization = ''): { duty: Duty; organization: Organization } {
  const read = readPlans(
    [{ path: 'p', text: planOf({ duties: [`{ id: d, title: 事项, who: [sun], ${fields} }`], organization }) }],
    {
      officialTable: officialTable(),
      now: at('2026-01-01 00:00'),
    },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [plan] = read.plans;
  return { duty: plan!.measures[0]!.duties[0]!, organization: plan!.organization };
}

function firstOf(fields: string, from: string, organization = '') {
  const one = duty(fields, organization);
  const [slot] = slotsBetween(
    one.duty,
    { organization: one.organization, anchor: '2026-01-01' },
    at(from),
    at(from) + 400 * 86_400_000,
  );
  const plan = { ...readPlan(fields, organization), organization: one.organization };
  const context = { plan, planVersion: 1, since: { d: at('2026-01-01 00:00') } };
  return { ...one, slot: slot!, facts: occurrencesOf(one.duty, slot!, context)[0]!.facts };
}

function readPlan(fields: string, organization: string) {
  const text = planOf({ duties: [`{ id: d, title: 事项, who: [sun], ${fields} }`], organization });
  const read = readPlans([{ path: 'p', text }], { officialTable: officialTable(), now: at('2026-01-01 00:00') });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plans[0]!;
}

describe('adopted when its window is all but over, a duty begins with the next window', () => {
  // 7 March 2026 is a Saturday, 31 May a Sunday; 10 October is a worked Saturday.
  test.each([
    ['each week, on Saturday night', '每周', '2026-03-07 22:00', '2026-03-15'],
    ['each week, on Friday night', '每周', '2026-03-06 20:00', '2026-03-15'],
    ['each week, on Friday morning', '每周', '2026-03-06 09:00', '2026-03-08'],
    ['each week, before a worked Saturday', '每周', '2026-10-09 20:00', '2026-10-11'],
    ['each month, on its last Saturday', '每月', '2026-05-30 10:00', '2026-06-30'],
  ] as const)('%s', (_, schedule, adopted, day) => {
    const plan = readPlan(`kind: other, schedule: ${schedule}`, '');
    const context = { plan, planVersion: 1, since: { d: at(adopted) } };
    const { openings } = openingsOf(plan.measures[0]!.duties[0]!, context, at(adopted), at(adopted) + 40 * 86_400_000);
    expect(dateAt(openings[0]!.facts.scheduled, zone)).toBe(day);
  });
});

describe('days off by the duty’s own rule', () => {
  // 1 October 2026 is a Thursday: off to the 7th; 10 October is a worked Saturday.
  test.each([
    ['as written', 'kind: other, schedule: 每月3日', '2026-09-20 00:00', '2026-10-03'],
    ['the next working day', 'kind: other, schedule: 每月3日, shift: next', '2026-09-20 00:00', '2026-10-08'],
    ['the previous working day', 'kind: other, schedule: 每月3日, shift: previous', '2026-09-20 00:00', '2026-09-30'],
    [
      'a worked Saturday is a working day',
      'kind: other, schedule: 每月10日, shift: next',
      '2026-10-08 00:00',
      '2026-10-10',
    ],
    ['the month’s last day', 'kind: other, schedule: 每月最后一天', '2026-02-10 00:00', '2026-02-28'],
    ['the month’s last working day', 'kind: other, schedule: 每月最后一个工作日', '2026-05-02 00:00', '2026-05-29'],
  ] as const)('%s', (_, fields, from, day) => expect(firstOf(fields, from).slot.date).toBe(day));

  test('month ends are counted from the anchor, never chained', () => {
    const { duty: d, organization } = duty('kind: other, schedule: 每月31日');
    const days = slotsBetween(
      d,
      { organization, anchor: '2026-01-31' },
      at('2026-01-01 00:00'),
      at('2026-06-30 00:00'),
    ).map((s) => s.date);
    expect(days).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
  });
});

describe('when a report counts', () => {
  const credit = (fields: string, from: string, when: string) => canBeDone(firstOf(fields, from).facts, at(when));
  test.each([
    [
      'an event: never before its start',
      'kind: meeting, schedule: 每周四 15:00',
      '2026-03-02 00:00',
      '2026-03-05 14:59',
      'not-begun',
    ],
    [
      'an event: from its start',
      'kind: meeting, schedule: 每周四 15:00',
      '2026-03-02 00:00',
      '2026-03-05 15:00',
      'yes',
    ],
    [
      'an inspection: not more than seven days early',
      'kind: inspection, schedule: 每月25日',
      '2026-03-02 00:00',
      '2026-03-17 23:59',
      'too-early',
    ],
    [
      'an inspection: seven days early',
      'kind: inspection, schedule: 每月25日',
      '2026-03-02 00:00',
      '2026-03-18 00:00',
      'yes',
    ],
    [
      'a quota: not before its window',
      'kind: talk, with: [zhou], quota: 1 per quarter',
      '2026-04-02 00:00',
      '2026-03-31 23:59',
      'too-early',
    ],
    [
      'a quota: on the first day of its window',
      'kind: talk, with: [zhou], quota: 1 per quarter',
      '2026-04-02 00:00',
      '2026-04-01 00:00',
      'yes',
    ],
    [
      'what was reminded of before its window: from that day',
      'kind: report, schedule: 每月5日前, remind: [-8d, 0s]',
      '2026-03-02 00:00',
      '2026-03-28 00:00',
      'yes',
    ],
    [
      'what was not: not before its window',
      'kind: report, schedule: 每月5日前, remind: [0s]',
      '2026-03-06 00:00',
      '2026-03-28 00:00',
      'too-early',
    ],
    ['a report: any time', 'kind: report, schedule: 每月25日', '2026-03-02 00:00', '2026-01-05 00:00', 'yes'],
    [
      'a talk due on a day: from the day of its first reminder',
      'kind: talk, with: [zhou], schedule: 2026-03-25, remind: [-3d]',
      '2026-03-02 00:00',
      '2026-03-22 00:00',
      'yes',
    ],
    [
      'a talk at an hour: not before its day',
      'kind: talk, with: [zhou], schedule: "2026-03-25T15:00", remind: [-3d]',
      '2026-03-02 00:00',
      '2026-03-24 23:59',
      'too-early',
    ],
    [
      'the plan’s own rule wins',
      'kind: report, schedule: 每月25日, early: 3d',
      '2026-03-02 00:00',
      '2026-03-21 23:59',
      'too-early',
    ],
  ] as const)('%s', (_, fields, from, when, expected) => expect(credit(fields, from, when)).toBe(expected));
});

describe('when the bot speaks', () => {
  const bundled = 'bundle: "08:30"';
  const spoken = (fields: string, from: string, organization = '') =>
    firstOf(fields, from, organization).facts.reminders.map(({ at: instant }) => wall(instant));

  test.each([
    [
      'a whole day at nine',
      'kind: other, schedule: 2026-03-18, remind: [-1d, 0s]',
      '2026-03-02 00:00',
      '',
      ['03-17 09:00', '03-18 09:00'],
    ],
    [
      'on a day off: on the last working day before',
      'kind: other, schedule: 2026-10-03, remind: [-1d, 0s]',
      '2026-09-02 00:00',
      '',
      ['09-30 09:00'],
    ],
    [
      'unless the duty wants it',
      'kind: other, schedule: 2026-10-03, remind: [0s], daysOff: true',
      '2026-09-02 00:00',
      '',
      ['10-03 09:00'],
    ],
    [
      'an event on a day off: before it on a working day, after it at once',
      'kind: meeting, schedule: 每月3日 15:00, remind: [-30m]',
      '2026-10-02 00:00',
      '',
      ['09-30 09:00', '10-03 15:30'],
    ],
    [
      'one date-time is never moved',
      'kind: other, schedule: "2026-10-03 20:00", remind: [-1h]',
      '2026-09-02 00:00',
      bundled,
      ['10-03 19:00'],
    ],
    [
      'bundled: on the first day of the week and on the day',
      'kind: other, schedule: 2026-03-18, remind: [0s]',
      '2026-03-02 00:00',
      bundled,
      ['03-16 08:30', '03-18 08:30'],
    ],
    [
      'bundled, due on Monday: once',
      'kind: other, schedule: 2026-03-16, remind: [0s]',
      '2026-03-02 00:00',
      bundled,
      ['03-16 08:30'],
    ],
    [
      'bundled, a week that begins after a holiday',
      'kind: other, schedule: 2026-10-10, remind: [0s]',
      '2026-09-02 00:00',
      bundled,
      ['10-08 08:30', '10-10 08:30'],
    ],
    [
      'a daily duty is not announced for the week',
      'kind: other, schedule: 每个工作日, remind: [0s]',
      '2026-03-17 10:00',
      bundled,
      ['03-18 08:30'],
    ],
    [
      'an event: with the week, then at its own hour',
      'kind: meeting, schedule: 每周四 15:00, remind: [-1d, -30m]',
      '2026-03-02 00:00',
      bundled,
      ['03-02 08:30', '03-04 15:00', '03-05 14:30', '03-05 15:30'],
    ],
  ] as const)('%s', (_, fields, from, organization, expected) =>
    expect(spoken(fields, from, organization)).toEqual(expected),
  );
});

describe('three times, of which only due moves', () => {
  const one = firstOf('kind: inspection, schedule: 2026-03-20, grace: 1wd', '2026-03-02 00:00');
  const { facts, organization } = one;
  const said = { by: 'li', at: at('2026-03-18 10:00'), source: 's', planVersion: 1 };
  const told = (when: string) => ({ at: at(when), how: 'sent' as const });

  test('due is the end of its day, grace ends working days later', () => {
    expect(wall(facts.due)).toBe('03-21 00:00');
    expect(wall(graceEndOf(facts, told('2026-03-18 09:00'), organization))).toBe('03-23 00:00');
  });

  test('grace runs from the later of due and the first telling', () => {
    expect(wall(graceEndOf(facts, told('2026-03-24 09:00'), organization))).toBe('03-25 09:00');
  });

  test('lateness counts working days from due', () => {
    expect(overdueBy(facts, organization, at('2026-03-20 23:00'))).toBe(0);
    expect(overdueBy(facts, organization, at('2026-03-23 09:00'))).toBe(1);
    expect(overdueBy(facts, organization, at('2026-03-25 09:00'))).toBe(3);
    const done = { ...facts, settled: { how: 'done' as const, at: at('2026-03-25 09:00'), by: 'sun', source: 'x' } };
    expect(lateBy(done, organization, done.settled.at)).toBe(3);
  });

  test('an extension moves due, with reason and approver; scheduled stays and the ladder starts anew', () => {
    const { entries, occurrences } = recordExtended(
      [facts],
      said,
      { due: at('2026-03-28 00:00'), reason: '等材料', approver: 'li' },
      organization,
    );
    expect(entries[0]).toMatchObject({ kind: 'extended', from: facts.due, reason: '等材料', approver: 'li' });
    expect(occurrences[0]).toMatchObject({ scheduled: facts.scheduled, due: at('2026-03-28 00:00'), revision: 1 });
    expect(occurrences[0]!.reminders.map((r) => wall(r.at))).toEqual(['03-27 09:00']);
  });

  test('a snooze mutes and moves nothing', () => {
    const until = at('2026-03-19 09:00');
    const [later] = recordLater([facts], said, until).occurrences;
    expect(later).toMatchObject({ due: facts.due, scheduled: facts.scheduled, mutedUntil: until });
    expect(graceEndOf(later!, told('2026-03-18 09:00'), organization)).toBe(
      graceEndOf(facts, told('2026-03-18 09:00'), organization),
    );
  });

  test('收到 expires with the next reminder', () => {
    const [seen] = recordSeen([facts], said).occurrences;
    const next = facts.reminders.find((r) => r.at > said.at);
    expect(seen!.acknowledged!.until).toBe(next!.at);
    expect(seen!.settled).toBeUndefined();
  });

  test('a hold lasts two working days and is given once', () => {
    const [held] = recordHeld([facts], said, 'checking', organization).occurrences;
    expect(dateAt(held!.held!.until, zone)).toBe('2026-03-20');
    expect(recordHeld([held!], said, 'checking', organization).occurrences).toEqual([]);
  });
});

describe('a plan adopted in the middle of a window', () => {
  // 28 November 2026 is a Saturday; the quarter has begun long ago.
  const talks = 'kind: talk, with: [zhou], quota: 1 per quarter';
  test.each([
    ['on a working day: at once', talks, 'quietHours: none', '2026-11-26 10:00', '11-26 10:00'],
    ['on a day off: on the next working day', talks, '', '2026-11-28 23:48', '11-30 09:00'],
    ['at the hour of the bundle', talks, 'bundle: "08:30"', '2026-11-28 23:48', '11-30 08:30'],
    ['unless the duty wants days off', `${talks}, daysOff: true`, '', '2026-11-28 23:48', '11-28 23:48'],
    ['unless it is due before', 'kind: other, schedule: 2026-11-29', '', '2026-11-28 10:00', '11-28 10:00'],
    [
      'unless it is one date-time, which nothing moves',
      'kind: other, schedule: "2026-12-05T10:00:00+08:00", remind: [-8d]',
      '',
      '2026-11-28 10:00',
      '11-28 10:00',
    ],
  ])('%s', (_, fields, organization, adopted, first) => {
    const { duty: one, organization: where } = duty(fields, organization);
    const plan = { ...readPlan(fields, organization), organization: where };
    const context = { plan, planVersion: 1, since: { d: at(adopted) } };
    const slots = slotsBetween(
      one,
      { organization: where, anchor: '2026-01-01' },
      at(adopted),
      at('2026-12-31 23:59') + 1,
    );
    const [opening] = slots.flatMap((slot) => occurrencesOf(one, slot, context));
    expect(wall(opening!.facts.reminders[0]!.at)).toBe(first);
  });
});
