import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Instant, readInstant } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import { dutyKindIds, type Plan } from '../../../src/core/plan/plan.ts';
import { readPlan, readPlans } from '../../../src/core/plan/read.ts';

const folder = new URL('../../../plans/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const texts = samples.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

function planOf(name: string, now: Instant): Plan {
  const read = readPlan(texts.find(({ path }) => path === name)!.text, { officialTable: officialTable(), now });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
}

const at = (text: string) => readInstant(text, 'Asia/Shanghai')!;
const starts = ['2026-03-02T10:00', '2026-11-22T20:00', '2026-12-31T23:59', '2027-02-06T00:00', '2028-02-29T12:00'];

describe.each(samples)('%s', (name) => {
  test.each(starts)('reads without a problem or a warning when adopted at %s', (start) => {
    const read = readPlan(texts.find(({ path }) => path === name)!.text, {
      officialTable: officialTable(),
      now: at(start),
    });
    expect(read.ok ? read.warnings : read.problems).toEqual([]);
  });

  test.each(starts)('names no day that lies behind it when adopted at %s', (start) => {
    const { measures } = planOf(name, at(start));
    const today = start.slice(0, 10);
    for (const { deadline, duties } of measures) {
      if (deadline !== null && deadline !== 'ongoing' && deadline !== 'immediate') expect(deadline > today).toBe(true);
      for (const { timing } of duties) {
        if (timing.type === 'schedule' && timing.schedule.kind === 'once') {
          expect(timing.schedule.date > today).toBe(true);
        }
      }
    }
  });

  test('every problem has a measure, and everybody has something to do or to oversee', () => {
    const { problems, measures } = planOf(name, at(starts[0]!));
    const answered = new Set(measures.flatMap((measure) => measure.problems));
    expect(problems.filter(({ id }) => !answered.has(id))).toEqual([]);
  });
});

test('a folder with both is two organizations', () => {
  const read = readPlans(texts, { officialTable: officialTable(), now: at(starts[0]!) });
  expect(read.ok && read.plans.map(({ organization }) => organization.id)).toEqual(['riverside', 'minzheng']);
});

describe('sample-minzheng.yaml', () => {
  const plan = planOf('sample-minzheng.yaml', at(starts[0]!));
  const duties = plan.measures.flatMap((measure) => measure.duties);

  test('uses every kind of duty', () =>
    expect(new Set(duties.map(({ kind }) => kind))).toEqual(new Set<string>(dutyKindIds)));

  test('is an office of twelve, one of whom is told on paper', () => {
    expect(plan.people).toHaveLength(12);
    expect(plan.people.filter(({ telegram }) => telegram === undefined).map(({ name }) => name)).toEqual(['钱国良']);
    expect(
      duties.some(({ who }) => who.some((holder) => 'person' in holder && holder.person === 'qian-guoliang')),
    ).toBe(true);
  });

  test('the head talks with each deputy, never with himself', () =>
    expect(duties.find(({ id }) => id === 'talks-zhang')?.with).toEqual(['wang-zhiqiang', 'chen-min', 'wu-li']));

  test('in every week somebody is reminded, and somebody who forgets is overdue', () => {
    const weekly = duties.filter(
      ({ timing, ladder }) =>
        timing.type === 'schedule' &&
        timing.schedule.kind === 'recurring' &&
        timing.schedule.rule.unit === 'week' &&
        ladder.length > 0,
    );
    expect(weekly.map(({ id }) => id)).toEqual(['party-meeting', 'decisions', 'facilities-weekly']);
  });
});
