import { DAY } from '../core/calendar.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { reach } from '../core/reports/calendar.ts';
import type { OfficeRecord } from '../core/reports/contract.ts';
import type { Office, Offices } from './office.ts';
import type { ThreadState, World } from './ports.ts';
import { sha256 } from './seal.ts';

/** 40 characters of [A-Za-z0-9]: nobody finds an address by trying. */
export const FEED_TOKEN = /^[A-Za-z0-9]{40}$/;

/** Who may read which calendar, by the hash of its address. */
type Feeds = Readonly<Record<string, PersonId>>;

function feedsIn(state: ThreadState): Feeds {
  return typeof state.feeds === 'string' ? (JSON.parse(state.feeds) as Feeds) : {};
}

/** What one person's new address changes; the one before stops at once. Without a token there is none any more. */
export async function changedFeed(
  { store }: { readonly store: Pick<World['store'], 'ledger'> },
  org: string,
  person: PersonId,
  token: string | undefined,
): Promise<{
  readonly had: boolean;
  readonly heads: { readonly org: number };
  readonly states: { readonly org: ThreadState };
}> {
  const { head, state } = await store.ledger.head(org, 'org');
  const before = feedsIn(state);
  const others = Object.entries(before).filter(([, of]) => of !== person);
  const feeds = Object.fromEntries(token === undefined ? others : [...others, [sha256(token), person]]);
  return {
    had: Object.values(before).includes(person),
    heads: { org: head },
    states: { org: { ...state, feeds: JSON.stringify(feeds) } },
  };
}

/** Whose calendar an address is; undefined where it is none, or was revoked, or its person has left the plan. */
async function holderOf(
  { store }: Pick<World, 'store'>,
  offices: Offices,
  token: string,
): Promise<{ readonly office: Office; readonly person: PersonId } | undefined> {
  if (!FEED_TOKEN.test(token)) return undefined;
  const hash = sha256(token);
  for (const office of await offices.all()) {
    const { state } = await store.ledger.head(office.org, 'org');
    const feeds = feedsIn(state);
    const person = Object.hasOwn(feeds, hash) ? feeds[hash] : undefined;
    if (person && office.plan.people.some((p) => p.id === person)) return { office, person };
  }
  return undefined;
}

/** What a calendar shows, and no more of the record: phones ask for it several times a day, for years. */
async function aheadOf({ store, clock }: Pick<World, 'store' | 'clock'>, office: Office): Promise<OfficeRecord> {
  const { org, plan, planVersion, since } = office;
  const now = clock.now();
  const open = await store.ledger.open(org);
  const coming = await store.ledger.dueBetween(org, now, now + reach + DAY);
  const facts = [...open, ...coming.filter((f) => open.every(({ id }) => id !== f.id))];
  return { plan, planVersion, since, now, facts, told: {}, entries: [], texts: {} };
}

/** A person's calendar as its address serves it. */
export async function feedOf(
  world: Pick<World, 'store' | 'clock' | 'reports'>,
  offices: Offices,
  token: string,
): Promise<Uint8Array | undefined> {
  const holder = await holderOf(world, offices, token);
  if (!holder) return undefined;
  const { office, person } = holder;
  const language = office.plan.people.find((p) => p.id === person)?.language ?? office.plan.organization.language;
  const record = await aheadOf(world, office);
  const made = await world.reports.write('calendar', record, { person, names: true }, { org: office.org, language });
  return 'bytes' in made ? made.bytes : undefined;
}
