import type { Instant } from '../calendar.ts';
import type { Button, Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Group, Plan } from '../plan/plan.ts';
import { dayAndTime } from '../wording/dates.ts';
import type { Change, DigestDraft } from './draft.ts';
import { ownWords } from './message.ts';
import { type DigestPart, headingsOf } from './part.ts';

export interface Preview {
  readonly plan: Plan;
  readonly group: Group;
  readonly draft: DigestDraft;
  readonly parts: readonly DigestPart[];
  /** What the bot itself did in the span: messages that were due, sent, and failed. */
  readonly bot: { readonly due: number; readonly sent: number; readonly failed: number };
  /** A year for which the holiday notice is not there yet. */
  readonly provisional?: number;
  readonly now: Instant;
  /** Whether this reader decides whether it comes out. */
  readonly decides: boolean;
}

/** The digest as it would be now, each line that may be changed with its number; what the bot did; what can be done. */
export function previewMessage(preview: Preview): Message {
  const { plan, group, draft, parts, bot, provisional, now } = preview;
  const when = dayAndTime(draft.at, plan.organization.zone, now);
  const lines: Line[] = [
    { text: phrase('digest-preview-head', { group: group.name, when }), bold: true },
    { text: phrase(fateOf(preview), { when, group: group.name, name: approver(preview) }) },
    ...shownParts(parts, draft),
    { text: phrase('digest-preview-bot', bot) },
    ...(provisional === undefined ? [] : [{ text: phrase('hint-provisional', { year: provisional }) }]),
    { text: phrase('digest-preview-how') },
  ];
  return { lines, buttons: previewButtons(preview), items: [] };
}

/** What will become of it if nobody does anything. */
function fateOf({ draft, group, now }: Preview): string {
  if (draft.held) return 'digest-fate-held';
  if (group.publish === 'auto') return 'digest-fate-auto';
  if (draft.approved) return 'digest-fate-approved';
  return now >= draft.at ? 'digest-fate-late' : 'digest-fate-asked';
}

function approver({ plan, group }: Preview): string {
  return plan.people.find((p) => p.id === group.publish)?.name ?? '';
}

/** Every part that has anything, with what was hidden from the group: it can be brought back from here. */
function shownParts(parts: readonly DigestPart[], draft: DigestDraft): readonly Line[] {
  const shown = parts.filter(({ lines, id }) => lines.length > 0 || id === 'head');
  const headings = headingsOf(shown);
  return shown.flatMap(({ lines }, i): readonly Line[] => [
    ...(headings[i] ? [{ text: headings[i], bold: true }] : []),
    ...lines.map(({ key, text }) => ({ text: key === undefined ? text : numbered(key, text, draft) })),
  ]);
}

function numbered(key: string, text: Phrase, { numbers, edits }: DigestDraft): Phrase {
  const no = numbers.indexOf(key) + 1;
  const own = edits[key];
  if (own === null) return phrase('digest-line-hidden', { no, text });
  return own === undefined
    ? phrase('digest-line', { no, text })
    : phrase('digest-line-reworded', { no, text: ownWords(own) });
}

export function digestButton(what: string, group: string): Button {
  return { label: phrase(`button-digest-${what}`), action: { command: 'digest', about: [], with: { what, group } } };
}

function previewButtons({ draft, group, decides }: Preview): Message['buttons'] {
  const waits = draft.held !== undefined || (group.publish !== 'auto' && !draft.approved);
  const publish = decides && waits ? [digestButton('release', group.id)] : [];
  const hold = draft.held ? [] : [digestButton('hold', group.id)];
  return [[...publish, ...hold, digestButton('card', group.id)]];
}

/** Lines of what changed; the rest is counted. */
const shown = 10;

/** At publication: what differs from the preview, for whoever saw that. */
export function changesMessage(group: Group, changes: readonly Change[]): Message {
  const lines = changes.slice(0, shown).map(({ was, is }) => {
    if (was && is) return phrase('digest-change', { was, is });
    return is ? phrase('digest-change-new', { is }) : phrase('digest-change-gone', { was: was! });
  });
  const rest = changes.length - shown;
  return {
    lines: [
      { text: phrase('digest-published-changed', { group: group.name, n: changes.length }) },
      ...lines.map((text) => ({ text })),
      ...(rest > 0 ? [{ text: phrase('digest-more', { n: rest }) }] : []),
      { text: phrase('digest-published-how') },
    ],
    buttons: [],
    items: [],
  };
}
