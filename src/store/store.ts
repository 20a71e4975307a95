import type { Log, Store } from '../app/ports.ts';
import type { Instant } from '../core/calendar.ts';
import { openAppends } from './appends.ts';
import { type BackupRecord, dumpStore, isEmptyStore, restoreStore } from './backup.ts';
import { type Base, organizationsIn } from './base.ts';
import { connect, disconnect, runOf } from './connection.ts';
import { draftStore } from './drafts.ts';
import { openFields } from './fields.ts';
import { fileQueue } from './file-queue.ts';
import { gateStore } from './gates.ts';
import { inboxStore } from './inbox.ts';
import { botKeys } from './keys.ts';
import { type LedgerReader, ledgerStore } from './ledger.ts';
import { indexChats, linkStore } from './links.ts';
import { rewriteLog } from './log-rewrite.ts';
import { checkMarkers, type StoreWorld } from './markers.ts';
import { outboxStore } from './outbox.ts';
import { peopleKeys } from './people.ts';
import { planStore } from './plans.ts';
import { rebuildIndexes } from './rebuild.ts';
import { wakeStore } from './wakes.ts';

export { StoreRefused, type StoreWorld } from './markers.ts';

export interface OpenStore extends Store {
  readonly ledger: LedgerReader;
  /** Makes all indexes of an organization anew; after a repair. */
  readonly rebuildIndexes: (org: string) => Promise<void>;
  /** Everything that an office needs to go on elsewhere; no raw updates, no token. */
  readonly dump: () => AsyncIterable<BackupRecord>;
  /** Into an empty store only. */
  readonly restore: (records: AsyncIterable<BackupRecord>) => Promise<void>;
  readonly isEmpty: () => Promise<boolean>;
  /** What the server says of itself (`INFO`), of one node in a Cluster. */
  readonly info: () => Promise<string>;
  readonly poisoned: () => Promise<number>;
}

/**
 * Opens the store at `url` (a server, or any nodes of a Cluster with commas between) for one bot. Throws
 * `StoreRefused` if it belongs to another world or a newer program, and the last failure if it does not answer for ten
 * seconds. `machine` is for tests that move machine time.
 */
export async function openStore(options: {
  readonly url: string;
  readonly botId: string;
  readonly world: StoreWorld;
  readonly log: Log;
  readonly machine?: () => Instant;
}): Promise<OpenStore> {
  const redis = await connect(options.url, (error) => {
    options.log.warn({ code: 'store-away', reason: error.message }, 'store is away');
  });
  try {
    await checkMarkers(redis, options.world);
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  const base: Base = {
    redis,
    run: runOf(redis),
    fields: openFields(redis),
    bot: options.botId,
    machine: options.machine ?? Date.now,
    ...organizationsIn(redis),
  };
  // Heals a stop between a link and its index, and serves a bot whose token was changed.
  for (const org of await base.organizations()) await indexChats(base, org);
  const appends = openAppends(base);
  return {
    organizations: base.organizations,
    plans: planStore(base),
    drafts: draftStore(base),
    ledger: ledgerStore(base, peopleKeys(base.redis, base.run), appends),
    outbox: outboxStore(base, appends),
    wakes: wakeStore(base),
    links: linkStore(base),
    inbox: inboxStore(base),
    files: fileQueue(base),
    rewriteLog: (ms) => rewriteLog(base, ms),
    gates: gateStore(base),
    rebuildIndexes: (org) => rebuildIndexes(base, org),
    dump: () => dumpStore(base),
    restore: (records) => restoreStore(base, records),
    isEmpty: () => isEmptyStore(base),
    info: () => redis.info(),
    poisoned: () => redis.llen(botKeys(base.bot).poison),
    close: () => disconnect(redis),
  };
}
