import { parse } from 'yaml';
import { planTextOf } from '../intake/index.ts';
import type { PersonId } from '../plan/plan.ts';
import { type Drafting, unitedPeople } from './drafting.ts';
import type { DutyShape, MeasureShape, PersonShape, PlanParts, PostShape } from './plan-parts.ts';
import { holderOf } from './questions.ts';
import { decidedByOffice, settledDraft } from './settled.ts';
import { absent } from './vocabulary.ts';

export interface Successor {
  readonly parts: PlanParts;
  /** Whom the secretary is in it. */
  readonly secretary: PersonId;
  /** Measures and duties of the paper that stay open (待定) and do not run. */
  readonly open: readonly string[];
}

/**
 * The plan that follows from a drafting and the plan in force. People, posts, measures and duties that go on keep their
 * ids, and with them their history, their links and whatever the office set; ids of what vanished are not used again.
 */
export function nextPlan(drafting: Drafting, before: PlanParts, secretary: PersonId): Successor {
  const draft = settledDraft(drafting);
  const fresh = parse(planTextOf(draft, () => '')) as PlanParts;
  const decided = decidedByOffice(drafting);
  const cast = castTogether(drafting, fresh, before, secretary);
  const measures = measuresTogether(markDecided(fresh, decided), before, cast);
  const ran = new Set(fresh.measures.flatMap(({ id, duties }) => [id, ...(duties ?? []).map((duty) => duty.id)]));
  const open = draft.measures.flatMap(({ closed, title, duties }, m) => {
    if (closed) return [];
    const whole = !ran.has(`m${m + 1}`) || duties.length === 0;
    if (whole && duties.length === 0) return ran.has(`m${m + 1}`) ? [] : [title];
    return duties.flatMap((duty, d) =>
      isRunning(ran, `m${m + 1}-${duty.kind}${d ? `-${d + 1}` : ''}`) || duty.event === absent ? [] : [duty.title],
    );
  });
  const head = before.organization.head ?? cast.idOf(fresh.organization.head);
  const parts: PlanParts = {
    organization: {
      ...before.organization,
      ...(drafting.nameless ? { name: fresh.organization.name } : {}),
      ...(head ? { head } : {}),
    },
    ...(fresh.round ? { round: { ...fresh.round } } : {}),
    ...(before.departments?.length ? { departments: before.departments } : {}),
    ...(cast.posts.length ? { posts: [...cast.posts] } : {}),
    ...(before.groups?.length ? { groups: before.groups } : {}),
    people: [...cast.people],
    ...(fresh.problems?.length ? { problems: fresh.problems } : {}),
    measures: [...measures],
  };
  return { parts, secretary: cast.secretary, open };
}

function isRunning(ran: ReadonlySet<string>, id: string): boolean {
  return ran.has(id) || ran.has(`${id}-a`);
}

/** Schedules that nobody but the office decided are marked as such. */
function markDecided(fresh: PlanParts, decided: ReadonlySet<string>): readonly MeasureShape[] {
  const ids = new Set(
    [...decided].map((key) => key.split('.').map(Number) as [number, number]).map(([m, d]) => `${m}.${d}`),
  );
  return fresh.measures.map((measure) => ({
    ...measure,
    ...(measure.duties
      ? {
          duties: measure.duties.map((duty) => {
            const place = /^m(\d+)-[a-z-]*?(?:-(\d+))?$/.exec(duty.id);
            const key = place ? `${Number(place[1]) - 1}.${place[2] ? Number(place[2]) - 1 : 0}` : '';
            return ids.has(key) ? { ...duty, origin: 'office' as const } : duty;
          }),
        }
      : {}),
  }));
}

interface CastTogether {
  readonly people: readonly PersonShape[];
  readonly posts: readonly PostShape[];
  readonly secretary: PersonId;
  /** The id in the new plan of an id in the draft's own plan. */
  idOf(id: string | null | undefined): string | undefined;
  postOf(id: string): string;
}

function castTogether(drafting: Drafting, fresh: PlanParts, before: PlanParts, secretary: PersonId): CastTogether {
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
    if (!same)
      added.push({
        ...person,
        id,
        roles: (person.roles ?? []).map((role) => (role === 'secretary' ? 'member' : role)),
      });
  }
  const people = [...kept, ...added].map((person) => withDetails(person, fresh));
  const posts = postsTogether(drafting, fresh, before, people);
  return {
    people,
    posts: posts.all,
    secretary,
    idOf: (id) => (id ? (ids.get(id) ?? id) : undefined),
    postOf: (id) => posts.ids.get(id) ?? id,
  };
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

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`;
    const one = `${id.slice(0, 24 - end.length).replace(/-+$/, '')}${end}`;
    if (!taken.has(one)) return one;
  }
}

function measuresTogether(
  fresh: readonly MeasureShape[],
  before: PlanParts,
  cast: CastTogether,
): readonly MeasureShape[] {
  const old = [...before.measures];
  const taken = new Set(before.measures.flatMap(({ id, duties }) => [id, ...(duties ?? []).map((duty) => duty.id)]));
  const known = new Map((before.departments ?? []).map(({ id, name }) => [name, id]));
  return fresh.map((measure) => {
    const at = old.findIndex(
      (one) => isSame(one.title, measure.title) || (one.text && measure.text && isSame(one.text, measure.text)),
    );
    const same = at < 0 ? undefined : old.splice(at, 1)[0];
    const id = same?.id ?? freeId(measure.id, taken);
    taken.add(id);
    const { lead, department, duties, ...rest } = measure;
    const {
      lead: _l,
      department: _d,
      deadline: _u,
      then: _t,
      problems: _p,
      duties: oldDuties = [],
      ...set
    } = same ?? { duties: [] };
    const place = before.departments?.length ? known.get(department ?? '') : department;
    return {
      ...set,
      ...rest,
      id,
      ...(lead ? { lead: cast.idOf(lead)! } : {}),
      ...(place ? { department: place } : {}),
      ...(duties ? { duties: dutiesTogether(duties, oldDuties, taken, cast) } : {}),
    };
  });
}

function dutiesTogether(
  fresh: readonly DutyShape[],
  before: readonly DutyShape[],
  taken: Set<string>,
  cast: CastTogether,
): DutyShape[] {
  const old = [...before];
  return fresh.map((duty) => {
    const at = old.findIndex((one) => one.kind === duty.kind && isSame(one.title, duty.title));
    const same = at < 0 ? undefined : old.splice(at, 1)[0];
    const id = same?.id ?? freeId(duty.id, taken);
    taken.add(id);
    const { schedule: _s, quota: _q, who: _w, with: _o, origin: _r, ...set } = same ?? {};
    const selected = (list: readonly string[] | undefined) => list?.map((one) => selector(one, cast));
    const { who, with: others, ...rest } = duty;
    return {
      ...set,
      ...rest,
      id,
      ...(who ? { who: selected(who)! } : {}),
      ...(others ? { with: selected(others)! } : {}),
    };
  });
}

function selector(one: string, cast: CastTogether): string {
  if (one.startsWith('post:')) return `post:${cast.postOf(one.slice('post:'.length))}`;
  return one.includes(':') ? one : (cast.idOf(one) ?? one);
}

const bare = (text: string): string => text.replace(/[\s，。；、：“”"'()（）;,.]/g, '');

function isSame(a: string, b: string): boolean {
  return bare(a) === bare(b);
}
