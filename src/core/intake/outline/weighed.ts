import type { PaperKind } from '../draft.ts';
import type { Findings, RawMeasure, RawProblem } from '../findings.ts';
import { roleOf } from '../sections.ts';
import { type LineRole, ROLES } from '../sight/eye.ts';
import { type Sight, sightOf } from '../sight/index.ts';
import { type Item, itemsOf, speaks, withBelow } from '../sight/items.ts';
import { isHeading, type Node } from './node.ts';
import { addProblem } from './problems.ts';
import { seenIn } from './seen.ts';

/** How much likelier the lines of a part must be by sight, together, than as its headings had them read. */
const SURE = 5;
/** The same, where a heading or a label says what the part holds. */
const SURE_OF_KNOWN = 15;
/** No line alone decides. */
const UNLIKELY = 0.02;

/**
 * Two readers of an outline: one knows what headings and labels are called, the other what sentences do. The second is
 * taken for a part whose lines would else be most unlikely for what they were read as: a layout that the first does not know.
 */
export function weighedFindings(root: Node, kind: PaperKind, read: Findings): Findings {
  const top = itemsOf(root);
  const sight = sightOf(top, kind);
  const doubted = unitsOf(top).filter(
    (unit) => doubtOf(unit, sight, read) > (isKnown(unit, kind) ? SURE_OF_KNOWN : SURE),
  );
  const seen = doubted.length ? seenIn(top, kind, (item) => roleSeen(sight, item)) : read;
  return answering(top, sight, doubted.length ? merged(top, doubted, read, seen) : read);
}

/** As good as sure. */
const CERTAIN = 0.95;

/** A measure that answers nothing answers the line above it that certainly tells a problem, if nobody read that as one. */
function answering(top: Item, sight: Sight, found: Findings): Findings {
  const lines = withBelow(top).filter(speaks);
  const before = found.problems.length;
  for (const item of lines) {
    if ((sight.get(item)?.[0] ?? 0) < CERTAIN || found.problems.some((one) => isHere(one, item))) continue;
    const below = withBelow(item).slice(1);
    const own = found.measures.filter((one) => !one.problems.length && below.some((line) => isHere(one, line)));
    if (!own.length) continue;
    const problem = addProblem(item.text, item.node, found, { aspect: item.above?.text || null });
    for (const measure of own) measure.problems.push(problem);
  }
  if (found.problems.length === before) return found;
  const at = (one: RawProblem): number => lines.findIndex((item) => isHere(one, item));
  return {
    ...found,
    problems: found.problems
      .map((one) => [at(one), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one),
  };
}

function roleSeen(sight: Sight, item: Item): LineRole {
  const likely = sight.get(item);
  return likely ? ROLES[likely.indexOf(Math.max(...likely))]! : 'other';
}

/** The parts of a paper, and what stands outside of any. */
function unitsOf(top: Item): readonly (readonly Item[])[] {
  const parts = top.below.filter(({ below }) => below.length > 0);
  if (parts.length === 1 && parts[0]!.below.some(({ below }) => below.length > 0)) {
    const inner = unitsOf(parts[0]!);
    const rest = [top, ...top.below.filter((item) => item !== parts[0])];
    return [...inner, rest];
  }
  return [...parts.map(withBelow), [top, ...top.below.filter((item) => !parts.includes(item))]];
}

function isKnown(unit: readonly Item[], kind: PaperKind): boolean {
  return unit.some(
    ({ node, piece }) =>
      node.label === 'measure' || (!piece && isHeading(node) && roleOf(node.heading, node.line, kind) !== undefined),
  );
}

/** How much likelier what was seen of these lines is than what was read. */
function doubtOf(unit: readonly Item[], sight: Sight, read: Findings): number {
  let doubt = 0;
  for (const item of unit) {
    const likely = sight.get(item);
    if (!likely) continue;
    const [problem, measure, heading, other] = likely as readonly [number, number, number, number];
    const neither = Math.max(heading, other);
    const told = read.problems.some((one) => isHere(one, item));
    const promised = read.measures.filter((one) => isHere(one, item));
    const own = told
      ? Math.max(problem, promised.length ? measure : 0)
      : promised.some(({ onlyWithDuty }) => !onlyWithDuty)
        ? measure
        : promised.length
          ? Math.max(measure, neither)
          : neither;
    doubt += Math.log(Math.max(problem, measure, neither) / Math.max(own, UNLIKELY));
  }
  return doubt;
}

function isHere({ text, place }: RawProblem | RawMeasure, item: Item): boolean {
  if (placeKey(place) !== placeKey(item.node.line.place)) return false;
  const own = item.text.slice(0, 24);
  return item.text.includes(text.slice(0, 12)) || (own.length > 5 && text.startsWith(own));
}

// A pure memo: in a long paper every line is compared with all that was read.
const placeKeys = new WeakMap<object, string>();

function placeKey(place: RawProblem['place']): string {
  const key = placeKeys.get(place) ?? JSON.stringify(place);
  placeKeys.set(place, key);
  return key;
}

/** What was read, with the doubted parts as they were seen. */
function merged(top: Item, doubted: readonly (readonly Item[])[], read: Findings, seen: Findings): Findings {
  const order = withBelow(top).filter(speaks);
  const isDoubted = new Set(doubted.flat());
  const ordered = <T extends RawProblem | RawMeasure>(old: readonly T[], fresh: readonly T[]): T[] => {
    const at = (one: T): Item | undefined => order.find((item) => isHere(one, item));
    const kept = old.filter((one) => !isDoubted.has(at(one)!)).map((one) => [one, at(one)] as const);
    const taken = fresh.filter((one) => isDoubted.has(at(one)!)).map((one) => [one, at(one)] as const);
    return [...kept, ...taken]
      .map(([one, item], i) => ({ one, at: item ? order.indexOf(item) : -1, i }))
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .map(({ one }) => one);
  };
  const problems = ordered(read.problems, seen.problems);
  const measures = ordered(read.measures, seen.measures);
  for (const measure of measures)
    measure.problems.splice(0, measure.problems.length, ...measure.problems.filter((one) => problems.includes(one)));
  return { ...read, problems, measures, causes: read.causes.length ? read.causes : seen.causes };
}
