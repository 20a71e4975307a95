import { DAY, type Instant } from '../core/calendar.ts';
import type { Entry, TextRef } from '../core/ledger.ts';
import type { Office, Offices } from './office.ts';
import type { World } from './ports.ts';

const BATCH = 500;

/** Erases texts that the plan no longer wants kept. The entries stay, with their hashes: the chain is whole. */
export async function eraseOldTexts(world: World, offices: Offices): Promise<void> {
  for (const office of await offices.all()) {
    const kept = office.plan.organization.retention?.text;
    if (!kept) continue;
    const days = kept.unit === 'y' ? kept.n * 366 : kept.n;
    await eraseBefore(world, office, world.clock.now() - days * DAY);
  }
}

async function eraseBefore(world: World, { org, planVersion }: Office, before: Instant): Promise<void> {
  const { ledger } = world.store;
  for (let after = 0; ; ) {
    const entries = await ledger.entries(org, after, BATCH);
    const old = entries.filter((e) => e.at < before);
    const found: string[] = [];
    for (const id of old.flatMap(textsIn)) if ((await ledger.text(org, id)) !== undefined) found.push(id);
    if (found.length > 0) {
      await ledger.erase(org, found);
      const about = { at: world.clock.now(), by: 'bot', about: [], planVersion } as const;
      await ledger.append(org, { heads: {}, entries: [{ ...about, kind: 'erased', texts: found, why: 'retention' }] });
    }
    // Entries come in the order in which they were written, and hardly ever later than they happened.
    if (entries.length < BATCH || old.length === 0) return;
    after = entries.at(-1)!.seq;
  }
}

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
