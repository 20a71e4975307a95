import { cadencesIn } from '../../src/core/intake/cadence.ts';
import { clausesOf, sentencesOf } from '../../src/core/intake/clauses.ts';
import { readDeadline } from '../../src/core/intake/deadline.ts';
import type { PaperKind } from '../../src/core/intake/draft.ts';
import { isGrid, type Line, type Part } from '../../src/core/intake/lines.ts';
import { ANY_YEAR, clauseFeatures } from '../../src/core/intake/sight/clause-features.ts';
import { ASKED } from '../../src/core/intake/sight/eye.ts';
import type { Gold } from '../core/intake/gold.ts';
import { bare } from './bare.ts';

/** A clause of a paper with what it may be said to ask for, by its gold. */
export interface LearnedClause {
  readonly features: ReadonlySet<string>;
  readonly asked: readonly (typeof ASKED)[number][];
}

interface Sentence {
  readonly clauses: readonly string[];
  readonly bare: readonly string[];
  /** For each clause the kinds of the duty that begins there. */
  readonly kinds: (readonly string[] | undefined)[];
}

/** The clauses of a paper's measures. A duty belongs to the one of its clauses that says when, else to the first. */
export function clausesIn(parts: readonly Part[], kind: PaperKind, gold: Gold): readonly LearnedClause[] {
  const lines = linesOf(parts).map((text) => sentencesOf(text).map(sentenceOf));
  let from = 0;
  for (const measure of gold.measures) {
    const at = lines.findIndex((line, i) => i >= from && holds(line, bare(measure.text)));
    if (at >= 0) from = at;
    const words = bare(measure.text);
    const near = [...lines.slice(from), ...lines.slice(0, from)].flat();
    // A problem told in the same line may use the words of the duty.
    const own = near.filter((one) => words.includes(one.bare.join('')) || one.bare.join('').includes(words));
    for (const duty of measure.duties) place(duty, [...own, ...near.filter((one) => !own.includes(one))]);
  }
  const promising = lines.filter(
    (line) =>
      line.some(({ kinds }) => kinds.some(Boolean)) || gold.measures.some(({ text }) => holds(line, bare(text))),
  );
  return promising.flat().flatMap(({ clauses, kinds }) =>
    clauses.map((_, i) => ({
      features: clauseFeatures(clauses, i, kind),
      asked: ASKED.filter((asked) => (kinds[i] ?? ['nothing']).includes(asked)),
    })),
  );
}

function linesOf(parts: readonly Part[]): readonly string[] {
  const cells = parts.flatMap((part): readonly Line[] => (isGrid(part) ? part.rows.flat() : [part]));
  return [...new Set(cells.map(({ mark, plain }) => mark?.rest ?? plain))].filter((text) => text.length > 5);
}

function sentenceOf(words: string): Sentence {
  const clauses = clausesOf(words);
  return { clauses, bare: clauses.map(bare), kinds: clauses.map(() => undefined) };
}

function holds(line: readonly Sentence[], words: string): boolean {
  return line
    .map((sentence) => sentence.bare.join(''))
    .join('')
    .includes(words);
}

function place({ text, kinds }: { text: string; kinds: readonly string[] }, sentences: readonly Sentence[]) {
  const words = bare(text);
  for (const sentence of sentences) {
    const start = sentence.bare.join('').indexOf(words);
    if (start < 0) continue;
    const touched = sentence.clauses.flatMap((_, i) => (touches(sentence, i, start, words.length) ? [i] : []));
    const free = touched.filter((i) => !sentence.kinds[i]);
    const timed =
      free.find((i) => cadencesIn(sentence.clauses[i]!).length) ?? free.find((i) => namesDay(sentence.clauses[i]!));
    const at = timed ?? free[0];
    if (at === undefined) continue;
    sentence.kinds[at] = kinds;
    return;
  }
}

/** More than a single sign in common. */
function touches({ bare: clauses }: Sentence, at: number, start: number, length: number): boolean {
  const from = clauses.slice(0, at).join('').length;
  return Math.min(from + clauses[at]!.length, start + length) - Math.max(from, start) > 1;
}

function namesDay(clause: string): boolean {
  return readDeadline(clause, ANY_YEAR)?.due !== undefined;
}
