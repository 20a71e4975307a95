import type { Recipient } from '../core/notice.ts';

/**
 * Every key of the store. All keys of one organization share the hash tag `{<org>}`, all keys of one bot `{bot-<id>}`,
 * so that each script stays in one slot of a Redis Cluster. Nothing is atomic across tags.
 *
 * | key | type | meaning | grows with | kept |
 * |---|---|---|---|---|
 * | `schema`, `world` | string | version of this layout; sandbox or real | – | always |
 * | `organizations` | set | ids | offices | always |
 * | `{org}:plans` | hash | version → plan; `current` → its number | adoptions | always |
 * | `{org}:drafts` | hash | person → version and the paper they are making a plan of | secretaries | until dropped |
 * | `{org}:since` | hash | duty → first adoption | duties | always |
 * | `{org}:people` | hash | `id:<person>` → key, `key:<key>` → person | people | always |
 * | `{org}:ledger` | stream | `<seq>-0` → canonical JSON of an entry, people by key | everything | always |
 * | `{org}:heads` | hash | thread → last seq, and a little more with every state written since; `*` → last seq of all | measures | always |
 * | `{org}:states` | hash | thread → small JSON | measures | always |
 * | `{org}:occurrences` | hash | id → facts | occurrences | always |
 * | `{org}:told` | hash | occurrence → when and how its person was told | occurrences | always |
 * | `{org}:texts` | hash | id → salt and free text | reports | until erased |
 * | `{org}:open` | set | ids not settled | open ones | until settled |
 * | `{org}:open:<measure>` | set | ids not settled of one measure | open ones | until settled |
 * | `{org}:asked` | zset (lex) | `<person> <occurrence>` not settled | open ones | until settled |
 * | `{org}:due` | zset | occurrence by due | occurrences | always |
 * | `{org}:settled` | zset | occurrence by time of settlement | occurrences | always |
 * | `{org}:settled-by:<person>` | zset | occurrence that they settled by its time | reports | 3 d |
 * | `{org}:source:<source>` | string | the answer that this source got | changes from outside | 7 d |
 * | `{org}:waiting` | zset | recipient → machine instant from which it may be taken; +inf: held | recipients waiting | until taken |
 * | `{org}:waiting:<to>` | hash | notice id → notice | notices waiting | until taken |
 * | `{org}:notice-ids` | zset | every notice id ever put, by its office instant | notices | 180 d |
 * | `{org}:send:<id>` | string | a frozen message and, line by line, its outcomes | messages | 180 d |
 * | `{org}:sending` | zset | send → machine instant of freezing or of the last try | sends under way | until settled |
 * | `{org}:message:<chat>:<id>` | string | send that this message belongs to | messages | 180 d |
 * | `{org}:lists` | hash | recipient → `<office instant> <send>`: last one with numbered items | recipients | always |
 * | `{org}:shown:<to>` | hash | occurrence → last message to them that showed it | occurrences | 180 d after the last |
 * | `{org}:spoken:<day>` | hash | recipient → reminder messages of that day | recipients | 10 d |
 * | `{org}:wakes` | zset | wake → office instant | measures | always |
 * | `{org}:links` | hash | recipient → chat, blocked | people, groups | until unlinked |
 * | `{bot}:chat:<chat>` | set | `<org> <recipient>`: index of links, checked against them when read | chats | always |
 * | `{bot}:moved` | hash | old chat → new chat | migrations | always |
 * | `{bot}:token:<token>` | string | actions of a message's buttons | messages | 180 d |
 * | `{bot}:greeted:<chat>` | string | this stranger got their one sentence | strangers | 30 d |
 * | `{bot}:invite:<token>` | string | what a one-time link is for | open invitations | as said |
 * | `{bot}:offset`, `:poll`, `:alive` | string | next update; who polls; last sign of life (office time) | – | always |
 * | `{bot}:seen:<update>` | string | this update was stored | updates | 72 h |
 * | `{bot}:lane:<lane>` | list | updates of one chat, in order | backlog | until handled |
 * | `{bot}:lanes` | zset | lane with work → machine instant from which it may be taken | backlog | until empty |
 * | `{bot}:leases`, `:tries` | hash | lane → worker; lane → times its head was handed out | backlog | until handled |
 * | `{bot}:poison` | list | updates given up | failures | 24 h |
 * | `{bot}:files` | hash | message → its event, while its files are fetched | backlog | until fetched, at most 24 h |
 * | `{bot}:rewritten` | string | machine instant of the last rewrite of the server's log | – | always |
 * | `{bot}:starts` | zset | starts of sends (machine time) | 30/s | 2 s |
 * | `{bot}:pause` | zset | `all` → machine instant before which nothing is sent | – | always |
 * | `{bot}:gate:<chat>` | list | last starts of a chat | chats | 61 s |
 */
export const rootKeys = { schema: 'schema', world: 'world', organizations: 'organizations' } as const;

const known = new Map<string, ReturnType<typeof keysOf>>();

/** The keys of one organization, made once: they are asked for a dozen times a message. */
export function orgKeys(org: string): ReturnType<typeof keysOf> {
  let keys = known.get(org);
  if (!keys) {
    keys = keysOf(org);
    known.set(org, keys);
  }
  return keys;
}

function keysOf(org: string) {
  const tag = `{${org}}`;
  return {
    plans: `${tag}:plans`,
    drafts: `${tag}:drafts`,
    since: `${tag}:since`,
    people: `${tag}:people`,
    ledger: `${tag}:ledger`,
    heads: `${tag}:heads`,
    states: `${tag}:states`,
    occurrences: `${tag}:occurrences`,
    told: `${tag}:told`,
    texts: `${tag}:texts`,
    open: `${tag}:open`,
    openOf: (measure: string) => `${tag}:open:${measure}`,
    asked: `${tag}:asked`,
    due: `${tag}:due`,
    settled: `${tag}:settled`,
    settledBy: (person: string) => `${tag}:settled-by:${person}`,
    source: (source: string) => `${tag}:source:${source}`,
    waiting: `${tag}:waiting`,
    waitingOf: (to: Recipient | string) => `${tag}:waiting:${to}`,
    noticeIds: `${tag}:notice-ids`,
    send: (id: string) => `${tag}:send:${id}`,
    sending: `${tag}:sending`,
    message: (chat: number, messageId: number) => `${tag}:message:${chat}:${messageId}`,
    lists: `${tag}:lists`,
    shown: (to: Recipient | string) => `${tag}:shown:${to}`,
    spoken: (day: string) => `${tag}:spoken:${day}`,
    wakes: `${tag}:wakes`,
    links: `${tag}:links`,
  } as const;
}

export function botKeys(bot: string) {
  const tag = `{bot-${bot}}`;
  return {
    chat: (chat: number) => `${tag}:chat:${chat}`,
    moved: `${tag}:moved`,
    token: (token: string) => `${tag}:token:${token}`,
    greeted: (chat: number) => `${tag}:greeted:${chat}`,
    invite: (token: string) => `${tag}:invite:${token}`,
    offset: `${tag}:offset`,
    poll: `${tag}:poll`,
    alive: `${tag}:alive`,
    seen: (update: number) => `${tag}:seen:${update}`,
    lane: (lane: string) => `${tag}:lane:${lane}`,
    lanes: `${tag}:lanes`,
    leases: `${tag}:leases`,
    tries: `${tag}:tries`,
    poison: `${tag}:poison`,
    files: `${tag}:files`,
    rewritten: `${tag}:rewritten`,
    starts: `${tag}:starts`,
    pause: `${tag}:pause`,
    gate: (chat: number) => `${tag}:gate:${chat}`,
  } as const;
}
