import type { ItemKind } from '../contract.ts';

/** A longer run of Han characters hardly comes twice. */
const LONGEST_RUN = 4;
const LONGEST_PHRASE = 3;
const MOST_CLAUSES = 12;

/**
 * What is weighed of a sound (`soundOf`): its runs of up to four characters, its phrases of up to three Latin words, what
 * its first, later and last clauses are made of, how many there are, and what kind of duty was reminded of.
 */
export function featuresOf(sound: string, kind: ItemKind): ReadonlySet<string> {
  const found = new Set<string>([`kind ${kind}`]);
  for (const run of `^${sound}$`.match(/[^a-z'\s]+/g) ?? []) addRuns(found, '', run, LONGEST_RUN);
  if (/[a-z]{2}/.test(sound)) addPhrases(found, ['^', ...(sound.match(/[a-z']+|[PTDBEFNG0?✅]/g) ?? []), '$']);
  const clauses = sound.split(/[,。;!\n]+/).filter(Boolean);
  clauses.slice(0, MOST_CLAUSES).forEach((clause, i) => {
    addRuns(found, i === 0 ? 'first ' : i === clauses.length - 1 ? 'last ' : 'later ', clause, 2);
  });
  found.add(`clauses ${Math.min(clauses.length, 5)}`);
  return found;
}

function addRuns(found: Set<string>, place: string, run: string, longest: number): void {
  // By code points: half of an emoji is no sign.
  const signs = [...run];
  for (let size = 1; size <= longest; size++)
    for (let at = 0; at + size <= signs.length; at++) found.add(place + signs.slice(at, at + size).join(''));
}

function addPhrases(found: Set<string>, words: readonly string[]): void {
  for (let size = 1; size <= LONGEST_PHRASE; size++)
    for (let at = 0; at + size <= words.length; at++) found.add(`~${words.slice(at, at + size).join(' ')}`);
}
