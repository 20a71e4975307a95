import type { SensitiveKind } from './contract.ts';
import { sensitiveIn } from './sensitive.ts';

/** Numbers and words that must not be kept, logged or exported as they are: each character becomes `＊`. */
export function maskedText(text: string, kinds?: readonly SensitiveKind[]): string {
  const spans = sensitiveIn(text).filter(({ kind }) => !kinds || kinds.includes(kind));
  return spans.reduceRight(
    (masked, { from, to }) => masked.slice(0, from) + '＊'.repeat(to - from) + masked.slice(to),
    text,
  );
}
