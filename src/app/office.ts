import type { OpeningContext } from '../core/opening.ts';
import type { PersonId, Plan } from '../core/plan/plan.ts';
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
export type ReadStoredPlan = (text: string, now: number) => Plan;

/** For how long a plan read before is trusted without asking for its version: machine milliseconds. */
const FRESH_MS = 1000;

export function openOffices(
  store: Pick<Store, 'plans' | 'organizations'>,
  clock: Clock,
  read: ReadStoredPlan,
): Offices {
  const known = new Map<string, { readonly office: Office; checked: number }>();

  async function of(org: string): Promise<Office | undefined> {
    const before = known.get(org);
    if (before && clock.machine() - before.checked < FRESH_MS) return before.office;
    const current = await store.plans.current(org);
    if (!current) return undefined;
    if (before?.office.planVersion === current.version) {
      before.checked = clock.machine();
      return before.office;
    }
    const since = await store.plans.since(org);
    const office = { org, plan: read(current.text, current.adoptedAt), planVersion: current.version, since };
    known.set(org, { office, checked: clock.machine() });
    return office;
  }

  return {
    of,
    forget: (org) => void known.delete(org),
    async all() {
      const offices = await Promise.all((await store.organizations()).map(of));
      return offices.filter((o) => o !== undefined);
    },
  };
}

export function rolesOf(office: Office, person: PersonId): readonly string[] {
  return office.plan.people.find((p) => p.id === person)?.roles ?? [];
}

export function languageOf(office: Office, recipient: string): 'zh' | 'en' {
  const id = recipient.startsWith('person/') ? recipient.slice(7) : undefined;
  return office.plan.people.find((p) => p.id === id)?.language ?? office.plan.organization.language;
}
