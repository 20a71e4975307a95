import { cadencesIn } from './cadence.ts';
import { inlineItemsOf } from './numbering.ts';

/** Sentences of a measure: a duty never reaches across them. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[。；！？\n]/)
    .flatMap((part) => {
      const { lead, items } = inlineItemsOf(part);
      return items.length ? [lead, ...items] : [part];
    })
    .map((part) =>
      part
        .replace(/^[\s，、]+|[\s，、]+$/g, '')
        .replace(/^(?:[一二三四五六七八九十]是|首先|其次|再次|最后)[，要]?/, ''),
    )
    .filter(Boolean);
}

/** Clauses of a sentence, cut at commas and wherever a second recurrence begins. */
export function clausesOf(sentence: string): readonly string[] {
  const clauses = outsideQuotes(sentence).flatMap(atCadences);
  return clauses.map((clause) => clause.replace(/^[\s，、：]+|[\s，、]+$/g, '')).filter(Boolean);
}

// A comma inside brackets or quotation marks belongs to a name.
function outsideQuotes(sentence: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const char of sentence) {
    if ('“（《【'.includes(char)) depth++;
    if ('”）》】'.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && (char === '，' || char === '：')) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** 每月…支委会、每季度…党员大会 without a comma is two clauses; the words before a recurrence stay with it. */
function atCadences(clause: string): readonly string[] {
  const found = cadencesIn(clause).filter(({ phrase }) => phrase);
  const cuts = [0];
  for (const [i, cadence] of found.entries()) {
    if (i === 0) continue;
    const before = clause.slice(found[i - 1]!.end, cadence.at);
    const sign = Math.max(
      before.lastIndexOf('、'),
      before.lastIndexOf('和'),
      before.lastIndexOf('并'),
      before.lastIndexOf('及'),
      before.lastIndexOf(' '),
    );
    const next = sign < 0 ? cadence.at : found[i - 1]!.end + sign + 1;
    if (before.length >= 2 && !inBrackets(clause, cadence.at)) cuts.push(next);
  }
  return cuts.map((cut, i) =>
    clause.slice(cut, cuts[i + 1] ?? clause.length).replace(/(?:[和及、]|(?<![合兼归])并)+$/, ''),
  );
}

function inBrackets(clause: string, at: number): boolean {
  return clause.lastIndexOf('（', at) > clause.lastIndexOf('）', at);
}
