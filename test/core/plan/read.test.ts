import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../src/core/calendar.ts';
import { readPlan } from '../../../src/core/plan/read.ts';
import { plainWeek } from '../../../src/core/working-calendar.ts';
import { languages, openSpeech } from '../../../src/speech.ts';
import { aDutyOfFile, aMeasureOfFile, aPlanFile, type PlanFileShape } from '../../support/make.ts';

const context = { officialTable: plainWeek, now: readInstant('2026-03-02T10:00', 'Asia/Shanghai')! };

function problemsOf(text: string): readonly string[] {
  const read = readPlan(text, context);
  return read.ok ? [] : read.problems.map(({ code, where }) => `${code} ${where}`);
}

const withPlan = (over: PlanFileShape) => problemsOf(JSON.stringify(aPlanFile(over)));
const withMeasure = (over: PlanFileShape) => withPlan({ measures: [aMeasureOfFile(over)] });
const withDuty = (over: PlanFileShape) => withMeasure({ duties: [aDutyOfFile(over)] });
const withOffice = (over: PlanFileShape) =>
  withPlan({ organization: { id: 'minzheng', name: '某县民政局', calendar: 'none', ...over } });
const person = (over: PlanFileShape) => ({ id: 'sun-wei', name: '孙伟', ...over });
const withPeople = (...more: readonly PlanFileShape[]) =>
  withPlan({ people: [...(aPlanFile().people as readonly PlanFileShape[]), ...more] });
const withGroup = (over: PlanFileShape) => withPlan({ groups: [{ id: 'party-group', name: '局党组', ...over }] });

test('the plan that the tests start from has no problem', () => expect(withPlan({})).toEqual([]));

describe('text that is no plan', () => {
  test.each([
    ['', 'not-a-plan '],
    ['- a', 'not-a-plan '],
    ['a: "b', 'yaml-missing-char '],
    ['people: [', 'yaml-bad-indent '],
    ['a: 1\na: 2', 'yaml-duplicate-key '],
    ['a: 1\n---\nb: 2', 'yaml-multiple-docs '],
    ['a:\n\t- b', 'yaml-tab-as-indent '],
    ['a: *nowhere', 'yaml-aliases '],
    ['a: &a [*a]', 'too-deep '],
    ['people：\n  - id: zhang\n', 'full-width-colon '],
    ['name: \uFFFD\uFFFD', 'not-utf8 '],
    ['['.repeat(60) + ']'.repeat(60), 'too-deep '],
    ['#'.repeat(1024 * 1024 + 1), 'too-large '],
    [bomb(), 'yaml-aliases '],
  ])('%#: $1', (text, problem) => expect(problemsOf(text)).toContain(problem));

  test('of a text that is broken throughout, the first few mistakes are enough', () =>
    expect(problemsOf('['.repeat(2000))).toHaveLength(10));

  function bomb(): string {
    const level = (n: number) =>
      `k${n}: &k${n} [${Array(9)
        .fill(`*k${n - 1}`)
        .join(', ')}]`;
    return ['k0: &k0 [x, x]', ...Array.from({ length: 8 }, (_, i) => level(i + 1))].join('\n');
  }
});

describe('the file as a whole', () => {
  test.each([
    [{ organization: undefined }, 'missing organization'],
    [{ people: undefined }, 'missing people'],
    [{ measures: undefined }, 'missing measures'],
    [{ measures: {} }, 'wrong-type measures'],
    [{ round: null }, 'wrong-type round'],
    [{ mesures: [] }, 'unknown-key mesures'],
    [{ round: { feedback: '2026-02-30' } }, 'bad-date round.feedback'],
    [{ round: { feedback: '2026-03-02', report: '2026-03-01' } }, 'ends-before-it-begins round.report'],
    [{ posts: [{ id: 'deputy', name: '副局长', holder: 'nobody' }] }, 'unknown-person posts[0].holder'],
    [{ departments: [{ id: 'office', name: '办公室', contact: 'nobody' }] }, 'unknown-person departments[0].contact'],
    [
      {
        problems: [
          { id: 'p1', no: 1, text: '一' },
          { id: 'p1', no: 2, text: '二' },
        ],
      },
      'duplicate-id problems[1].id',
    ],
    [
      {
        problems: [
          { id: 'p1', no: 1, text: '一' },
          { id: 'p2', no: 1, text: '二' },
        ],
      },
      'duplicate-no problems[1].no',
    ],
    [{ measures: [aMeasureOfFile(), aMeasureOfFile({ duties: [] })] }, 'duplicate-id measures[1].id'],
    [{ measures: [aMeasureOfFile(), aMeasureOfFile({ id: 'm2' })] }, 'duplicate-id measures[1].duties[0].id'],
  ])('%j: %s', (over, problem) => expect(withPlan(over)).toEqual([problem]));
});

