import type { PaperKind } from '../draft.ts';
import { type Findings, headOf, rawMeasure } from '../findings.ts';
import { isHeading, isText, type Node } from './node.ts';

/**
 * A part of general requirements: each heading with its paragraphs, counted if it holds a duty. The numbered advice of a
 * feedback letter always counts.
 */
export function requirementsBelow(part: Node, kind: PaperKind, found: Findings): void {
  for (const child of part.children) {
    if (isHeading(child)) {
      // 整改建议 alone only groups what is below it.
      if (child.children.some(isHeading) && !/[。；，]/.test(child.text) && !child.children.some(isText)) {
        requirementsBelow(child, kind, found);
        continue;
      }
      const own = child.children.filter((inner) => isText(inner) && !isRequest(inner));
      require(child, [child.text, ...own.map(({ text }) => text)].join('\n'), kind !== 'feedback', found);
      requirementsBelow({ ...child, children: child.children.filter((inner) => !own.includes(inner)) }, kind, found);
    } else if (isText(child) || child.label) require(child, child.text, true, found);
  }
}

/** 请于收到本函后10日内… below the last piece of advice asks for something of its own. */
function isRequest({ text }: Node): boolean {
  return /^请/.test(text);
}

function require({ line }: Node, text: string, onlyWithDuty: boolean, found: Findings): void {
  if (text) found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty }));
}
