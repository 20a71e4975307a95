import { type FormattedText, inOrder, trimmed } from './formatted-text.ts';
import { badRequest } from './refusal.ts';
import type { WireEntity } from './wire.ts';

interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly argument: string;
}

const typeOfTag: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  blockquote: 'blockquote',
};

const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`);

/**
 * Reads Telegram's HTML as the Bot API server does (td/telegram/MessageEntity.cpp, parse_html): unknown or unclosed
 * tags are refused with its words, an unknown `&name;` stays as written.
 */
export function readHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: WireEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at]!;
    if (char === '&') {
      const decoded = decodeAt(source, at);
      text += decoded.char;
      at += decoded.length;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, entities, text);
    } else {
      const tag = readStartTag(source, at);
      open.push({ name: tag.name, start: text.length, argument: tag.argument });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return trimmed({ text, entities: inOrder(entities.map(plainCode)) });
}

const offsetIn = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));

const namedCharacters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decodeAt(source: string, at: number): { char: string; length: number } {
  const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));?/.exec(source.slice(at, at + 12));
  if (!match) return { char: '&', length: 1 };
  const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : 0;
  const char = match[3] ? namedCharacters[match[3]] : code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : '';
  return char ? { char, length: match[0].length } : { char: '&', length: 1 };
}

function readStartTag(source: string, begin: number): { name: string; argument: string; end: number } {
  const named = /^<([^\s>]*)/.exec(source.slice(begin))!;
  const nameEnd = begin + named[0].length;
  if (nameEnd >= source.length) throw cannotParse(`Unclosed start tag at byte offset ${offsetIn(source, begin)}`);
  const name = named[1]!.toLowerCase();
  if (!typeOfTag[name]) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${offsetIn(source, begin)}`);
  const { attributes, end } = readAttributes(source, begin, nameEnd, name);
  if (name === 'span' && attributes.class !== 'tg-spoiler')
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${offsetIn(source, begin)}`);
  return { name, argument: argumentOf(name, attributes), end };
}

function argumentOf(name: string, attributes: Record<string, string>): string {
  if (name === 'a') return attributes.href ?? '';
  if (name === 'tg-emoji') return attributes['emoji-id'] ?? '';
  if (name === 'blockquote') return 'expandable' in attributes ? 'expandable' : '';
  if (name === 'code' && attributes.class?.startsWith('language-')) return attributes.class.slice('language-'.length);
  return '';
}

function readAttributes(source: string, begin: number, from: number, tag: string) {
  const attributes: Record<string, string> = {};
  const one = /\s*([^\s=>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?/y;
  let at = from;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at += 1;
    if (source[at] === '>') return { attributes, end: at + 1 };
    if (at >= source.length) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${offsetIn(source, begin)}`);
    one.lastIndex = at;
    const match = one.exec(source);
    if (!match?.[1])
      throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${offsetIn(source, begin)}`);
    attributes[match[1].toLowerCase()] = decoded(match[2] ?? match[3] ?? match[4] ?? '');
    at = one.lastIndex;
  }
}

function decoded(value: string): string {
  let result = '';
  for (let at = 0; at < value.length; ) {
    const { char, length } = value[at] === '&' ? decodeAt(value, at) : { char: value[at]!, length: 1 };
    result += char;
    at += length;
  }
  return result;
}

function closeTag(source: string, begin: number, open: OpenTag[], entities: WireEntity[], text: string): number {
  const tag = open.pop();
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${offsetIn(source, begin)}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(source.slice(begin));
  if (!match) throw cannotParse(`Unclosed end tag at byte offset ${offsetIn(source, begin)}`);
  const name = match[1]!.toLowerCase();
  if (name && name !== tag.name) {
    const where = offsetIn(source, begin);
    throw cannotParse(`Unmatched end tag at byte offset ${where}, expected "</${tag.name}>", found "</${name}>"`);
  }
  if (text.length > tag.start) addEntity(entities, tag, text);
  return begin + match[0].length;
}

function addEntity(entities: WireEntity[], tag: OpenTag, text: string): void {
  const entity: WireEntity = { type: typeOfTag[tag.name]!, offset: tag.start, length: text.length - tag.start };
  if (tag.name === 'a') {
    const url = tag.argument || text.slice(tag.start);
    if (!/^(https?|tg|tonsite):\/\/\S+$/i.test(url) && !/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(url)) return;
    entity.url = /:\/\//.test(url) ? url : `http://${url}/`;
  }
  if (tag.name === 'tg-emoji') entity.custom_emoji_id = tag.argument;
  if (tag.name === 'blockquote' && tag.argument) entity.type = 'expandable_blockquote';
  if (tag.name === 'code' && tag.argument) entity.language = tag.argument;
  if (tag.name === 'pre') takeLanguage(entities, entity);
  entities.push(entity);
}

// <pre><code class="language-x"> is one entity with a language, not two.
function takeLanguage(entities: WireEntity[], pre: WireEntity): void {
  const inner = entities.findIndex(
    (e) => e.type === 'code' && e.offset === pre.offset && e.length === pre.length && e.language,
  );
  if (inner < 0) return;
  pre.language = entities[inner]!.language;
  entities.splice(inner, 1);
}

// Only <pre> keeps a language on the wire.
function plainCode({ language, ...rest }: WireEntity): WireEntity {
  return rest.type === 'pre' && language ? { ...rest, language } : rest;
}
