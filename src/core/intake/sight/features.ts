import { cadencesIn } from '../cadence.ts';
import { sentenceOf } from '../findings.ts';
import { ruledNatureOf } from '../nature-rules.ts';

const HEAD = 40;
const WHOLE = 160;

/** What is weighed of a line alone: runs of its first sentence, how that begins and ends, and what the rules make of it. */
export function wordFeatures(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const words = text.replace(/\d+(?:\.\d+)?/g, '0');
  const head = sentenceOf(words);
  const clause = head.split(/[，：、]/)[0]!;
  addRuns(found, '', `^${head.slice(0, HEAD)}$`, 1, 3);
  addRuns(found, '… ', words.slice(head.length, WHOLE), 2, 2);
  for (let size = 1; size <= 4; size++) {
    found.add(`begins ${head.slice(0, size)}`);
    found.add(`ends ${head.slice(-size)}`);
    found.add(`clause ${clause.slice(-size)}`);
  }
  found.add(`nature ${ruledNatureOf(text)}`);
  found.add(`again ${cadencesIn(text).length > 0}`);
  found.add(`sentences ${Math.min(4, text.split(/[。；]/).length)}`);
  addShape(found, text);
  return found;
}

export function addShape(found: Set<string>, text: string): void {
  found.add(`length ${Math.min(6, Math.floor(Math.log2(text.length + 1)))}`);
  found.add(`stop ${/[。；：]?$/.exec(text)![0]}`);
}

export function addRuns(found: Set<string>, place: string, words: string, shortest: number, longest: number): void {
  // By code points: half of a sign is none.
  const signs = [...words];
  for (let size = shortest; size <= longest; size++)
    for (let at = 0; at + size <= signs.length; at++) found.add(place + signs.slice(at, at + size).join(''));
}
