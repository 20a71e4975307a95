import type { RawMeasure } from '../findings.ts';
import { isAttribute, type Node } from './node.ts';

type Attributes = Partial<Record<'owner' | 'lead' | 'department' | 'deadline' | 'evidence', string>>;
const KEYS = ['owner', 'lead', 'department', 'deadline', 'evidence'] as const;

/** Owner, deadline and the like that stand at a node itself. */
export function attributesOf(node: Node): Attributes {
  const found: Attributes = {};
  for (const child of node.children) {
    const key = KEYS.find((label) => label === child.label);
    if (!key || !isAttribute(child)) continue;
    const value = [child.text, ...child.children.map(({ text }) => text)].filter(Boolean).join('、');
    if (value) found[key] ??= value.replace(/[。；，\s]+$/, '');
  }
  return found;
}

/** Fills in what a measure does not say of itself. */
export function lend(given: Attributes, measures: readonly RawMeasure[]): void {
  for (const measure of measures) for (const key of KEYS) measure[key] ??= given[key] ?? null;
}

/** 责任人 and 完成时限 on lines of their own under the last of several measures are about all that have none. */
export function lendBackwards(node: Node, measures: readonly RawMeasure[]): void {
  const own = node.children.filter(isAttribute);
  if (!own.length || own.some(({ inline }) => inline)) return;
  lend(attributesOf(node), measures);
}

/** 整改进展：已完成 closes what stands above it. */
export function tellsClosed(node: Node): boolean {
  return node.children.some(
    ({ label, text }) =>
      (label === 'progress' || label === 'closed') && /^(?:是$|已完成|已销号|整改完成|已整改|已办结)/.test(text),
  );
}
