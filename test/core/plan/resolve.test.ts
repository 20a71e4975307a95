import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../src/core/calendar.ts';
import { standardLadder } from '../../../src/core/ladder-default.ts';
import type { Duty, Plan } from '../../../src/core/plan/plan.ts';
import { readPlan } from '../../../src/core/plan/read.ts';
import { progressId } from '../../../src/core/plan/synthetic-duty.ts';
import { plainWeek } from '../../../src/core/working-calendar.ts';
import { aDutyOfFile, aMeasureOfFile, aPlanFile, type PlanFileShape } from '../../support/make.ts';

const context = { officialTable: plainWeek, now: readInstant('2026-03-02T10:00', 'Asia/Shanghai')! };

function read(text: string): Plan & { readonly warned: readonly string[] } {
  const reading = readPlan(text, context);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { ...reading.plan, warned: reading.warnings.map(({ code }) => code) };
}

const planOf = (over: PlanFileShape = {}) => read(JSON.stringify(aPlanFile(over)));
const measureOf = (over: PlanFileShape, more: PlanFileShape = {}) =>
  planOf({ measures: [aMeasureOfFile(over)], ...more }).measures[0]!;
const dutyOf = (over: PlanFileShape, more: PlanFileShape = {}): Duty =>
  measureOf({ duties: [aDutyOfFile(over)] }, more).duties[0]!;
const officeOf = (over: PlanFileShape) =>
  planOf({ organization: { id: 'minzheng', name: '某县民政局', ...over } }).organization;

describe('an office that says nothing more than its name', () => {
  const { organization, people, groups, round } = planOf({ groups: [{ id: 'g', name: '局党组' }] });

  test('works in Shanghai, in Chinese, at any hour, each thing as written', () =>
    expect(organization).toMatchObject({
      zone: 'Asia/Shanghai',
      language: 'zh',
      quietHours: null,
      bundle: null,
      budget: 3,
      undo: { unit: 'h', n: 24 },
      talkContent: 'none',
    }));
  test('is headed by the only leader without a superior', () => expect(organization.head).toBe('zhang-jianguo'));
  test('its people speak its language, have no stand-in and are not away', () =>
    expect(people[2]).toMatchObject({ language: 'zh', standIn: null, away: [], aliases: [], roles: ['secretary'] }));
  test('its groups name nobody, wait for nobody and have no digest of their own accord', () =>
    expect(groups[0]).toMatchObject({ names: false, publish: 'auto', preview: null, digest: null }));
  test('its round is empty', () => expect(round).toEqual({}));
});

describe('what an office says wins', () => {
  test('quiet hours and bundle', () =>
    expect(officeOf({ quietHours: '21:30-07:30', bundle: '08:30' })).toMatchObject({
      quietHours: { from: '21:30', to: '07:30' },
      bundle: '08:30',
    }));
  test('none is none', () =>
    expect(officeOf({ quietHours: 'none', bundle: 'none' })).toMatchObject({ quietHours: null, bundle: null }));
  test('its language is everybody’s who names none', () =>
    expect(
      planOf({ organization: { id: 'o', name: 'O', language: 'en' } }).people.map(({ language }) => language),
    ).toEqual(['en', 'en', 'en']));
  test('days off and worked days', () => {
    const { calendar } = officeOf({ daysOff: ['2026-03-04'], workDays: ['2026-03-07'] });
    expect(calendar.isWorkday('2026-03-04')).toBe(false);
    expect(calendar.isWorkday('2026-03-07')).toBe(true);
  });
  test('retention', () =>
    expect(officeOf({ retention: { text: '2y', evidence: '90d' } }).retention).toEqual({
      text: { unit: 'y', n: 2 },
      evidence: { unit: 'd', n: 90 },
    }));
});

