import { randomUUID } from 'node:crypto';
import { type DigestDraft, type DigestEdits, type Published, shownDraft } from '../core/digest/draft.ts';
import { toPerson } from '../core/ladder.ts';
import type { NewEntry, TextRef } from '../core/ledger.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Group } from '../core/plan/plan.ts';
import { type DigestWords, readDigestWords } from '../core/reply/digest-words.ts';
import { namesIn } from '../core/reports/figures/naming.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { composed, decidesOn, inParts, previewFor } from './digest.ts';
import { type DigestState, digestState, draftOf, withDraft, withPublished } from './digest-state.ts';
import { actsForOffice } from './office.ts';
import { sealed } from './text.ts';

/** Longer than this no line of a digest is. */
const LONGEST_LINE = 300;

interface Found {
  readonly group: Group;
  readonly head: number;
  readonly course: DigestState;
}

/** Who has a hand on a digest: the office, and whoever agrees to it. */
export function handlesDigest({ office, speaker, said }: Ask, group: Group): boolean {
  return actsForOffice(office, speaker, said.at) || group.publish === speaker;
}

async function foundOf({ world, office }: Ask, group: Group): Promise<Found> {
  const { head, state } = await world.store.ledger.head(office.org, `group/${group.id}`);
  return { group, head, course: digestState(group, state, office, world.clock.now()) };
}

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
  if (!found) return undefined;
  return words.what === 'correct' ? correct(ask, found, words) : carriedOut(ask, found, words);
}

/** Of several groups the one whose preview is replied to, else the one whose turn is next. */
async function repliedTo({ world, office, event }: Ask, all: readonly Found[]): Promise<readonly Found[]> {
  const replyTo = event.type === 'text' ? event.replyTo : undefined;
  const send = replyTo === undefined ? undefined : await world.store.outbox.byMessage(office.org, event.chat, replyTo);
  const named = all.filter(({ group }) => send?.notices.some((id) => id.includes(`@${group.id}.`)));
  return named.length > 0 ? named : [...all].sort((a, b) => (a.course.next ?? 0) - (b.course.next ?? 0));
}

type Editing = Exclude<DigestWords, { what: 'correct' }>;

function carriedOut(ask: Ask, found: Found, words: Editing): Reply | Promise<Reply> {
  if (words.what === 'hold') return holdDigest(ask, found);
  if (words.what === 'release') return release(ask, found);
  if ('numbers' in words) return hideOrRestore(ask, found, words.what, words.numbers);
  return reword(ask, found, words.no, words.text);
}

/** What a tapped button, or `/digest`, asks for. */
export async function digestTapped(ask: Ask, group: Group, what: string): Promise<Reply> {
  const found = await foundOf(ask, group);
  if (what === 'show') return showDigest(ask, found);
  if (found.course.draft === undefined) return { toast: phrase('toast-digest-gone') };
  return what === 'hold' ? holdDigest(ask, found) : what === 'release' ? release(ask, found) : {};
}

/** The preview as it would be now; its numbers are kept, so that a change can be made at once. */
export async function showDigest(ask: Ask, { group, head, course }: Found): Promise<Reply> {
  const { world, office, speaker, said } = ask;
  const before = draftOf(course);
  if (!before) return { message: answer(phrase('digest-none')) };
  const made = await composed(world, office, group, course, before.at);
  const draft = shownDraft(before, made.parts);
  const [first, ...rest] = inParts(world, office, previewFor(world, office, group, draft, made, speaker));
  const to = toPerson(speaker);
  const more = rest.map(
    (message, i): Notice => ({
      ...{ id: `show@${group.id}.${said.source}.${i}~${to}`, kind: 'answer', to, at: said.at + 1 + i, message },
    }),
  );
  return { ...stored(group, head, withDraft(course.state, draft)), message: first!, notices: more };
}

export async function shownFor(ask: Ask, group: Group): Promise<Reply> {
  return showDigest(ask, await foundOf(ask, group));
}

/** What everybody else may see again: the digest as it was posted last. */
export async function lastPosted({ world, office }: Ask, group: Group): Promise<Message | undefined> {
  const { state } = await world.store.ledger.head(office.org, `group/${group.id}`);
  const { published } = digestState(group, state, office, world.clock.now());
  const sends = await Promise.all((published?.sends ?? []).map((id) => world.store.outbox.send(office.org, id)));
  const lines = sends.flatMap((send) => send?.message.lines ?? []);
  return lines.length > 0 ? { lines, buttons: [], items: [] } : undefined;
}

