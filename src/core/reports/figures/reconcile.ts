import { type Phrase, phrase } from '../../phrase.ts';
import { type Counted, type Counts, countsOf, dueIn, termNames } from '../counts.ts';

/** Counts of one part of a whole: a measure, a week, a kind. */
export interface Part<Key> {
  readonly key: Key;
  readonly counts: Counts;
}

const columns = [...termNames, 'due', 'void', 'vacant'] as const;

/** The same question about each part of what is known. */
export function partsBy<Key>(question: Counted, keyOf: (facts: Counted['facts'][number]) => Key): readonly Part<Key>[] {
  const keys = [...new Set(dueIn(question).map(keyOf))];
  return keys.map((key) => {
    const facts = question.facts.filter((f) => keyOf(f) === key);
    return { key, counts: countsOf({ ...question, facts }) };
  });
}

export function sumOf(parts: readonly Counts[]): Omit<Counts, 'caughtUp'> {
  const sum = Object.fromEntries(columns.map((name) => [name, parts.reduce((n, counts) => n + counts[name], 0)]));
  return sum as Omit<Counts, 'caughtUp'>;
}

/**
 * Whether what a paper is about to say adds up: its total against its parts, and against the occurrences themselves,
 * each counted once. Every difference is a sentence; with any of them there is no paper.
 */
export function differences(question: Counted, total: Counts, parts: readonly Counts[]): readonly Phrase[] {
  const sum = sumOf(parts);
  const found = columns
    .filter((name) => total[name] !== sum[name])
    .map((name) =>
      phrase('report-refused-sum', {
        what: phrase(`report-term-${name.toLowerCase()}`),
        total: total[name],
        parts: sum[name],
        difference: total[name] - sum[name],
      }),
    );
  const distinct = new Set(dueIn(question).map((f) => f.id)).size;
  const said = total.due + total.void + total.vacant;
  if (said === distinct) return found;
  const args = { total: said, parts: distinct, difference: said - distinct };
  return [...found, phrase('report-refused-items', args)];
}
