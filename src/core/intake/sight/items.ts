import { fieldsOf, inlineItemsOf, numberedItemsOf } from '../numbering.ts';
import { isAttribute, type Node } from '../outline/node.ts';

/** A line of a paper in its place: a node of the outline, or one piece of a list that a paragraph holds (一是…二是…). */
export interface Item {
  readonly node: Node;
  /** Its own words; of a paragraph that holds a list, what leads it in. */
  readonly text: string;
  readonly piece: boolean;
  readonly above: Item | undefined;
  readonly below: Item[];
}

/** The outline as items, the outermost first. */
export function itemsOf(node: Node, above?: Item): Item {
  const fields = isAttribute(node) ? [] : fieldsOf(node.text);
  const { lead, items } = isAttribute(node) || fields.length ? { lead: '', items: [] } : piecesOf(node.text);
  const text = items.length || fields.length ? lead : node.text;
  const item: Item = { node, text, piece: false, above, below: [] };
  for (const own of items) addPiece(item, own);
  // 在理论武装方面，…。在作风建设方面，…。 is as good as a heading with what stands below it, twice.
  for (const { field, text: told } of fields) addPiece(addPiece(item, field), told);
  for (const child of node.children) item.below.push(itemsOf(child, item));
  return item;
}

function addPiece(above: Item, text: string): Item {
  const piece: Item = { node: above.node, text, piece: true, above, below: [] };
  above.below.push(piece);
  return piece;
}

function piecesOf(text: string): ReturnType<typeof inlineItemsOf> {
  const numbered = numberedItemsOf(text);
  const { lead, items } = numbered.items.length ? numbered : inlineItemsOf(text);
  return items.length > 1 ? { lead, items } : { lead: text, items: [] };
}

/** All items below one, in the order of the paper, itself the first. */
export function withBelow(item: Item): readonly Item[] {
  return [item, ...item.below.flatMap(withBelow)];
}

/** Who and when are no lines of their own, and a sign alone says nothing. */
export function speaks({ node, text }: Item): boolean {
  return text.length > 1 && !isAttribute(node);
}
