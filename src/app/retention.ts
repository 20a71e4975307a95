import { DAY, type Instant } from '../core/calendar.ts';
import type { Entry, TextRef } from '../core/ledger.ts';
import type { Retention } from '../core/plan/plan.ts';
import type { Office, Offices } from './office.ts';
import type { World } from './ports.ts';

const BATCH = 500;

/** Erases texts and evidence that the plan no longer wants kept. The entries stay, with their hashes: the chain is whole. */
export async function eraseWhatIsOver(world: World, offices: Offices): Promise<void> {
  for (const office of await offices.all()) {
    const { text, evidence } = office.plan.organization.retention ?? {};
    if (text) await eraseTexts(world, office, world.clock.now() - lengthOf(text));
    if (evidence) await eraseFiles(world, office, world.clock.now() - lengthOf(evidence));
  }
}

/** A year is 366 days: kept a day too long rather than too short. */
const lengthOf = ({ unit, n }: Retention): number => (unit === 'y' ? n * 366 : n) * DAY;

async function eraseTexts(world: World, office: Office, before: Instant): Promise<void> {
  const { ledger } = world.store;
  for await (const old of entriesBefore(world, office, before)) {
    const found: string[] = [];
    for (const id of old.flatMap(textsIn)) if ((await ledger.text(office.org, id)) !== undefined) found.push(id);
    if (found.length === 0) continue;
    await ledger.erase(office.org, found);
    await ledger.append(office.org, { heads: {}, entries: [erased(world, office, { texts: found })] });
  }
}

/** A file that was added again later is as old as its last adding. */
async function eraseFiles(world: World, office: Office, before: Instant): Promise<void> {
  const over = new Set<string>();
  for await (const old of entriesBefore(world, office, before))
    for (const sha256 of filesIn(old)) if (await world.archive.has(office.org, sha256)) over.add(sha256);
  if (over.size === 0) return;
  for await (const all of entriesBefore(world, office, Number.POSITIVE_INFINITY))
    for (const sha256 of filesIn(all.filter((e) => e.at >= before))) over.delete(sha256);
  if (over.size === 0) return;
  const files = [...over];
  // Said first: what is missing without a word of it would look like a loss.
  await world.store.ledger.append(office.org, { heads: {}, entries: [erased(world, office, { texts: [], files })] });
  for (const sha256 of files) await world.archive.remove(office.org, sha256);
}

const erased = (
  { clock }: World,
  { planVersion }: Office,
  what: { readonly texts: readonly string[]; readonly files?: readonly string[] },
) => ({ at: clock.now(), by: 'bot', about: [], planVersion, kind: 'erased', why: 'retention', ...what }) as const;

/** Entries come in the order in which they were written, and hardly ever later than they happened. */
async function* entriesBefore(world: World, { org }: Office, before: Instant): AsyncIterable<readonly Entry[]> {
  for (let after = 0; ; ) {
    const entries = await world.store.ledger.entries(org, after, BATCH);
    const old = entries.filter((e) => e.at < before);
    if (old.length > 0) yield old;
    if (entries.length < BATCH || old.length === 0) return;
    after = entries.at(-1)!.seq;
  }
}

const filesIn = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((e) => (e.kind === 'evidence' && e.sha256 !== undefined ? [e.sha256] : []));

/** Every text an entry refers to, wherever in it the reference stands. */
function textsIn(entry: Entry): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isTextRef(value)) found.push(value.id);
    for (const one of Object.values(value)) walk(one);
  };
  walk(entry);
  return found;
}

function isTextRef(value: object): value is TextRef {
  const { id, sha256 } = value as Partial<TextRef>;
  return typeof id === 'string' && typeof sha256 === 'string' && !('form' in value);
}
