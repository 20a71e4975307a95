import { readdirSync, readFileSync } from 'node:fs';
import { type Gold, goldOf } from './gold.ts';

export interface Paper {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}

const OFFICE = /\.(docx|xlsx)\.gold$/;

/** Every paper of a folder of test/samples that has a gold file. */
export function papersIn(folder: string): readonly Paper[] {
  const here = new URL(`../../samples/${folder}`, import.meta.url);
  return readdirSync(here)
    .filter((file) => file.endsWith('.gold') && !OFFICE.test(file))
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

/** Every office file of a folder of test/samples that is written from a specification, as `NAME.docx.spec`. */
export function officePapersIn(folder: string): readonly Paper[] {
  const here = new URL(`../../samples/${folder}`, import.meta.url);
  return readdirSync(here)
    .filter((file) => OFFICE.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.gold$/, '');
      return {
        name,
        text: readFileSync(new URL(`${name}.spec`, here), 'utf8'),
        gold: goldOf(readFileSync(new URL(file, here), 'utf8')),
      };
    });
}
