import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planSchema } from '../../../src/core/plan/schema.ts';

test('the schema that editors read is the one that the reader uses (duban check --schema > plans/plan.schema.json)', () => {
  const committed: unknown = JSON.parse(
    readFileSync(new URL('../../../plans/plan.schema.json', import.meta.url), 'utf8'),
  );
  expect(committed).toEqual(planSchema());
});
