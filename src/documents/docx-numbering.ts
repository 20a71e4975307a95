import { walkXml } from './read-xml.ts';

/** Draws the numbers that Word shows but does not store. */
export interface Numbering {
  /** The mark of the next paragraph of that list and level, such as `（一）`; empty for bullets. */
  mark(numId: string, level: number): string;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Reads numbering.xml and counts as Word does: a level starts over when an outer one moves on. */
export function numberingOf(xml: string | undefined): Numbering {
  const { lists, levels } = xml
    ? definitionsOf(xml)
    : { lists: new Map<string, string>(), levels: new Map<string, Map<number, Level>>() };
  const counters = new Map<string, number[]>();
  return {
    mark(numId, level) {
      const list = lists.get(numId);
      const forms = list === undefined ? undefined : levels.get(list);
      const form = forms?.get(level);
      if (list === undefined || !forms || !form || form.format === 'bullet' || form.format === 'none') return '';
      const counts = counters.get(list) ?? [];
      counters.set(list, counts);
      counts[level] = (counts[level] ?? form.start - 1) + 1;
      counts.length = level + 1;
      return form.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const of = forms.get(at);
        return of ? drawn(counts[at] ?? of.start, of.format) : '';
      });
    },
  };
}

function definitionsOf(xml: string): {
  readonly lists: Map<string, string>;
  readonly levels: Map<string, Map<number, Level>>;
} {
  const lists = new Map<string, string>();
  const levels = new Map<string, Map<number, Level>>();
  let list = '';
  let num = '';
  let at = 0;
  let level = { format: 'decimal', text: '', start: 1 };
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes.get('w:val') ?? '';
      if (name === 'w:abstractNum') levels.set((list = attributes.get('w:abstractNumId') ?? ''), new Map());
      else if (name === 'w:num') num = attributes.get('w:numId') ?? '';
      else if (name === 'w:abstractNumId') lists.set(num, value);
      else if (name === 'w:lvl') {
        at = Number(attributes.get('w:ilvl') ?? 0);
        level = { format: 'decimal', text: '', start: 1 };
      } else if (name === 'w:numFmt') level.format = value;
      else if (name === 'w:lvlText') level.text = value;
      else if (name === 'w:start') level.start = Number(value) || 1;
    },
    close(name) {
      if (name === 'w:lvl') levels.get(list)?.set(at, level);
    },
    text() {},
  });
  return { lists, levels };
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function drawn(n: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideographDigital|ideographTraditional)/.test(format)) return hanOf(n);
  if (/^decimalEnclosedCircle/.test(format) && n <= 20) return String.fromCharCode(0x2460 + n - 1);
  if (format === 'lowerLetter' || format === 'upperLetter')
    return String.fromCharCode((format === 'lowerLetter' ? 97 : 65) + ((n - 1) % 26));
  return String(n);
}

function hanOf(n: number): string {
  if (n < 10) return HAN[n]!;
  if (n >= 100) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? HAN[tens] : ''}十${n % 10 ? HAN[n % 10] : ''}`;
}