describe('warnings', () => {
  const people = (...roles: readonly (readonly string[])[]) =>
    planOf({
      people: roles.map((of, i) => ({ id: `p${i}`, name: `${i}`, roles: of })),
      measures: [aMeasureOfFile({ lead: 'p0', duties: [] })],
    });
  test('nobody receives what is overdue', () => expect(people(['leader']).warned).toEqual(['no-secretary']));
  test('two leaders without a superior: the plan must name the head', () =>
    expect(people(['leader'], ['leader'], ['secretary']).warned).toEqual(['no-head']));
  test('a post that owes something and that nobody holds', () => {
    const posts = [
      { id: 'deputy', name: '副局长', holder: null },
      { id: 'clerk', name: '干事', holder: null },
    ];
    const measures = [aMeasureOfFile({ duties: [aDutyOfFile({ who: ['post:deputy'] })] })];
    expect(planOf({ posts, measures }).warned).toEqual(['post-vacant']);
  });
  test('a phrase that may have meant other days', () => {
    const measures = [aMeasureOfFile({ deadline: '方案印发后10个工作日内', duties: [] })];
    expect(planOf({ measures }).warned).toEqual(['other-days']);
    expect(planOf({ measures: [aMeasureOfFile({ deadline: '年底前', duties: [] })] }).warned).toEqual([]);
  });
  test('a reporter where there is no gathering', () =>
    expect(planOf({ measures: [aMeasureOfFile({ duties: [aDutyOfFile({ reporter: 'li-xiu' })] })] }).warned).toEqual([
      'reporter-unused',
    ]));
});

describe('who owes a duty', () => {
  const more = {
    departments: [
      { id: 'office', name: '办公室', contact: 'li-xiu' },
      { id: 'elderly', name: '养老服务股', contact: 'sun-wei' },
    ],
    posts: [
      { id: 'deputy-1', name: '副局长', holder: 'wang-zhiqiang' },
      { id: 'deputy-2', name: '副局长', holder: null },
    ],
    people: [
      ...(aPlanFile().people as readonly PlanFileShape[]),
      { id: 'sun-wei', name: '孙伟', department: '养老服务股' },
    ],
  };
  const person = (id: string) => ({ person: id });
  test.each([
    [['li-xiu'], [person('li-xiu')]],
    [['role:leader'], [person('zhang-jianguo'), person('wang-zhiqiang')]],
    [['role:member'], [person('sun-wei')]],
    [['department:elderly'], [person('sun-wei')]],
    [['department:养老服务股'], [person('sun-wei')]],
    [['post:deputy-1'], [person('wang-zhiqiang')]],
    [['post:deputy-2'], [{ post: 'deputy-2' }]],
    [
      ['role:leader', 'wang-zhiqiang', 'post:deputy-1'],
      [person('zhang-jianguo'), person('wang-zhiqiang')],
    ],
    [undefined, [person('zhang-jianguo')]],
  ])('%j', (who, holders) => expect(dutyOf({ who }, more).who).toEqual(holders));

  test('whoever alone owes talks is no counterpart of them', () =>
    expect(dutyOf({ kind: 'talk', who: ['zhang-jianguo'], with: ['role:leader'] }).with).toEqual(['wang-zhiqiang']));
  test('among several who owe them, each is the others’ counterpart', () =>
    expect(dutyOf({ kind: 'talk', who: ['role:leader'], with: ['role:leader'] }).with).toEqual([
      'zhang-jianguo',
      'wang-zhiqiang',
    ]));
  test('co-units answer through their contacts, each for its own part', () =>
    expect(dutyOf({ kind: 'deliverable', who: ['li-xiu'], coUnits: ['elderly', 'office'] }, more)).toMatchObject({
      who: [person('li-xiu'), person('sun-wei')],
      coUnits: ['sun-wei', 'li-xiu'],
    }));
});

describe('a deadline', () => {
  test.each([
    ['2026-06-25', '2026-06-25', false],
    ['immediate', 'immediate', false],
    ['ongoing', 'ongoing', false],
    ['长期坚持', 'ongoing', false],
    ['立行立改，长期坚持', 'immediate', true],
    ['年底前', '2026-12-31', false],
    ['2026年底前，并长期坚持', '2026-12-31', true],
    ['3个月内', '2026-06-02', false],
  ])('%s', (deadline, day, thenOngoing) =>
    expect(measureOf({ deadline })).toMatchObject({ deadline: day, thenOngoing }),
  );
  test('counts from the feedback where the round gives one', () =>
    expect(measureOf({ deadline: '3个月内' }, { round: { feedback: '2026-02-10' } }).deadline).toBe('2026-05-10'));
  test('may be followed by going on', () =>
    // biome-ignore lint/suspicious/noThenProperty: the plan file's own key; nothing awaits it.
    expect(measureOf({ deadline: '2026-06-25', then: 'ongoing' })).toMatchObject({ thenOngoing: true }));
});

