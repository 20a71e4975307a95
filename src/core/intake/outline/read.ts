import type { PaperKind } from '../draft.ts';
import { type Findings, headOf, noFindings } from '../findings.ts';
import type { Line } from '../lines.ts';
import { natureOf } from '../nature.ts';
import { fieldsOf, inlineItemsOf } from '../numbering.ts';
import { numberOf } from '../plain.ts';
import { cueOf, type Role, roleOf } from '../sections.ts';
import { addCauses } from './causes.ts';
import { itemsBelow } from './items.ts';
import { measuresBelow } from './measures.ts';
import { holds, isHeading, isText, type Node } from './node.ts';
import { addProblem, bodyOf, problemsBelow, tellsFault } from './problems.ts';
import { proseBelow } from './prose.ts';
import { requirementsBelow } from './requirements.ts';
import { treeOf } from './tree.ts';
import { weighedFindings } from './weighed.ts';

/** The level of 一是… and of a paper's own signs. */
const INLINE = 6;

interface Paper {
  readonly kind: PaperKind;
  readonly found: Findings;
  /** The paper writes 整改措施： in front of its measures. */
  readonly labelled: boolean;
  /** Its problems were told ahead of its headings. */
  readonly answers?: boolean;
}

/** Problems, causes and measures of a paper that is built of headings and paragraphs. */
export function outlineOf(lines: readonly Line[], kind: PaperKind): Findings {
  if (!lines.length) return noFindings();
  const root = treeOf(lines, kind);
  const found = noFindings();
  const labelled = holds(root, 'measure');
  readParts(root, { kind, found, labelled });
  if (found.problems.length) return weighedFindings(root, kind, found);
  // Where the introduction tells what is wrong, what follows are the answers.
  const ahead = toldAhead(root);
  if (!ahead.problems.length) return weighedFindings(root, kind, found);
  readParts(root, { kind, found: ahead, labelled, answers: true });
  return ahead;
}

/** A paper that only answers lists the problems in its introduction: 存在四个问题：一是…；二是…. */
function toldAhead(root: Node): Findings {
  const found = noFindings();
  for (const { text, line } of root.children.filter(isText))
    for (const item of faultsTold(text)) addProblem(item, { ...root, line }, found, { aspect: null });
  return found;
}

// 存在会议不按期、公开不及时两个问题.
const ROW =
  /存在(?<row>[^。；：]{6,90}?)等?(?<count>[\d一二两三四五六七八九十]{1,2})(?:个|项)?(?:方面)?(?:的)?(?:具体|突出|主要)?问题/;

function faultsTold(text: string): readonly string[] {
  const { items } = inlineItemsOf(text);
  const faults = items.filter((item) => natureOf(item) === 'fault').length;
  if (items.length > 1 && faults * 2 >= items.length && /(?:问题|不足|差距)[^。；：]{0,6}：/.test(text)) return items;
  const { row, count } = ROW.exec(text)?.groups ?? {};
  const told = row?.split('、') ?? [];
  return told.length > 1 && told.length === numberOf(count!) ? told : [];
}

function readParts(node: Node, paper: Paper): void {
  const headings = node.children.filter(isHeading);
  // What stands under no part of its own is read where the first part's reading would take it.
  const loose = { ...node, children: node.children.filter((child) => !isHeading(child)) };
  if (isProse(node, loose)) proseBelow(loose, paper.kind, paper.found);
  else if (!headings.length || loose.children.some(({ kind, text }) => kind === 'label' || fieldsOf(text).length > 0))
    readAs(defaultRole(loose, paper), loose, paper);
  // Headings in a row that open no part of their own are read together: fields of one list.
  let list: Node[] = [];
  const flush = (): void => {
    if (list.length) readAs(defaultRole({ ...node, children: list }, paper), { ...node, children: list }, paper);
    list = [];
  };
  for (const child of node.children) {
    if (!isHeading(child)) {
      // A paragraph between two lists ends the first.
      if (isText(child) && node.kind === 'root') flush();
      if (child.tail) requirementsBelow({ ...node, children: [child] }, paper.kind, paper.found);
      continue;
    }
    const role = explicitRole(child, paper);
    if (role === undefined && opensParts(child, paper)) {
      flush();
      readParts(child, paper);
    } else if (role === undefined) list.push(child);
    else {
      flush();
      readAs(settled(role, child, paper), child, paper);
    }
  }
  flush();
}

