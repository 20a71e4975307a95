import { instantOf } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { readPlan } from '../../src/core/plan/read.ts';
import { type Simulation, simulate } from '../../src/core/simulation/simulate.ts';

export interface SimulationFigures {
  readonly measures: number;
  readonly answers: 'all' | 'none';
  readonly messages: number;
  /** CPU milliseconds for the year. */
  readonly ours: number;
  /** CPU milliseconds for writing and reading what it found as bare JSON. */
  readonly bare: number;
  /** How much of the floor's pace is reached: bare over ours. */
  readonly ratio: number;
}

/**
 * A year of so many measures with two duties each, a monthly and a weekly one: played for a plan that was read anew by
 * a process that has played one before. Its floor writes and reads as JSON every occurrence that a message names, which nobody who
 * keeps them can do without.
 */
export function measureSimulation(measures: number, answers: 'all' | 'none'): SimulationFigures {
  const [first, second] = [planOf(measures), planOf(measures)];
  const { zone } = first.organization;
  const span = { from: instantOf('2026-01-01', '00:00', zone), to: instantOf('2027-01-01', '00:00', zone) };
  const found = simulate({ plan: first, ...span, answers });
  copied(found);
  const ours = cpuOf(() => simulate({ plan: second, ...span, answers }));
  const bare = cpuOf(() => copied(found));
  const ratio = Math.round((100 * bare) / ours) / 100;
  return { measures, answers, messages: found.messages.length, ours: Math.round(ours), bare: Math.round(bare), ratio };
}

function copied({ messages }: Simulation): unknown {
  return messages.map((message) => JSON.parse(JSON.stringify(message)) as unknown);
}

/** Milliseconds of this process's CPU: another process that is busy meanwhile counts less than by the clock. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const people = 40;

function planOf(count: number): Plan {
  const who = (n: number) => `p${n % people}`;
  const person = (_: unknown, n: number) =>
    `  - { id: ${who(n)}, name: 人员${n}, roles: [${n === 0 ? 'leader' : n === 5 ? 'secretary' : 'member'}], superior: ${n === 0 ? 'null' : n < 5 ? 'p0' : who(1 + (n % 4))} }`;
  const measure = (_: unknown, n: number) =>
    [
      `  - { id: m${n}, title: 措施${n}, lead: ${who(n % 5)}, deadline: ongoing, duties: [`,
      `      { id: m${n}a, kind: report, title: 月报${n}, who: [${who(14 * n)}], schedule: 每月25日 },`,
      `      { id: m${n}b, kind: progress, title: 进展${n}, who: [${who(14 * n + 7)}], schedule: 每周五 } ] }`,
    ].join('\n');
  const text = [
    'organization: { id: bench, name: 某局, head: p0, bundle: "08:30", quietHours: "21:30-07:30" }',
    'people:',
    ...Array.from({ length: people }, person),
    'measures:',
    ...Array.from({ length: count }, measure),
  ].join('\n');
  const read = readPlan(text, { officialTable: officialTable(), now: 0 });
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  return read.plan;
}
