import type { OwnWords } from './own-words.ts';
import { FOREIGN_WORDS, PIECES } from './piece-words.ts';
import { DEED } from './words.ts';

export type PieceKind = keyof typeof PIECES | 'foreign' | 'own' | 'deed' | 'unknown';

/** A stretch of a clause that is one word to the reading; what stands in no table is `unknown`. */
export interface Piece {
  readonly kind: PieceKind;
  readonly from: number;
  readonly text: string;
}

const tables = Object.entries({ foreign: FOREIGN_WORDS, deed: [DEED], ...PIECES }).flatMap(([kind, words]) =>
  words.map((word) => ({ kind: kind as PieceKind, pattern: new RegExp(word, 'y') })),
);

/** Parts a painted clause into pieces, the longest that fits first. Takes time in proportion to the text. */
export function piecesOf(text: string, own: OwnWords): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, own);
    const last = pieces.at(-1);
    if (piece.kind === 'unknown' && last?.kind === 'unknown')
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function pieceAt(text: string, from: number, own: OwnWords): Piece {
  let best: Piece | undefined;
  for (const { kind, pattern } of tables) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0] ?? '';
    if (found.length > (best?.text.length ?? 0)) best = { kind, from, text: found };
  }
  const name = ownAt(text, from, own);
  if (name.length > 0 && name.length >= (best?.text.length ?? 0)) return { kind: 'own', from, text: name };
  return best ?? { kind: 'unknown', from, text: /^[a-z']+/.exec(text.slice(from, from + 30))?.[0] ?? text[from]! };
}

/** A word of Latin letters, or as far as each two characters stand beside each other in a name of the office's own. */
function ownAt(text: string, at: number, own: OwnWords): string {
  const latin = /^[a-z]+/.exec(text.slice(at, at + 30))?.[0];
  if (latin !== undefined) return own.has(latin) ? latin : '';
  let to = at;
  while (own.has(text.slice(to, to + 2))) to++;
  return to === at ? '' : text.slice(at, to + 1);
}
