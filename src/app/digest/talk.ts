import type { Action } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import type { Group } from '../../core/plan/plan.ts';
import { type DigestWords, readDigestWords } from '../../core/reply/digest-words.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { correct } from './correct.ts';
import { hideOrRestore, reword } from './edit.ts';
import { type Found, foundOf, handlesDigest } from './found.ts';
import { holdDigest, release } from './release.ts';
import { showDigest } from './show.ts';

/** 改4…, 隐4, 恢复4, 暂缓, 发布, 更正4… of a digest; undefined for any other sentence, and where there is no digest to mean. */
export async function digestTalk(ask: Ask, text: string): Promise<Reply | undefined> {
  const words = readDigestWords(text);
  if (!words) return undefined;
  const groups = ask.office.plan.groups.filter((g) => g.digest && handlesDigest(ask, g));
  const all = await Promise.all(groups.map((g) => foundOf(ask, g)));
  const meant = all.filter(({ course }) =>
    words.what === 'correct' ? course.published !== undefined : course.draft?.shown !== undefined,
  );
  const [found] = meant.length > 1 ? await repliedTo(ask, meant) : meant;
  return found && carriedOut(ask, found, words);
}

/** Of several groups the one whose preview is replied to, else the one whose turn is next. */
async function repliedTo({ world, office, event }: Ask, all: readonly Found[]): Promise<readonly Found[]> {
  const replyTo = event.type === 'text' ? event.replyTo : undefined;
  const send = replyTo === undefined ? undefined : await world.store.outbox.byMessage(office.org, event.chat, replyTo);
  const named = all.filter(({ group }) => send?.notices.some((id) => id.includes(`@${group.id}.`)));
  return named.length > 0 ? named : [...all].sort((a, b) => (a.course.next ?? 0) - (b.course.next ?? 0));
}

function carriedOut(ask: Ask, found: Found, words: DigestWords): Reply | Promise<Reply> {
  switch (words.what) {
    case 'hold':
      return holdDigest(ask, found);
    case 'release':
      return release(ask, found);
    case 'hide':
    case 'restore':
      return hideOrRestore(ask, found, words.what, words.numbers);
    case 'reword':
      return reword(ask, found, words.no, words.text);
    case 'correct':
      return correct(ask, found, words.no, words.text);
  }
}

/** What a tapped button, or `/digest`, asks for. */
export async function digestTapped(ask: Ask, group: Group, what: string, given: Action['with'] = {}): Promise<Reply> {
  const found = await foundOf(ask, group);
  const [no, text] = [Number(given.no), String(given.text)];
  if (what === 'show') return showDigest(ask, found);
  if (what === 'correct' && found.course.published) return correct(ask, found, no, text, true);
  if (found.course.draft === undefined) return { toast: phrase('toast-digest-gone') };
  if (what === 'reword') return reword(ask, found, no, text);
  return what === 'hold' ? holdDigest(ask, found) : what === 'release' ? release(ask, found) : {};
}
