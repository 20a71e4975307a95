import type { Block, Paragraph, PlainDocument } from '../core/intake/document.ts';
import { type Numbering, numberingOf } from './docx-numbering.ts';
import { walkXml } from './read-xml.ts';
import type { Archive } from './read-zip.ts';
import { limits, Refused } from './refusal.ts';

interface Style {
  heading?: number;
  numId?: string;
  level?: number;
  basedOn?: string;
}

interface OpenParagraph {
  text: string;
  style: string;
  outline?: number;
  numId?: string;
  level?: number;
}

interface OpenCell {
  readonly texts: string[];
  span: number;
  merge: 'none' | 'restart' | 'continue';
}

interface OpenTable {
  readonly rows: OpenCell[][];
}

/** Paragraphs and tables of a Word file, with the numbers that Word draws and merged cells filled in. */
export function readDocx(archive: Archive): PlainDocument {
  const xml = archive.text('word/document.xml');
  if (xml === undefined) throw new Refused('broken');
  const styles = stylesOf(archive.text('word/styles.xml'));
  const reader = bodyReader(styles, numberingOf(archive.text('word/numbering.xml')));
  walkXml(xml, reader.events);
  const pictures = archive.names.some((name) => name.startsWith('word/media/'));
  if (pictures && !reader.blocks.some(holdsText)) throw new Refused('no-text');
  return { blocks: reader.blocks, ...(pictures ? { ignored: ['pictures'] } : {}) };
}

function holdsText(block: Block): boolean {
  return block.kind === 'table' ? block.rows.some((row) => row.some((cell) => cell.trim())) : block.text.trim() !== '';
}

/** What is struck out, moved away, drawn twice or computed by Word is not read. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
]);

function bodyReader(styles: ReadonlyMap<string, Style>, numbering: Numbering) {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const paragraphs: OpenParagraph[] = [];
  let skipping = 0;
  let inText = false;
  let inNumbering = false;
  let count = 0;
  const tally = (): void => {
    if (++count > limits.paragraphs) throw new Refused('too-long', limits.paragraphs);
  };
  const cell = (): OpenCell | undefined => tables.at(-1)?.rows.at(-1)?.at(-1);

  const opens: Readonly<Record<string, (attributes: ReadonlyMap<string, string>) => void>> = {
    'w:tbl': () => void tables.push({ rows: [] }),
    'w:tr': () => {
      tally();
      tables.at(-1)?.rows.push([]);
    },
    'w:tc': () => void tables.at(-1)?.rows.at(-1)?.push({ texts: [], span: 1, merge: 'none' }),
    'w:gridSpan': (attributes) => {
      const open = cell();
      if (open) open.span = Math.min(limits.columns, Math.max(1, Number(val(attributes)) || 1));
    },
    'w:vMerge': (attributes) => {
      const open = cell();
      if (open) open.merge = val(attributes) === 'restart' ? 'restart' : 'continue';
    },
    'w:p': () => {
      tally();
      paragraphs.push({ text: '', style: '' });
    },
    'w:pStyle': (attributes) => set('style', val(attributes)),
    'w:outlineLvl': (attributes) => set('outline', Number(val(attributes)) + 1),
    'w:numPr': () => {
      inNumbering = true;
    },
    'w:numId': (attributes) => void (inNumbering && set('numId', val(attributes))),
    'w:ilvl': (attributes) => void (inNumbering && set('level', Number(val(attributes)))),
    'w:t': () => {
      inText = true;
    },
    'w:tab': () => add('\t'),
    'w:br': () => add('\n'),
    'w:cr': () => add('\n'),
    'w:noBreakHyphen': () => add('-'),
  };

  function set<K extends keyof OpenParagraph>(key: K, value: OpenParagraph[K]): void {
    const open = paragraphs.at(-1);
    if (open) open[key] = value;
  }

  function add(text: string): void {
    const open = paragraphs.at(-1);
    // Tab stops of the paragraph's properties are also called w:tab; they come before any text.
    if (open && !(text === '\t' && open.text === '')) open.text += text;
  }

  function endParagraph(): void {
    const open = paragraphs.pop()!;
    const outer = paragraphs.at(-1);
    const inCell = cell();
    const block = paragraphOf(open, styles, numbering);
    if (inCell) inCell.texts.push(`${block.list?.mark ?? ''}${block.text}`);
    else if (outer) outer.text += block.text ? `\n${block.text}` : '';
    else if (block.text.trim()) blocks.push(block);
  }

  function endTable(): void {
    const rows = filled(tables.pop()!);
    const outer = cell();
    if (outer) outer.texts.push(rows.map((row) => row.join(' ')).join('\n'));
    else if (rows.length) blocks.push({ kind: 'table', rows });
  }

  return {
    blocks,
    events: {
      open(name: string, attributes: ReadonlyMap<string, string>): void {
        if (SKIPPED.has(name) || skipping) skipping++;
        else opens[name]?.(attributes);
      },
      close(name: string): void {
        if (skipping) skipping--;
        else if (name === 'w:t') inText = false;
        else if (name === 'w:numPr') inNumbering = false;
        else if (name === 'w:p') endParagraph();
        else if (name === 'w:tbl') endTable();
      },
      text(text: string): void {
        if (inText && !skipping) add(text);
      },
    },
  };
}

function val(attributes: ReadonlyMap<string, string>): string {
  return attributes.get('w:val') ?? '';
}

function paragraphOf(open: OpenParagraph, styles: ReadonlyMap<string, Style>, numbering: Numbering): Paragraph {
  const style = inherited(open.style, styles);
  const numId = open.numId ?? style.numId;
  const level = open.level ?? style.level ?? 0;
  const mark = numId && numId !== '0' && open.text.trim() ? numbering.mark(numId, level) : '';
  const heading = open.outline ?? style.heading;
  return {
    kind: 'paragraph',
    text: open.text,
    ...(heading && heading <= 6 ? { heading } : {}),
    ...(mark ? { list: { level, mark } } : {}),
  };
}

function inherited(id: string, styles: ReadonlyMap<string, Style>): Style {
  let found: Style = {};
  let at: string | undefined = id;
  for (let i = 0; at && i < 12; i++) {
    const style: Style | undefined = styles.get(at);
    found = { ...style, ...found };
    at = style?.basedOn;
  }
  return found;
}

function stylesOf(xml: string | undefined): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style = {};
  if (!xml) return styles;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = {};
        styles.set(attributes.get('w:styleId') ?? '', style);
      } else if (name === 'w:name') {
        const level = /^(?:heading|标题)\s*(\d)$/i.exec(val(attributes))?.[1];
        if (level) style.heading = Number(level);
      } else if (name === 'w:basedOn') style.basedOn = val(attributes);
      else if (name === 'w:outlineLvl') style.heading ??= Number(val(attributes)) + 1;
      else if (name === 'w:numId') style.numId = val(attributes);
      else if (name === 'w:ilvl') style.level = Number(val(attributes));
    },
    close() {},
    text() {},
  });
  return styles;
}

/** Rows of equal width; a cell that spans columns or goes on from the row above is repeated. */
function filled(table: OpenTable): string[][] {
  const rows: string[][] = [];
  for (const cells of table.rows) {
    const row: string[] = [];
    for (const cell of cells) {
      const above = rows.at(-1)?.[row.length] ?? '';
      const text = cell.merge === 'continue' ? above : cell.texts.filter((part) => part.trim()).join('\n');
      for (let i = 0; i < cell.span && row.length < limits.columns; i++) row.push(text);
    }
    rows.push(row);
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