describe('the organization', () => {
  test.each([
    [{ id: 'Min Zheng' }, 'bad-slug organization.id'],
    [{ id: 'a'.repeat(25) }, 'bad-slug organization.id'],
    [{ name: ' ' }, 'empty organization.name'],
    [{ name: 3 }, 'wrong-type organization.name'],
    [{ timezone: 'Asia/Peking' }, 'bad-zone organization.timezone'],
    [{ language: 'fr' }, 'not-one-of organization.language'],
    [{ calendar: 'us' }, 'not-one-of organization.calendar'],
    [{ quietHours: '21:30' }, 'bad-quiet-hours organization.quietHours'],
    [{ quietHours: '24:00-07:00' }, 'bad-quiet-hours organization.quietHours'],
    [{ quietHours: '07:00-07:00' }, 'quiet-always organization.quietHours'],
    [{ bundle: '8:30' }, 'bad-clock organization.bundle'],
    [{ head: 'nobody' }, 'unknown-person organization.head'],
    [{ daysOff: ['2026-13-01'] }, 'bad-date organization.daysOff[0]'],
    [{ daysOff: ['2026-07-01'], workDays: ['2026-07-01'] }, 'day-off-and-on organization.workDays[0]'],
    [{ budget: 0 }, 'out-of-range organization.budget'],
    [{ budget: 1.5 }, 'wrong-type organization.budget'],
    [{ undo: 'soon' }, 'bad-duration organization.undo'],
    [{ undo: '-1h' }, 'bad-duration organization.undo'],
    [{ talkContent: 'all' }, 'not-one-of organization.talkContent'],
    [{ retention: { text: '2m' } }, 'bad-retention organization.retention.text'],
    [{ bundel: '08:30' }, 'unknown-key organization.bundel'],
  ])('%j: %s', (over, problem) => expect(withOffice(over)).toEqual([problem]));
});

describe('people', () => {
  test.each([
    [person({ id: 'li-xiu' }), 'duplicate-id people[3].id'],
    [person({ id: 'secretary' }), 'reserved-id people[3].id'],
    [person({ name: undefined }), 'missing people[3].name'],
    [person({ roles: ['boss'] }), 'not-one-of people[3].roles[0]'],
    [person({ superior: 'nobody' }), 'unknown-person people[3].superior'],
    [person({ superior: 'sun-wei' }), 'superior-circle people[3].superior'],
    [person({ standIn: 'sun-wei' }), 'own-stand-in people[3].standIn'],
    [person({ standIn: 'nobody' }), 'unknown-person people[3].standIn'],
    [person({ telegram: 1001 }), 'telegram-twice people[3].telegram'],
    [person({ telegram: '1004' }), 'wrong-type people[3].telegram'],
    [person({ telegram: -5 }), 'out-of-range people[3].telegram'],
    [person({ telegram: 1e20 }), 'out-of-range people[3].telegram'],
    [person({ away: [{ from: '2026-04-03', to: '2026-04-01' }] }), 'ends-before-it-begins people[3].away[0].to'],
    [
      person({
        away: [
          { from: '2026-04-01', to: '2026-04-03' },
          { from: '2026-04-03', to: '2026-04-05' },
        ],
      }),
      'absences-overlap people[3].away[1]',
    ],
  ])('%j: %s', (one, problem) => expect(withPeople(one)).toEqual([problem]));

  test('a circle of superiors is told once, with everyone in it', () =>
    expect(withPeople(person({ superior: 'chen-min' }), person({ id: 'chen-min', superior: 'sun-wei' }))).toEqual([
      'superior-circle people[3].superior',
    ]));

  test('a department must be listed where any are; otherwise any name is one', () => {
    const people = [{ id: 'sun-wei', name: '孙伟', department: '养老服务股' }];
    const measures = [aMeasureOfFile({ lead: 'sun-wei', duties: [] })];
    expect(withPlan({ people, measures })).toEqual([]);
    const departments = [{ id: 'office', name: '办公室' }];
    expect(withPlan({ people, measures, departments })).toEqual(['unknown-department people[0].department']);
  });
});

describe('groups', () => {
  test.each([
    [{ publish: 'nobody' }, 'unknown-person groups[0].publish'],
    [{ telegram: 1001 }, 'telegram-twice groups[0].telegram'],
    [{ digest: '适时' }, 'unreadable-phrase groups[0].digest'],
    [{ digest: '长期坚持' }, 'schedule-without-dates groups[0].digest'],
    [{ preview: '2 hours' }, 'bad-duration groups[0].preview'],
    [{ names: 'no' }, 'wrong-type groups[0].names'],
  ])('%j: %s', (over, problem) => expect(withGroup(over)).toEqual([problem]));
});

