import { activityIn } from './activities.ts';
import { cadencesIn } from './cadence.ts';
import { type Findings, noFindings, rawMeasure } from './findings.ts';
import { columnOf, labelOfName } from './labels.ts';
import { type Grid, isGrid, type Line, type Part } from './lines.ts';
import { numberedItemsOf } from './numbering.ts';
import { numberOf } from './plain.ts';

const MONTH = /^(?:20\d\d年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?$/;
const EMPTY = /^[—－\-/\\无×\s]*$/;

/** A table of months and kinds of meeting: one measure for each kind. Undefined if the table is none. */
export function yearTableOf(grid: Grid, notes: readonly string[], listed = false): Findings | undefined {
  const turned = grid.rows.some((row) => row.filter((cell) => MONTH.test(flat(cell))).length >= 3);
  const rows = turned ? transposed(grid.rows) : grid.rows;
  const first = rows.findIndex((row) => MONTH.test(flat(row[0])));
  if (first < 1 || rows.filter((row) => MONTH.test(flat(row[0]))).length < 3) return undefined;
  const head = rows[first - 1]!;
  if (!listed && head.some((cell) => /(?:主题|内容|形式|专题|项目|题目)$/.test(flat(cell)))) return undefined;
  const months = rows.filter((row) => MONTH.test(flat(row[0])));
  const found = noFindings();
  const owner = head.findIndex((cell) => columnOf(cell.plain) === 'owner');
  for (const [column, cell] of head.entries()) {
    if (
      column === 0 ||
      column === owner ||
      EMPTY.test(cell.plain) ||
      columnOf(cell.plain) !== undefined ||
      /备注|地点|参加|时间/.test(cell.plain)
    )
      continue;
    addColumn(column, cell, months, notes, found);
  }
  return found;
}

function flat(cell: Line | undefined): string {
  return (cell?.plain ?? '').replace(/\s/g, '');
}

function transposed(rows: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  return (rows[0] ?? []).map((_, c) => rows.map((row) => row[c]!));
}

function addColumn(
  column: number,
  head: Line,
  months: readonly (readonly Line[])[],
  notes: readonly string[],
  found: Findings,
): void {
  const held = months.filter((row) => !EMPTY.test(flat(row[column])));
  if (!held.length) return;
  const kind = flat(head);
  const topics = held.map((row) => `${flat(row[0])}${row[column]!.plain.replace(/\n/g, '、')}`);
  const numbers = held.map((row) => numberOf(MONTH.exec(flat(row[0]))![1]!));
  const rhythm = noteOn(kind, notes) ?? rhythmOf(numbers);
  const words = rhythm
    ? `${rhythm}${verbOf(kind)}${kind}`
    : held.map((row) => `${flat(row[0])}底前${verbOf(kind)}${kind}`).join('。');
  const measure = rawMeasure(words, head.place, { title: kind, appendix: topics.join('；') });
  found.measures.push(measure);
}

function verbOf(kind: string): string {
  if (/^(?:召开|开展|组织|举行|讲|学习|研究)/.test(kind)) return '';
  return /党课/.test(kind) ? '讲' : /学习|教育|党日|活动/.test(kind) ? '开展' : '召开';
}

/** 支委会每月上旬召开, said in the note above the table. */
function noteOn(kind: string, notes: readonly string[]): string | undefined {
  for (const clause of notes.flatMap((note) => note.split(/[；。，]/))) {
    if (!clause.includes(kind) && !clause.includes(kind.replace(/^支部/, ''))) continue;
    const cadence = cadencesIn(clause)[0];
    const shift = /（[^）]*顺延[^）]*）|遇[^，；。]*顺延[^，；。]*/.exec(clause)?.[0] ?? '';
    if (cadence?.phrase) return cadence.text + shift;
  }
  return undefined;
}

/** Twelve months are 每月, the four quarter ends 每季度末, June and December 每半年. */
function rhythmOf(months: readonly number[]): string | undefined {
  if (months.length >= 11) return '每月';
  if (months.join() === '3,6,9,12') return '每季度末';
  if (months.length === 4 && new Set(months.map((m) => Math.ceil(m / 3))).size === 4) return '每季度';
  if (months.length === 2 && months[0]! <= 6 && months[1]! > 6) return '每半年';
  return undefined;
}

/** A table of single events: 时间 · 内容 · 责任人. */
export function eventTableOf(grid: Grid): Findings | undefined {
  const at = grid.rows.findIndex(
    (row) => row.some((cell) => /^.{0,6}(?:时间|月份|日期|频次|周期)(?:安排)?$/.test(flat(cell))) && row.length >= 2,
  );
  if (at < 0) return undefined;
  const head = grid.rows[at]!.map((cell) => flat(cell).replace(/（.*?）/g, ''));
  const when = head.findIndex((cell) => /时间|月份|日期|频次|周期/.test(cell));
  const owner = head.findIndex((cell) => labelOfName(cell) === 'owner' || /主持人|主讲人|组织者/.test(cell));
  const what = head.flatMap((cell, i) =>
    /内容|主题|活动|形式|类别|项目|名称|安排|工作|题目|议题|事项/.test(cell) ? [i] : [],
  );
  if (!what.length) return undefined;
  const found = noFindings();
  for (const row of grid.rows.slice(at + 1)) {
    const words = [...new Set(what.map((i) => flat(row[i])).filter((cell) => !EMPTY.test(cell)))].join('、');
    const date = flat(row[when]);
    if (!words || !date) continue;
    found.measures.push(
      rawMeasure(
        `${date}${/^\d{1,2}月(?:份)?$/.test(date) ? '底前' : ''}${words.replace(/，/g, '、')}`,
        row[0]!.place,
        {
          title: words.slice(0, 40),
          owner: owner >= 0 ? row[owner]!.plain || null : null,
        },
      ),
    );
  }
  return found;
}

const MONTH_LINE =
  /^(?:20\d\d年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?(?:[：:、，]|\s|（|(?=召开|组织|开展|学习))\s*/;

/** A year told month by month in lines (1月：（1）支委会：…（2）主题党日：…) as the table it could be. */
export function yearListOf(
  lines: readonly Line[],
): { readonly grid: Grid; readonly used: ReadonlySet<Line> } | undefined {
  const told = lines.flatMap((line) => {
    const plain = line.mark?.rest ?? line.plain;
    const month = MONTH_LINE.exec(plain);
    return month ? [{ line, month: `${month[1]}月`, items: itemsOf(plain.slice(month[0].length)) }] : [];
  });
  if (told.length < 3) return undefined;
  const kinds = [...new Set(told.flatMap(({ items }) => items.map(({ kind }) => kind)))];
  const cell = (plain: string, { place }: Line): Line => ({ words: plain, plain, place });
  const head = ['月份', ...kinds].map((kind) => cell(kind, told[0]!.line));
  const rows = told.map(({ line, month, items }) => [
    cell(month, line),
    ...kinds.map((kind) =>
      cell(
        items
          .filter((item) => item.kind === kind)
          .map(({ text }) => text)
          .join('、'),
        line,
      ),
    ),
  ]);
  return { grid: { rows: [head, ...rows] }, used: new Set(told.map(({ line }) => line)) };
}

interface Item {
  readonly kind: string;
  readonly text: string;
}

function itemsOf(text: string): readonly Item[] {
  const { lead, items } = numberedItemsOf(text);
  const texts = items.length ? [...(lead ? [lead] : []), ...items] : text.split(/[；。]/);
  return texts
    .map((item) => item.replace(/[。；，\s]+$/, '').trim())
    .filter(Boolean)
    .map(itemOf);
}

/** 支委会：研究全年计划 names its kind before the colon; 召开组织生活会 in a word that is known. */
function itemOf(text: string): Item {
  const named = /^([^：，。]{2,10})：\s*(.+)$/.exec(text);
  if (named) return { kind: named[1]!, text: named[2]! };
  // 党员大会，通报一季度情况 is one event: a comma would make two promises of it.
  const one = text.replace(/，/g, '、');
  const known = activityIn(text);
  const alone = known?.standing && text.replace(/^(?:召开|开展|组织|举行)/, '').length <= known.title.length + 2;
  return { kind: alone ? known.title : one.slice(0, 30), text: one };
}

/** Notes around the table of a yearly plan. */
export function notesOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => (isGrid(part) ? [] : [part.plain]));
}