describe('a measure without duties asks its lead for one line of progress a month', () => {
  test('on the 25th', () =>
    expect(measureOf({ duties: undefined }).duties).toMatchObject([
      {
        id: 'm1-progress',
        measure: 'm1',
        kind: 'progress',
        title: '健全月报制度',
        who: [{ person: 'zhang-jianguo' }],
        timing: { type: 'schedule', phrase: '每月25日' },
        grace: { unit: 'wd', n: 1 },
        ladder: standardLadder,
      },
    ]));
  test('its id stays a slug, and two long measures stay apart', () => {
    const ids = ['improve-the-window-one', 'improve-the-window-two'].map(progressId);
    for (const id of ids) expect(id).toMatch(/^improve-the-?[a-z0-9-]*-progress$|^[a-z0-9-]{1,24}$/);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => id.length <= 24)).toBe(true);
  });
});

describe('what a duty says wins over its kind', () => {
  test.each([
    [
      { remind: ['-1d', '0s'] },
      {
        remind: {
          type: 'offsets',
          offsets: [
            { unit: 'd', n: -1 },
            { unit: 's', n: 0 },
          ],
        },
      },
    ],
    [{ remind: 'none' }, { remind: { type: 'offsets', offsets: [] } }],
    [{ grace: '2wd' }, { grace: { unit: 'wd', n: 2 } }],
    [{ ladder: 'none' }, { ladder: [] }],
    [
      {
        ladder: [
          { after: '0s', tell: ['person', 'secretary'] },
          { after: '2wd', tell: 'wang-zhiqiang' },
        ],
      },
      {
        ladder: [
          { after: { unit: 's', n: 0 }, tell: ['person', 'secretary'] },
          { after: { unit: 'wd', n: 2 }, tell: [{ person: 'wang-zhiqiang' }] },
        ],
      },
    ],
    [{ early: 'any' }, { early: null }],
    [{ early: '3d' }, { early: { unit: 'd', n: 3 } }],
    [{ evidence: 'required' }, { evidence: 'required' }],
    [
      { shift: 'next', daysOff: true },
      { shift: 'next', daysOff: true },
    ],
    [
      { from: '2026-04-01', until: '2026-05-01' },
      { from: '2026-04-01', until: '2026-05-01' },
    ],
    [{ makeUp: '10wd' }, { makeUp: { unit: 'wd', n: 10 } }],
    [{ amount: '12d per year' }, { amount: { n: 12, unit: 'd', per: 'year' } }],
    [{ stalledAfter: 3 }, { stalledAfter: 3 }],
    [
      { schedule: undefined, quota: '2 per half-year' },
      { timing: { type: 'quota', quota: { count: 2, per: 'half-year' } } },
    ],
    [
      { schedule: { after: 'party-group-meeting', within: '3wd' } },
      { timing: { type: 'after', event: 'party-group-meeting', within: { unit: 'wd', n: 3 } } },
    ],
    [{ schedule: '会后3个工作日内' }, { timing: { type: 'after', event: 'meeting', within: { unit: 'wd', n: 3 } } }],
  ])('%j', (over, expected) => expect(dutyOf(over)).toMatchObject(expected));
});

