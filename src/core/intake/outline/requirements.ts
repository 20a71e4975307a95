import { type Findings, headOf, rawMeasure } from '../findings.ts';
import { isHeading, isText, type Node } from './node.ts';

/** A part of general requirements: each heading with its paragraphs, counted if it holds a duty. */
export function requirementsBelow(part: Node, found: Findings): void {
  for (const child of part.children) {
    if (isHeading(child)) {
      const own = child.children.filter((inner) => isText(inner) && !isRequest(inner));
      require(child, [child.text, ...own.map(({ text }) => text)].join('\n'), found);
      requirementsBelow({ ...child, children: child.children.filter((inner) => !own.includes(inner)) }, found);
    } else if (isText(child) || child.label) require(child, child.text, found);
  }
}

/** 请于收到本函后10日内… below the last piece of advice asks for something of its own. */
function isRequest({ text }: Node): boolean {
  return /^请/.test(text);
}

function require({ line }: Node, text: string, found: Findings): void {
  if (text) found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true }));
}