describe('measures', () => {
  test.each([
    [{ lead: 'nobody' }, 'unknown-person measures[0].lead'],
    [{ problems: ['p9'] }, 'unknown-problem measures[0].problems[0]'],
    [{ deadline: '2026-06-31' }, 'unreadable-phrase measures[0].deadline'],
    [{ deadline: '每周一' }, 'deadline-without-day measures[0].deadline'],
    // biome-ignore lint/suspicious/noThenProperty: the plan file's own key; nothing awaits it.
    [{ then: 'never' }, 'not-one-of measures[0].then'],
    [{ warn: ['soon'] }, 'bad-duration measures[0].warn[0]'],
    [{ duties: [], lead: null }, 'measure-without-lead measures[0]'],
    [{ duties: undefined, lead: undefined }, 'measure-without-lead measures[0]'],
    [{ titel: 'x' }, 'unknown-key measures[0].titel'],
    [{ 'lead：李秀': null }, 'full-width-colon measures[0].lead：李秀'],
  ])('%j: %s', (over, problem) => expect(withMeasure(over)).toEqual([problem]));
});

describe('duties', () => {
  const here = 'measures[0].duties[0]';
  test.each([
    [{ kind: 'party' }, `not-one-of ${here}.kind`],
    [{ who: [] }, `duty-without-people ${here}.who`],
    [{ who: ['nobody'] }, `unknown-person ${here}.who[0]`],
    [{ who: ['role:boss'] }, `unknown-role ${here}.who[0]`],
    [{ who: ['role:operator'] }, `nobody-selected ${here}.who[0]`],
    [{ who: ['post:deputy'] }, `unknown-post ${here}.who[0]`],
    [{ who: ['department:财务股'] }, `nobody-selected ${here}.who[0]`],
    [{ who: ['李秀'] }, `bad-selector ${here}.who[0]`],
    [{ who: 'li-xiu' }, `wrong-type ${here}.who`],
    [{ with: ['role:supervisor'] }, `nobody-selected ${here}.with[0]`],
    [{ with: ['li-xiu'] }, `only-oneself ${here}.with`],
    [{ reporter: 'nobody' }, `unknown-person ${here}.reporter`],
    [{ presenter: 'nobody' }, `unknown-person ${here}.presenter`],
    [{ accept: 'nobody' }, `unknown-person ${here}.accept`],
    [{ coUnits: ['养老服务股'] }, `unit-without-contact ${here}.coUnits[0]`],
    [{ schedule: undefined }, `no-timing ${here}`],
    [{ quota: '1 per month' }, `schedule-and-quota ${here}.quota`],
    [{ schedule: undefined, quota: '0 per month' }, `bad-quota ${here}.quota`],
    [{ schedule: undefined, quota: 'one per month' }, `bad-quota ${here}.quota`],
    [{ schedule: '定期' }, `unreadable-phrase ${here}.schedule`],
    [{ schedule: '每月32日' }, `unreadable-phrase ${here}.schedule`],
    [{ schedule: '长期坚持' }, `schedule-without-dates ${here}.schedule`],
    [{ schedule: 25 }, `wrong-form ${here}.schedule`],
    [{ schedule: { after: 'monthly-report', within: '3wd' } }, `after-itself ${here}.schedule.after`],
    [{ schedule: { after: 'other', within: '3wd' } }, `after-itself ${here}.schedule.after`],
    [{ schedule: { after: 'party-group-meeting' } }, `missing ${here}.schedule.within`],
    [{ schedule: { after: 'party-group-meeting', within: '3 days' } }, `bad-duration ${here}.schedule.within`],
    [{ from: '2026-03-01', until: '2026-02-01' }, `ends-before-it-begins ${here}.until`],
    [{ remind: ['tomorrow'] }, `bad-duration ${here}.remind[0]`],
    [{ remind: 'never' }, `wrong-form ${here}.remind`],
    [{ grace: '-1d' }, `bad-duration ${here}.grace`],
    [{ ladder: [{ after: '1wd' }] }, `missing ${here}.ladder[0].tell`],
    [{ ladder: [{ after: '1wd', tell: 'nobody' }] }, `unknown-person ${here}.ladder[0].tell`],
    [{ ladder: [{ after: '1wd', tell: ['person', 'nobody'] }] }, `unknown-person ${here}.ladder[0].tell[1]`],
    [{ ladder: [{ after: '1wd', tel: 'x', tell: 'person' }] }, `unknown-key ${here}.ladder[0].tel`],
    [{ early: 'always' }, `bad-duration ${here}.early`],
    [{ amount: '12 days' }, `bad-amount ${here}.amount`],
    [{ stalledAfter: 0 }, `out-of-range ${here}.stalledAfter`],
    [{ shift: 'later' }, `not-one-of ${here}.shift`],
    [{ sheduel: 'x' }, `unknown-key ${here}.sheduel`],
  ])('%j: %s', (over, problem) => expect(withDuty(over)).toEqual([problem]));

  test('two that wait for each other would never stop', () => {
    const after = (id: string, other: string) => aDutyOfFile({ id, schedule: { after: other, within: '1wd' } });
    expect(withMeasure({ duties: [after('a', 'b'), after('b', 'a')] })).toEqual([
      `after-itself ${here}.schedule.after`,
      'after-itself measures[0].duties[1].schedule.after',
    ]);
  });
});

