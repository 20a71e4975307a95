import type { DraftPerson } from '../intake/index.ts';

/** A later line about the same name says the truth. */
export function unitedPeople(before: readonly DraftPerson[], more: readonly DraftPerson[]): readonly DraftPerson[] {
  const people = new Map(before.map((person) => [person.name, person]));
  for (const person of more) {
    const old = people.get(person.name);
    people.set(person.name, {
      ...person,
      post: person.post ?? old?.post ?? null,
      department: person.department ?? old?.department ?? null,
    });
  }
  return [...people.values()];
}
