import type { LinkStore } from '../app/ports.ts';
import type { Recipient } from '../core/notice.ts';
import type { Base } from './base.ts';
import { botKeys, orgKeys } from './keys.ts';
import { currentChat } from './moved-chats.ts';
import { pack, unpack } from './record.ts';

const GREET_SECONDS = 30 * 24 * 3600;

interface Link {
  readonly chat: number;
  readonly blocked: boolean;
}

interface Invite {
  readonly org: string;
  readonly purpose: string;
}

/**
 * Links lie with their organization; `{bot}:chat:<chat>` is an index over all organizations, written second. Readers
 * check it against the links, so a line too many is harmless; a line too few (a stop between the two writes) is
 * healed at the next start.
 */
export function linkStore(base: Base): LinkStore {
  const { redis, bot } = base;
  const inviteKey = botKeys(bot).invite;
  return {
    chatOf: (org, to) => readLink(base, org, to),
    recipientsOf: (chat) => readRecipients(base, chat),
    async link(org, to, chat) {
      await write(base, 'set', org, to, { chat: await currentChat(base, chat), blocked: false });
    },
    linkIfNew: async (org, to, chat) =>
      write(base, 'new', org, to, { chat: await currentChat(base, chat), blocked: false }),
    async unlink(org, to) {
      await write(base, 'drop', org, to);
    },
    async block(org, to, blocked) {
      const link = await readLink(base, org, to);
      if (link && link.blocked !== blocked)
        await base.run('link', [orgKeys(org).links], ['block', to, pack({ ...link, blocked }), pack(link)]);
    },
    // Known as moved first: if the process stops halfway, whoever is left behind is moved when the update comes again.
    async move(from, to) {
      const recipients = await readRecipients(base, from);
      await redis.hset(botKeys(bot).moved, from, to);
      for (const one of recipients) await write(base, 'set', one.org, one.to, { chat: to, blocked: false });
    },
    greetOnce: async (chat) => (await redis.set(botKeys(bot).greeted(chat), 1, 'EX', GREET_SECONDS, 'NX')) === 'OK',
    async invite(org, token, purpose, hours) {
      await redis.set(inviteKey(token), pack({ org, purpose }), 'PX', Math.ceil(hours * 3_600_000));
    },
    async redeem(token) {
      const found = await redis.getdel(inviteKey(token));
      return found === null ? undefined : unpack<Invite>(found);
    },
  };
}

/** Adds what is missing in the index of chats. */
export async function indexChats(base: Base, org: string): Promise<void> {
  const links = await base.redis.hgetall(orgKeys(org).links);
  for (const [to, json] of Object.entries(links)) await addToIndex(base, org, to as Recipient, unpack<Link>(json).chat);
}

async function readLink({ fields }: Base, org: string, to: Recipient): Promise<Link | undefined> {
  const [found] = await fields([orgKeys(org).links], to);
  return found == null ? undefined : unpack<Link>(found);
}

async function readRecipients(base: Base, chat: number) {
  const key = botKeys(base.bot).chat;
  const [now, own] = await Promise.all([currentChat(base, chat), base.redis.smembers(key(chat))]);
  const lines = [...own, ...(now === chat ? [] : await base.redis.smembers(key(now)))];
  const claimed = [...new Set(lines)].sort().map((line) => {
    const gap = line.indexOf(' ');
    return { org: line.slice(0, gap), to: line.slice(gap + 1) as Recipient };
  });
  const links = await Promise.all(claimed.map((one) => readLink(base, one.org, one.to)));
  return claimed.filter((_, i) => links[i]?.chat === chat || links[i]?.chat === now);
}

async function write(
  base: Base,
  mode: 'set' | 'new' | 'drop',
  org: string,
  to: Recipient,
  link?: Link,
): Promise<boolean> {
  await base.enlist(org);
  const reply = await base.run('link', [orgKeys(org).links], [mode, to, link ? pack(link) : '']);
  const [old, written] = reply as readonly [string, number];
  const before = old === '' ? undefined : unpack<Link>(old);
  if (written === 1 && before && before.chat !== link?.chat) {
    await base.redis.srem(botKeys(base.bot).chat(before.chat), `${org} ${to}`);
  }
  if (written === 1 && link) await addToIndex(base, org, to, link.chat);
  return written === 1;
}

async function addToIndex({ redis, bot }: Base, org: string, to: Recipient, chat: number): Promise<void> {
  await redis.sadd(botKeys(bot).chat(chat), `${org} ${to}`);
}
