import type { WireEntity } from './wire.ts';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly WireEntity[];
}

/** Outer entities before those inside them. */
export function inOrder(entities: readonly WireEntity[]): WireEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

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
  return renderRange(text, 0, text.length, inOrder(entities));
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
  return inOrder(found.filter((e) => !inCommand(e)));
}
