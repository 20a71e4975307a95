import { factsOf, messageOf } from './bundle-message.ts';
import { addDays, DAY, dateAt, type Instant, instantOf, localOf } from './calendar.ts';
import { holdOf, saidOnReturn } from './hold.ts';
import type { Message } from './message.ts';
import { type Notice, type NoticeKind, noticeKey, type Recipient } from './notice.ts';
import { type OccurrenceFacts, startOf, type Told } from './occurrence.ts';
import type { Organization, Plan } from './plan/plan.ts';
import { mattersOf } from './wording/item.ts';
import { workdayFrom } from './working-calendar.ts';

export interface Waiting {
  readonly plan: Plan;
  readonly to: Recipient;
  readonly notices: readonly Notice[];
  /** Facts of every occurrence that a notice names; missing ones are dropped. */
  readonly facts: ReadonlyMap<string, OccurrenceFacts>;
  readonly told: Readonly<Record<string, Told>>;
  /** Overdue items in the whole office, for the secretary's alert. */
  readonly overdue: number;
  /** Reminder messages this person was sent today. */
  readonly spokenToday: number;
  /** Messages about what others are late with that this person was sent today; 0 where nobody counts them. */
  readonly alertedToday?: number;
  /** Messages to forward that this secretary was sent today. */
  readonly relayedToday: number;
  readonly now: Instant;
}

export interface Verdict {
  readonly drop: readonly { readonly id: string; readonly why: 'answered' | 'superseded' | 'unknown' }[];
  readonly outcome:
    | { readonly type: 'nothing' }
    /** Office instant before which nothing of this may be said. */
    | { readonly type: 'wait'; readonly until: Instant }
    | Said;
}

/** One message; other notices may go on waiting for the next round. */
export interface Said {
  readonly type: 'say';
  /** All that the message says. */
  readonly notices: readonly Notice[];
  /** Worded when it is read: a year of a plan is foreseen without words. */
  readonly message: Message;
  /** Counts against the day's budget. */
  readonly budgeted: boolean;
}

interface Chosen extends Pick<Said, 'notices' | 'budgeted'> {
  /** Notices whose lines are put under it. */
  readonly joining: readonly Notice[];
}

/** What a list shows at most, so that a message stays under a dozen lines; the rest goes into the next message. */
const listLimit = 9;
/** With headings between them. */
const bundleLimit = 8;
const alertLimit = 3;

/** What becomes of the notices that wait for one recipient: dropped, held back, or said together as one message. */
export function bundleOf(waiting: Waiting): Verdict {
  const dropped = waiting.notices.flatMap((notice) => {
    const why = needless(notice, waiting);
    return why ? [{ id: notice.id, why }] : [];
  });
  const gone = new Set(dropped.map(({ id }) => id));
  const left = waiting.notices.filter(({ id }) => !gone.has(id));
  if (left.length === 0) return { drop: dropped, outcome: { type: 'nothing' } };
  const holds = left.flatMap((notice) => holdOf(notice, waiting) ?? []);
  const ready = left.filter((notice) => holdOf(notice, waiting) === null);
  const own = ready.filter(({ kind }) => kind !== 'aside');
  const until = ready.length === 0 ? Math.min(...holds) : heldUntil(own.length > 0 ? own : ready, waiting);
  if (until === null) return { drop: dropped, outcome: said(ready, waiting) };
  return { drop: dropped, outcome: { type: 'wait', until: Math.min(until, ...holds) } };
}

function needless(notice: Notice, waiting: Waiting): Verdict['drop'][number]['why'] | null {
  const { facts, notices, now } = waiting;
  if (!notice.occurrence) return null;
  const one = facts.get(notice.occurrence);
  if (!one) return 'unknown';
  if (one.settled) return 'answered';
  // Held back past the start, the reminder of an event is of no use to somebody who is not asked for the record.
  const attends = one.gathering && notice.to !== `person/${one.asked}` && notice.kind === 'reminder';
  if (attends && now >= startOf(one)) return 'superseded';
  if (notice.revision !== undefined && notice.revision < one.revision) return 'superseded';
  if (isKnownFromAlert(notice, one, waiting)) return 'superseded';
  const newer = notices.some((n) => n.occurrence === notice.occurrence && n.id !== notice.id && n.at > notice.at);
  return newer ? 'superseded' : null;
}

/** Whoever passes things on is not asked to pass on what she is alerted about in the same breath. */
function isKnownFromAlert({ kind, rung, to }: Notice, one: OccurrenceFacts, { told }: Waiting): boolean {
  if (kind !== 'relay' || rung === undefined || told[one.id] === undefined) return false;
  return rung.startsWith('l') && one.noticed.includes(noticeKey(one.revision, rung, to));
}

/** What is worth a line waits so long for a message to be a line of. */
const ASIDE_MS = DAY;

