import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entitiesIn, htmlOf } from '../../src/sandbox/formatted-text.ts';
import { readHtml } from '../../src/sandbox/read-html.ts';

describe('Telegram HTML is read', () => {
  test.each([
    ['plain', 'plain', []],
    ['<b>a</b>', 'a', ['bold 0+1']],
    ['<strong>a</strong><em>b</em>', 'ab', ['bold 0+1', 'italic 1+1']],
    [
      '<u>a</u><ins>b</ins><s>c</s><del>d</del>',
      'abcd',
      ['underline 0+1', 'underline 1+1', 'strikethrough 2+1', 'strikethrough 3+1'],
    ],
    ['<b>a<i>b</i></b>', 'ab', ['bold 0+2', 'italic 1+1']],
    ['<tg-spoiler>a</tg-spoiler>', 'a', ['spoiler 0+1']],
    ['<span class="tg-spoiler">a</span>', 'a', ['spoiler 0+1']],
    ['<blockquote>a</blockquote>', 'a', ['blockquote 0+1']],
    ['<blockquote expandable>a</blockquote>', 'a', ['expandable_blockquote 0+1']],
    ['<pre>a</pre>', 'a', ['pre 0+1']],
    ['<pre><code class="language-ts">a</code></pre>', 'a', ['pre 0+1 ts']],
    ['<code>a</code>', 'a', ['code 0+1']],
    ['<a href="https://x.example/?a=1&amp;b=2">a</a>', 'a', ['text_link 0+1 https://x.example/?a=1&b=2']],
    ['<b>张</b>三', '张三', ['bold 0+1']],
    ['<B>a</B >', 'a', ['bold 0+1']],
    ['&lt;b&gt; &amp; &quot; &#20013; &#x4e2d;', '<b> & " 中 中', []],
    ['&nbsp; AT&T & co', '&nbsp; AT&T & co', []],
    ['<b></b>a', 'a', []],
    ['  <b> a </b>  ', 'a', ['bold 0+1']],
  ])('%s', (source, text, entities) => {
    const read = readHtml(source);
    const listed = read.entities.map((e) =>
      [`${e.type} ${e.offset}+${e.length}`, e.language ?? e.url].filter(Boolean).join(' '),
    );
    expect([read.text, listed]).toEqual([text, entities]);
  });
});

describe('broken HTML is refused in Telegram’s words', () => {
  test.each([
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['张<b', 'Unclosed start tag at byte offset 3'],
    ['<div>a</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['a <br> b', 'Unsupported start tag "br" at byte offset 2'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ])('%s', (source, why) => {
    expect(() => readHtml(source)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });
});

test('escaped text comes back as it was, whatever it holds', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const read = readHtml(`x${escaped(a)}<b>y${escaped(b)}</b>.`);
      expect(read.text).toBe(`x${a}y${b}.`);
      expect(readHtml(htmlOf(read))).toEqual(read);
    }),
  );
});

describe('what people type carries the entities that Telegram finds', () => {
  test.each([
    ['/start abc', ['bot_command /start']],
    ['/done@duban_bot 3', ['bot_command /done@duban_bot']],
    ['@duban_bot 已谈', ['mention @duban_bot']],
    ['见 https://x.example/a 。', ['url https://x.example/a']],
    ['a/b 1/2', []],
    ['已谈', []],
  ])('%s', (text, expected) => {
    expect(entitiesIn(text).map((e) => `${e.type} ${text.slice(e.offset, e.offset + e.length)}`)).toEqual(expected);
  });
});