function stored(group: Group, head: number, state: DigestState['state']): Pick<Reply, 'states' | 'heads'> {
  return { states: { [`group/${group.id}`]: state }, heads: { [`group/${group.id}`]: head } };
}

type What = Extract<NewEntry, { kind: 'digest-edited' }>['what'];

function entryOf(
  { said, office }: Ask,
  group: Group,
  what: What,
  more: { no?: number; before?: TextRef; text?: TextRef } = {},
): NewEntry {
  const { planVersion } = office;
  return {
    ...{ at: said.at, by: said.by, about: [], planVersion },
    kind: 'digest-edited',
    group: group.id,
    what,
    ...more,
  };
}

/** The line of that number as it was shown, without what was made of it. */
function lineOf(draft: DigestDraft, no: number): { readonly key: string; readonly text: Phrase } | undefined {
  const key = draft.numbers[no - 1];
  const text = draft.shown?.find(({ id }) => id === key)?.text;
  return key !== undefined && text ? { key, text } : undefined;
}

/** Why a line may not read so, if it may not: figures are nobody's to write, and names only where the plan has them. */
function refusal({ office }: Ask, group: Group, text: string): Phrase | undefined {
  if (text === '') return phrase('digest-edit-empty');
  if (text.length > LONGEST_LINE) return phrase('digest-edit-long', { most: LONGEST_LINE });
  const named = group.names ? [] : namesIn(text, office.plan);
  return named.length > 0 ? phrase('digest-edit-names', { names: named.slice(0, 3) }) : undefined;
}

function reword(ask: Ask, { group, head, course }: Found, no: number, text: string): Reply {
  const draft = course.draft!;
  const line = lineOf(draft, no);
  const refused = line ? refusal(ask, group, text) : phrase('digest-edit-which', { no });
  if (!line || refused) return { message: answer(refused!) };
  const was = worded(ask, draft.edits[line.key] ?? line.text);
  const edits = { ...draft.edits, [line.key]: text };
  const before = sealed(was, randomUUID());
  const after = sealed(text, randomUUID());
  return {
    ...stored(group, head, withDraft(course.state, { ...draft, edits })),
    entries: [entryOf(ask, group, 'reworded', { no, before: before.ref, text: after.ref })],
    texts: { ...before.texts, ...after.texts },
    message: answer(phrase('digest-reworded', { no, was, is: text })),
  };
}

function worded({ world, office }: Ask, text: string | Phrase): string {
  return typeof text === 'string' ? text : world.say(text, office.plan.organization.language);
}

function hideOrRestore(
  ask: Ask,
  { group, head, course }: Found,
  what: 'hide' | 'restore',
  numbers: readonly number[],
): Reply {
  const draft = course.draft!;
  const unknown = numbers.find((no) => !lineOf(draft, no));
  if (unknown !== undefined) return { message: answer(phrase('digest-edit-which', { no: unknown })) };
  const lines = numbers.map((no) => ({ no, ...lineOf(draft, no)! }));
  const edits: Record<string, string | null> = { ...draft.edits };
  const texts: Record<string, { readonly salt: string; readonly text: string }> = {};
  const entries = lines.map(({ no, key, text }) => {
    const before = sealed(worded(ask, edits[key] ?? text), randomUUID());
    Object.assign(texts, before.texts);
    if (what === 'hide') edits[key] = null;
    else delete edits[key];
    return entryOf(ask, group, what === 'hide' ? 'hidden' : 'restored', { no, before: before.ref });
  });
  const said = lines.map(({ no, text }) => phrase(what === 'hide' ? 'digest-hidden' : 'digest-restored', { no, text }));
  return {
    ...stored(group, head, withDraft(course.state, { ...draft, edits })),
    entries,
    texts,
    message: answer(...said),
  };
}

function holdDigest(ask: Ask, { group, head, course }: Found): Reply {
  const draft = course.draft!;
  if (draft.held) return { message: answer(phrase('digest-held-before', { group: group.name })) };
  const { approved: _, ...open } = draft;
  const held = { by: ask.speaker, at: ask.said.at };
  return {
    ...stored(group, head, withDraft(course.state, { ...open, held })),
    entries: [entryOf(ask, group, 'held')],
    message: answer(phrase('digest-held', { group: group.name })),
    toast: phrase('toast-digest-held'),
  };
}

