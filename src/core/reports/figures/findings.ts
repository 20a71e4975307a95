import type { CheckAnswer, OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Words } from '../form/words.ts';

const trends = ['better', 'same', 'worse'] as const;

/** What was done with what it found: the newest trend at each place (好转2处、持平1处), or how many points did not conform. */
export function withFindings(line: Words, facts: readonly OccurrenceFacts[]): Words {
  const newest = new Map<string, CheckAnswer>();
  const inOrder = [...facts].sort((a, b) => a.due - b.due);
  for (const { checks = [] } of inOrder) for (const { item, answer } of checks) newest.set(item, answer);
  const parts = trends.flatMap((trend): readonly Phrase[] => {
    const n = [...newest.values()].filter((answer) => answer === trend).length;
    return n > 0 ? [phrase(`report-trend-${trend}`, { n })] : [];
  });
  // Where the plan names no places the trend is that of the whole.
  const [[item, answer] = []] = newest;
  if (parts.length > 0 && newest.size === 1 && item?.startsWith('#')) return phrase(`report-deed-${answer}`, { line });
  if (parts.length > 0) return phrase('report-deed-trends', { line, parts });
  const faults = facts.flatMap(({ checks = [] }) => checks).filter(({ answer }) => answer === 'no').length;
  return faults > 0 ? phrase('report-deed-faults', { line, n: faults }) : line;
}
