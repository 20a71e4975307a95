import type { Measure, MeasureId, Person, PersonId, Plan } from './plan.ts';

interface Roster {
  readonly byId: ReadonlyMap<PersonId, Person>;
  /** In the order of the plan, from 0. */
  readonly places: ReadonlyMap<PersonId, number>;
  readonly secretary: Person | undefined;
  readonly supervisors: readonly Person[];
}

// Pure memos: a plan never changes, and the same few questions are asked of it for every message.
const rosters = new WeakMap<Plan['people'], Roster>();
const measures = new WeakMap<Plan['measures'], ReadonlyMap<MeasureId, Measure>>();

/** The people of a plan by id; the first where a careless caller gives two of one id. */
export function rosterOf({ people }: Pick<Plan, 'people'>): Roster {
  const known = rosters.get(people);
  if (known) return known;
  const made: Roster = {
    byId: new Map(people.map((p) => [p.id, p] as const).reverse()),
    places: new Map(people.map((p, i) => [p.id, i])),
    secretary: people.find((p) => p.roles.includes('secretary')),
    supervisors: people.filter((p) => p.roles.includes('supervisor')),
  };
  rosters.set(people, made);
  return made;
}

export function personIn(plan: Pick<Plan, 'people'>, id: PersonId): Person | undefined {
  return rosterOf(plan).byId.get(id);
}

export function measureIn(plan: Pick<Plan, 'measures'>, id: MeasureId): Measure | undefined {
  const known = measures.get(plan.measures) ?? new Map(plan.measures.map((m) => [m.id, m]));
  measures.set(plan.measures, known);
  return known.get(id);
}
