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

interface Definitions {
  /** Which definition a list follows. */
  readonly lists: Map<string, string>;
  readonly levels: Map<string, Map<number, Level>>;
  /** Lists that start their levels over when they are first used. */
  readonly restarts: Map<string, Map<number, number>>;
}

/** Reads numbering.xml and counts as Word does: a level starts over when an outer one moves on. */
export function numberingOf(xml: string | undefined): Numbering {
  const { lists, levels, restarts } = definitionsOf(xml ?? '');
  const counters = new Map<string, number[]>();
  return {
    mark(numId, level) {
      const list = lists.get(numId);
      const forms = list === undefined ? undefined : levels.get(list);
      const form = forms?.get(level);
      if (list === undefined || !forms || !form || form.format === 'bullet' || form.format === 'none') return '';
      const counts = counters.get(list) ?? [];
      counters.set(list, counts);
      for (const [at, start] of restarts.get(numId) ?? []) counts[at] = start - 1;
      restarts.delete(numId);
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

function definitionsOf(xml: string): Definitions {
  const found: Definitions = { lists: new Map(), levels: new Map(), restarts: new Map() };
  let list = '';
  let num = '';
  let at = 0;
  let level = { format: 'decimal', text: '', start: 1 };
  const opens: Readonly<Record<string, (attributes: ReadonlyMap<string, string>) => void>> = {
    'w:abstractNum': (attributes) => {
      list = attributes.get('w:abstractNumId') ?? '';
      found.levels.set(list, new Map());
    },
    'w:num': (attributes) => {
      num = attributes.get('w:numId') ?? '';
    },
    'w:abstractNumId': (attributes) => void found.lists.set(num, val(attributes)),
    'w:lvlOverride': (attributes) => {
      at = Number(attributes.get('w:ilvl') ?? 0);
    },
    'w:startOverride': (attributes) =>
      void found.restarts.set(num, (found.restarts.get(num) ?? new Map()).set(at, Number(val(attributes)) || 1)),
    'w:lvl': (attributes) => {
      at = Number(attributes.get('w:ilvl') ?? 0);
      level = { format: 'decimal', text: '', start: 1 };
    },
    'w:numFmt': (attributes) => {
      level.format = val(attributes);
    },
    'w:lvlText': (attributes) => {
      level.text = val(attributes);
    },
    'w:start': (attributes) => {
      level.start = Number(val(attributes)) || 1;
    },
  };
  walkXml(xml, {
    open: (name, attributes) => opens[name]?.(attributes),
    close(name) {
      if (name === 'w:lvl') found.levels.get(list)?.set(at, level);
    },
    text() {},
  });
  return found;
}

function val(attributes: ReadonlyMap<string, string>): string {
  return attributes.get('w:val') ?? '';
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
