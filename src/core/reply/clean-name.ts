import { simplified } from './traditional.ts';

const cleaned = new Map<string, string>();
/** A roster's names are read for every sentence: beyond so many the memo begins anew. */
const MOST_NAMES = 20_000;

/** A name or post in one spelling: simplified, small letters, without blanks and dots. */
export function clean(text: string): string {
  const known = cleaned.get(text);
  if (known !== undefined) return known;
  const made = [...text]
    .map((c) => simplified(c))
    .join('')
    .replace(/[\s·]/g, '')
    .toLowerCase();
  if (cleaned.size > MOST_NAMES) cleaned.clear();
  cleaned.set(text, made);
  return made;
}
