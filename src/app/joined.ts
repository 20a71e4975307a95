import { together } from '../core/check-in.ts';
import type { Button, Line, Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { answer, withMore } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import type { Reply } from './commands/contract.ts';

/** Several acts of one sentence: one append, one answer. */
export function joined(replies: readonly Reply[]): Reply {
  const [only] = replies;
  if (replies.length === 1 && only) return only;
  const messages = replies.flatMap((r) => (r.message ? [r.message] : []));
  const toast = replies.find((r) => r.toast)?.toast;
  return {
    recorded: together(replies.flatMap((r) => (r.recorded ? [r.recorded] : []))),
    ...(messages.length > 0 ? { message: oneMessage(messages) } : {}),
    ...(toast ? { toast } : {}),
    shows: replies.flatMap((r) => r.shows ?? []),
    notices: apart(replies.flatMap((r) => r.notices ?? [])),
    texts: Object.assign({}, ...replies.map((r) => r.texts ?? {})),
    states: Object.assign({}, ...replies.map((r) => r.states ?? {})),
    entries: replies.flatMap((r) => r.entries ?? []),
  };
}

/** 2、3推到周五: what is decided of one matter is decided of each by itself. */
export async function perMatter(
  facts: readonly OccurrenceFacts[],
  decide: (facts: readonly OccurrenceFacts[]) => Reply | Promise<Reply>,
): Promise<Reply> {
  const replies: Reply[] = [];
  for (const matter of mattersOf(facts)) replies.push(await decide(matter.facts));
  return joined(replies);
}

/** More lines and buttons under what is answered anyway. */
export function alsoSaid(reply: Reply, { lines, buttons }: Message): Reply {
  const before = withMore(reply.message ?? answer(), ...lines);
  return { ...reply, message: { ...before, buttons: [...before.buttons, ...buttons] } };
}

function oneMessage(messages: readonly Message[]): Message {
  const lines = messages.flatMap((m) => m.lines).filter(saidOnce());
  return {
    lines: [...lines.filter((l) => !l.asks), ...lines.filter((l) => l.asks)],
    buttons: oneWayBack(messages.flatMap((m) => m.buttons)),
    items: messages.flatMap((m) => m.items),
  };
}

/** 已登记 heads the answer once; what is said of all talks is said once. */
function saidOnce(): (line: Line) => boolean {
  const once = new Set<string>();
  return ({ text: { id } }) => {
    if (!id.startsWith('recorded-head') && id !== 'talks-content') return true;
    const said = once.has(id);
    once.add(id);
    return !said;
  };
}

/** 撤回 and 改日期 stand for all that one answer recorded: two buttons of one name could not be told apart. */
function oneWayBack(rows: readonly (readonly Button[])[]): readonly (readonly Button[])[] {
  const common = ['undo', 'date'];
  const ofAll = common.map((command) => rows.flat().filter((b) => b.action.command === command));
  if (ofAll.every((found) => found.length < 2)) return rows;
  const others = rows
    .map((row) => row.filter((b) => !common.includes(b.action.command)))
    .filter((row) => row.length > 0);
  const back = ofAll.flatMap(([first, ...more]): Button[] =>
    first ? [{ ...first, action: { ...first.action, about: [first, ...more].flatMap((b) => b.action.about) } }] : [],
  );
  return [...others, back];
}

/** An id keeps what it was made of, since a later correction looks for it; only a second of its name is numbered. */
function apart(notices: readonly Notice[]): readonly Notice[] {
  const seen = new Set<string>();
  return notices.map((notice, i) => {
    const id = seen.has(notice.id) ? `${notice.id}.${i}` : notice.id;
    seen.add(id);
    return { ...notice, id };
  });
}
