import { activityIn } from './activities.ts';
import type { PaperKind } from './draft.ts';
import { type Findings, headOf, noFindings, rawMeasure } from './findings.ts';
import { ADOPTED } from './header/dates.ts';
import { ledgerOf } from './ledger.ts';
import { type Grid, isGrid, type Line, type Part } from './lines.ts';
import { listsAsTable } from './lists.ts';
import { markOf } from './numbering.ts';
import { outlineOf } from './outline/read.ts';
import { eventTableOf, notesOf, yearListOf, yearTableOf } from './yearly.ts';

/** Papers about what is over: they yield nothing to do. */
export function tellsOfThePast(kind: PaperKind): boolean {
  return kind === 'progress-report' || kind === 'news' || kind === 'talk-record';
}

/** Problems, causes and measures, read as papers of that kind are built. */
export function findingsOf(kind: PaperKind, parts: readonly Part[], titleLines: number): Findings {
  if (tellsOfThePast(kind) || kind === 'roster') return noFindings();
  const lines = withoutEnd(parts.filter((part): part is Line => !isGrid(part)).slice(titleLines));
  if (kind === 'yearly-plan') return yearlyOf(parts, lines);
  if (kind === 'rules') return rulesOf(lines);
  const lists = listsAsTable(lines);
  if (lists) return ledgerOf(lists) ?? noFindings();
  let found = outlineOf(lines, kind);
  // A ledger's lines around the table are its head and its notes, not headings.
  const fromTables = tablesOf(parts);
  const general = found.measures.filter(({ onlyWithDuty }) => onlyWithDuty);
  if (fromTables) {
    const tables = { ...fromTables, measures: [...general, ...fromTables.measures] };
    const told = answeredIn(found);
    const few = kind === 'ledger' && told.problems.length <= fromTables.problems.length;
    const lines = few ? noFindings() : told;
    if (lines.problems.length && !lines.problems.some(({ text }) => isToldIn(text, tables)))
      found = beside(lines, { ...tables, measures: tables.measures.filter((one) => !lines.measures.includes(one)) });
    else if (kind === 'ledger' || fromTables.measures.length >= found.measures.length - general.length) found = tables;
  }
  return { ...found, measures: [...found.measures, ...eventsIn(parts)] };
}

/** A paper that tells some problems with their answers in lines, and others in a table, tells them all. */
function beside(lines: Findings, tables: Findings): Findings {
  return {
    ...tables,
    problems: [...lines.problems, ...tables.problems],
    measures: [...lines.measures, ...tables.measures],
  };
}

/** The problems that are answered, with their answers. */
function answeredIn({ problems, measures, ...rest }: Findings): Findings {
  const answers = measures.filter((measure) => measure.problems.length > 0);
  const told = new Set(answers.flatMap((measure) => measure.problems));
  return { ...rest, problems: problems.filter((problem) => told.has(problem)), measures: answers };
}

function isToldIn(text: string, { problems }: Findings): boolean {
  return problems.some((problem) => problem.text === text);
}

/** 碰头会｜每周一｜整改办: tables that say what is done when, beside what else a plan tells. */
function eventsIn(parts: readonly Part[]): Findings['measures'] {
  return parts
    .filter(isGrid)
    .filter((grid) => !ledgerOf(grid) && !ledgerOf(turned(grid)))
    .flatMap((grid) => eventTableOf(grid)?.measures ?? []);
}

const DATED = /^(?:20\d\d|二[〇零○O0]..)年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?$/;

/** The lines without the date at the end and the name of who signs above it. */
function withoutEnd(lines: readonly Line[]): readonly Line[] {
  const date = lines.findLastIndex(({ plain }) => DATED.test(plain.replace(/\s/g, '')));
  if (date < 0 || date < lines.length - 3) return lines;
  const above = lines[date - 1];
  const signed = above && !above.mark && /^[\u4e00-\u9fff×○Xx　 ]{2,26}$/.test(above.plain);
  return [...lines.slice(0, signed ? date - 1 : date), ...lines.slice(date + 1)];
}

/** All tables of a paper; the heading above one is the aspect of its problems, unless its rows name their own. */
function tablesOf(parts: readonly Part[]): Findings | undefined {
  let found: Findings | undefined;
  let aspect: string | null = null;
  for (const part of parts) {
    if (isGrid(part)) found = ledgerOf(part, found, aspect) ?? ledgerOf(turned(part), found, aspect) ?? found;
    else if (part.mark && part.mark.level <= 2) aspect = /方面|类/.test(part.mark.rest) ? headOf(part.mark.rest) : null;
  }
  return found;
}

/** A table that names its rows and gives each problem a column. */
function turned({ rows }: Grid): Grid {
  const named = rows.map(([first, ...rest]) => [
    first && { ...first, plain: markOf(first.plain)?.rest ?? first.plain },
    ...rest,
  ]);
  return { rows: (named[0] ?? []).map((_, c) => named.flatMap((row) => row[c] ?? [])) };
}

function yearlyOf(parts: readonly Part[], lines: readonly Line[]): Findings {
  const notes = notesOf(parts);
  const list = yearListOf(lines);
  const tables = [
    ...parts.filter(isGrid).flatMap((grid) => yearTableOf(grid, notes) ?? eventTableOf(grid) ?? ledgerOf(grid) ?? []),
    ...(list ? [yearTableOf(list.grid, notes, true) ?? noFindings()] : []),
  ];
  if (!tables.length) return rulesOf(lines);
  const measures = tables.flatMap((table) => table.measures);
  const around = lines.filter((line) => !list?.used.has(line) && !tellsOf(line, measures));
  return { ...noFindings(), measures: [...measures, ...rulesOf(around).measures] };
}

/** A note such as 支委会每月上旬召开 was read into the meetings of the table. */
function tellsOf({ plain }: Line, measures: Findings['measures']): boolean {
  return measures.some(({ title }) => plain.includes(title.replace(/^支部/, '')));
}

/** 几点要求 names nothing: what stands below it is the title. */
function isBareHeading(text: string): boolean {
  return text.length <= 12 && !/[，。；]/.test(text);
}

/** 天天月月都有的 names no duty: every paragraph below it is one of its own; 主题党日 is told by all of them. */
function opensList(heading: string): boolean {
  return heading !== '' && isBareHeading(heading) && !activityIn(heading);
}

/** Every article or line that holds a duty is a measure. */
function rulesOf(lines: readonly Line[]): Findings {
  const found = noFindings();
  let heading = '';
  for (const line of lines) {
    if (/^(?:第.{1,4}条\s*)?本(?:制度|规定|办法|细则|规则|方案)(?:由.*解释|自.*(?:施行|执行))/.test(line.plain))
      continue;
    if (ADOPTED.test(line.plain)) continue;
    const article = /^第[一二三四五六七八九十百\d]+条[\s：]*/.exec(line.plain);
    const text = article ? line.plain.slice(article[0].length) : (line.mark?.rest ?? line.plain);
    const last = found.measures.at(-1);
    if (!article && !line.mark && last && !opensList(heading)) {
      if (isBareHeading(last.text)) last.title = headOf(text);
      last.text = `${last.text}\n${text}`;
      continue;
    }
    // A heading over paragraphs of their own is none of them.
    if (!line.mark && !article && last?.text === heading) found.measures.pop();
    if (line.mark || article) heading = text;
    found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true }));
  }
  return found;
}
