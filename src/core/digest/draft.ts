import type { Instant } from '../calendar.ts';
import type { Phrase } from '../phrase.ts';
import type { PersonId } from '../plan/plan.ts';
import type { DigestPart } from './part.ts';

/** By the key of a line: its new words; null where it is hidden. */
export type DigestEdits = Readonly<Record<string, string | null>>;

/** A digest on its way to the group: what was shown of it in private, and what was done to it there. */
export interface DigestDraft {
  /** The instant it is for. */
  readonly at: Instant;
  /** Keys in the order of their numbers: a number never means another line later on. */
  readonly numbers: readonly string[];
  readonly edits: DigestEdits;
  /** When the preview went out by itself. */
  readonly previewed?: Instant;
  /** Every line as it was last shown, to tell at publication what has changed since. */
  readonly shown?: readonly ShownLine[];
  readonly held?: { readonly by: PersonId; readonly at: Instant };
  readonly approved?: { readonly by: PersonId; readonly at: Instant };
  /** When somebody was last reminded that it waits. */
  readonly reminded?: Instant;
  /** Since when it has waited, through digests that never came out. */
  readonly waitsSince?: Instant;
}

export interface ShownLine {
  /** Key of a line, or the place of a figure. */
  readonly id: string;
  readonly text: Phrase;
}

/** What was last posted to the group. */
export interface Published {
  readonly at: Instant;
  /** When it went out. */
  readonly posted: Instant;
  readonly numbers: readonly string[];
  /** Messages by the ids of their sends: a long digest is several. */
  readonly sends: readonly string[];
  readonly edits: DigestEdits;
  readonly correctedAt?: Instant;
}

export function freshDraft(at: Instant): DigestDraft {
  return { at, numbers: [], edits: {} };
}

/** The draft as it is when these parts are shown: new lines get the next numbers. */
export function shownDraft(draft: DigestDraft, parts: readonly DigestPart[]): DigestDraft {
  return { ...draft, numbers: numbersOf(draft.numbers, parts), shown: shownLines(parts) };
}

function numbersOf(numbers: readonly string[], parts: readonly DigestPart[]): readonly string[] {
  const keys = parts.flatMap(({ lines }) => lines.flatMap(({ key }) => key ?? []));
  return [...numbers, ...keys.filter((key) => !numbers.includes(key))];
}

function shownLines(parts: readonly DigestPart[]): readonly ShownLine[] {
  const all = parts.flatMap((part) =>
    part.lines.map(({ key, text }) => ({ id: key ?? `${part.id}#${text.id}`, text })),
  );
  // The seal is another one every day and tells nothing of the figures.
  return all.filter(({ text }) => !text.id.startsWith('report-seal'));
}

export interface Change {
  readonly was?: Phrase;
  readonly is?: Phrase;
}

/** What differs from what was shown: figures that grew, lines that came or went. What was hidden stays untold. */
export function changesSince(draft: DigestDraft, parts: readonly DigestPart[]): readonly Change[] {
  const before = draft.shown ?? [];
  const now = shownLines(parts);
  const hidden = (id: string) => draft.edits[id] === null;
  const same = (a: Phrase, b: Phrase) => JSON.stringify(a) === JSON.stringify(b);
  const changed = now.flatMap(({ id, text }): readonly Change[] => {
    const was = before.find((line) => line.id === id)?.text;
    if (hidden(id) || (was && same(was, text))) return [];
    return [was ? { was, is: text } : { is: text }];
  });
  const gone = before.filter(({ id }) => !hidden(id) && now.every((line) => line.id !== id));
  return [...changed, ...gone.map(({ text }) => ({ was: text }))];
}
