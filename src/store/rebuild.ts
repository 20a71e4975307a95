import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';
import { indexChats } from './links.ts';
import { parse } from './record.ts';

/**
 * Makes every index of an organization anew from what it indexes: chats from links, lists of occurrences from their
 * facts. Harmless at any time, also while others write: each batch is one script. Lines that point to nothing are
 * not looked for; readers sift them out.
 */
export async function rebuildIndexes(base: Base, org: string): Promise<void> {
  await base.enlist(org);
  await indexChats(base, org);
  const k = orgKeys(org);
  for (let cursor = '0'; ; ) {
    const [next, found] = await base.redis.hscan(k.occurrences, cursor, 'COUNT', 500);
    await Promise.all([...idsByMeasure(found)].map(([measure, ids]) => reindex(base, org, measure, ids)));
    if (next === '0') return;
    cursor = next;
  }
}

async function reindex({ run }: Base, org: string, measure: string, ids: readonly string[]): Promise<void> {
  const k = orgKeys(org);
  const keys = [k.occurrences, k.open, k.asked, k.due, k.settled, k.openOf(measure)];
  await run('reindex', keys, ids);
}

function idsByMeasure(scanned: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byMeasure = new Map<string, string[]>();
  for (let i = 1; i < scanned.length; i += 2) {
    const facts = parse<OccurrenceFacts>(scanned[i]!);
    byMeasure.set(facts.measure, [...(byMeasure.get(facts.measure) ?? []), facts.id]);
  }
  return byMeasure;
}