/** Quiet hours hold back everything but answers and digests; the budget only plain reminders. */
function heldUntil(notices: readonly Notice[], waiting: Waiting): Instant | null {
  const { plan, now } = waiting;
  const joins = Math.min(...notices.map((n) => (n.kind === 'aside' ? n.at + ASIDE_MS : now)));
  if (joins > now) return joins;
  if (waiting.to.startsWith('group/') || notices.some((n) => n.kind === 'answer')) return null;
  const quiet = quietEnd(plan.organization, now);
  if (quiet !== null) return withTheBundle(quiet, notices, waiting);
  if (notices.every((n) => n.kind === 'relay')) return relayUntil(notices, waiting);
  const reminders = notices.every((n) => n.kind === 'reminder' && !waiting.facts.get(n.occurrence ?? '')?.exact);
  if (!reminders || waiting.spokenToday < plan.organization.budget) return null;
  const { zone, bundle, calendar } = plan.organization;
  const day = workdayFrom(addDays(dateAt(now, zone), 1), calendar, 1);
  const morning = instantOf(day, bundle ?? '09:00', zone);
  const start = Math.min(...notices.map((n) => waiting.facts.get(n.occurrence ?? '')?.scheduled ?? morning));
  // Held back at most until the thing itself is due: a reminder after that would be useless.
  return start > now ? Math.min(morning, start) : null;
}

/** What the night held back joins the morning's bundle, unless something of it begins or is due before. */
function withTheBundle(quiet: Instant, notices: readonly Notice[], { plan, facts }: Waiting): Instant {
  const { zone, bundle } = plan.organization;
  if (bundle === null) return quiet;
  const morning = instantOf(dateAt(quiet, zone), bundle, zone);
  const isPressing = notices.some(({ occurrence, kind }) => {
    const one = facts.get(occurrence ?? '');
    return (
      kind === 'plain' ||
      kind === 'nudge' ||
      one?.exact ||
      (one !== undefined && startOf(one) <= morning && one.due > quiet)
    );
  });
  return isPressing || morning < quiet ? quiet : morning;
}

/** One message to forward a day: what comes later waits for the next working morning unless it is due before. */
function relayUntil(notices: readonly Notice[], { plan, now, relayedToday, facts }: Waiting): Instant | null {
  if (relayedToday === 0) return null;
  const { zone, bundle, calendar } = plan.organization;
  const day = workdayFrom(addDays(dateAt(now, zone), 1), calendar, 1);
  const morning = instantOf(day, bundle ?? '09:00', zone);
  const urgent = notices.some((n) => (facts.get(n.occurrence ?? '')?.due ?? morning) < morning);
  return urgent ? null : morning;
}

/** The end of the quiet hours that this instant lies in; null outside them. */
export function quietEnd({ quietHours, zone }: Organization, now: Instant): Instant | null {
  if (!quietHours) return null;
  const { date, time } = localOf(now, zone);
  const { from, to } = quietHours;
  const overnight = from > to;
  const inside = overnight ? time >= from || time < to : time >= from && time < to;
  if (!inside) return null;
  return instantOf(overnight && time >= from ? addDays(date, 1) : date, to, zone);
}

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

function said(left: readonly Notice[], waiting: Waiting): Said {
  const { notices, joining, budgeted } = chosen(left, waiting);
  return {
    type: 'say',
    notices: [...notices, ...joining],
    budgeted,
    get message() {
      return messageOf(notices, joining, waiting);
    },
  };
}

/** Lines that join whatever is said first, unless that is the answer to something; one with a button, or it is unclear. */
function chosen(left: readonly Notice[], waiting: Waiting): Chosen {
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
  const first = left.reduce((a, b) =>
    (rank[b.kind] - rank[a.kind] || b.at - a.at || updateOf(b) - updateOf(a)) < 0 ? b : a,
  );
  if (first.message) return { notices: [first], joining: [], budgeted: false };
  const alike = left.filter((n) => rank[n.kind] === rank[first.kind]);
  const whole = waiting.plan.organization.bundle === null ? listLimit : bundleLimit;
  const limit = first.kind === 'alert' || first.kind === 'escalation' ? alertLimit : whole;
  const notices = first.kind === 'warn' ? alike.slice(0, limit) : firstMatters(alike, waiting, limit);
  return { notices, joining: [], budgeted: notices.every((n) => n.kind === 'reminder') };
}

/** Which update it answers: people write several times within the second that a message's date tells. */
function updateOf({ id }: Notice): number {
  return Number(/[@.]u(\d+)/.exec(id)?.[1] ?? 0);
}

/** The notices of the first `limit` matters, most urgent first: what does not fit goes into the next message. */
function firstMatters(notices: readonly Notice[], { facts }: Waiting, limit: number): readonly Notice[] {
  if (notices.length <= limit) return notices.filter((n) => facts.has(n.occurrence ?? ''));
  const matters = mattersOf(factsOf(notices, facts)).slice(0, limit);
  const ids = new Set(matters.flatMap((m) => m.facts.map((f) => f.id)));
  return notices.filter((n) => n.occurrence && ids.has(n.occurrence));
}
