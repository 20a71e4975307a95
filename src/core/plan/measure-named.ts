import type { Measure, Plan } from './plan.ts';

/** A measure as people name it: by its number in the plan (3), or by its id. */
export function measureNamed(plan: Plan, word: string): Measure | undefined {
  const no = /^(?:措施|第)?\s*(\d{1,4})\s*条?$/u.exec(word.trim())?.[1];
  return no ? plan.measures[Number(no) - 1] : plan.measures.find(({ id }) => id === word.trim());
}
