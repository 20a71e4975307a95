import { limits, Refused } from './refusal.ts';

/** What happens while XML is read. Names keep their prefix (`w:p`). */
export interface XmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads XML without DTDs: a document type or an entity of its own is refused, nothing outside is ever looked up. */
export function walkXml(xml: string, events: XmlEvents): void {
  const path: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at && path.length) events.text(unescaped(xml.slice(at, start)));
    const end = endOfTag(xml, start);
    if (end < 0) throw new Refused('broken');
    readTag(xml.slice(start, end), path, events);
    at = end;
  }
  if (path.length) throw new Refused('broken');
}

function endOfTag(xml: string, start: number): number {
  const [open, close] = xml.startsWith('<!--', start)
    ? [4, '-->']
    : xml.startsWith('<![CDATA[', start)
      ? [9, ']]>']
      : xml.startsWith('<?', start)
        ? [2, '?>']
        : [1, '>'];
  const end = xml.indexOf(close, start + open);
  return end < 0 ? -1 : end + close.length;
}

function readTag(tag: string, path: string[], events: XmlEvents): void {
  if (tag.startsWith('<![CDATA[')) {
    events.text(tag.slice(9, -3));
    return;
  }
  if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(tag)) throw new Refused('entities');
  if (tag.startsWith('<!') || tag.startsWith('<?')) return;
  if (tag[1] === '/') {
    const name = tag.slice(2, -1).trim();
    if (path.pop() !== name) throw new Refused('broken');
    events.close(name);
    return;
  }
  const name = /^<([^\s/>]+)/.exec(tag)?.[1];
  if (!name) throw new Refused('broken');
  events.open(name, attributesOf(tag.slice(name.length + 1)));
  if (tag.endsWith('/>')) {
    events.close(name);
    return;
  }
  path.push(name);
  if (path.length > limits.depth) throw new Refused('too-deep');
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(ATTRIBUTE)) attributes.set(match[1]!, unescaped(match[2] ?? match[3] ?? ''));
  return attributes;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
