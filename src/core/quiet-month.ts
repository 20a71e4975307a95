import {
  addDays,
  DAY,
  dateAt,
  type Instant,
  instantOf,
  type LocalDate,
  lastOfMonth,
  partsOf,
  type Zone,
} from './calendar.ts';
import { secretaryOf, toPerson } from './ladder.ts';
import type { Notice } from './notice.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { phrase } from './phrase.ts';
import type { Duty, DutyId, Measure, Plan } from './plan/plan.ts';
import { workdayFrom } from './working-calendar.ts';

/** What is known of the meetings that the minutes checks of a measure wait for. */
export interface Meetings {
  /** The month (`2026-03`) that was asked about last. */
  readonly asked: string | undefined;
  /** Minutes checks that a meeting of this month has opened and that are settled already. */
  readonly heard: ReadonlySet<DutyId>;
}

export interface Quiet {
  readonly notices: readonly Notice[];
  readonly asked: string | undefined;
  readonly next: Instant | null;
}

export function monthBegin(now: Instant, zone: Zone): Instant {
  const day: LocalDate = dateAt(now, zone);
  return instantOf(addDays(day, 1 - partsOf(day).day), '00:00', zone);
}

/** A duty that waits for a meeting which nobody has to remember but whoever reports it. */
export function awaitsMeeting({ kind, timing }: Duty): boolean {
  return kind === 'minutes-check' && timing.type === 'after';
}

/**
 * A month without a reported meeting asks, once, on its last working day: what no schedule brings up is otherwise never
 * missed. Of a month that was half over before the duty counted nobody is asked.
 */
export function quietMonth(
  measure: Measure,
  plan: Plan,
  { asked, heard }: Meetings,
  open: readonly OccurrenceFacts[],
  since: Readonly<Record<DutyId, Instant>>,
  now: Instant,
): Quiet {
  const { zone, calendar, bundle } = plan.organization;
  const to = secretaryOf(plan) ?? measure.lead;
  const today = dateAt(now, zone);
  const month = today.slice(0, 7);
  const first = monthBegin(now, zone);
  const waiting = measure.duties.filter((duty) => awaitsMeeting(duty) && (since[duty.id] ?? now) <= first + 14 * DAY);
  const ask = (day: typeof today) => instantOf(workdayFrom(lastOfMonth(day), calendar, -1), bundle ?? '09:00', zone);
  if (to === null || !measure.duties.some(awaitsMeeting)) return { notices: [], asked, next: null };
  const at = ask(today);
  const later = ask(addDays(lastOfMonth(today), 1));
  if (now < at) return { notices: [], asked, next: at };
  if (asked === month) return { notices: [], asked, next: later };
  const quiet = waiting.filter((duty) => !heard.has(duty.id) && !isHeardOf(duty, open, first));
  const events = [...new Set(quiet.map(eventOf))].map((event) => ({ event, name: nameOf(event, plan) }));
  return {
    notices: events.map(({ event, name }): Notice => {
      const button = { label: phrase('button-took-place'), action: { command: 'meeting', about: [], with: { event } } };
      const lines = [{ text: phrase('quiet-month', { month: Number(month.slice(5)), name }) }];
      const message = {
        lines: [...lines, { text: phrase('quiet-month-how', { name }) }],
        buttons: [[button]],
        items: [],
      };
      return {
        id: `quiet@${measure.id}.${event}.${month}~${toPerson(to)}`,
        kind: 'plain',
        to: toPerson(to),
        at,
        message,
      };
    }),
    asked: month,
    next: later,
  };
}

/** A check that opened this month was opened by a meeting; a meeting that is open has its own question. */
function isHeardOf(duty: Duty, open: readonly OccurrenceFacts[], since: Instant): boolean {
  return open.some((f) => (f.duty === duty.id && f.openedAt >= since) || f.duty === eventOf(duty));
}

function eventOf({ timing }: Duty): string {
  return timing.type === 'after' ? timing.event : '';
}

function nameOf(event: string, { measures }: Plan): string {
  return measures.flatMap((m) => m.duties).find((d) => d.id === event)?.title ?? event;
}
