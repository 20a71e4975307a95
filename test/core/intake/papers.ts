import { readdirSync, readFileSync } from 'node:fs';
import { type Gold, goldOf } from './gold.ts';

export interface Paper {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}

/** Every paper of a folder of test/samples that has a gold file. */
export function papersIn(folder: string): readonly Paper[] {
  const here = new URL(`../../samples/${folder}`, import.meta.url);
  return readdirSync(here)
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.gold$/, '');
      return {
        name,
        text: readFileSync(new URL(`${name}.txt`, here), 'utf8'),
        gold: goldOf(readFileSync(new URL(file, here), 'utf8')),
      };
    });
}
