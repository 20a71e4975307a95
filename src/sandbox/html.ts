import { badRequest } from './refusal.ts';
import type { WireEntity } from './wire.ts';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly WireEntity[];
}

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
  return trimmed({ text, entities: sorted(entities) });
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

const sorted = (entities: WireEntity[]): WireEntity[] =>
  entities
    .map(({ language, ...rest }) => (rest.type === 'pre' && language ? { ...rest, language } : rest))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);

/** White space at both ends is no part of a message; entities are cut to what remains. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const lead = text.length - text.trimStart().length;
  const body = text.trim();
  const kept = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - lead);
    const end = Math.min(body.length, entity.offset + entity.length - lead);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: body, entities: kept };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const tagOf: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  text_link: 'a',
};

/** The message as Telegram HTML again: every text escaped, entities properly nested. */
export function htmlOf({ text, entities }: FormattedText): string {
  return renderRange(text, 0, text.length, sorted([...entities]));
}

function renderRange(text: string, from: number, to: number, entities: readonly WireEntity[]): string {
  let html = '';
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i]!;
    const end = Math.min(to, entity.offset + entity.length);
    if (entity.offset < at || end <= at) continue;
    const inner = entities.slice(i + 1).filter((e) => e.offset >= entity.offset && e.offset < end);
    html += escaped(text.slice(at, entity.offset));
    html += wrapped(entity, renderRange(text, entity.offset, end, inner));
    at = end;
  }
  return html + escaped(text.slice(at, to));
}

function wrapped(entity: WireEntity, inner: string): string {
  const tag = tagOf[entity.type];
  if (!tag) return inner;
  const attribute = entity.type === 'text_link' ? ` href="${escaped(entity.url ?? '')}"` : '';
  return `<${tag}${attribute}>${inner}</${tag}>`;
}

/** The entities that Telegram finds by itself in what people type: commands, mentions, links, hashtags. */
export function entitiesIn(text: string): WireEntity[] {
  const found: WireEntity[] = [];
  const kinds: readonly [string, RegExp][] = [
    ['bot_command', /(?<![\w/@<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])/g],
    ['mention', /(?<![\w/@])@[a-zA-Z0-9_]{3,32}\b/g],
    ['url', /https?:\/\/[^\s<>"]+/g],
    ['hashtag', /(?<![\p{L}\w#])#[\p{L}\w]+/gu],
  ];
  for (const [type, pattern] of kinds)
    for (const match of text.matchAll(pattern)) found.push({ type, offset: match.index, length: match[0].length });
  const commands = found.filter((e) => e.type === 'bot_command');
  const inCommand = (e: WireEntity) =>
    e.type === 'mention' && commands.some((c) => e.offset > c.offset && e.offset < c.offset + c.length);
  return found.filter((e) => !inCommand(e)).sort((a, b) => a.offset - b.offset);
}
