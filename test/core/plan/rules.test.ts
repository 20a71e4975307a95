import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { officialTable } from '../../../src/core/holidays.ts';
import { readPlans } from '../../../src/core/plan/read.ts';
import { planRules } from '../../../src/core/plan/rules/index.ts';
import { planOf } from '../../support/plans.ts';

test('the list of rules is the folder, file by file', () => {
  const files = readdirSync(new URL('../../../src/core/plan/rules/', import.meta.url)).map((name) =>
    name.replace('.ts', ''),
  );
  expect(files.filter((name) => !['contract', 'index'].includes(name)).sort()).toEqual(
    planRules.map(({ id }) => id).sort(),
  );
});

test.each([
  ['三会一课', 'plan-no-timing-three', undefined],
  ['党员大会', 'plan-no-timing-rule', '每季度'],
  ['中心组学习', 'plan-no-timing-custom', '每季度'],
  ['整理仓库', 'plan-no-timing', undefined],
])('a duty “%s” that does not say when is told what is usual, and is not given it', (title, id, schedule) => {
  const text = planOf({ duties: [`{ id: one, kind: meeting, title: ${title}, who: [sun] }`] });
  const read = readPlans([{ path: 'plan.yaml', text }], { officialTable: officialTable(), now: 0 });
  const [problem] = read.ok ? [] : read.problems;
  expect(problem).toMatchObject({
    code: 'no-timing',
    phrase: { id, args: { title, ...(schedule ? { schedule } : {}) } },
  });
});
