import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageWords } from '../../src/sandbox/page.ts';

const folder = new URL('../../src/sandbox/page/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => /\.(js|html)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

const keysIn = (language: string): string[] => {
  const text = readFileSync(new URL(`../../locales/${language}.ftl`, import.meta.url), 'utf8');
  return [...text.matchAll(/^(sandbox-[a-z-]+) =/gm)].map((match) => match[1]!);
};

test.each(['zh', 'en'])('the page has every one of its words in %s, and no other', (language) => {
  expect(keysIn(language).toSorted()).toEqual(Object.keys(pageWords).toSorted());
});

describe('every word of the page is used', () => {
  // Refusals are looked up by the code that the server gives.
  test.each(Object.keys(pageWords).filter((id) => !id.startsWith('sandbox-refused-')))('%s', (id) => {
    expect(sources).toMatch(new RegExp(`['"{]${id.slice('sandbox-'.length)}['"}]`));
  });
});

test('the page holds no sentence of its own', () => {
  const withoutComments = sources.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  expect(withoutComments.match(/[\u4e00-\u9fff]+/g)).toBeNull();
});
