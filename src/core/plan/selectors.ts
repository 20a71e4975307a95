import type { Draft, Item } from './draft.ts';
import type { Holder, PersonId } from './plan.ts';
import { type PersonShape, roles } from './shape.ts';

/** Whom one selector finds, in the order of the plan; undefined if it names something that does not exist. */
export function membersOf(selector: string, draft: Draft): readonly Holder[] | undefined {
  const [kind, name] = splitSelector(selector);
  const people = (found: (person: PersonShape) => boolean) =>
    draft.people.filter(({ value }) => found(value)).map(({ value }) => ({ person: value.id }));
  switch (kind) {
    case 'person':
      return idsOf(draft).has(name) ? [{ person: name }] : undefined;
    case 'role':
      return roles.some((role) => role === name)
        ? people((person) => rolesOf(person).some((role) => role === name))
        : undefined;
    case 'post':
      return holderOf(draft, name);
    case 'department': {
      const id = departmentId(name, draft.departments);
      return id === undefined ? undefined : people((p) => departmentId(p.department, draft.departments) === id);
    }
  }
}

// A memo: a plan of thousands of people is asked thousands of times.
const ids = new WeakMap<Draft, ReadonlySet<PersonId>>();

function idsOf(draft: Draft): ReadonlySet<PersonId> {
  const known = ids.get(draft) ?? new Set(draft.people.map(({ value }) => value.id));
  ids.set(draft, known);
  return known;
}

/** `role:leader` → ['role', 'leader']; a bare word is a person. */
export function splitSelector(selector: string): readonly ['person' | 'role' | 'department' | 'post', string] {
  const match = /^(role|department|post):(.+)$/.exec(selector);
  return match ? [match[1] as 'role' | 'department' | 'post', match[2]!.trim()] : ['person', selector];
}

/** Whom a list of selectors finds, nobody twice. */
export function holdersOf(selectors: readonly string[], draft: Draft): readonly Holder[] {
  const all = selectors.flatMap((selector) => membersOf(selector, draft) ?? []);
  return [...new Map(all.map((holder) => [keyOf(holder), holder])).values()];
}

export function peopleOf(holders: readonly Holder[]): readonly PersonId[] {
  return holders.flatMap((holder) => ('person' in holder ? [holder.person] : []));
}

export function rolesOf({ roles }: PersonShape) {
  return roles ?? (['member'] as const);
}

/** Departments may be given by id or by name; where the plan lists none, any name is one. */
export function departmentId(
  name: string | undefined,
  departments: readonly Item<{ readonly id: string; readonly name: string }>[],
): string | undefined {
  if (name === undefined || departments.length === 0) return name;
  return departments.find(({ value }) => value.id === name || value.name === name)?.value.id;
}

function holderOf(draft: Draft, id: string): readonly Holder[] | undefined {
  const post = draft.posts.find(({ value }) => value.id === id)?.value;
  return post && [post.holder ? { person: post.holder } : { post: id }];
}

function keyOf(holder: Holder): string {
  return 'person' in holder ? holder.person : `post:${holder.post}`;
}
