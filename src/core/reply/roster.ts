import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { partsOfPost } from './posts.ts';
import { SURNAMES, surnameOf } from './surnames.ts';

/** A roster as texts are searched for it: each form of a name under its first character. */
export interface Roster {
  readonly surnames: ReadonlySet<string>;
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly names: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
  readonly departments: readonly string[];
}

interface Form {
  readonly form: string;
  readonly ids: readonly string[];
  /** Given names stand alone only: 张建军 is not 赵建军. */
  readonly alone: boolean;
}

// A pure memo: thousands of names are not read anew for every sentence.
const rosters = new WeakMap<readonly ReplyPerson[], Roster>();

export function rosterOf(people: readonly ReplyPerson[]): Roster {
  const known = rosters.get(people);
  if (known) return known;
  const named = people.map((p) => ({ id: p.id, name: clean(p.name) }));
  const made: Roster = {
    surnames: new Set([...SURNAMES, ...named.map((p) => surnameOf(p.name))]),
    forms: byFirst(formsOf(people), ({ form }) => form),
    names: byFirst(named, ({ name }) => name),
    departments: [...new Set(people.flatMap((p) => (p.department ? [clean(p.department)] : [])))],
  };
  rosters.set(people, made);
  return made;
}

function byFirst<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const first = keyOf(item)[0];
    if (first === undefined) continue;
    const alike = found.get(first);
    if (alike) alike.push(item);
    else found.set(first, [item]);
  }
  return found;
}

function formsOf(people: readonly ReplyPerson[]): readonly Form[] {
  const forms = new Map<string, Set<string>>();
  const alone = new Set<string>();
  const add = (form: string, id: string): void => {
    if (form.length >= 2) forms.set(form, (forms.get(form) ?? new Set()).add(id));
  };
  for (const person of people) {
    const name = clean(person.name);
    for (const form of [name, ...person.aliases.map(clean)]) add(form, person.id);
    const given = name.slice(surnameOf(name).length);
    if (given.length === 2) {
      add(given, person.id);
      alone.add(given);
    }
    for (const part of partsOfPost(person)) if (part.length >= 4 && /[长任记员]$/.test(part)) add(part, person.id);
  }
  return [...forms].map(([form, ids]) => ({ form, ids: [...ids], alone: alone.has(form) }));
}