/** Lets out what was held; where somebody has to agree, their word is that agreement. */
function release(ask: Ask, { group, head, course }: Found): Reply {
  const draft = course.draft!;
  const { plan } = ask.office;
  const name = plan.people.find((p) => p.id === group.publish)?.name ?? '';
  if (!decidesOn(group, ask.speaker)) return { message: answer(phrase('digest-not-yours', { name })) };
  const { held, ...free } = draft;
  const agreed = group.publish !== 'auto' && !draft.approved;
  if (!held && !agreed) return { message: answer(phrase('digest-released-before', whenArgs(ask, group, draft))) };
  const approved = { by: ask.speaker, at: ask.said.at };
  const next: DigestDraft = group.publish === 'auto' ? free : { ...free, approved };
  const late = draft.at <= ask.world.clock.now();
  return {
    ...stored(group, head, withDraft(course.state, next)),
    entries: [entryOf(ask, group, agreed ? 'approved' : 'released')],
    message: answer(phrase(late ? 'digest-released-now' : 'digest-released', whenArgs(ask, group, draft))),
    toast: phrase('toast-digest-released'),
    touches: [`group/${group.id}`],
  };
}

function whenArgs({ office, world }: Ask, group: Group, { at }: Pick<DigestDraft, 'at'>) {
  return { group: group.name, when: dayAndTime(at, office.plan.organization.zone, world.clock.now()) };
}

/** 更正: a line of the digest that the group has already, in other words, marked with the hour. */
async function correct(ask: Ask, found: Found, { no, text }: { no: number; text: string }): Promise<Reply> {
  const { group, head, course } = found;
  const published = course.published!;
  const key = published.numbers[no - 1];
  const lines = await postedLines(ask, published);
  const was = key === undefined ? undefined : lines[key];
  const refused = was === undefined ? phrase('digest-correct-which', { no }) : refusal(ask, group, text);
  if (key === undefined || was === undefined || refused) return { message: answer(refused!) };
  const edits: DigestEdits = { ...published.edits, [key]: text };
  const before = sealed(worded(ask, was), randomUUID());
  const after = sealed(text, randomUUID());
  const to = `group/${group.id}` as const;
  const notices = published.sends.map((send, i): Notice => {
    return { id: `edit@${ask.said.source}.${i}.${send}`, kind: 'edit', to, at: ask.said.at, send };
  });
  return {
    ...stored(group, head, withPublished(course.state, { ...published, edits, correctedAt: ask.said.at })),
    entries: [entryOf(ask, group, 'corrected', { no, before: before.ref, text: after.ref })],
    texts: { ...before.texts, ...after.texts },
    notices,
    message: answer(phrase('digest-corrected-done', { group: group.name, no, was: worded(ask, was), is: text })),
  };
}

/** The lines that the group has, by key, in the words that stand there now. Nothing where no message arrived for certain. */
async function postedLines(
  { world, office }: Ask,
  { sends, edits }: Published,
): Promise<Readonly<Record<string, string | Phrase>>> {
  const found: Record<string, string | Phrase> = {};
  for (const id of sends) {
    const send = await world.store.outbox.send(office.org, id);
    if (send?.messageId === undefined) continue;
    for (const { keys = [], text } of send.message.lines) {
      const items = text.id === 'digest-folded' ? text.args?.items : undefined;
      keys.forEach((key, i) => {
        const item = Array.isArray(items) ? (items[i] as Phrase | string) : text;
        found[key] = edits[key] ?? item;
      });
    }
  }
  return found;
}

/** When a posted digest was last corrected, and how it reads since; undefined where this send is no digest of the group's last. */
export async function correctionsOf(
  { world, office }: Pick<Ask, 'world' | 'office'>,
  to: string,
  send: string,
): Promise<{ readonly edits: DigestEdits; readonly mark: Phrase } | undefined> {
  const group = office.plan.groups.find((g) => `group/${g.id}` === to);
  if (!group) return undefined;
  const { state } = await world.store.ledger.head(office.org, `group/${group.id}`);
  const { published } = digestState(group, state, office, world.clock.now());
  if (!published?.sends.includes(send) || published.correctedAt === undefined) return undefined;
  const { zone } = office.plan.organization;
  // The day as such: 今天 would be wrong tomorrow.
  const when = dayAndTime(published.correctedAt, zone, 0);
  return { edits: published.edits, mark: phrase('digest-corrected', { when }) };
}
