import type { PaperKind } from '../draft.ts';
import { bareLabelOf, type Label, type Labelled } from '../labels.ts';
import { fieldsOf, type LearnedLabels, learnedLabelsOf, piecesOf } from '../learned-labels.ts';
import type { Line } from '../lines.ts';
import { natureOf } from '../nature.ts';
import type { NatureReader } from '../nature-rules.ts';
import { type Mark, ordinalOf } from '../numbering.ts';
import { cueOf, roleOf } from '../sections.ts';
import { type Levels, levelOf, PARENTHESES, PART, SIGN_ALONE } from './levels.ts';
import { isAttribute, isHeading, isText, type Node } from './node.ts';

interface Building extends Levels {
  readonly root: Node;
  /** The open nodes, outermost first. */
  open: Node[];
  readonly kind: PaperKind;
  /** Labels that stand alone in several lines: they repeat below each problem and are no part of the paper. */
  readonly repeated: ReadonlySet<Label>;
  readonly learned: LearnedLabels;
  readonly nature: NatureReader;
}

const NONE = 99;

/** The lines of a paper as a tree of headings, by how its numbers run on, and only then by their usual order. */
export function treeOf(lines: readonly Line[], kind: PaperKind, nature: NatureReader = natureOf): Node {
  const root: Node = { kind: 'root', level: 0, number: 0, text: '', heading: '', children: [], line: lines[0]! };
  const building: Building = {
    root,
    open: [root],
    kind,
    repeated: repeatedIn(lines),
    learned: learnedLabelsOf(lines, nature),
    nature,
    headed: lines.some(isOuter),
    problemLevel: undefined,
    aspectLevel: undefined,
  };
  for (const [i, line] of lines.entries()) {
    const near = [lines[i - 1], lines[i + 1]];
    const mark = line.mark ?? ordinalOf(line.plain) ?? itemOf(line, near, building);
    if (mark?.sign && startsLabel(line, building)) addPlain({ ...line, plain: fieldsOf(line) }, building);
    else if (mark) addMarked(line, mark, building);
    else if (isPartHeading(line, building)) addPart(line, building);
    else addPlain(line, building);
  }
  freeTails(root);
  return root;
}

/** Paragraphs below the last of several items, none of which has any, speak of all of them. */
function freeTails(node: Node): void {
  for (const child of node.children) freeTails(child);
  const items = node.children.filter(({ kind }) => kind === 'mark');
  const last = items.at(-1);
  if (items.length < 3 || last !== node.children.at(-1) || !last) return;
  if (items.some((item) => item !== last && item.children.length > 0) || !last.children.every(isText)) return;
  node.children.push(...last.children.splice(0).map((text) => ({ ...text, tail: true })));
}

function repeatedIn(lines: readonly Line[]): ReadonlySet<Label> {
  const bare = lines.flatMap(({ mark, plain }) =>
    mark && mark.sign === undefined ? [] : (bareLabelOf(mark?.rest ?? plain) ?? bareLabelOf(plain) ?? []),
  );
  return new Set(bare.filter((label, i) => bare.indexOf(label) !== i));
}

/** 党费收得慢。→措施：… tells problem and measure in one line; beside its like it heads itself. */
function itemOf(line: Line, near: readonly (Line | undefined)[], { learned }: Building): Mark | undefined {
  const isItem = (one: Line | undefined): boolean => {
    const [lead, ...rest] = one && !one.mark ? piecesOf(one.plain, learned) : [];
    return lead !== undefined && !lead.label && rest.some(({ label }) => label === 'measure');
  };
  return isItem(line) && near.some(isItem)
    ? { level: SIGN_ALONE, number: Number.NaN, sign: '', rest: line.plain }
    : undefined;
}

/** ◇ 责任人：张某 is a label; its sign says nothing more. */
function startsLabel(line: Line, { learned, repeated }: Building): boolean {
  // 〔查摆的问题〕 and ▍存在问题 head a part, unless they come again below each problem.
  const bare = line.mark?.sign ? (bareLabelOf(line.mark.rest) ?? bareLabelOf(line.plain)) : undefined;
  if (bare) return repeated.has(bare);
  return piecesOf(fieldsOf(line), learned)[0]?.label !== undefined;
}

function isOuter({ mark }: Line): boolean {
  return mark !== undefined && mark.level <= PARENTHESES;
}

function isPartHeading(line: Line, { repeated, kind, headed, learned }: Building): boolean {
  if (!headed && cueOf(line.plain) !== undefined) return true;
  const label = bareLabelOf(line.plain);
  if (label ? repeated.has(label) : piecesOf(line.plain, learned)[0]?.label) return false;
  return roleOf(line.plain, line, kind) !== undefined;
}

function addPart(line: Line, building: Building): void {
  const parent = building.open.findLast(({ kind, level }) => kind === 'root' || (kind === 'mark' && level < PART))!;
  push(nodeOf('part', line, { level: PART, text: line.plain, heading: line.plain }), parent, building);
}

