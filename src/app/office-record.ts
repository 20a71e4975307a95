import type { Entry } from '../core/ledger.ts';
import type { OfficeRecord } from '../core/reports/contract.ts';
import { FIRST_SEAL, nextSeal, shortCode } from '../core/seal.ts';
import type { Office } from './office.ts';
import type { Clock, Store } from './ports.ts';
import { sha256 } from './seal.ts';

const PAGE = 1000;
const EVER = Number.MAX_SAFE_INTEGER;

/** All that an office has on record, as papers read it: in the chat, on a schedule and on the command line alike. */
export async function officeRecord(
  { store, clock }: { readonly store: Pick<Store, 'ledger'>; readonly clock: Clock },
  office: Office,
): Promise<OfficeRecord> {
  const { org, plan, planVersion, since } = office;
  const { ledger } = store;
  const facts = await ledger.dueBetween(org, 0, EVER);
  const ids = facts.map(({ id }) => id);
  const told = await ledger.told(org, ids);
  const entries: Entry[] = [];
  for (let page = await ledger.entries(org, 0, PAGE); page.length > 0; ) {
    entries.push(...page);
    page = await ledger.entries(org, entries.at(-1)!.seq, PAGE);
  }
  const seal = await sealOf(ledger, org);
  return {
    plan,
    planVersion,
    since,
    now: clock.now(),
    facts,
    told,
    entries,
    texts: await textsOf(ledger, org, entries, facts),
    ...seal,
  };
}

/** The chain's link at the newest entry, so that whoever holds the paper can tell whether anything before was changed. */
async function sealOf(ledger: Pick<Store['ledger'], 'raw' | 'head'>, org: string) {
  const { state } = await ledger.head(org, 'org');
  let sealedTo = Number(state.sealedTo ?? 0);
  let link = typeof state.seal === 'string' ? state.seal : FIRST_SEAL;
  for (let page = await ledger.raw(org, sealedTo, PAGE); page.length > 0; ) {
    for (const entry of page) link = nextSeal(link, entry, sha256);
    sealedTo = page.at(-1)!.seq;
    page = await ledger.raw(org, sealedTo, PAGE);
  }
  return sealedTo > 0 ? { seal: shortCode(link), sealedTo } : {};
}

/** Free text that is still kept, of entries and of what check-ins were about. */
async function textsOf(
  ledger: Pick<Store['ledger'], 'text'>,
  org: string,
  entries: readonly Entry[],
  facts: OfficeRecord['facts'],
): Promise<Readonly<Record<string, string>>> {
  const ofEntries = entries.flatMap((e) => ('text' in e && e.text ? [e.text.id] : []));
  const topics = facts.flatMap(({ settled }) => [settled?.topic, settled?.line].flatMap((ref) => ref?.id ?? []));
  const texts: Record<string, string> = {};
  for (const id of new Set([...ofEntries, ...topics])) {
    const text = await ledger.text(org, id);
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}
