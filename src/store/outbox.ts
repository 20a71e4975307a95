import type { OutboxStore } from '../app/ports.ts';
import type { Instant } from '../core/calendar.ts';
import type { Send } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceId } from '../core/occurrence.ts';
import type { Appends } from './appends.ts';
import type { Base } from './base.ts';
import { buttonTokens } from './button-tokens.ts';
import { changeArgs, HELD_MS } from './change-args.ts';
import { freezeArgs, openFreezing } from './freezing.ts';
import { orgKeys } from './keys.ts';
import { inOrder, look } from './look.ts';
import { unpack } from './record.ts';
import { openRedistributing } from './redistributing.ts';
import { readSent } from './settle-args.ts';

export function outboxStore(base: Base, appends: Appends): OutboxStore {
  const { redis, organizations } = base;
  const settle = (org: string, send: Send) => writeOutcome(base, appends, org, send);
  const freeze = openFreezing(base);
  const redistribute = openRedistributing(base);
  const tokens = buttonTokens(base);
  return {
    ready: (machine, limit) => readReady(base, machine, limit),
    async waiting(org, to) {
      const found = await redis.hvals(orgKeys(org).waitingOf(to));
      return inOrder(found.map((json) => unpack<Notice>(json)));
    },
    // Side by side: a token whose message was never frozen was never shown to anyone and expires by itself, and a
    // frozen message without its tokens was not sent yet; whoever takes it up binds them again.
    async freeze(org, send, actions, dropped, counted = []) {
      const [frozen] = await Promise.all([
        freeze(org, freezeArgs(org, send, dropped, counted)),
        tokens.bind(org, send, actions),
      ]);
      return frozen;
    },
    look: (org, recipients, day) => look(base, org, recipients, day),
    drop: (org, to, ids) => redistribute(org, to, ids, []),
    redirect: (org, from, ids, notices) => redistribute(org, from, ids, notices),
    async defer(org, to, machine) {
      await redis.zadd(orgKeys(org).waiting, 'XX', Number.isFinite(machine) ? machine : '+inf', to);
    },
    send: (org, id) => readSend(base, org, id),
    settle,
    async byMessage(org, chat, messageId) {
      const id = await redis.get(orgKeys(org).message(chat, messageId));
      return id === null ? undefined : readSend(base, org, id);
    },
    async lastList(org, to) {
      const [last] = await base.fields([orgKeys(org).lists], to);
      return last == null ? undefined : readSend(base, org, sendOf(last));
    },
    shownIn: (org, to, ids) => readShown(base, org, to, ids),
    stuck: (org, machine) => claimStuck(base, org, machine),
    action: tokens.action,
    async rebind(org, send, actions) {
      await tokens.bind(org, send, actions);
      await settle(org, send);
    },
    async spoken(org, to, day) {
      return Number((await redis.hget(orgKeys(org).spoken(day), to)) ?? 0);
    },
    async busy() {
      const all = await Promise.all((await organizations()).map((org) => isBusy(base, org)));
      return all.includes(true);
    },
  };
}

async function readReady({ redis, organizations }: Base, machine: Instant, limit: number) {
  const ready = async (org: string) => {
    const found = await redis.zrangebyscore(orgKeys(org).waiting, '-inf', machine, 'WITHSCORES', 'LIMIT', 0, limit);
    return found.flatMap((to, i) => (i % 2 === 0 ? [{ org, to: to as Recipient, since: Number(found[i + 1]) }] : []));
  };
  const all = (await Promise.all((await organizations()).map(ready))).flat().sort((a, b) => a.since - b.since);
  return all.slice(0, limit).map(({ org, to }) => ({ org, to }));
}

async function writeOutcome(base: Base, appends: Appends, org: string, settles: Send): Promise<void> {
  await base.enlist(org);
  await appends(org, changeArgs(org, { heads: {}, entries: [], settles }, [], base.machine()));
}

async function readShown({ redis }: Base, org: string, to: Recipient, ids: readonly OccurrenceId[]) {
  const found = ids.length === 0 ? [] : await redis.hmget(orgKeys(org).shown(to), ...ids);
  return Object.fromEntries(ids.flatMap((id, i) => (found[i] ? [[id, sendOf(found[i])]] : [])));
}

/** `<office instant> <send>` */
function sendOf(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}

async function claimStuck(base: Base, org: string, before: Instant): Promise<readonly Send[]> {
  const ids = (await base.run('stuck', [orgKeys(org).sending], [before, base.machine()])) as readonly string[];
  const sends = await Promise.all(ids.map((id) => readSend(base, org, id)));
  return sends.filter((send) => send !== undefined);
}

async function readSend({ redis }: Base, org: string, id: string): Promise<Send | undefined> {
  const found = await redis.get(orgKeys(org).send(id));
  return found === null ? undefined : readSent(found);
}

/** Held recipients are not busy: only office time, or something new, moves them on. */
async function isBusy({ redis, machine }: Base, org: string): Promise<boolean> {
  const k = orgKeys(org);
  const [waiting, sending] = await Promise.all([
    redis.zcount(k.waiting, '-inf', machine() + HELD_MS),
    redis.zcard(k.sending),
  ]);
  return waiting > 0 || sending > 0;
}
