import type { Plan } from '../plan/plan.ts';
import type { ReplyPerson } from './contract.ts';

// A pure memo: the readings of a roster hang on the identity of this list.
const known = new WeakMap<Plan, readonly ReplyPerson[]>();

/** Everybody of the plan as replies name them: with the department's name, which the plan keeps by its id. */
export function speakersOf(plan: Plan): readonly ReplyPerson[] {
  const before = known.get(plan);
  if (before) return before;
  const names = new Map(plan.departments.map(({ id, name }) => [id, name]));
  const made = plan.people.map((person) =>
    person.department === undefined
      ? person
      : { ...person, department: names.get(person.department) ?? person.department },
  );
  known.set(plan, made);
  return made;
}
