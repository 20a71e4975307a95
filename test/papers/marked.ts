import { readdirSync, readFileSync } from 'node:fs';
import type { Gold } from '../core/intake/gold.ts';
import type { Paper } from '../core/intake/papers.ts';

/** A paper whose text says itself what it holds: ⟦P words⟧, ⟦M words⟧ and ⟦D kinds| words⟧, the last within or behind its M. */
export function markedPaperOf(name: string, file: string): Paper {
  const [first, ...rest] = file.split('\n');
  const marked = rest.join('\n').trim();
  const gold = { kind: first!.replace(/^KIND\s+/, '').trim(), date: null, claimed: [], uncovered: [] };
  const problems: Gold['problems'][number][] = [];
  const measures: Gold['measures'][number][] = [];
  for (const { sign, kinds, text } of marksIn(marked)) {
    if (sign === 'P') problems.push({ text });
    else if (sign === 'M') measures.push({ text, duties: [] });
    else measures.at(-1)?.duties.push({ kinds, when: '', text });
  }
  return { name, text: withoutMarks(marked), gold: { ...gold, problems, measures } };
}

/** Every marked paper of the folders of test/samples/marked, by the hand that wrote it. */
export function markedPapers(): readonly { readonly hand: string; readonly paper: Paper }[] {
  const here = new URL('../samples/marked/', import.meta.url);
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: hand }) =>
      readdirSync(new URL(`${hand}/`, here))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => {
          const name = file.replace(/\.txt$/, '');
          return { hand, paper: markedPaperOf(name, readFileSync(new URL(`${hand}/${file}`, here), 'utf8')) };
        }),
    );
}

interface Marked {
  readonly sign: string;
  readonly kinds: readonly string[];
  readonly text: string;
}

/** In the order in which they begin. */
function marksIn(text: string): readonly Marked[] {
  const found: Marked[] = [];
  for (const begin of text.matchAll(/⟦([PMD])\s*(?:([a-z,\s-]+)\|)?\s*/g)) {
    const from = begin.index + begin[0].length;
    let depth = 1;
    let end = from;
    for (; end < text.length && depth > 0; end++) depth += text[end] === '⟦' ? 1 : text[end] === '⟧' ? -1 : 0;
    const kinds = (begin[2] ?? '').split(',').map((kind) => kind.trim());
    found.push({ sign: begin[1]!, kinds, text: withoutMarks(text.slice(from, end - 1)).trim() });
  }
  return found;
}

function withoutMarks(text: string): string {
  return text.replace(/⟦[PMD]\s*(?:[a-z,\s-]+\|)?\s*|⟧/g, '');
}
