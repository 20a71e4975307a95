import { together } from '../core/check-in.ts';
import type { Notice } from '../core/notice.ts';
import type { Reply } from './commands/contract.ts';

/** Several acts of one sentence: one append, one answer. */
export function joined(replies: readonly Reply[]): Reply {
  const [only] = replies;
  if (replies.length === 1 && only) return only;
  const messages = replies.flatMap((r) => (r.message ? [r.message] : []));
  return {
    recorded: together(replies.flatMap((r) => (r.recorded ? [r.recorded] : []))),
    message: {
      lines: messages.flatMap((m) => m.lines),
      buttons: messages.flatMap((m) => m.buttons),
      items: messages.flatMap((m) => m.items),
    },
    shows: replies.flatMap((r) => r.shows ?? []),
    notices: apart(replies.flatMap((r) => r.notices ?? [])),
    texts: Object.assign({}, ...replies.map((r) => r.texts ?? {})),
    states: Object.assign({}, ...replies.map((r) => r.states ?? {})),
    entries: replies.flatMap((r) => r.entries ?? []),
  };
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
