import type { LocalDate } from '../calendar.ts';
import type { Intent, ItemKind } from './contract.ts';
import { isAhead, type Today } from './day.ts';
import type { Part } from './sentence.ts';
import type { Label } from './statement.ts';
import { effectiveLabel, intentOf, movesTo } from './verdict.ts';

/** What the rules find in a sentence. */
export interface Found {
  readonly read: Intent;
  /** Of its clauses, in order, as they count for that kind of duty. */
  readonly labels: readonly Label[];
  /** A clause ends in a question mark. */
  readonly asked: boolean;
  /** A day ahead is named: one that keeps the deadline, or one beyond it. */
  readonly promised: 'nothing' | 'in time' | 'late';
}

export const foundIn = (parts: readonly Part[], kind: ItemKind, due: LocalDate | null, today: Today): Found => ({
  read: intentOf(parts, kind, due, today),
  labels: parts.map((part) => effectiveLabel(part, kind)),
  asked: parts.some(({ end }) => end === '?'),
  promised: promisedIn(parts, due, today),
});

function promisedIn(parts: readonly Part[], due: LocalDate | null, today: Today): Found['promised'] {
  if (due !== null && parts.some((part) => movesTo(part, due))) return 'late';
  return parts.some(({ dates }) => dates.some((date) => isAhead(date, today))) ? 'in time' : 'nothing';
}
