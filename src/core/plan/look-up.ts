import type { Duty, DutyId, Measure, MeasureId, Person, PersonId, Plan } from './plan.ts';

interface Roster {
  readonly byId: ReadonlyMap<PersonId, Person>;
  /** In the order of the plan, from 0. */
  readonly places: ReadonlyMap<PersonId, number>;
  readonly secretary: Person | undefined;
  readonly supervisors: readonly Person[];
  readonly isAnyoneAway: boolean;
}

interface Duties {
  /** In the order of the plan. */
  readonly all: readonly Duty[];
  readonly byId: ReadonlyMap<DutyId, Duty>;
  /** By everyone who owes or reports them. */
  readonly byPerson: ReadonlyMap<PersonId, readonly Duty[]>;
  /** Those that begin after an event. */
  readonly afterEvents: readonly Duty[];
}

// Pure memos: a plan never changes, and the same few questions are asked of it for every message.
const rosters = new WeakMap<Plan['people'], Roster>();
const duties = new WeakMap<Plan['measures'], Duties>();
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
    isAnyoneAway: people.some(({ away }) => away.length > 0),
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

/** All duties of a plan: thousands in a large one, so nobody looks through them for a message. */
export function dutiesOf(plan: Pick<Plan, 'measures'>): Duties {
  const known = duties.get(plan.measures);
  if (known) return known;
  const all = plan.measures.flatMap((m) => m.duties);
  const byPerson = new Map<PersonId, Duty[]>();
  for (const duty of all) {
    for (const person of concerned(duty)) {
      const theirs = byPerson.get(person);
      if (theirs) theirs.push(duty);
      else byPerson.set(person, [duty]);
    }
  }
  const made: Duties = {
    all,
    byId: new Map(all.map((d) => [d.id, d] as const).reverse()),
    byPerson,
    afterEvents: all.filter(({ timing }) => timing.type === 'after'),
  };
  duties.set(plan.measures, made);
  return made;
}

function concerned({ who, reporter }: Duty): ReadonlySet<PersonId> {
  const owe = who.flatMap((holder) => ('person' in holder ? [holder.person] : []));
  return new Set(reporter === null ? owe : [...owe, reporter]);
}
