import type { Entry } from '../core/ledger.ts';
import type { OfficeRecord } from '../core/reports/contract.ts';
import { shortCode } from '../core/seal.ts';
import type { Office } from './office.ts';
import type { Clock, Store } from './ports.ts';

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
  const seal = entries.findLast((e) => e.kind === 'sealed');
  return {
    plan,
    planVersion,
    since,
    now: clock.now(),
    facts,
    told,
    entries,
    texts: await textsOf(ledger, org, entries, facts),
    ...(seal?.kind === 'sealed' ? { seal: shortCode(seal.sha256) } : {}),
  };
}

/** Free text that is still kept, of entries and of what check-ins were about. */
async function textsOf(
  ledger: Pick<Store['ledger'], 'text'>,
  org: string,
  entries: readonly Entry[],
  facts: OfficeRecord['facts'],
): Promise<Readonly<Record<string, string>>> {
  const ofEntries = entries.flatMap((e) => ('text' in e && e.text ? [e.text.id] : []));
  const topics = facts.flatMap((f) => (f.settled?.topic ? [f.settled.topic.id] : []));
  const texts: Record<string, string> = {};
  for (const id of new Set([...ofEntries, ...topics])) {
    const text = await ledger.text(org, id);
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}
