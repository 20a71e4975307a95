import type { Said, Waiting } from './bundle.ts';
import { saidOnReturn } from './hold.ts';
import type { Notice, NoticeKind } from './notice.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { isMoreUrgent, isSameMatter } from './wording/item.ts';

interface Chosen extends Pick<Said, 'notices' | 'budgeted'> {
  /** Notices whose lines are put under it. */
  readonly joining: readonly Notice[];
}

/** What a list shows at most, so that a message stays under a dozen lines; the rest goes into the next message. */
const listLimit = 9;
/** With headings between them. */
const bundleLimit = 8;
const alertLimit = 3;

/** Kinds of one rank share a message; lower ranks go first. */
const rank = {
  answer: 0,
  plain: 1,
  aside: 8,
  digest: 2,
  alert: 3,
  escalation: 4,
  nudge: 5,
  overdue: 5,
  ask: 5,
  reminder: 5,
  relay: 6,
  edit: 7,
  warn: 9,
} as const satisfies Record<NoticeKind, number>;

/** Lines that join whatever is said first, unless that is the answer to something; one with a button, or it is unclear. */
export function chosenOf(left: readonly Notice[], waiting: Waiting): Chosen {
  if (left.some(({ kind }) => kind === 'escalation' || kind === 'alert') && saidOnReturn(waiting)) {
    const back = chosenOnReturn(left, waiting);
    if (back) return back;
  }
  const first = chosenFirst(left, waiting);
  if (first.notices.some(({ kind }) => kind === 'answer' || kind === 'aside')) return first;
  const lines = left.filter((n) => n.kind === 'aside' && n.message !== undefined);
  const joining = [
    ...lines.filter((n) => n.message!.buttons.length === 0).slice(0, 2),
    ...lines.filter((n) => n.message!.buttons.length > 0).slice(0, 1),
  ];
  return { ...first, joining };
}

/** On return one message: what is owed, and under it what came to this reader about others. */
function chosenOnReturn(left: readonly Notice[], waiting: Waiting): Chosen | undefined {
  const own = left.filter(({ kind }) => rank[kind] === rank.reminder);
  if (own.length === 0 || left.some(({ kind }) => kind === 'answer')) return undefined;
  const others = left.filter(({ kind }) => kind === 'escalation' || kind === 'alert');
  return { ...chosenFirst(own, waiting), joining: firstMatters(others, waiting, alertLimit), budgeted: false };
}

function chosenFirst(left: readonly Notice[], waiting: Waiting): Chosen {
  const first = left.reduce((a, b) => (isSooner(b, a) ? b : a));
  if (first.message) return { notices: [first], joining: [], budgeted: false };
  const alike = left.filter((n) => rank[n.kind] === rank[first.kind]);
  const whole = waiting.plan.organization.bundle === null ? listLimit : bundleLimit;
  const limit = first.kind === 'alert' || first.kind === 'escalation' ? alertLimit : whole;
  const notices = first.kind === 'warn' ? alike.slice(0, limit) : firstMatters(alike, waiting, limit);
  return { notices, joining: [], budgeted: notices.every((n) => n.kind === 'reminder') };
}

function isSooner(a: Notice, b: Notice): boolean {
  return (rank[a.kind] - rank[b.kind] || a.at - b.at || updateOf(a) - updateOf(b)) < 0;
}

/** Which update it answers: people write several times within the second that a message's date tells. */
function updateOf({ id, rung }: Notice): number {
  return rung === undefined ? Number(/[@.]u(\d+)/.exec(id)?.[1] ?? 0) : 0;
}

/** The notices of the first `limit` matters, most urgent first: what does not fit goes into the next message. */
function firstMatters(notices: readonly Notice[], { facts }: Waiting, limit: number): readonly Notice[] {
  if (notices.length <= limit) return notices.filter((n) => facts.has(n.occurrence ?? ''));
  const first = mostUrgent(notices, facts, limit);
  return notices.filter(({ occurrence }) => {
    const one = facts.get(occurrence ?? '');
    return one !== undefined && isAmong(one, first);
  });
}

/** One occurrence for each of the most urgent matters, in one pass: hundreds may wait for the secretary. */
function mostUrgent(notices: readonly Notice[], facts: Waiting['facts'], limit: number): readonly OccurrenceFacts[] {
  const first: OccurrenceFacts[] = [];
  for (const { occurrence } of notices) {
    const one = facts.get(occurrence ?? '');
    if (!one || isAmong(one, first)) continue;
    let place = first.length;
    while (place > 0 && isMoreUrgent(one, first[place - 1]!)) place--;
    if (place < limit) first.splice(place, 0, one);
    if (first.length > limit) first.pop();
  }
  return first;
}

function isAmong(one: OccurrenceFacts, matters: readonly OccurrenceFacts[]): boolean {
  for (const matter of matters) if (isSameMatter(matter, one)) return true;
  return false;
}
