import type { Label } from '../labels.ts';
import type { Line } from '../lines.ts';

/** A heading, a labelled piece or a paragraph, with what stands below it. */
export interface Node {
  readonly kind: 'root' | 'part' | 'mark' | 'label' | 'text';
  /** Of its mark, outer forms first; a label and a paragraph have the level of nothing. */
  readonly level: number;
  readonly number: number;
  /** The sign of the paper's own that it bears. */
  readonly sign?: string;
  /** What it announces: 整改措施：, or a numbered heading （二）整改措施. */
  readonly label?: Label;
  /** Its own words, without mark and label. */
  readonly text: string;
  /** Of a heading: all that stands behind the mark. */
  readonly heading: string;
  readonly children: Node[];
  readonly line: Line;
  /** Stands behind the last of several items and belongs to none. */
  readonly tail?: boolean;
  /** Stands in one line with the node above it: 1.修订办法（责任人：张某）. */
  readonly inline?: boolean;
}

/** The labels that say who, when and how far; all others begin something. */
const ATTRIBUTES: readonly (Label | undefined)[] = [
  'owner',
  'lead',
  'department',
  'co',
  'deadline',
  'evidence',
  'closed',
];

/** 责任领导：张某, also where the paper numbers it: 3.责任领导：张某. */
export function isAttribute({ label }: Node): boolean {
  return ATTRIBUTES.includes(label);
}

export function isHeading(node: Node): boolean {
  return (node.kind === 'mark' || node.kind === 'part') && !isAttribute(node);
}

export function isText({ kind }: Node): boolean {
  return kind === 'text';
}

/** Whether a node is or holds one of that label. */
export function holds(node: Node, label: Label): boolean {
  return node.children.some((child) => child.label === label || holds(child, label));
}
