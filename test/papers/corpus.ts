import { createHash } from 'node:crypto';
import type { PlainDocument } from '../../src/core/intake/document.ts';
import type { PaperKind } from '../../src/core/intake/draft.ts';
import { headerOf } from '../../src/core/intake/header/index.ts';
import { type Grid, isGrid, type Line, partsOf } from '../../src/core/intake/lines.ts';
import { ruledNatureOf } from '../../src/core/intake/nature-rules.ts';
import { numberedItemsOf } from '../../src/core/intake/numbering.ts';
import { treeOf } from '../../src/core/intake/outline/tree.ts';
import { paperKindOf } from '../../src/core/intake/paper-kind.ts';
import { tellsOfThePast } from '../../src/core/intake/readers.ts';
import type { LineRole } from '../../src/core/intake/sight/eye.ts';
import { type Item, itemsOf, speaks, withBelow } from '../../src/core/intake/sight/items.ts';
import { withSigns } from '../../src/core/intake/signs.ts';
import { readBytes } from '../../src/documents/read-bytes.ts';
import { isMarkdown, readMarkdown, readText } from '../../src/documents/read-text.ts';
import type { Gold } from '../core/intake/gold.ts';
import { officePapersIn, type Paper, papersIn } from '../core/intake/papers.ts';
import { docxOfSpec, xlsxOfSpec } from '../documents/office-spec.ts';
import { bare } from './bare.ts';
import { clausesIn, type LearnedClause } from './clauses.ts';

/** A paper with what each of its lines is, by its gold. */
export interface LearnedPaper {
  readonly name: string;
  /** One hand and one day: what is left out together when the eye is tried on papers it has not seen. */
  readonly set: string;
  readonly kind: PaperKind;
  readonly roles: ReadonlyMap<Item, LineRole>;
  /** Problems and measures of its tables: sentences without a place. */
  readonly cells: readonly (readonly [string, LineRole])[];
  /** The clauses of its measures, with what they ask for. */
  readonly clauses: readonly LearnedClause[];
}

/** Every paper that is learned. */
export async function papers(): Promise<readonly LearnedPaper[]> {
  const all: LearnedPaper[] = [];
  for (const folder of ['./', 'papers/', 'blind/'])
    for (const paper of [...papersIn(folder), ...officePapersIn(folder)])
      all.push(learnedPaper(paper, setOf(folder, paper.name), await documentOf(paper)));
  return all.filter(({ kind }) => !tellsOfThePast(kind));
}

async function documentOf({ name, text }: Paper): Promise<PlainDocument> {
  if (!/\.(?:docx|xlsx)$/.test(name)) return (isMarkdown(text) ? readMarkdown : readText)(text);
  const read = readBytes(await (name.endsWith('.docx') ? docxOfSpec : xlsxOfSpec)(text), name);
  if (!('document' in read)) throw new Error(read.refusal.code);
  return read.document;
}

function learnedPaper({ name, gold }: Paper, set: string, document: PlainDocument): LearnedPaper {
  const parts = withSigns(partsOf(document));
  const header = headerOf(parts);
  const kind = paperKindOf(header.title, parts);
  const lines = parts.filter((part): part is Line => !isGrid(part)).slice(header.titleLines);
  const roles = lines.length ? rolesOf(itemsOf(treeOf(lines, kind, ruledNatureOf)), gold) : new Map<Item, LineRole>();
  const cells = cellsOf(parts.filter(isGrid), gold);
  return { name, set, kind, roles, cells, clauses: clausesIn(parts, kind, gold) };
}

function cellsOf(grids: readonly Grid[], gold: Gold): LearnedPaper['cells'] {
  const cells = [...new Set(grids.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ plain }) => plain))))];
  const texts = cells.flatMap((cell) => {
    const { items } = numberedItemsOf(cell);
    return items.length > 1 ? items : [cell];
  });
  const holds = (told: readonly { readonly text: string }[], cell: string): boolean =>
    told.some(({ text }) => bare(cell).includes(bare(text)));
  return [
    ...texts.filter((text) => holds(gold.problems, text)).map((text) => [text, 'problem'] as const),
    ...texts.filter((text) => holds(gold.measures, text)).map((text) => [text, 'measure'] as const),
  ];
}

const SETS = [
  '21 22 23 24 25 31 32 41',
  '51 52 53 54 55 56 57 58',
  '61 62 63 64 65 66',
  '71 72 73 74 75 76 77 78 79 80 81 82 83',
  '84 85 86 87 88 89 90 91 92 93',
  '67 68 69 70 94 95 96 97 98 99',
  '26 27 28 29 33 34',
  '37 38 39 40 42 43',
  '44 45 46 47 48 49',
  '101 102 103 104 105 106',
  '111 112 113 114 115 116 117',
  '121 122 123 124 125 126 127',
];

/** As test/samples/blind/README.md tells them apart. */
function setOf(folder: string, name: string): string {
  if (folder !== 'blind/') return 'first';
  const number = name.split('-')[0]!;
  return SETS.find((set) => set.split(' ').includes(number)) ?? number.slice(0, -1);
}

function rolesOf(root: Item, gold: Gold): LearnedPaper['roles'] {
  const items = withBelow(root);
  const roles = new Map<Item, LineRole>();
  const mark = (text: string, role: LineRole): void => {
    const holding = items.filter((item) => bare(item.text).includes(bare(text)));
    const item = holding.find((one) => !roles.has(one)) ?? holding[0];
    if (item && !roles.has(item)) roles.set(item, role);
  };
  for (const { text } of gold.problems) mark(text, 'problem');
  for (const { text } of gold.measures) mark(text, 'measure');
  const told = new Set(roles.keys());
  const heads = (item: Item): boolean => item.below.some((one) => told.has(one) || heads(one));
  for (const item of items) if (!roles.has(item)) roles.set(item, heads(item) ? 'heading' : 'other');
  return new Map(items.filter(speaks).map((item) => [item, roles.get(item)!]));
}

/** Changes with every paper that is learned, and with what is weighed of it. */
export function corpusDigest(all: readonly LearnedPaper[], features: (text: string) => ReadonlySet<string>): string {
  const hash = createHash('sha256');
  for (const { roles, cells, clauses } of all) {
    for (const [text, role] of [...[...roles].map(([{ text }, role]) => [text, role] as const), ...cells])
      hash.update(`${role} ${text} ${[...features(text)].join(' ')}\n`);
    for (const clause of clauses) hash.update(`${clause.asked.join(' ')} ${[...clause.features].join(' ')}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
