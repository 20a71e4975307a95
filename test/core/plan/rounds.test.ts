import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../src/core/calendar.ts';
import { readPlans } from '../../../src/core/plan/read.ts';
import { plainWeek } from '../../../src/core/working-calendar.ts';
import { aDutyOfFile, aMeasureOfFile, aPlanFile, type PlanFileShape } from '../../support/make.ts';

const context = { officialTable: plainWeek, now: readInstant('2026-03-02T10:00', 'Asia/Shanghai')! };

const readAll = (...files: readonly PlanFileShape[]) =>
  readPlans(
    files.map((file, i) => ({ path: `round-${i + 1}.json`, text: JSON.stringify(file) })),
    context,
  );

function problemsOf(...files: readonly PlanFileShape[]): readonly string[] {
  const read = readAll(...files);
  return read.ok ? [] : read.problems.map(({ code, file, where }) => `${code} ${file} ${where}`);
}

const second = (over: PlanFileShape = {}) =>
  aPlanFile({
    round: { title: '二轮', feedback: '2026-02-01' },
    measures: [aMeasureOfFile({ id: 'm2', duties: [aDutyOfFile({ id: 'second-report', schedule: '1个月内' })] })],
    ...over,
  });
const first = (over: PlanFileShape = {}) => aPlanFile({ round: { title: '一轮', feedback: '2025-09-01' }, ...over });

describe('several files of one organization are its rounds', () => {
  test('people are the same, measures add up, the latest round is the round', () => {
    const read = readAll(first(), second());
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.plans).toHaveLength(1);
    expect(read.plans[0]).toMatchObject({
      round: { title: '二轮' },
      rounds: [{ title: '一轮' }, { title: '二轮' }],
      measures: [
        { id: 'm1', round: { title: '一轮' } },
        { id: 'm2', round: { title: '二轮' } },
      ],
    });
    expect(read.plans[0]?.people).toHaveLength(3);
  });

  test('relative phrases count from their own round', () => {
    const read = readAll(first(), second());
    expect(read.ok && read.plans[0]?.measures[1]?.duties[0]?.timing).toMatchObject({
      schedule: { date: '2026-03-01' },
    });
  });

  test('a later file may name people of the first without repeating them', () =>
    expect(readAll(first(), second({ people: [] }))).toMatchObject({
      ok: true,
      paths: [['round-1.json', 'round-2.json']],
    }));

  test('what two files say of one person must agree; what one leaves out the other may say', () => {
    const li = { id: 'li-xiu', name: '李秀', post: '办公室主任' };
    expect(problemsOf(first(), second({ people: [li] }))).toEqual([]);
    expect(problemsOf(first(), second({ people: [{ ...li, name: '李秀英' }] }))).toEqual([
      'files-disagree round-2.json people[0].name',
    ]);
  });

  test('so must what they say of the office', () =>
    expect(
      problemsOf(first(), second({ organization: { id: 'minzheng', name: '某县民政局', calendar: 'cn' } })),
    ).toEqual(['files-disagree round-2.json organization.calendar']));

  test('ids of measures and duties are unique over all rounds', () =>
    expect(problemsOf(first(), second({ measures: [aMeasureOfFile()] }))).toEqual([
      'duplicate-id round-2.json measures[0].id',
      'duplicate-id round-2.json measures[0].duties[0].id',
    ]));

  test('the feedback letter of each round begins with number 1', () =>
    expect(
      problemsOf(
        first({ problems: [{ id: 'p1', no: 1, text: '一' }] }),
        second({ problems: [{ id: 'q1', no: 1, text: '二' }] }),
      ),
    ).toEqual([]));
});

test('files of several organizations are several plans, and problems of all come together', () => {
  const other = aPlanFile({ organization: { id: 'health', name: '某县卫健局' } });
  const read = readAll(first(), other);
  expect(read.ok && read.plans.map(({ organization }) => organization.id)).toEqual(['minzheng', 'health']);
  expect(read.ok && read.paths).toEqual([['round-1.json'], ['round-2.json']]);
  expect(problemsOf(first({ mesures: 1 }), { ...other, peple: 1 })).toEqual([
    'unknown-key round-1.json mesures',
    'unknown-key round-2.json peple',
  ]);
});