/** A paper without headings, or with none but the sentences that lead on (下一步，我将…). */
function isProse(node: Node, loose: Node): boolean {
  return (
    node.kind === 'root' &&
    loose.children.length > 0 &&
    loose.children.every(isText) &&
    !node.children.some(({ kind, level }) => kind === 'mark' && level < INLINE)
  );
}

/** 第二部分 with （一）存在的问题 and （二）整改措施 below it. */
function opensParts(node: Node, paper: Paper): boolean {
  return node.children.some((child) => isHeading(child) && !child.label && explicitRole(child, paper) !== undefined);
}

function explicitRole(node: Node, { kind }: Paper): Role | undefined {
  if (!isHeading(node)) return undefined;
  return (node.kind === 'part' ? cueOf(node.heading) : undefined) ?? roleOf(node.heading, node.line, kind);
}

function readAs(role: Role, node: Node, { found, kind }: Paper): void {
  const part = withBody(node);
  // 对照“学”字 is what the paragraphs below it are about.
  if (role === 'problems') problemsBelow(part, found, /^对照“/.test(node.heading) ? node.heading : null);
  else if (role === 'causes') addCauses(tellsCause(node) ? part : { ...part, text: '' }, found);
  else if (role === 'measures') measuresBelow({ ...part, text: '' }, found, { apart: true });
  else if (role === 'requirements') requirementsBelow(part, kind, found);
  else if (role === 'items' || role === 'none') itemsBelow(part, found);
}

/** 究其原因，主要是… tells one; 产生问题的原因 only says that they follow. */
function tellsCause({ heading }: Node): boolean {
  return cueOf(heading) !== undefined && !/原因(?:分析|剖析)?$/.test(headOf(heading));
}

/** What a part's heading goes on to say is its first paragraph. */
function withBody(node: Node): Node {
  const body = node.kind === 'root' ? '' : bodyOf(node.heading);
  if (body.length <= 12) return node;
  return { ...node, children: [{ ...node, kind: 'text', text: body, heading: '', children: [] }, ...node.children] };
}

/** 整改措施 heads either problems with their labelled measures, or measures alone after a part of problems. */
function settled(role: Role, node: Node, { kind, labelled, found }: Paper): Role {
  if (role !== 'measures' && role !== 'items') return role;
  if (labelled && holds(node, 'measure')) return kind === 'self-examination' ? role : 'items';
  if (found.problems.length) return 'measures';
  if (role === 'items') return role;
  return node.children.some((child) => isHeading(child) && tellsFault(child)) ? 'items' : 'measures';
}

/** A part that does not say what it holds is what its headings are: faults, promises, or problems with answers. */
function defaultRole(node: Node, { kind, labelled, answers }: Paper): Role {
  if (answers) return 'measures';
  if (holds(node, 'measure')) return 'items';
  const leaves = leavesOf(node);
  const faults = leaves.filter((leaf) => natureOf(leaf.text) === 'fault').length;
  const deeds = leaves.filter((leaf) => natureOf(leaf.text) === 'deed').length;
  if (kind === 'plan' || kind === 'other' || kind === 'ledger') return labelled ? 'requirements' : 'items';
  if (kind === 'feedback') return deeds > faults ? 'requirements' : 'problems';
  return deeds > faults ? 'measures' : 'problems';
}

function leavesOf(node: Node): readonly Node[] {
  const inner = node.children.filter((child) => isHeading(child) || isText(child));
  return inner.length ? inner.flatMap(leavesOf) : node.text && headOf(node.text) ? [node] : [];
}
