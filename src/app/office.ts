import { standInFor } from '../core/absence/absence.ts';
import type { Instant } from '../core/calendar.ts';
import { withDigests } from '../core/digest/choices.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { withChanges } from '../core/office-changes.ts';
import type { OpeningContext } from '../core/opening-context.ts';
import { dutiesOf, personIn } from '../core/plan/look-up.ts';
import type { Duty, PersonId, Plan } from '../core/plan/plan.ts';
import type { YearTable } from '../core/year-table.ts';
import { changesIn, textOfChanges } from './changes.ts';
import type { Clock, Store } from './ports.ts';

/** One organization as the use cases see it: its plan, read, and since when each duty counts. */
export interface Office extends OpeningContext {
  readonly org: string;
  readonly plan: Plan;
  readonly planVersion: number;
}

export interface Offices {
  of(org: string): Promise<Office | undefined>;
  /** After an adoption in this process; other processes notice within a second. */
  forget(org: string): void;
  all(): Promise<readonly Office[]>;
}

/** Reads a stored plan text; a stored plan was checked when it was adopted, so a failure here is a bug. */
export type ReadStoredPlan = (text: string, now: number, years: readonly YearTable[]) => Plan;

/** For how long a plan read before is trusted without asking for its version: machine milliseconds. */
const FRESH_MS = 1000;

export function openOffices(
  store: Pick<Store, 'plans' | 'organizations' | 'ledger'>,
  clock: Clock,
  readPlan: ReadStoredPlan,
): Offices {
  const known = new Map<string, { readonly office: Office; readonly changes: string; checked: number }>();
  const loading = new Map<string, Promise<Office | undefined>>();
  let forgotten = 0;

  /** Many ask in the same instant: one of them reads for all. */
  function of(org: string): Promise<Office | undefined> {
    const before = known.get(org);
    if (before && clock.machine() - before.checked < FRESH_MS) return Promise.resolve(before.office);
    const begun = loading.get(org);
    if (begun) return begun;
    const load = read(org).finally(() => {
      if (loading.get(org) === load) loading.delete(org);
    });
    loading.set(org, load);
    return load;
  }

  async function read(org: string): Promise<Office | undefined> {
    const before = known.get(org);
    const begun = forgotten;
    const [version, { state }] = await Promise.all([store.plans.currentVersion(org), store.ledger.head(org, 'org')]);
    const changes = textOfChanges(state);
    if (before?.office.planVersion === version && before.changes === changes) {
      before.checked = clock.machine();
      return before.office;
    }
    const [current, since] = await Promise.all([store.plans.current(org), store.plans.since(org)]);
    if (!current) return undefined;
    const told = changesIn(state);
    const plan = withDigests(withChanges(readPlan(current.text, current.adoptedAt, told.years), told), told.digests);
    const office = { org, plan, planVersion: current.version, since };
    if (begun === forgotten) known.set(org, { office, changes, checked: clock.machine() });
    return office;
  }

  return {
    of,
    forget(org) {
      // What was begun before is nobody's answer after.
      forgotten++;
      known.delete(org);
      loading.delete(org);
    },
    async all() {
      const offices = await Promise.all((await store.organizations()).map(of));
      return offices.filter((o) => o !== undefined);
    },
  };
}

export function rolesOf(office: Office, person: PersonId): readonly string[] {
  return personIn(office.plan, person)?.roles ?? [];
}

/** The secretary, the head, and whoever stands in for the secretary while she is away. */
export function actsForOffice(office: Office, person: PersonId, at: Instant): boolean {
  const { plan } = office;
  const secretary = secretaryOf(plan);
  const standsIn = secretary !== null && standInFor(plan, secretary, at) === person;
  return rolesOf(office, person).includes('secretary') || plan.organization.head === person || standsIn;
}

export function languageOf(office: Office, recipient: string): 'zh' | 'en' {
  const id = recipient.startsWith('person/') ? recipient.slice(7) : undefined;
  const person = id === undefined ? undefined : personIn(office.plan, id);
  return person?.language ?? office.plan.organization.language;
}

/** The duty of an occurrence; undefined once a new plan version has dropped it. */
/** The duty of an occurrence; undefined once a new plan version has dropped it. */
export function dutyIn({ plan }: Office, facts: OccurrenceFacts): Duty | undefined {
  return dutiesOf(plan).byId.get(facts.duty);
}
