import type { PaperKind } from '../draft.ts';
import { type Findings, headOf, noFindings, type RawProblem, rawMeasure } from '../findings.ts';
import { roleOf } from '../sections.ts';
import type { LineRole } from '../sight/eye.ts';
import { type Item, speaks } from '../sight/items.ts';
import { attributesOf, lend, lendBackwards } from './attributes.ts';
import { isAttribute, isHeading } from './node.ts';
import { addProblem, aspectOf } from './problems.ts';

interface Seeing {
  readonly found: Findings;
  readonly kind: PaperKind;
  readonly roleOf: (item: Item) => LineRole;
}

/** What an item stands under. */
interface Above {
  readonly aspect: string | null;
  readonly problem: RawProblem | undefined;
  readonly cause: boolean;
}

/** Problems and measures of an outline by what each of its lines was seen to be, whatever its headings are called. */
export function seenIn(root: Item, kind: PaperKind, roleOf: (item: Item) => LineRole): Findings {
  const found = noFindings();
  below(root, { aspect: null, problem: undefined, cause: false }, { found, kind, roleOf });
  return found;
}

function below(item: Item, above: Above, seeing: Seeing): void {
  const { found } = seeing;
  const before = found.measures.length;
  const answered = answersFollow(item, seeing);
  let { problem } = above;
  for (const child of item.below) {
    if (isAttribute(child.node) && !child.piece) continue;
    const role = speaks(child) ? seeing.roleOf(child) : 'heading';
    if (role === 'problem') {
      const told = addProblem(child.text, child.node, found, { aspect: above.aspect, no: numberOf(child) });
      told.example = [told.example, ...detailsOf(child, seeing)].filter(Boolean).join('') || null;
      below(child, { ...above, problem: told }, seeing);
      if (answered) problem = told;
    } else if (role === 'measure') measure(child, { ...above, problem }, seeing);
    else {
      if (above.cause && child.text.length > 8) found.causes.push({ text: child.text, place: child.node.line.place });
      below(
        child,
        { aspect: aspectBelow(child, above, seeing), problem, cause: above.cause || isCause(child, seeing) },
        seeing,
      );
    }
    if (!child.piece && isHeading(child.node)) lendBackwards(child.node, found.measures.slice(before));
  }
  if (!item.piece) lend(attributesOf(item.node), found.measures.slice(before));
}

function numberOf({ node, piece }: Item): number | undefined {
  return !piece && node.kind === 'mark' ? node.number : undefined;
}

function isCause({ node, piece }: Item, { kind }: Seeing): boolean {
  if (piece) return false;
  return node.label === 'cause' || (isHeading(node) && roleOf(node.heading, node.line, kind) === 'causes');
}

/** Problem, answers, problem, answers in one row; in a row of problems alone none is the one that what follows answers. */
function answersFollow({ below }: Item, { roleOf }: Seeing): boolean {
  const roles = below
    .filter(speaks)
    .map(roleOf)
    .filter((role) => role === 'problem' || role === 'measure');
  return roles.every((role, i) => role !== 'problem' || roles[i + 1] === 'measure');
}

/** A heading names the field of the problems below it, unless it only says that problems follow. */
function aspectBelow({ node, text, piece }: Item, { aspect }: Above, { kind }: Seeing): string | null {
  if (piece || node.label || text.length < 2 || text.length > 60) return aspect;
  if (isHeading(node) && roleOf(node.heading, node.line, kind) !== undefined) return aspect;
  return aspectOf(text) || aspect;
}

/** What a problem's lines tell besides it. */
function detailsOf(item: Item, { roleOf }: Seeing): readonly string[] {
  return item.below
    .filter((child) => speaks(child) && roleOf(child) === 'other' && child.node.label !== 'cause')
    .map(({ text }) => text);
}

function measure(item: Item, above: Above, seeing: Seeing): void {
  const { found } = seeing;
  const before = found.measures.length;
  const own = rawMeasure(item.text, item.node.line.place, {
    title: headOf(item.text),
    problems: above.problem ? [above.problem] : [],
  });
  found.measures.push(own);
  for (const child of item.below) {
    if (isAttribute(child.node) && !child.piece) continue;
    const role = speaks(child) ? seeing.roleOf(child) : 'heading';
    if (role === 'measure') measure(child, above, seeing);
    else if (role === 'problem') below({ ...item, below: [child] }, above, seeing);
    else if (child.text) own.text = `${own.text}\n${child.text}`;
  }
  if (!item.piece) lend(attributesOf(item.node), found.measures.slice(before));
}
