import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoredOf } from '../../replies/several-open.ts';

// What people type while several things are open and they answer none of them: right is a sentence of which every open
// thing becomes what a careful secretary would record. `MISSES=1` names what is misread in what was written for mending.
const folder = new URL('../../samples/replies/open/', import.meta.url);
const BARS: readonly (readonly [file: string, right: number, itemsRight: number, falseDone: number])[] = [
  ['own.jsonl', 0.83, 0.9, 0.01],
  ['seen.jsonl', 0.82, 0.87, 0.01],
  // By the same hand as `seen`; nobody has looked at what is misread in it.
  ['unheard.jsonl', 0.67, 0.8, 0.01],
];

test.each(BARS)('among several things open, %s', async (file, right, itemsRight, falseDone) => {
  const scored = await scoredOf(readFileSync(new URL(file, folder), 'utf8').trim().split('\n'));
  const items = scored.reduce((sum, { became }) => sum + became.length, 0);
  const sum = (of: (one: (typeof scored)[number]) => number) => scored.reduce((all, one) => all + of(one), 0);
  const whole = sum((one) => (one.right ? 1 : 0));
  const [wellRead, wrongDone] = [sum((one) => one.itemsRight), sum((one) => one.falseDone)];
  console.log(
    `${file}: ${whole} of ${scored.length} sentences right, ${wellRead} of ${items} items, ${wrongDone} false done`,
  );
  if (process.env.MISSES)
    for (const { said, became, falseDone: wrong } of scored.filter((one) => !one.right))
      console.log(`${wrong > 0 ? '!!' : '  '} ${became.join(' ')} for ${said.expect.items.join(' ')}: ${said.text}`);
  expect(whole / scored.length).toBeGreaterThan(right);
  expect(wellRead / items).toBeGreaterThan(itemsRight);
  expect(wrongDone / items).toBeLessThan(falseDone);
});

test('every batch has its bar', () => {
  const batches = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
  expect(BARS.map(([file]) => file).sort()).toEqual(batches.sort());
});
