import { shownDraft } from '../../core/digest/draft.ts';
import { toPerson } from '../../core/ladder.ts';
import type { Message } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import { phrase } from '../../core/phrase.ts';
import type { Group } from '../../core/plan/plan.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { type Found, foundOf, stored } from './found.ts';
import { composed, inParts, previewFor } from './preview.ts';
import { draftOf, withDraft } from './state.ts';

/** The preview as it would be now; its numbers are kept, so that a change can be made at once. */
export async function showDigest(ask: Ask, found: Found): Promise<Reply> {
  const { world, office, speaker, said } = ask;
  const { group, course } = found;
  const before = draftOf(course);
  if (!before) return { message: answer(phrase('digest-none')) };
  const made = await composed(world, office, group, course, before.at);
  const draft = shownDraft(before, made.parts);
  const [first, ...rest] = inParts(world, office, previewFor(world, office, group, draft, made, speaker));
  const to = toPerson(speaker);
  const more = rest.map((message, i): Notice => {
    const id = `show@${group.id}.${said.source}.${i}~${to}`;
    return { id, kind: 'answer', to, at: said.at + 1 + i, message };
  });
  return { ...stored(found, withDraft(course.state, draft)), message: first!, notices: more };
}

export async function shownFor(ask: Ask, group: Group): Promise<Reply> {
  return showDigest(ask, await foundOf(ask, group));
}

/** What everybody else may see again: the digest as it was posted last. */
export async function lastPosted(ask: Ask, group: Group): Promise<Message | undefined> {
  const { world, office } = ask;
  const { published } = (await foundOf(ask, group)).course;
  const sends = await Promise.all((published?.sends ?? []).map((id) => world.store.outbox.send(office.org, id)));
  const lines = sends.flatMap((send) => send?.message.lines ?? []);
  return lines.length > 0 ? { lines, buttons: [], items: [] } : undefined;
}
