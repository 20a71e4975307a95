import { type Drafting, stepped } from './drafting.ts';
import { isSame } from './measures-together.ts';

/** A paper adopted before, of which something stays open (待定) and waits. */
export interface Earlier {
  readonly title: string;
  readonly left: number;
  /** The paper with all that was answered, to be taken up again; none in what was kept before papers were. */
  readonly paper?: Drafting;
}

/** What the papers before the next one leave open: another paper does not make it forgotten. */
export function earlierOf(before: Drafting | undefined): readonly Earlier[] {
  if (!before) return [];
  return [...(before.earlier ?? []), ...ownOpen(before)];
}

/** What was answered for the papers before, adopted or not. Who she is, which round and which year are asked anew. */
export function rememberedOf(before: Drafting | undefined): Readonly<Record<string, string>> {
  if (!before) return {};
  const kept = Object.entries(before.answers).filter(
    ([key, value]) => value !== '' && !['me', 'round', 'year'].includes(key),
  );
  return { ...before.remembered, ...Object.fromEntries(kept) };
}

/** What a paper that was adopted leaves open itself, also while it is taken up again. */
export function ownOpen(drafting: Drafting): readonly Earlier[] {
  const { left = 0, draft, earlier: _, document: __, ...rest } = drafting;
  if (left === 0 || !draft) return [];
  return [{ title: draft.title, left, paper: { ...rest, draft, left, stage: 'adopted' } }];
}

/** Without what the paper replaces: the round it is a new version of, or the same paper sent again. */
export function stillOpen({ earlier = [], rounds = [], draft }: Drafting, round: number): readonly Earlier[] {
  const replaced = [rounds[round]?.title, draft?.title].filter((title) => title !== undefined);
  return earlier.filter(({ title }) => !replaced.some((one) => isSame(one, title)));
}

/** An earlier paper taken up again in the place of the one that was adopted last; undefined if it is none of them. */
export function takenUp(drafting: Drafting, id: string): Drafting | undefined {
  const all = earlierOf(drafting);
  const paper = all.find((one) => one.paper?.id === id)?.paper;
  if (!paper) return undefined;
  const earlier = all.filter((one) => one.paper?.id !== id);
  return stepped(earlier.length > 0 ? { ...paper, earlier } : paper, { type: 'reopen' });
}

/** What is left of a draft that was dropped: the paper as it was adopted, or what earlier papers leave open, or nothing. */
export function dropped(drafting: Drafting): Drafting | null {
  const { id, today, source, earlier = [], left } = drafting;
  if (left !== undefined) return { ...drafting, stage: 'adopted' };
  if (earlier.length === 0) return null;
  return { id, stage: 'adopted', parts: [], today, people: [], answers: {}, nameless: false, earlier, source };
}
