import { exampleOf, type Findings, headOf, type RawMeasure, type RawProblem, rawMeasure } from '../findings.ts';
import { answersOf } from '../match.ts';
import { natureOf } from '../nature.ts';
import { inlineItemsOf } from '../numbering.ts';
import { attributesOf, lend, lendBackwards } from './attributes.ts';
import { addCauses } from './causes.ts';
import { isIntroduction, measuresBelow } from './measures.ts';
import { holds, isHeading, isText, type Node } from './node.ts';
import { addProblem, aspectOf, bodyOf, tellsFault } from './problems.ts';

/** A part of problems, each with its measures below it. */
export function itemsBelow(part: Node, found: Findings, aspect: string | null = null): void {
  const before = found.measures.length;
  let listed: readonly RawProblem[] = [];
  for (const [i, child] of part.children.entries()) {
    const told = found.problems.length;
    const promised = found.measures.length;
    if (child.label === 'aspect') itemsBelow(child, found, child.text || aspect);
    else if (isHeading(child) || child.label === 'problem') item(child, found, aspect);
    else if (child.label === 'measure') measuresBelow(child, found, {});
    else if (isText(child)) paragraph(child, part.children[i + 1], found, aspect);
    if (child.label === 'problem') listed = found.problems.slice(told);
    else if (child.label === 'measure' && listed.length > 1) answerList(listed, found.measures.slice(promised));
  }
  lend(attributesOf(part), found.measures.slice(before));
}

/** Without a word in common, what stands as far down in its list. */
function ownOf(answers: readonly number[], at: number, listed: readonly RawProblem[]): readonly RawProblem[] {
  const own = answers.map((no) => listed[no - 1]!);
  return own.length ? own : [listed[Math.min(at, listed.length - 1)]!];
}

/** Measures below a list of problems answer those of the list whose words they share, in its order. */
function answerList(listed: readonly RawProblem[], measures: readonly RawMeasure[]): void {
  const numbered = listed.map((problem, i) => ({ ...problem, no: i + 1 }));
  const answers = answersOf(numbered, measures);
  for (const [i, measure] of measures.entries())
    measure.problems.splice(0, measure.problems.length, ...ownOf(answers[i]!, i, listed));
}

function item(node: Node, found: Findings, aspect: string | null): void {
  if (isField(node)) itemsBelow(untitledList(node, found), found, aspectOf(node.text) || aspect);
  else if (tellsFault(node) || answers(node)) problemItem(node, found, aspect);
  else loose(node, found);
}

/** A field of work groups problems: some heading below it is a problem itself. */
function isField(node: Node): boolean {
  if (node.label === 'problem')
    return node.text === '' && node.children.some((child) => isHeading(child) && isProblem(child));
  if (
    node.children.some((child) => child.label === 'problem' && child.kind === 'label') &&
    !node.children.some((child) => child.label === 'measure' && child.kind === 'mark')
  )
    return node.children.filter((child) => child.label === 'problem').length > 1 || !tellsFault(node);
  if (node.children.some(({ label }) => label === 'measure')) return false;
  // 3.1.1 问题：… and 3.1.2 问题：… are problems each; a single （一）存在问题 tells of the heading above it.
  const numbered = node.children.filter(({ label, text }) => label === 'problem' && text);
  if (numbered.length || node.children.some(({ label }) => label === 'problem'))
    return numbered.length > 1 || (numbered.length === 1 && !tellsFault(node) && numbered[0]!.children.length > 0);
  // One answer that speaks of a fault (不得先于他人表态) makes no field of the problem above it.
  const headings = node.children.filter(isHeading);
  const problems = headings.filter(isProblem).length;
  return problems > 0 && problems * 2 >= headings.length;
}

/** A heading that measures answer, or that tells a fault. */
function isProblem(node: Node): boolean {
  return node.label === 'problem' || holds(node, 'measure') || tellsFault(node);
}

function answers(node: Node): boolean {
  return node.children.some(({ label, kind }) => label === 'measure' || (label === 'problem' && kind === 'mark'));
}

/** 一、作风方面。一是…；二是…: the problems that the heading of a field lists itself. */
function untitledList(node: Node, found: Findings): Node {
  const { items } = inlineItemsOf(node.text);
  for (const text of items) addProblem(text, node, found, { aspect: aspectOf(node.text) });
  return node;
}

function problemItem(node: Node, found: Findings, aspect: string | null): void {
  const labels = node.children.filter(({ label }) => label === 'problem' || label === 'example');
  const text = node.text || labels.find((child) => child.text)?.text || '';
  const labelled = holds(node, 'measure');
  const promise = labelled ? '' : promiseIn(text);
  const own = promise ? text.slice(0, text.length - promise.length) : text;
  // 存在问题： over problems that another part's numbers go on with holds none of its own.
  if (!own && !labels.length) {
    itemsBelow(node, found, aspect);
    return;
  }
  const problem = addProblem(own, node, found, { aspect, no: node.kind === 'mark' ? node.number : undefined });
  const told = labels.map((child) => child.text).filter((words) => words && words !== text);
  if (told.length) problem.example = told.join('');
  const before = found.measures.length;
  if (promise) measuresBelow({ ...node, kind: 'label', text: promise, children: [] }, found, { problem });
  for (const child of node.children) {
    below(child, problem, labelled, found);
    if (isHeading(child)) lendBackwards(child, found.measures.slice(before));
  }
  lend(attributesOf(node), found.measures.slice(before));
}

/** （一）关于信访重复率高的问题。每月分析研判1次……: what follows the problem in its own paragraph, if it promises. */
function promiseIn(text: string): string {
  const body = bodyOf(text);
  return body.length > 10 && natureOf(text) === 'fault' && natureOf(body) === 'deed' ? body : '';
}

function below(child: Node, problem: RawProblem, labelled: boolean, found: Findings): void {
  if (child.label === 'cause') addCauses(child, found);
  else if (child.label === 'measure') measuresBelow(child, found, { problem });
  else if (child.label === 'problem' && child.children.length)
    for (const inner of child.children) below(inner, problem, true, found);
  else if (child.label) return;
  else if (!labelled && (natureOf(child.text) === 'deed' || isHeading(child) || natureOf(child.text) === 'other'))
    measuresBelow(child.kind === 'text' ? { ...child, kind: 'label' } : child, found, { problem });
  else problem.example = [problem.example, exampleOf(`。${child.text}`) ?? child.text].filter(Boolean).join('');
}

/** A heading that is neither fault nor answer: what it promises counts if it holds a duty. */
function loose(node: Node, found: Findings): void {
  measuresBelow(node, found, { onlyWithDuty: true });
}

function paragraph(node: Node, next: Node | undefined, found: Findings, aspect: string | null): void {
  const { items } = inlineItemsOf(node.text);
  if (items.length > 1 && items.every((text) => natureOf(text) === 'fault'))
    for (const text of items) addProblem(text, node, found, { aspect });
  else if (!isIntroduction(node.text) && natureOf(node.text) === 'deed' && !next)
    found.measures.push(rawMeasure(node.text, node.line.place, { title: headOf(node.text), onlyWithDuty: true }));
}