describe('all at once', () => {
  test('one mistake hides no other, wherever they are', () =>
    expect(
      problemsOf(`
organization: { id: minzheng, nam: 某县民政局, timezone: Nowhere }
people:
  - { id: zhang, name: 张建国, roles: [leader], superior: li }
  - { id: li, roles: [secretary] }
measures:
  - id: m1
    title: 一
    lead: wang
    duties:
      - { id: d1, kind: study, title: 学习, who: [role:secretary, zhang], schedule: 定期, grace: soon }
      - { id: d2, kind: studies, title: 学习, who: [zhang], schedule: 每周一 }
`),
    ).toEqual([
      'missing organization.name',
      'unknown-key organization.nam',
      'bad-zone organization.timezone',
      'missing people[1].name',
      'unknown-person measures[0].lead',
      'unreadable-phrase measures[0].duties[0].schedule',
      'bad-duration measures[0].duties[0].grace',
      'not-one-of measures[0].duties[1].kind',
    ]));

  test('each stands at its line and column, counted from 1', () => {
    const read = readPlan(
      'organization: { id: A, name: B }\npeople:\n  - id: zhang\n    nam: 张\nmeasures: []\n',
      context,
    );
    expect(!read.ok && read.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 17, 'bad-slug'],
      [3, 5, 'missing'],
      [4, 5, 'unknown-key'],
    ]);
  });

  test('a measure that is broken itself hides nothing of its duties', () =>
    expect(withMeasure({ title: undefined, duties: [aDutyOfFile({ who: ['nobody'], schedule: '定期' })] })).toEqual([
      'missing measures[0].title',
      'unknown-person measures[0].duties[0].who[0]',
      'unreadable-phrase measures[0].duties[0].schedule',
    ]));

  test('a mistyped key names the one that was meant', () => {
    const read = readPlan(JSON.stringify(aPlanFile({ peple: [] })), context);
    expect(!read.ok && read.problems[0]?.phrase).toEqual({
      id: 'plan-unknown-key-nearest',
      args: { key: 'peple', nearest: 'people' },
    });
  });

  test('keys that begin with x- are free everywhere', () => {
    const free = { 'x-note': { any: ['thing'] } };
    expect(
      withPlan({
        ...free,
        organization: { id: 'minzheng', name: '某县民政局', ...free },
        measures: [aMeasureOfFile({ ...free, duties: [aDutyOfFile(free)] })],
      }),
    ).toEqual([]);
  });
});

describe('whatever the text, reading it never throws, and what it says can be said', () => {
  const say = openSpeech();
  function sayAll(text: string): void {
    const read = readPlan(text, context);
    for (const language of languages)
      for (const { phrase } of read.ok ? read.warnings : read.problems) say(phrase, language);
  }

  test('arbitrary text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        sayAll(text);
      }),
      { numRuns: 300 },
    ));

  test('arbitrary JSON', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        sayAll(text);
      }),
      { numRuns: 300 },
    ));

  test('arbitrary JSON anywhere in a plan', () => {
    const paths = fc.constantFrom(
      'organization',
      'round',
      'people',
      'groups',
      'posts',
      'departments',
      'problems',
      'measures',
    );
    fc.assert(
      fc.property(paths, fc.jsonValue(), fc.jsonValue(), (key, whole, item) => {
        sayAll(JSON.stringify(aPlanFile({ [key]: whole })));
        sayAll(JSON.stringify(aPlanFile({ [key]: [item] })));
      }),
      { numRuns: 300 },
    );
  });

  test('arbitrary JSON as any value of a duty', () => {
    const keys = fc.constantFrom('who', 'with', 'schedule', 'quota', 'remind', 'ladder', 'grace', 'amount', 'coUnits');
    fc.assert(
      fc.property(keys, fc.oneof(fc.jsonValue(), fc.array(fc.string())), (key, value) => {
        sayAll(JSON.stringify(aPlanFile({ measures: [aMeasureOfFile({ duties: [aDutyOfFile({ [key]: value })] })] })));
      }),
      { numRuns: 300 },
    );
  });
});
