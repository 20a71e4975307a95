import { type Findings, headOf, rawMeasure } from '../findings.ts';
import { isHeading, isText, type Node } from './node.ts';

/** A part of general requirements: each heading with its paragraphs, counted if it holds a duty. */
export function requirementsBelow(part: Node, found: Findings): void {
  for (const child of part.children) {
    if (isHeading(child)) {
      require(child, [child.text, ...child.children.filter(isText).map(({ text }) => text)].join('\n'), found);
      requirementsBelow({ ...child, children: child.children.filter((inner) => !isText(inner)) }, found);
    } else if (isText(child) || child.label) require(child, child.text, found);
  }
}

function require({ line }: Node, text: string, found: Findings): void {
  if (text) found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true }));
}
