import { standardLadder } from '../../src/core/ladder-default.ts';
import type { Duty, Group, Measure, Organization, Person, Plan, Timing } from '../../src/core/plan/plan.ts';
import { plainWeek, workingCalendar } from '../../src/core/working-calendar.ts';
import { cast, li, zhang } from './cast.ts';

// Parts of a plan that are valid as they are: a test says only what it is about.

export function anOrganization(over: Partial<Organization> = {}): Organization {
  return {
    id: 'minzheng',
    name: '某县民政局',
    zone: 'Asia/Shanghai',
    language: 'zh',
    calendar: workingCalendar(plainWeek),
    quietHours: null,
    head: zhang.id,
    bundle: null,
    budget: 3,
    undo: { unit: 'h', n: 24 },
    talkContent: 'none',
    ...over,
  };
}

export function aPerson(over: Partial<Person> = {}): Person {
  return { ...li, id: 'chen-min', name: '陈敏', aliases: [], roles: ['member'], telegram: 1099, ...over };
}

export function aGroup(over: Partial<Group> = {}): Group {
  return {
    id: 'party-group',
    name: '局党组',
    telegram: -1001,
    digest: null,
    names: false,
    preview: null,
    publish: 'auto',
    ...over,
  };
}

/** On the 25th of every month, without a time of day. */
export const monthly: Timing = {
  type: 'schedule',
  schedule: { kind: 'recurring', rule: { unit: 'month', step: 1, days: [{ on: 'day', n: 25 }] }, times: [] },
  phrase: '每月25日',
};

export function aDuty(over: Partial<Duty> = {}): Duty {
  return {
    id: 'monthly-report',
    measure: 'm1',
    kind: 'other',
    title: '报送月报',
    who: [{ person: zhang.id }],
    with: [],
    reporter: null,
    timing: monthly,
    remind: { type: 'offsets', offsets: [{ unit: 's', n: 0 }] },
    grace: { unit: 's', n: 0 },
    ladder: standardLadder,
    early: null,
    shift: 'none',
    daysOff: false,
    from: null,
    until: null,
    evidence: 'optional',
    checklist: [],
    accept: null,
    presenter: null,
    origin: 'office',
    gathering: false,
    ...over,
  };
}

/** Its duties are its own, whatever measure they were made for. */
export function aMeasure(over: Partial<Measure> = {}): Measure {
  const measure: Measure = {
    id: 'm1',
    title: '健全月报制度',
    problems: ['p1'],
    lead: zhang.id,
    deadline: null,
    thenOngoing: false,
    warn: [],
    duties: [aDuty()],
    ...over,
  };
  return { ...measure, duties: measure.duties.map((duty) => ({ ...duty, measure: measure.id })) };
}

export function aPlan(over: Partial<Omit<Plan, 'organization'>> & { organization?: Partial<Organization> } = {}): Plan {
  const { organization, ...rest } = over;
  return {
    organization: anOrganization(organization),
    round: {},
    departments: [],
    posts: [],
    groups: [aGroup()],
    people: cast,
    problems: [{ id: 'p1', no: 1, aspect: '制度执行', text: '月报报送不及时' }],
    measures: [aMeasure()],
    ...rest,
  };
}

export interface PlanFileShape {
  readonly [key: string]: unknown;
}

/** A plan file that reads without a problem, as the value that its YAML would be: `JSON.stringify` makes it a file. */
export function aPlanFile(over: PlanFileShape = {}): PlanFileShape {
  return {
    organization: { id: 'minzheng', name: '某县民政局', calendar: 'none' },
    people: [
      { id: 'zhang-jianguo', name: '张建国', roles: ['leader'], telegram: 1001 },
      { id: 'wang-zhiqiang', name: '王志强', roles: ['leader'], telegram: 1002, superior: 'zhang-jianguo' },
      { id: 'li-xiu', name: '李秀', roles: ['secretary'], telegram: 1003, superior: 'zhang-jianguo' },
    ],
    measures: [aMeasureOfFile()],
    ...over,
  };
}

export function aMeasureOfFile(over: PlanFileShape = {}): PlanFileShape {
  return { id: 'm1', title: '健全月报制度', lead: 'zhang-jianguo', duties: [aDutyOfFile()], ...over };
}

export function aDutyOfFile(over: PlanFileShape = {}): PlanFileShape {
  return { id: 'monthly-report', kind: 'other', title: '报送月报', who: ['li-xiu'], schedule: '每月25日', ...over };
}
