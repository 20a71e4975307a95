import type { Learned } from '../../learned.ts';
import { type DutyKind, dutyKinds } from '../draft.ts';

/** What a line does in a paper, in the order of the weights: tell what is wrong, promise, head others, or none of these. */
export const ROLES = ['problem', 'measure', 'heading', 'other'] as const;
export type LineRole = (typeof ROLES)[number];

/** What a clause asks for, in the order of the weights: nothing of its own, or a duty of one of these kinds. */
export const ASKED: readonly (DutyKind | 'nothing')[] = ['nothing', ...dutyKinds];

export interface Eye {
  /** Of what it was learned (`corpusDigest` in test/papers). */
  readonly corpus: string;
  /** By a line's own words. */
  readonly words: Learned;
  /** In its place, knowing what all lines seem to be by their words. */
  readonly place: Learned;
  /** What each clause of a sentence asks for. */
  readonly clauses: Learned;
}
