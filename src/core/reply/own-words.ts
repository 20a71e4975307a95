import { clean } from './clean-name.ts';
import type { ReplyContext } from './contract.ts';
import { normalize } from './normalize.ts';
import { rosterOf } from './roster.ts';

/**
 * What the office's own names are made of: every two characters that stand beside each other in the titles of what is
 * open and in the names of its departments, and whole words of Latin letters.
 */
export type OwnWords = ReadonlySet<string>;

export function ownWordsOf({ open, people }: ReplyContext): OwnWords {
  const titles = [...new Set(open.map((i) => i.title))];
  const names = [...titles.map((title) => normalize(clean(title)).text), ...rosterOf(people).departments];
  // Without its blanks an English title would be one word.
  const words = titles.flatMap((title) => normalize(title).text.match(/[a-z]{2,}/g) ?? []);
  return new Set([...names.flatMap(piecesIn), ...words]);
}

const piecesIn = (name: string): readonly string[] => [
  ...(name.match(/[a-z]{2,}/g) ?? []),
  ...[...name].flatMap((c, i, all) => {
    const two = c + (all[i + 1] ?? '');
    return /^[\u4e00-\u9fff]{2}$/.test(two) ? [two] : [];
  }),
];
