import type { Intent } from '../../src/core/reply/contract.ts';
import { interpreted } from './interpreted.ts';

/** What becomes of one thing open: an intent, nothing (`open`), or a question whether it is meant (`ask`). */
export type Became = Intent | 'open' | 'ask';

/** A sentence said while several things are open, as a line for `duban interpret -`, with what is expected of each. */
export interface AmongOpen {
  readonly text: string;
  readonly open: readonly { readonly title: string }[];
  readonly expect: {
    readonly items: readonly Became[];
    readonly intent: Intent;
    /** What a careful secretary could also defend. */
    readonly alsoItems?: readonly Became[];
  };
}

export interface Scored {
  readonly said: AmongOpen;
  readonly became: readonly Became[];
  readonly right: boolean;
  /** Of the items, how many are as expected, by the better of the two expectations. */
  readonly itemsRight: number;
  /** Items recorded as carried out that neither expectation has so. */
  readonly falseDone: number;
}

interface Target {
  readonly intent: Intent;
  /** Numbers from 1. */
  readonly items?: readonly number[];
  readonly ask?: readonly number[];
}

/** Each line through the command, so that the contract of its JSON is what is scored. */
export async function scoredOf(lines: readonly string[]): Promise<readonly Scored[]> {
  const printed = await interpreted(lines);
  return lines.map((line, i) => scored(JSON.parse(line) as AmongOpen, targetsIn(printed[i]!)));
}

const targetsIn = (line: string): readonly Target[] => (JSON.parse(line) as { targets?: Target[] }).targets ?? [];

function scored(said: AmongOpen, targets: readonly Target[]): Scored {
  const became = said.open.map((_, i) => becameOf(i + 1, targets));
  const { items, alsoItems = items } = said.expect;
  const rightIn = (wanted: readonly Became[]) => became.filter((is, i) => same(is, wanted[i]!)).length;
  const itemsRight = Math.max(rightIn(items), rightIn(alsoItems));
  const falseDone = became.filter((is, i) => is === 'done' && items[i] !== 'done' && alsoItems[i] !== 'done').length;
  return { said, became, right: itemsRight === became.length, itemsRight, falseDone };
}

/** Nothing is recorded of what was only nodded at, or of a question. */
const NOTHING: readonly Became[] = ['acknowledge', 'none', 'question', 'open'];
const same = (is: Became, wanted: Became): boolean =>
  is === wanted || (NOTHING.includes(is) && NOTHING.includes(wanted));

/** A record beats a question; what is told done here and still owed there is progress. */
function becameOf(number: number, targets: readonly Target[]): Became {
  const told = targets.filter(({ items }) => items?.includes(number)).map(({ intent }) => intent);
  const records = told.filter((intent) => !NOTHING.includes(intent));
  if (records.length > 0) return records.every((r) => r === records[0]) ? records[0]! : together(records);
  const asked = targets.some(({ ask, intent }) => ask?.includes(number) && !NOTHING.includes(intent));
  return asked ? 'ask' : (told[0] ?? 'open');
}

const together = (records: readonly Intent[]): Intent =>
  records.includes('done') || records.includes('progress') ? 'progress' : records.at(-1)!;
