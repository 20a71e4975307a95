import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planRules } from '../../../src/core/plan/rules/index.ts';

test('the list of rules is the folder, file by file', () => {
  const files = readdirSync(new URL('../../../src/core/plan/rules/', import.meta.url)).map((name) =>
    name.replace('.ts', ''),
  );
  expect(files.filter((name) => !['contract', 'index'].includes(name)).sort()).toEqual(
    planRules.map(({ id }) => id).sort(),
  );
});