function addMarked(line: Line, mark: Mark, building: Building): void {
  // 三、整改措施 opens a part; （二）整改措施 below 问题一 is the label of that problem's measures.
  const opens = mark.level <= 1 && bareLabelOf(mark.rest) !== undefined;
  const parts = opens ? [{ label: undefined, text: mark.rest }] : piecesOf(mark.rest, building.learned);
  const lead = parts[0]?.label === undefined ? parts[0] : undefined;
  const rest = parts.slice(1);
  const level = levelOf(mark, building);
  const own = {
    level,
    number: mark.number,
    ...(mark.sign === undefined ? {} : { sign: mark.sign }),
    heading: mark.rest,
    text: parts[0]?.text ?? '',
    ...(lead ? {} : labelIn(parts[0])),
  };
  push(nodeOf('mark', line, own), parentOf({ ...mark, level }, building), building);
  for (const part of rest) addLabelled(part, line, building, true);
}

function labelIn(part: Labelled | undefined): Pick<Node, 'label'> {
  return part?.label ? { label: part.label } : {};
}

function addPlain(line: Line, building: Building): void {
  const parts = piecesOf(line.plain, building.learned);
  const led = parts[0]?.label === undefined;
  for (const part of parts)
    if (part.label) addLabelled(part, line, building, led);
    else building.open.at(-1)!.children.push(nodeOf('text', line, { text: part.text }));
}

function addLabelled({ label, text }: Labelled, line: Line, building: Building, inline: boolean): void {
  const node = nodeOf('label', line, { text, ...(label ? { label } : {}), ...(inline ? { inline } : {}) });
  if (isAttribute(node)) {
    const parent = building.open.findLast(isAnswerable)!;
    push(node, parent, building);
    if (text) building.open.pop();
    return;
  }
  push(node, containerOf(label, building), building);
}

/** Whatever may have an owner: a heading, a problem, measures. */
function isAnswerable(node: Node): boolean {
  return node.kind === 'root' || isHeading(node) || node.label === 'measure' || node.label === 'problem';
}

/** What a label speaks of: a problem that a label began, else the nearest heading that is not among the measures. */
function containerOf(label: Label | undefined, { open }: Building): Node {
  const within = open.findIndex((node) => node.kind === 'label' && node.label === 'measure');
  const outside = within < 0 ? open : open.slice(0, within);
  const begins = label === 'problem' || label === 'aspect';
  // 存在问题：1.… 2.… 整改措施：（1）…: what follows a list of problems answers the list, not its last.
  const list = outside.findLastIndex((node) => node.kind === 'label' && node.label === 'problem' && node.text === '');
  const listed = list < 0 ? [] : outside[list]!.children.filter(isHeading);
  if (label === 'measure' && listed.length > 1)
    return outside.slice(0, list).findLast((node) => node.kind === 'root' || isHeading(node))!;
  return outside.findLast(
    (node) =>
      node.kind === 'root' ||
      isHeading(node) ||
      (label === 'problem' && node.label === 'aspect') ||
      (!begins && node.label === 'problem'),
  )!;
}

function parentOf(mark: Mark, { open, nature }: Building): Node {
  const before = (node: Node): Node => open[open.indexOf(node) - 1]!;
  const same = open.filter((node) => node.kind === 'mark' && node.level === mark.level);
  const next = same.filter(({ number }) => number === mark.number - 1);
  // 2. goes on with the measures below problem 1, or is problem 2: what it says tells.
  if (next.length) return before(nature(mark.rest) === 'fault' ? next[0]! : next.at(-1)!);
  const last = same.at(-1);
  if (last && mark.number === 1) {
    const below = open.slice(open.indexOf(last) + 1).findLast(({ kind }) => kind === 'label');
    if (below) return below;
    return nature(last.text) === 'fault' && nature(mark.rest) === 'deed' ? last : before(last);
  }
  if (last) return before(last);
  const label = open.findLast((node) => node.kind === 'label' && !isAttribute(node));
  const above = open.findLast((node) => isHeading(node) || node.kind === 'root')!;
  if (
    label &&
    (mark.number === 1 || mark.sign || (label.text === '' && !label.children.length)) &&
    open.indexOf(label) > open.indexOf(above) &&
    above.level < mark.level
  )
    return label;
  return open.findLast((node) => (isHeading(node) || node.kind === 'root') && node.level < mark.level)!;
}

function push(node: Node, parent: Node, building: Building): void {
  parent.children.push(node);
  building.open = [...building.open.slice(0, building.open.indexOf(parent) + 1), node];
}

function nodeOf(kind: Node['kind'], line: Line, given: Partial<Node>): Node {
  return { kind, level: NONE, number: Number.NaN, text: '', heading: '', children: [], line, ...given };
}
