import type { PaperKind } from '../draft.ts';
import { ruledNatureOf } from '../nature-rules.ts';
import { isAttribute, isHeading } from '../outline/node.ts';
import { roleOf } from '../sections.ts';
import { addRuns, addShape } from './features.ts';
import { type Item, speaks } from './items.ts';

/** How likely an item is each role, by its words alone. */
export type Likely = readonly number[];
export type Words = ReadonlyMap<Item, Likely>;

/** What is weighed of a line in its place: what it, its neighbours and its like seem to be, and what stands above it. */
export function placeFeatures(
  item: Item,
  all: readonly Item[],
  words: Words,
  kind: PaperKind,
  namesKnown = true,
): ReadonlySet<string> {
  const found = new Set<string>();
  const { above } = item;
  const beside = above ? above.below.filter(speaks) : [item];
  const at = beside.indexOf(item);
  const tell = (name: string, one: Item | undefined): void => addMean(found, name, one ? [one] : [], words);
  const tellAll = (name: string, some: readonly Item[]): void => addMean(found, name, some, words);
  tell('self', item);
  tell('above', above?.above ? above : undefined);
  tell('before', beside[at - 1]);
  tell('after', beside[at + 1]);
  const others = beside.filter((one) => one !== item);
  const below = item.below.filter(speaks);
  tellAll('beside', others);
  tellAll(
    'like beside',
    others.filter((one) => formOf(one) === formOf(item)),
  );
  tellAll('below', below);
  tellAll(
    'marked below',
    below.filter(({ node, piece }) => node.kind === 'mark' && !piece),
  );
  tellAll(
    'text below',
    below.filter(({ node, piece }) => node.kind === 'text' && !piece),
  );
  tellAll('far below', item.below.flatMap((one) => one.below).filter(speaks));
  const like = likeIn(all, item).filter((one) => one !== item);
  tellAll('like', like);
  tellAll(
    'like under like',
    like.filter((one) => one.above && above && formOf(one.above) === formOf(above)),
  );
  found.add(`as ${item.piece ? 'piece' : item.node.kind} ${Math.ceil(Math.min(item.node.level, 8))}`);
  found.add(`words ${(words.get(item) ?? []).map(bucketOf).join('')}`);
  found.add(`nature ${ruledNatureOf(item.text)}`);
  addShape(found, item.text);
  if (item.below.some(({ node }) => isAttribute(node))) found.add('has attributes');
  if (above?.below.some(({ node }) => isAttribute(node))) found.add('attributes beside');
  if (namesKnown) addNames(found, item, kind);
  addBefore(found, all, item, words);
  found.add(`paper ${kind}`);
  return found;
}

const HEADING = 12;

/** What headings and labels above are called, and what part a heading of that name opens. */
function addNames(found: Set<string>, item: Item, kind: PaperKind): void {
  const over: Item[] = [];
  for (let one = item.above; one?.above; one = one.above) over.push(one);
  const heading = ({ node, text }: Item): string => (node.heading || text).slice(0, HEADING);
  if (over[0]) addRuns(found, 'above ', heading(over[0]), 2, 2);
  if (over.length > 1) addRuns(found, 'part ', heading(over.at(-1)!), 2, 2);
  const partOf = ({ node, piece }: Item): string | undefined =>
    !piece && isHeading(node) ? roleOf(node.heading, node.line, kind) : undefined;
  const opened = over.map(partOf).find(Boolean) ?? '';
  found.add(`opens ${partOf(item) ?? ''}`);
  found.add(`opened ${opened}`);
  found.add(`opened ${opened} nature ${ruledNatureOf(item.text)}`);
  found.add(`opened ${opened} below ${item.below.filter(speaks).length > 0} ${over.length}`);
  found.add(`label ${item.node.label ?? ''}`);
  found.add(`label above ${over[0]?.node.label ?? ''}`);
  found.add(`label over ${[item, ...over].find(({ node }) => node.label)?.node.label ?? ''}`);
}

function addBefore(found: Set<string>, all: readonly Item[], item: Item, words: Words): void {
  const { at, sums } = sumsBefore(all, words).get(item)!;
  found.add(`at ${Math.floor((4 * at) / all.length)}`);
  for (const role of [0, 1]) {
    const sum = sums[role]!;
    found.add(`before ${role} ${Math.min(4, Math.round(Math.log2(1 + sum)))}`);
  }
}

// Pure memos of one paper: each of its lines asks the same of all of them.
const sums = new WeakMap<Words, ReadonlyMap<Item, { readonly at: number; readonly sums: readonly number[] }>>();
const alike = new WeakMap<readonly Item[], ReadonlyMap<string, readonly Item[]>>();
const forms = new WeakMap<Item, string>();

/** How much the lines before each seem to be a problem, and a measure. */
function sumsBefore(all: readonly Item[], words: Words) {
  const known = sums.get(words);
  // Where many papers are learned, another one may have as many lines.
  if (known?.size === all.length && known.has(all[0]!)) return known;
  const found = new Map<Item, { readonly at: number; readonly sums: readonly number[] }>();
  let before = [0, 0];
  for (const [at, item] of all.entries()) {
    found.set(item, { at, sums: before });
    before = before.map((sum, role) => sum + (words.get(item)?.[role] ?? 0));
  }
  sums.set(words, found);
  return found;
}

function likeIn(all: readonly Item[], item: Item): readonly Item[] {
  const known = alike.get(all) ?? byForm(all);
  alike.set(all, known);
  return known.get(formOf(item)) ?? [];
}

function byForm(all: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of all) {
    const like = found.get(formOf(item));
    if (like) like.push(item);
    else found.set(formOf(item), [item]);
  }
  return found;
}

function addMean(found: Set<string>, name: string, some: readonly Item[], words: Words): void {
  found.add(`${name} ${Math.min(4, some.length)}`);
  if (!some.length) return;
  for (const role of [0, 1, 2, 3]) {
    const mean = some.reduce((all, one) => all + (words.get(one)?.[role] ?? 0), 0) / some.length;
    found.add(`${name} ${role} ${bucketOf(mean)}`);
  }
}

function bucketOf(share: number): number {
  return [0.1, 0.35, 0.65, 0.9].filter((limit) => share >= limit).length;
}

function formOf(item: Item): string {
  const { node, piece } = item;
  const form = forms.get(item) ?? (piece ? 'piece' : [node.kind, node.level, node.sign, node.label].join(' '));
  forms.set(item, form);
  return form;
}
