import { z } from 'zod';
import { planShape } from './shape.ts';

/** The JSON Schema (2020-12) of a plan file, for editors. It knows the form; what refers to what, only `readPlan` knows. */
export function planSchema(): object {
  return z.toJSONSchema(planShape, {
    io: 'input',
    override({ jsonSchema }) {
      // Keys that begin with `x-` are the office's own, everywhere.
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { '^x-': {} };
    },
  });
}
