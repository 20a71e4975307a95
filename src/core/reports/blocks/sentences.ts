import { phrase } from '../../phrase.ts';
import { han } from '../figures/naming.ts';
import type { Words } from '../form/words.ts';

/** Several clauses as one: a；b；c. */
export function clauses(parts: readonly Words[]): Words {
  return parts.reduce((all, next) => phrase('report-and-then', { all, next }));
}

/** 一是…；二是…。 as one paragraph; a single clause has no number before it. */
export function numbered(parts: readonly Words[]): Words {
  if (parts.length === 1) return phrase('report-full-stop', { text: parts[0]! });
  return parts
    .map((text, i) => phrase('report-full-stop', { text: phrase('report-ordinal', { han: han(i + 1), text }) }))
    .reduce((all, next) => phrase('report-then', { all, next }));
}
