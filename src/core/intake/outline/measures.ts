import { type Findings, headOf, type RawMeasure, type RawProblem, rawMeasure } from '../findings.ts';
import { natureOf } from '../nature.ts';
import { inlineItemsOf, numberedItemsOf } from '../numbering.ts';
import { attributesOf, lend, lendBackwards, tellsClosed } from './attributes.ts';
import { isAttribute, isHeading, isText, type Node } from './node.ts';

/** Whose measures they are, and whether they count without a duty. */
export interface Owning {
  readonly problem?: RawProblem | undefined;
  readonly onlyWithDuty?: boolean;
  /** Paragraphs without a mark are measures of their own, not more about the one above. */
  readonly apart?: boolean;
}

/** The measures below a node: its own words, its paragraphs, its innermost headings. */
export function measuresBelow(node: Node, found: Findings, owning: Owning): readonly RawMeasure[] {
  const before = found.measures.length;
  let ended = false;
  let headed = false;
  let last = node.text ? addMeasures(node.text, node, found, owning) : undefined;
  for (const child of node.children) {
    headed ||= isHeading(child);
    ended ||= isAttribute(child) && !child.inline;
    if (isHeading(child)) {
      last = headedMeasures(child, found, { ...owning, apart: false });
      lendBackwards(child, found.measures.slice(before));
    } else if (isText(child) && (ended || child.tail)) addLoose(child, found);
    else if (isText(child)) last = goOn(child, owning.apart && !headed ? undefined : last, found, owning);
    else if (child.label === 'measure') last = measuresBelow(child, found, owning).at(-1) ?? last;
  }
  const own = found.measures.slice(before);
  // What follows owner and deadline without a mark has none of its own to borrow.
  lend(attributesOf(node), ended ? own.filter(({ onlyWithDuty }) => !onlyWithDuty) : own);
  if (tellsClosed(node)) for (const measure of own) measure.closed = true;
  return own;
}

/** A heading alone groups what is below it; one that says something is a measure of its own. */
function headedMeasures(node: Node, found: Findings, owning: Owning): RawMeasure | undefined {
  const inner = node.children.filter(isHeading);
  const bare = headOf(node.text).length >= node.text.replace(/[。：]$/, '').length - 1;
  if (inner.length && bare && !node.children.some(isText) && !isPromise(node))
    return measuresBelow(untitled(node), found, owning).at(-1);
  return measuresBelow(node, found, owning).at(-1);
}

function untitled(node: Node): Node {
  return { ...node, text: '' };
}

/** （一）每季度开展1次督查 with （1）… below it promises something itself. */
function isPromise(node: Node): boolean {
  return /[。；]/.test(node.text) && natureOf(node.text) === 'deed';
}

/** A paragraph goes on with the measure above it, unless owner and deadline have ended that one. */
function goOn(child: Node, last: RawMeasure | undefined, found: Findings, owning: Owning): RawMeasure | undefined {
  if (!last) return isIntroduction(child.text) ? undefined : addMeasures(child.text, child, found, owning);
  last.text = last.text ? `${last.text}\n${child.text}` : child.text;
  return last;
}

/** What follows owner and deadline without a mark belongs to the measure no longer. */
function addLoose({ text, line }: Node, found: Findings): void {
  found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true }));
}

export function isIntroduction(text: string): boolean {
  return text.length < 10 || /^[^。]{0,80}(?:如下|[：:])[。：]?$/.test(text);
}

function addMeasures(text: string, node: Node, found: Findings, owning: Owning): RawMeasure {
  const numbered = numberedItemsOf(text);
  const { lead, items } = numbered.items.length ? numbered : inlineItemsOf(text);
  const texts = items.length ? [...items] : [text];
  if (items.length && lead.length > 20) texts.unshift(lead);
  for (const own of texts)
    found.measures.push(
      rawMeasure(own, node.line.place, {
        title: headOf(own),
        problems: owning.problem ? [owning.problem] : [],
        onlyWithDuty: owning.onlyWithDuty ?? false,
      }),
    );
  return found.measures.at(-1)!;
}
