import { exampleOf, type Findings, headOf, mendedIn, problemText, type RawProblem, sentenceOf } from '../findings.ts';
import { natureOf } from '../nature.ts';
import { FAULT } from '../nature-rules.ts';
import { fieldsOf, inlineItemsOf } from '../numbering.ts';
import { isHeading, isText, type Node } from './node.ts';

/** Adds a problem that a text tells. */
export function addProblem(
  text: string,
  node: Node,
  found: Findings,
  { aspect, no }: { readonly aspect: string | null; readonly no?: number | undefined },
): RawProblem {
  const problem: RawProblem = { no, aspect, text: problemText(text), example: exampleOf(text), place: node.line.place };
  found.problems.push(problem);
  return problem;
}

// 在作风建设方面，调研走马观花: the field ends at the comma.
const FIELD = /^(?:关于|在)?[^，。；：]{2,20}方面(?=，)/;
const fieldOf = (text: string): string => FIELD.exec(text)?.[0] ?? headOf(text);

/** 关于党的领导方面的问题 as a name of a field: without its frame. */
export function aspectOf(text: string): string {
  const own = fieldOf(inlineItemsOf(text).lead || text);
  return own.replace(/^关于|(?:的|(?<=方面))问题$/g, '') || own;
}

/** A part that holds problems only: each innermost heading or item is one. */
export function problemsBelow(part: Node, found: Findings, aspect: string | null = null): void {
  for (const child of part.children) {
    if (isHeading(child)) headedProblems(child, found, aspect);
    else if (child.label === 'problem') labelled(child, found, aspect);
    else if (isText(child)) listed(child.text, child, found, aspect, aspect !== null);
  }
}

function labelled(node: Node, found: Findings, aspect: string | null): void {
  if (node.text) addProblem(node.text, node, found, { aspect });
  problemsBelow(node, found, aspect);
}

function headedProblems(node: Node, found: Findings, aspect: string | null): void {
  const inner = node.children.filter((child) => isHeading(child) || child.label === 'problem');
  const lists = [node.text, ...node.children.filter(isText).map(({ text }) => text)].some(
    (text) => inlineItemsOf(text).items.length > 1,
  );
  if (inner.length || (lists && aspect === null)) {
    const name = aspectOf(node.text) || aspect;
    listed(node.text, node, found, name, false);
    problemsBelow({ ...node, children: node.children.filter((child) => !isText(child) || lists) }, found, name);
  } else if (isAspectWithProblem(node)) addProblem(bodyOf(node.text), node, found, { aspect: aspectOf(node.text) });
  else if (isField(node)) problemsBelow(node, found, aspectOf(node.text));
  else single(node, found, aspect);
}

/** A problem with its details below it; a paragraph that tells a fault of its own is another problem. */
function single(node: Node, found: Findings, aspect: string | null): void {
  const problem = addProblem(node.text, node, found, { aspect, no: node.number });
  const details = node.children.filter((child) => isText(child) || child.label === 'example').map(({ text }) => text);
  if (details.length)
    problem.example = [problem.example, ...details.map((text) => exampleOf(`。${text}`) ?? text)]
      .filter(Boolean)
      .join('');
}

/** A paragraph: a list of problems (一是…二是…), or one problem if it stands where one is expected. */
export function listed(text: string, node: Node, found: Findings, aspect: string | null, alone: boolean): void {
  const fields = aspect === null ? fieldsOf(text) : [];
  for (const { field, text: told } of fields)
    for (const piece of piecesIn(told)) addProblem(piece, node, found, { aspect: field });
  if (fields.length) return;
  const { lead, items } = inlineItemsOf(text);
  const field = aspect ?? (lead.length > 3 && lead.length < 30 ? headOf(lead) : null);
  if (items.length > 1) for (const item of items) addProblem(item, node, found, { aspect: field });
  else if (alone && text.length > 6) addProblem(text, node, found, { aspect });
}

function piecesIn(told: string): readonly string[] {
  const { items } = inlineItemsOf(told);
  return items.length > 1 ? items : faultsIn(told);
}

/** What stands between semicolons is one problem each, if it tells a fault. */
export function faultsIn(text: string): readonly string[] {
  const pieces = text.split(/(?<=；)/).filter(Boolean);
  return pieces.every((piece) => natureOf(piece) === 'fault')
    ? pieces.map((piece) => piece.replace(/；$/, ''))
    : [text];
}

/** （二）带头固本培元方面。党性锻炼有所放松: the aspect and its only problem in one paragraph. */
function isAspectWithProblem({ text }: Node): boolean {
  return /方面$/.test(fieldOf(text)) && bodyOf(text).length > 6 && inlineItemsOf(text).items.length < 2;
}

export function bodyOf(text: string): string {
  return text.slice(fieldOf(text).length).replace(/^[。：，\s]+/, '');
}

/** A heading that only names a field of work, above the paragraph that tells the problem. */
function isField(node: Node): boolean {
  const names = /方面[：:]?$/.test(headOf(node.text)) || !FAULT.test(headOf(node.text));
  return names && node.children.some(({ kind, text }) => kind === 'text' && text.length > 6);
}

/** Whether a node tells what is wrong. */
export function tellsFault(node: Node): boolean {
  const nature = natureOf(node.text);
  return (
    node.label === 'problem' ||
    (isHeading(node) && mendedIn(node.text) !== undefined) ||
    nature === 'fault' ||
    (nature === 'other' && /问题$/.test(sentenceOf(node.text)))
  );
}
