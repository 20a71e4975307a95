import { describe, expect, test } from 'vitest';
import { dutyKind } from '../../../src/core/duties/index.ts';
import { activities, activityIn } from '../../../src/core/intake/activities.ts';
import { fourOf, isThreeMeetings, standingDuties } from '../../../src/core/intake/standing-duties.ts';
import { cadenceOf } from '../../../src/core/plan/cadence.ts';
import { readSchedule } from '../../../src/core/schedule/index.ts';
import { plainWeek, workingCalendar } from '../../../src/core/working-calendar.ts';

describe('the standing duties of an office', () => {
  test.each(standingDuties)('$title: $kind $schedule, by $status', ({ title, kind, schedule, status }) => {
    const activity = activities.find((one) => one.title === title);
    expect(activity?.kind).toBe(kind);
    // What was only partly read, is remembered or is a custom is offered, and never shown as the rule (DOMAIN §1).
    expect(status === 'rule' ? activity?.rule?.schedule : activity?.offer).toBe(schedule);
    expect(activity?.rule !== undefined).toBe(status === 'rule');
  });

  test.each(standingDuties)('$title has a cadence, a grace and a ladder', ({ kind, schedule }) => {
    const from = Date.UTC(2026, 2, 2);
    const read = readSchedule(schedule, { zone: 'Asia/Shanghai', calendar: workingCalendar(plainWeek), from });
    if (!read.ok) throw new Error(schedule);
    const timing = { type: 'schedule', schedule: read.schedule, phrase: schedule } as const;
    const { grace, ladder } = dutyKind(kind).defaults(cadenceOf(timing, { reported: false, pressed: false }));
    expect(grace.n).toBeGreaterThanOrEqual(0);
    expect(ladder.length).toBeGreaterThan(0);
  });

  test.each([
    ['落实一岗双责', 'meeting'],
    ['对下属单位负责人进行约谈', 'talk'],
    ['专题研究意识形态工作', 'meeting'],
    ['开展廉政形势分析', 'meeting'],
    ['开展专项整治', 'inspection'],
    ['末位表态', 'minutes-check'],
  ])('%s is a %s', (clause, kind) => expect(activityIn(clause)?.kind).toBe(kind));
});

test('三会一课 is four duties: three by their articles, the lecture by custom', () => {
  const line = {
    kind: 'meeting',
    title: '“三会一课”',
    text: '落实三会一课制度',
    scheduleText: null,
    schedule: '每月',
    origin: 'rule',
    rule: '《条例》',
    owner: '徐芳',
    with: null,
    evidence: null,
    deadline: null,
    place: { paragraph: 1 },
  } as const;
  expect(isThreeMeetings(line)).toBe(true);
  expect(
    fourOf(line).map(({ title, schedule, origin, rule }) => [title, schedule, origin, rule !== undefined]),
  ).toEqual([
    ['支部党员大会', '每季度', 'rule', true],
    ['支部委员会会议', '每月', 'rule', true],
    ['党小组会', '每月', 'rule', true],
    ['党课', '每季度', 'text', false],
  ]);
});
