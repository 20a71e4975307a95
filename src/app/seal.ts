import { createHash } from 'node:crypto';
import { dateAt } from '../core/calendar.ts';
import { FIRST_SEAL, nextSeal, type Sealable, type Sha256 } from '../core/seal.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';

const PAGE = 1000;

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Seals what was recorded before today, once a day: one entry that holds the chain's newest link. A quiet office, whose
 * only new entry is the last seal itself, gets none. Two processes at once: one of them finds the head moved.
 */
export async function sealLedger(world: Pick<World, 'store' | 'clock'>, { org, plan, planVersion }: Office) {
  const { ledger } = world.store;
  const now = world.clock.now();
  const { head, state } = await ledger.head(org, 'org');
  const sealedTo = Number(state.sealedTo ?? 0);
  const [oldest, second] = await ledger.raw(org, sealedTo, 2);
  const today = dateAt(now, plan.organization.zone);
  if (!oldest || (sealedTo > 0 && !second)) return;
  if (dateAt(instantIn(second ?? oldest), plan.organization.zone) >= today) return;
  let seal = typeof state.seal === 'string' ? state.seal : FIRST_SEAL;
  let upTo = sealedTo;
  for (let page = await ledger.raw(org, upTo, PAGE); page.length > 0; page = await ledger.raw(org, upTo, PAGE)) {
    for (const entry of page) seal = nextSeal(seal, entry, sha256);
    upTo = page.at(-1)!.seq;
  }
  await ledger.append(org, {
    heads: { org: head },
    entries: [{ at: now, by: 'bot', about: [], planVersion, kind: 'sealed', upTo, sha256: seal }],
    states: { org: { ...state, sealedTo: upTo, seal } },
  });
}

function instantIn({ json }: Sealable): number {
  const { at }: { at: number } = JSON.parse(json);
  return at;
}
