import { cadencesIn } from '../cadence.ts';
import { type Anchors, readDeadline } from '../deadline.ts';
import type { PaperKind } from '../draft.ts';
import { addRuns } from './features.ts';

const LONGEST = 50;
const BESIDE = 16;
/** Whether words name a time does not depend on which year it is. */
export const ANY_YEAR: Anchors = { date: '2000-01-01', feedback: null, year: 2000 };

/**
 * What is weighed of a clause: runs of its signs, how it begins and ends, what kind of time it names, its place in the
 * sentence, and the nearer half of its neighbours.
 */
export function clauseFeatures(clauses: readonly string[], at: number, kind: PaperKind): ReadonlySet<string> {
  const found = new Set<string>();
  const clause = clauses[at]!;
  const words = unnumbered(clause);
  addRuns(found, '', `^${words.slice(0, LONGEST)}$`, 1, 3);
  for (let size = 1; size <= 4; size++) {
    found.add(`begins ${words.slice(0, size)}`);
    found.add(`ends ${words.slice(-size)}`);
  }
  if (at > 0) addRuns(found, '< ', unnumbered(clauses[at - 1]!).slice(-BESIDE), 2, 2);
  if (at + 1 < clauses.length) addRuns(found, '> ', unnumbered(clauses[at + 1]!).slice(0, BESIDE), 2, 2);
  const rhythm = rhythmOf(clause);
  found.add(`rhythm ${rhythm}`);
  found.add(`again ${rhythm !== ''} ${kind}`);
  found.add(`day ${dayOf(clause)}`);
  found.add(`before ${at > 0 && rhythmOf(clauses[at - 1]!) !== ''}`);
  found.add(`place ${Math.min(at, 3)} ${Math.min(clauses.length, 4)}`);
  found.add(`length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`);
  found.add(`paper ${kind}`);
  return found;
}

function unnumbered(clause: string): string {
  return clause.replace(/\d+(?:\.\d+)?/g, '0');
}

function rhythmOf(clause: string): string {
  const cadence = cadencesIn(clause)[0];
  if (!cadence) return '';
  return cadence.event ? 'event' : cadence.phrase ? (cadence.times?.period ?? 'some') : 'vague';
}

function dayOf(clause: string): string {
  const read = readDeadline(clause, ANY_YEAR);
  if (!read) return '';
  return read.due ? (read.due === 'immediate' ? 'at once' : 'day') : (read.open ?? 'ongoing');
}
