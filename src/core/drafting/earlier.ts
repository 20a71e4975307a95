import type { Drafting } from './drafting.ts';
import { isSame } from './measures-together.ts';

/** A paper adopted before, of which something stays open (待定) and waits. */
export interface Earlier {
  readonly title: string;
  readonly left: number;
}

/** What the papers before the next one leave open: another paper does not make it forgotten. */
export function earlierOf(before: Drafting | undefined): readonly Earlier[] {
  if (!before) return [];
  return [...(before.earlier ?? []), ...ownOpen(before)];
}

/** What an adopted paper leaves open itself. */
export function ownOpen({ stage, left = 0, draft }: Drafting): readonly Earlier[] {
  return stage === 'adopted' && left > 0 ? [{ title: draft?.title ?? '', left }] : [];
}

/** Without what the paper replaces: the round it is a new version of, or the same paper sent again. */
export function stillOpen({ earlier = [], rounds = [], draft }: Drafting, round: number): readonly Earlier[] {
  const replaced = [rounds[round]?.title, draft?.title].filter((title) => title !== undefined);
  return earlier.filter(({ title }) => !replaced.some((one) => isSame(one, title)));
}

/** What is left of a draft that was dropped: nothing, or what earlier papers leave open. */
export function dropped({ id, today, source, earlier = [] }: Drafting): Drafting | null {
  if (earlier.length === 0) return null;
  return { id, stage: 'adopted', parts: [], today, people: [], answers: {}, nameless: false, earlier, source };
}