test('the plan of the contract reads as it is written there', () => {
  const plan = read(`
organization: { id: minzheng, name: 某县民政局, timezone: Asia/Shanghai, language: zh, calendar: cn, quietHours: "21:30-07:30",
  head: zhang-jianguo, bundle: "08:30", daysOff: [2026-07-01], workDays: [], budget: 3, undo: 24h, talkContent: none, retention: { text: 2y, evidence: 10y } }
round: { title: 县委巡察反馈意见整改, feedback: 2026-03-25, report: 2026-06-25 }
departments: [ { id: office, name: 办公室, contact: li-xiu } ]
posts: [ { id: deputy-2, name: 副局长（分管救助）, holder: null } ]
groups: [ { id: party-group, name: 局党组, telegram: -1001, digest: "每周一 08:30", names: false, preview: 2h, publish: auto } ]
people:
  - { id: zhang-jianguo, name: 张建国, post: 党组书记、局长, aliases: [张局, 张书记], roles: [leader], telegram: 1001, superior: null }
  - { id: wang-zhiqiang, name: 王志强, roles: [leader], superior: zhang-jianguo }
  - { id: li-xiu, name: 李秀, post: 办公室主任, department: office, roles: [secretary], telegram: 1002, standIn: null, language: zh,
      away: [ { from: 2026-04-01, to: 2026-04-03, reason: 出差 } ] }
problems:
  - { id: p1, no: 1, aspect: 学用结合不充分, text: 政治理论学习不够深入, example: 集中学习以读文件为主 }
measures:
  - id: m1
    title: 加强政治理论学习
    text: 每月集中学习一次
    problems: [p1]
    lead: zhang-jianguo
    department: office
    deadline: 2026-06-25     # a date | immediate | ongoing
    warn: [-20d, -10d, 0d]
    duties:
      - { id: group-study, kind: study, title: 党组理论学习中心组集中学习, who: [role:leader], reporter: li-xiu, schedule: 每月第一个工作日 15:00, remind: [-1d, -30m], grace: 1wd }
      - { id: talks, kind: talk, title: 谈心谈话, who: [zhang-jianguo], with: [role:leader], quota: 1 per quarter }
      - { id: minutes, kind: minutes-check, title: 党组会记录核查, who: [li-xiu], schedule: { after: party-group-meeting, within: 3wd }, checklist: [逐人表态, 末位表态] }
`);
  expect(plan.warned).toEqual([]);
  expect(plan.round).toEqual({ title: '县委巡察反馈意见整改', feedback: '2026-03-25', report: '2026-06-25' });
  expect(plan.groups[0]).toMatchObject({ telegram: -1001, preview: { unit: 'h', n: 2 }, publish: 'auto' });
  expect(plan.people[2]).toMatchObject({ department: 'office', away: [{ from: '2026-04-01', to: '2026-04-03' }] });
  expect(plan.measures[0]?.duties).toMatchObject([
    { id: 'group-study', gathering: true, reporter: 'li-xiu', grace: { unit: 'wd', n: 1 }, early: { n: 0 } },
    { id: 'talks', gathering: false, with: ['wang-zhiqiang'], remind: { type: 'paced' }, evidence: 'none' },
    { id: 'minutes', checklist: ['逐人表态', '末位表态'], timing: { type: 'after' } },
  ]);
});

test('a plan for a minute: one date-time, to the second, with its offset', () => {
  const plan = read(`
organization: { id: e2e, name: Office, calendar: none, quietHours: none }
groups: [ { id: board, name: Board, telegram: -1001, digest: "2026-03-02T12:00:40+08:00" } ]
people:
  - { id: zhang, name: 张建国, roles: [leader], telegram: 1001 }
  - { id: wang, name: 王志强, roles: [leader], telegram: 1002, superior: zhang }
  - { id: li, name: 李秀, roles: [secretary], telegram: 1003 }
measures:
  - id: m1
    title: 学习
    duties:
      - { id: d1, kind: other, title: 交学习心得, who: [role:leader], schedule: "2026-03-02T12:00:20+08:00", remind: [0s], grace: 8s }
`);
  expect(plan.organization).toMatchObject({ quietHours: null, head: 'zhang' });
  expect(plan.groups[0]?.digest).toMatchObject({ kind: 'once', date: '2026-03-02', time: '12:00', seconds: 40 });
  expect(plan.measures[0]?.duties[0]).toMatchObject({
    timing: { schedule: { kind: 'once', date: '2026-03-02', time: '12:00', seconds: 20, offset: 480 } },
    remind: { type: 'offsets', offsets: [{ unit: 's', n: 0 }] },
    grace: { unit: 's', n: 8 },
    ladder: standardLadder,
    gathering: false,
  });
});

describe('the end of the rectification window', () => {
  const windowOf = (round: PlanFileShape) => planOf({ round }).round.report;
  test('is a day', () => expect(windowOf({ report: '2026-09-30' })).toBe('2026-09-30'));
  test('is counted from the feedback', () =>
    expect(windowOf({ feedback: '2026-03-25', report: '反馈后3个月内' })).toBe('2026-06-25'));
  test('is counted from adoption where there is no feedback', () =>
    expect(windowOf({ report: '6个月内' })).toBe('2026-09-02'));
  test('is a problem of the plan where the phrase names no day', () => {
    const reading = readPlan(JSON.stringify(aPlanFile({ round: { report: '长期坚持' } })), context);
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['deadline-without-day']);
  });
});
