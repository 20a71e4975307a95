import type { OccurrenceFacts } from '../../occurrence.ts';
import type { ReportQuestion } from '../contract.ts';

/** Heart-to-heart talks: how many pairs spoke in the span, and how many of the windows now open are still owed. */
export function talkCoverage({ facts, open, from, to }: ReportQuestion): {
  readonly done: number;
  readonly left: number;
} {
  const spoken = facts.filter(
    ({ settled, ...f }) => isTalk(f) && settled?.how === 'done' && within(settled.at, from, to),
  );
  const owed = open.filter((f) => isTalk(f) && !f.settled && !f.person.startsWith('post.'));
  return { done: spoken.length, left: owed.length };
}

function isTalk({ kind, counterpart, own }: Pick<OccurrenceFacts, 'kind' | 'counterpart' | 'own'>): boolean {
  return kind === 'talk' && counterpart !== undefined && !own;
}

const within = (at: number, from: number, to: number) => at >= from && at < to;
