import { holderOf } from '../intake/holders.ts';
import type { PersonId } from '../plan/plan.ts';
import type { DepartmentsTogether } from './departments-together.ts';
import type { Drafting } from './drafting.ts';
import { freeId } from './free-id.ts';
import { unitedPeople } from './people.ts';
import type { PersonShape, PlanParts, PostShape } from './plan-parts.ts';

/** People and posts of a draft together with those of the plan in force. */
export interface CastTogether {
  readonly people: readonly PersonShape[];
  readonly posts: readonly PostShape[];
  readonly secretary: PersonId;
  /** Whom she said that the head is. */
  readonly head: string | undefined;
  /** The id in the new plan of an id in the draft's own plan. */
  idOf(id: string | null | undefined): string | undefined;
  postOf(id: string): string;
}

export function castTogether(
  drafting: Drafting,
  fresh: PlanParts,
  before: PlanParts,
  secretary: PersonId,
  departments: DepartmentsTogether,
): CastTogether {
  const me = drafting.nameless ? drafting.answers.me : undefined;
  const kept = before.people.map((person) => (person.id === secretary && me ? { ...person, name: me } : person));
  const taken = new Set(kept.map(({ id }) => id));
  const ids = new Map<string, string>();
  const added: PersonShape[] = [];
  for (const person of fresh.people) {
    const same = kept.find(({ name, aliases }) => name === person.name || aliases?.includes(person.name));
    const id = same?.id ?? freeId(person.id, taken);
    taken.add(id);
    ids.set(person.id, id);
    // Whoever sends the paper is the secretary; a title alone makes nobody another one.
    const { department: named, ...rest } = person;
    const department = departments.idOf(named);
    if (!same)
      added.push({
        ...rest,
        ...(department ? { department } : {}),
        id,
        roles: (person.roles ?? []).map((role) => (role === 'secretary' ? 'member' : role)),
      });
  }
  const named = drafting.answers.head;
  const people = [...kept, ...added].map((person) => asHead(withDetails(person, fresh), named));
  const posts = postsTogether(drafting, fresh, before, people);
  return {
    people,
    posts: posts.all,
    secretary,
    head: named ? people.find(({ name }) => name === named)?.id : undefined,
    idOf: (id) => (id ? (ids.get(id) ?? id) : undefined),
    postOf: (id) => posts.ids.get(id) ?? id,
  };
}

/** Whoever is the head leads, whatever the paper calls the post. */
function asHead(person: PersonShape, head: string | undefined): PersonShape {
  if (person.name !== head || person.roles?.includes('leader')) return person;
  return { ...person, roles: ['leader', ...(person.roles ?? []).filter((role) => role !== 'member')] };
}

/** What the paper or the roster knows of somebody and the plan does not. */
function withDetails(person: PersonShape, fresh: PlanParts): PersonShape {
  const found = fresh.people.find(({ name }) => name === person.name);
  return { ...person, ...(!person.post && found?.post ? { post: found.post } : {}) };
}

function postsTogether(drafting: Drafting, fresh: PlanParts, before: PlanParts, people: readonly PersonShape[]) {
  const all: PostShape[] = [...(before.posts ?? [])];
  const ids = new Map<string, string>();
  const taken = new Set([...all.map(({ id }) => id), ...people.map(({ id }) => id)]);
  const roster = unitedPeople(drafting.draft!.people, drafting.people);
  for (const post of fresh.posts ?? []) {
    const same = all.find(({ name }) => name === post.name);
    const id = same?.id ?? freeId(post.id, taken);
    taken.add(id);
    ids.set(post.id, id);
    if (same) continue;
    const name = drafting.answers[`post|${post.name}`] || holderOf(post.name, roster);
    const holder = people.find((person) => name?.includes(person.name))?.id ?? null;
    all.push({ ...post, id, holder });
  }
  return { all, ids };
}
