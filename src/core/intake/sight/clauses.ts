import { likelihoods } from '../../learned.ts';
import type { PaperKind } from '../draft.ts';
import { clauseFeatures } from './clause-features.ts';
import eye from './eye.json' with { type: 'json' };
import type { Eye } from './eye.ts';

const { clauses: learned }: Pick<Eye, 'clauses'> = eye;

/** How likely each clause of a sentence asks for nothing of its own, or for a duty of each kind, in the order of `ASKED`. */
export function clausesSeen(clauses: readonly string[], kind: PaperKind): readonly (readonly number[])[] {
  return clauses.map((_, at) => likelihoods(learned, clauseFeatures(clauses, at, kind)));
}
