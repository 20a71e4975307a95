import type { Findings } from '../findings.ts';
import { inlineItemsOf } from '../numbering.ts';
import type { Node } from './node.ts';

/** Every heading, paragraph and item below a node, as a cause. */
export function addCauses(node: Node, found: Findings): void {
  if (node.text.length > 8 || (node.text && node.kind !== 'text')) addCause(node, found);
  for (const child of node.children) addCauses(child, found);
}

function addCause({ text, line }: Node, found: Findings): void {
  const { lead, items } = inlineItemsOf(text);
  if (items.length && lead.length > 30) found.causes.push({ text: lead, place: line.place });
  for (const item of items.length ? items : [text])
    found.causes.push({ text: item.replace(/[。；]$/, ''), place: line.place });
}
