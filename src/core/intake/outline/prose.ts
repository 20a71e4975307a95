import type { PaperKind } from '../draft.ts';
import { type Findings, headOf, rawMeasure } from '../findings.ts';
import { natureOf } from '../nature.ts';
import { fieldsOf, inlineItemsOf, numberedItemsOf } from '../numbering.ts';
import { cueOf, type Role } from '../sections.ts';
import { addCauses } from './causes.ts';
import { isText, type Node } from './node.ts';
import { addProblem, listed } from './problems.ts';

/** Paragraphs under no heading at all: each is what its own sentences are, faults, promises or causes. */
export function proseBelow(part: Node, kind: PaperKind, found: Findings): void {
  for (const child of part.children.filter(isText)) {
    if (answered(child, found)) continue;
    const role = roleIn(child.text);
    if (role === 'problems') problemsIn(child, found);
    else if (role === 'causes') addCauses(child, found);
    else if (role === 'measures') measuresIn(child, kind, found);
  }
}

const CAUSE =
  /^[^。：；]{0,24}(?:原因|根源|症结|究其|归根|根子)|^(?:之所以)?(?:出现|产生|存在|造成|有)[^。；，]{0,6}(?:这些|上述|以上)/;

const ANSWER = /^针对(?<what>[^。；：]{4,50}?(?:问题|不足))，(?<deed>.{8,})$/s;

/** 针对我“联系群众不深入”问题，我计划：… tells a problem that the paper names nowhere else, and its answer. */
function answered({ text, line, ...node }: Node, found: Findings): boolean {
  const { what, deed } = ANSWER.exec(text)?.groups ?? {};
  const told = found.problems.length > found.measures.length;
  if (!what || !deed || told) return false;
  const problem = addProblem(`针对${what}`, { ...node, text, line }, found, { aspect: null });
  found.measures.push(rawMeasure(text, line.place, { title: headOf(deed), problems: [problem] }));
  return true;
}

// 根据巡察反馈的问题，制定本方案 tells why there is a paper.
const OCCASION = /^(?:根据|按照?|依据|为了?|结合|对照|现将|现就|经)[^。；]*(?:方案|如下|要求|精神|部署|汇报|检查)$/;

function roleIn(text: string): Role | undefined {
  const cue = CAUSE.test(text) ? 'causes' : cueOf(/^[^。：]*[。：]?/.exec(text)![0]);
  if (cue) return piecesOf(text).length > 1 || text.length > 40 ? cue : undefined;
  const natures = piecesOf(text).map((piece) => (OCCASION.test(piece) ? 'other' : natureOf(piece)));
  const faults = natures.filter((nature) => nature === 'fault').length;
  const deeds = natures.filter((nature) => nature === 'deed').length;
  // An introduction tells of what is done, too: only what promises with most of its sentences is a measure.
  if (faults + deeds < natures.length / 2) return undefined;
  return faults > deeds ? 'problems' : deeds > 0 ? 'measures' : undefined;
}

function piecesOf(text: string): readonly string[] {
  const { items } = inlineItemsOf(text);
  return items.length ? items : text.split(/[。；！]/).filter((piece) => piece.length > 3);
}

function problemsIn(node: Node, found: Findings): void {
  const isList = fieldsOf(node.text).length > 0 || inlineItemsOf(node.text).items.length > 1;
  if (isList) listed(node.text, node, found, null, true);
  else
    for (const sentence of node.text.split('。').filter((piece) => natureOf(piece) === 'fault'))
      addProblem(sentence, node, found, { aspect: null });
}

function measuresIn({ text, line }: Node, kind: PaperKind, found: Findings): void {
  const inline = inlineItemsOf(text).items;
  const items = inline.length ? inline : numberedItemsOf(text).items;
  // Beside a table, or where no problem was told, a promise counts if it holds a duty.
  const onlyWithDuty = kind !== 'self-examination' && !found.problems.length;
  for (const own of items.length > 1 ? items : [text])
    found.measures.push(rawMeasure(own, line.place, { title: headOf(own), onlyWithDuty }));
}
