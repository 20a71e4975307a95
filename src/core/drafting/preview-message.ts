import type { Button, Line, Message } from '../message.ts';
import { phrase } from '../phrase.ts';
import type { Plan } from '../plan/plan.ts';
import type { Difference } from './difference.ts';
import { draftButton } from './draft-button.ts';
import { type Drafting, mayGoBack } from './drafting.ts';
import type { Foreseen } from './foreseen.ts';
import { overloadLine, type Part, partsOf } from './preview-parts.ts';
import { shortened } from './shortened.ts';

export interface Preview {
  readonly drafting: Drafting;
  readonly plan: Plan;
  /** Undefined if it took too long to work out. */
  readonly foreseen: Foreseen | undefined;
  readonly open: readonly string[];
  /** Undefined for the first plan of an office. */
  readonly difference: Difference | undefined;
  /** Whether the paper replaces a round that runs, or runs beside it. */
  readonly effect: 'new' | 'another' | 'replace';
  /** The round that it replaces, where others run beside it. */
  readonly replaces?: string;
}

/** A phone shows so many lines at once. */
const MOST_LINES = 12;

const labels = {
  new: 'button-draft-adopt',
  another: 'button-draft-another',
  replace: 'button-draft-replace',
} as const;

/**
 * What would happen in the next 30 days, and to whom, in as many lines as a phone shows: all counts, and of what is
 * counted the first. Adopting is one tap away and nothing runs before.
 */
export function previewMessage(preview: Preview): Message {
  const { drafting, plan, open } = preview;
  const duties = plan.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  const label = phrase(labels[preview.effect]);
  const head: Line[] = [
    { text: phrase('drafting-preview', { measures: plan.measures.length, duties }), bold: true },
    ...(preview.replaces ? [{ text: phrase('drafting-replaces', { title: shortened(preview.replaces, 24) }) }] : []),
  ];
  const end: Line[] = [
    ...overloadLine(preview),
    ...openLines(open),
    { text: phrase('drafting-adopt-hint', { button: label }) },
  ];
  const parts = partsOf(preview);
  const shown = fitting(parts, MOST_LINES - head.length - end.length);
  const all = parts.flatMap(({ details }) => details).length;
  const isWhole = shown.length === parts.length + all;
  return {
    lines: [...head, ...shown, ...end],
    buttons: buttonsOf(preview, isWhole ? [] : [draftButton(phrase('button-draft-details'), drafting, 'details')]),
    items: [],
  };
}

/** Every head, and as many details as there is room for: one of each part in turn. */
function fitting(parts: readonly Part[], lines: number): readonly Line[] {
  const shown = parts.map(() => 0);
  let room = lines - parts.length;
  for (let before = -1; room > 0 && before !== room; ) {
    before = room;
    for (const [i, { details }] of parts.entries()) if (room > 0 && shown[i]! < details.length) [shown[i]!++, room--];
  }
  return parts.flatMap(({ head, details }, i) => [head, ...details.slice(0, shown[i])]);
}

/** All that is counted in the preview, a page at a time; the last page has no button. */
export function detailsMessage(preview: Preview, page: number): Message {
  const lines = partsOf(preview).flatMap(({ head, details }) => (details.length > 0 ? [head, ...details] : []));
  const from = page * MOST_LINES;
  const left = Math.max(0, lines.length - from - MOST_LINES);
  const next = draftButton(phrase('button-draft-next', { count: left }), preview.drafting, 'details', {
    page: String(page + 1),
  });
  return { lines: lines.slice(from, from + MOST_LINES), buttons: left > 0 ? [[next]] : [], items: [] };
}

function buttonsOf({ drafting, effect, open }: Preview, details: readonly Button[]) {
  const adopt = draftButton(phrase(labels[effect]), drafting, 'adopt');
  const back = draftButton(phrase('button-draft-back'), drafting, 'back');
  const reopen = open.length > 0 ? [draftButton(phrase('button-draft-reopen'), drafting, 'reopen')] : [];
  const again = mayGoBack(drafting) ? [back] : [];
  return [
    [adopt, ...details],
    [...again, ...reopen],
    [draftButton(phrase('button-draft-drop'), drafting, 'drop')],
  ].filter((row) => row.length > 0);
}

function openLines(open: readonly string[]): readonly Line[] {
  if (open.length === 0) return [];
  const titles = open.slice(0, 2).map((title) => shortened(title, 16));
  return [{ text: phrase('drafting-open', { count: open.length, titles }) }];
}
