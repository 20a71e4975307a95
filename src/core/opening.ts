import {
  DAY,
  dateAt,
  endOfDay,
  type Instant,
  instantOf,
  type LocalDate,
  localOf,
  MINUTE,
  mondayOf,
} from './calendar.ts';
import { addDuration, type Duration } from './duration.ts';
import { type OccurrenceFacts, occurrenceId, type Reminder } from './occurrence.ts';
import { measureIn } from './plan/look-up.ts';
import type { Duty, Holder, PersonId, Plan } from './plan/plan.ts';
import { type Slot, type SlotContext, slotAfter, slotsBetween } from './slots.ts';
import { addWorkdays, workdayFrom } from './working-calendar.ts';

/** An occurrence that could open, and the instant at which it does. */
export interface Opening {
  readonly opensAt: Instant;
  readonly facts: OccurrenceFacts;
}

export interface OpeningContext {
  readonly plan: Plan;
  readonly planVersion: number;
  /** First adoption of each duty: earlier dates are history. */
  readonly since: Readonly<Record<string, Instant>>;
}

/** Reminders may move back to the last working day before: at most this far. */
const SLACK = 16 * DAY;
const soonAfterStart = 30 * MINUTE;

/** From when a duty counts: its `from`, else its first adoption (DESIGN §4.1). */
export function countsFrom(duty: Duty, { plan, since }: OpeningContext): Instant {
  if (duty.from) return instantOf(duty.from, '00:00', plan.organization.zone) - 1;
  return since[duty.id] ?? Number.POSITIVE_INFINITY;
}

export function slotContext(duty: Duty, { plan, since }: OpeningContext): SlotContext {
  const { organization } = plan;
  const adopted = since[duty.id];
  const round = measureIn(plan, duty.measure)?.round ?? plan.round;
  const anchor = duty.from ?? round.feedback ?? dateAt(adopted ?? 0, organization.zone);
  return { organization, anchor };
}

/**
 * The occurrences of a duty scheduled later than `openedTo` that open at or before `now`, and the instant at which
 * to look again. What was scheduled up to `openedTo` was opened before; of the later ones the caller leaves out
 * those that exist.
 */
export function openingsOf(
  duty: Duty,
  context: OpeningContext,
  openedTo: Instant,
  now: Instant,
): { readonly openings: readonly Opening[]; readonly lookAgain: Instant | null } {
  const begin = countsFrom(duty, context);
  // A one-off deadline that was past at adoption is the only thing of the past that opens.
  const once = duty.timing.type === 'schedule' && duty.timing.schedule.kind === 'once';
  const isNew = (context.since[duty.id] ?? 0) >= openedTo;
  const start = once ? (isNew ? Number.NEGATIVE_INFINITY : openedTo) : Math.max(openedTo, begin);
  if (begin === Number.POSITIVE_INFINITY || duty.timing.type === 'after') return { openings: [], lookAgain: null };
  const where = slotContext(duty, context);
  const reach = longestRemind(duty, where, now) + SLACK;
  const slots = slotsBetween(duty, where, start, now + reach);
  const all = slots.flatMap((slot) => occurrencesOf(duty, slot, context));
  const later = all.filter((o) => o.opensAt > now).map((o) => o.opensAt);
  const beyond = slotAfter(duty, where, Math.max(start, now + reach));
  if (beyond) later.push(Math.max(now + MINUTE, beyond.at - reach));
  return { openings: all.filter((o) => o.opensAt <= now), lookAgain: later.length > 0 ? Math.min(...later) : null };
}

function longestRemind(duty: Duty, { organization }: SlotContext, now: Instant): number {
  if (duty.remind.type === 'offsets') {
    const earliest = duty.remind.offsets.map((o) => now - addDuration(now, o, organization));
    return Math.max(0, ...earliest);
  }
  return duty.remind.type === 'paced' ? windowDays[windowOf(duty)] * DAY : 0;
}

/** A window opens on its first day: at most this many days before its last. */
const windowDays = { day: 1, week: 7, 'half-month': 16, month: 31, quarter: 92, 'half-year': 184, year: 366 } as const;

function windowOf({ timing }: Duty): keyof typeof windowDays {
  if (timing.type === 'quota') return timing.quota.per;
  return (timing.type === 'schedule' && timing.schedule.kind === 'recurring' && timing.schedule.window) || 'month';
}

/** One occurrence per holder and counterpart, as it would be frozen if it opened now. */
export function occurrencesOf(duty: Duty, slot: Slot, context: OpeningContext): readonly Opening[] {
  const before = placed.get(slot);
  const same = before?.context.plan === context.plan && before.context.since === context.since;
  if (same && before.duty === duty && before.context.planVersion === context.planVersion) return before.openings;
  const openings = openingsIn(duty, slot, context);
  placed.set(slot, { duty, context, openings });
  return openings;
}

// Slots are remembered, and with them what they would open. A pure memo, gone with its plan.
const placed = new WeakMap<
  Slot,
  { readonly duty: Duty; readonly context: OpeningContext; readonly openings: readonly Opening[] }
>();

function openingsIn(duty: Duty, slot: Slot, context: OpeningContext): readonly Opening[] {
  const nextSlot =
    duty.timing.type === 'after' ? null : (slotAfter(duty, slotContext(duty, context), slot.at)?.at ?? null);
  const pairs = duty.who.flatMap((holder) =>
    counterpartsOf(duty, holder).map((counterpart) => ({ holder, counterpart })),
  );
  return pairs.map(({ holder, counterpart }) => {
    const siblings = pairs.filter((p) => personOf(p.holder) === personOf(holder));
    const place = siblings.findIndex((p) => p.counterpart === counterpart);
    return openingOf(duty, slot, context, { holder, counterpart, left: siblings.length - place, nextSlot });
  });
}

function counterpartsOf(duty: Duty, holder: Holder): readonly (PersonId | undefined)[] {
  if (duty.with.length === 0) return [undefined];
  return duty.with.filter((id) => !('person' in holder) || id !== holder.person);
}

export function personOf(holder: Holder): PersonId {
  return 'person' in holder ? holder.person : `post.${holder.post}`;
}

interface Pair {
  readonly holder: Holder;
  readonly counterpart: PersonId | undefined;
  /** How many of this person's occurrences in this slot, this one included, are paced one after another. */
  readonly left: number;
  readonly nextSlot: Instant | null;
}

function openingOf(duty: Duty, slot: Slot, context: OpeningContext, pair: Pair): Opening {
  const { holder, counterpart, left, nextSlot } = pair;
  const { organization } = context.plan;
  const person = personOf(holder);
  const due = slot.timed ? slot.at : endOfDay(slot.date, organization.zone);
  const scheduled = slot.at;
  const windowStart = slot.first ? instantOf(slot.first, '00:00', organization.zone) : null;
  const past = due <= (context.since[duty.id] ?? due - 1);
  const reminders = past ? [] : remindersOf(duty, slot, context, left);
  const facts: OccurrenceFacts = {
    v: 1,
    writes: 0,
    id: occurrenceId(
      counterpart
        ? { duty: duty.id, slot: slot.slot, person, counterpart }
        : { duty: duty.id, slot: slot.slot, person },
    ),
    measure: duty.measure,
    duty: duty.id,
    kind: duty.kind,
    title: duty.title,
    slot: slot.slot,
    person,
    ...(counterpart ? { counterpart } : {}),
    asked: duty.gathering && duty.reporter ? duty.reporter : person,
    gathering: duty.gathering,
    planVersion: context.planVersion,
    openedAt: 0,
    creditFrom: creditableFrom(duty, slot, windowStart, reminders, organization),
    scheduled,
    due,
    timed: slot.timed,
    exact: slot.exact,
    own: duty.own === true || duty.remind.type === 'weekly-line',
    revision: 0,
    grace: duty.grace,
    reminders,
    ladder: past
      ? ladderOfThePast(slot)
      : duty.ladder.map((step, i) => ({ key: `l${i}`, after: step.after, tell: step.tell })),
    ...(past ? { history: true as const } : {}),
    nextSlot,
    noticed: [],
  };
  return { opensAt: Math.min(scheduled, reminders[0]?.at ?? scheduled), facts };
}

/**
 * What an event asks for: the occurrences of every duty that waits for it, open at once and due at the end of the last
 * day. `slot` names the event, so that the same event never opens twice.
 */
export function occurrencesAfter(
  duty: Duty,
  event: { readonly slot: string; readonly at: Instant },
  context: OpeningContext,
): readonly OccurrenceFacts[] {
  if (duty.timing.type !== 'after') return [];
  const { organization } = context.plan;
  const { zone } = organization;
  if (duty.until && dateAt(event.at, zone) > duty.until) return [];
  const date = dateAt(addDuration(event.at, duty.timing.within, organization), zone);
  const slot: Slot = { slot: event.slot, at: event.at, date, timed: false, exact: false };
  const lastMorning = instantOf(date, organization.bundle ?? '09:00', zone);
  const hours = [event.at, ...(lastMorning > event.at ? [lastMorning] : [])];
  return occurrencesOf(duty, slot, context).map(({ facts }) => ({
    ...facts,
    creditFrom: 0,
    gathering: false,
    openedAt: event.at,
    reminders: hours.map((at, i) => ({ key: `r${i}`, at })),
    nextSlot: null,
  }));
}

/** Past before the plan was adopted: one line to the secretary for a one-off deadline, otherwise nobody is told. */
function ladderOfThePast(slot: Slot): OccurrenceFacts['ladder'] {
  return slot.once ? [{ key: 'l0', after: { unit: 's', n: 0 }, tell: ['secretary'] }] : [];
}

/** A window is also open to what was reminded of before its first day: 每月5日前, said three days before the 5th. */
function creditableFrom(
  duty: Duty,
  slot: Slot,
  windowStart: Instant | null,
  reminders: readonly Reminder[],
  organization: SlotContext['organization'],
): Instant {
  if (windowStart === null) return creditFrom(duty, slot, reminders, organization);
  const [first] = reminders;
  if (duty.own || !first) return windowStart;
  return Math.min(windowStart, instantOf(dateAt(first.at, organization.zone), '00:00', organization.zone));
}

/** An event counts from its start; without days of early credit what is due on a day counts from its first reminder. */
function creditFrom(
  duty: Duty,
  slot: Slot,
  [first]: readonly Reminder[],
  organization: SlotContext['organization'],
): Instant {
  if (duty.gathering) return slot.at;
  if (!duty.early) return 0;
  const early: Duration = { unit: duty.early.unit, n: -duty.early.n };
  const from = addDuration(slot.at, early, organization);
  const day = dateAt(slot.timed || !first || early.n !== 0 ? from : Math.min(from, first.at), organization.zone);
  return instantOf(day, '00:00', organization.zone);
}

/** The reminders of an occurrence in order of time, moved off days on which the office rests. */
function remindersOf(duty: Duty, slot: Slot, context: OpeningContext, left: number): readonly Reminder[] {
  const { organization } = context.plan;
  const raw =
    duty.remind.type === 'offsets'
      ? offsetReminders(duty, slot, duty.remind.offsets, organization)
      : duty.remind.type === 'paced'
        ? pacedReminders(slot, left, organization)
        : [slot.at];
  const placed = slot.exact
    ? raw
    : withWeek(
        raw
          .filter((at) => !duty.own || duty.remind.type !== 'offsets' || isSpoken(at, duty, organization))
          .map((at) => placedReminder(at, duty, slot, organization)),
        duty,
        slot,
        organization,
      );
  const kept = [...new Set(notBefore(placed, duty, slot, context))].sort((a, b) => a - b);
  return kept.map((at, i) => ({ key: `r${i}`, at }));
}

/**
 * What would have been said before the duty counted at all is said when it begins to count, at an hour at which the
 * bot speaks; unless it is said on that very day anyway.
 */
function notBefore(
  placed: readonly Instant[],
  duty: Duty,
  slot: Slot,
  { plan, since }: OpeningContext,
): readonly Instant[] {
  const { zone, bundle } = plan.organization;
  const morning = duty.from ? instantOf(duty.from, bundle ?? '09:00', zone) : Number.NEGATIVE_INFINITY;
  const begin = Math.max(morning, since[duty.id] ?? Number.NEGATIVE_INFINITY);
  const later = placed.filter((at) => at >= begin);
  if (later.length === placed.length) return placed;
  const spoken = firstSpoken(begin, duty, slot, plan.organization);
  const sameDay = !duty.gathering && later.some((at) => dateAt(at, zone) === dateAt(spoken, zone));
  return sameDay ? later : [spoken, ...later];
}

/** A plan adopted on a Saturday night asks nobody on Sunday, unless the thing itself comes before the next morning. */
function firstSpoken(
  begin: Instant,
  duty: Duty,
  slot: Slot,
  { zone, calendar, bundle }: SlotContext['organization'],
): Instant {
  const day = dateAt(begin, zone);
  if (duty.daysOff || slot.exact || calendar.isWorkday(day)) return begin;
  const next = workdayFrom(day, calendar, 1);
  const morning = instantOf(next, bundle ?? '09:00', zone);
  const isInTime = slot.timed ? morning < slot.at : next <= slot.date;
  return isInTime ? morning : begin;
}

/** One's own daily study is asked on the day itself or not at all: never on a day off, never for it on another day. */
function isSpoken(at: Instant, duty: Duty, { zone, calendar }: SlotContext['organization']): boolean {
  return duty.daysOff || calendar.isWorkday(dateAt(at, zone));
}

/**
 * A whole day's reminder comes at the office's hour. One that would fall on a day off comes on the last working day
 * before, at the hour of the bot, so that one message lists what falls due in a holiday; what is asked after the start
 * of an event stays.
 */
function placedReminder(
  at: Instant,
  duty: Duty,
  slot: Slot,
  { zone, calendar, bundle }: SlotContext['organization'],
): Instant {
  const { date, time } = localOf(at, zone);
  const whole = bundle && !slot.timed ? bundle : time;
  const stays = duty.daysOff || calendar.isWorkday(date) || (slot.timed && at >= slot.at);
  if (stays) return instantOf(date, whole, zone);
  const step = duty.remind.type === 'weekly-line' ? 1 : -1;
  return instantOf(workdayFrom(date, calendar, step), bundle ?? '09:00', zone);
}

/**
 * Where the office bundles, the week's first working day announces what is due later in that week; what would be said
 * once more on that same day is left out. A daily duty is announced day by day.
 */
function withWeek(
  placed: readonly Instant[],
  duty: Duty,
  slot: Slot,
  { zone, calendar, bundle }: SlotContext['organization'],
): readonly Instant[] {
  const first = workdayFrom(mondayOf(slot.date), calendar, 1);
  if (!bundle || first >= slot.date || duty.remind.type === 'weekly-line' || isDaily(duty)) return placed;
  return [instantOf(first, bundle, zone), ...placed.filter((at) => dateAt(at, zone) !== first)];
}

export function isDaily({ timing }: Duty): boolean {
  if (timing.type !== 'schedule' || timing.schedule.kind !== 'recurring') return false;
  const { rule } = timing.schedule;
  return rule.unit === 'workday' || (rule.unit === 'day' && rule.step === 1);
}

/** For a gathering that no offset asks about after its start, one question half an hour after it began. */
function offsetReminders(
  duty: Duty,
  slot: Slot,
  offsets: readonly Duration[],
  organization: SlotContext['organization'],
): Instant[] {
  const at = offsets.map((offset) => addDuration(slot.at, offset, organization));
  return duty.gathering && offsets.every((o) => o.n < 0) ? [...at, slot.at + soonAfterStart] : at;
}

/**
 * Windows and quotas: the first day; the day on which three working days remain for each one still to do; the last
 * three working days (DESIGN §5).
 */
function pacedReminders(slot: Slot, left: number, { zone, calendar }: SlotContext['organization']): Instant[] {
  const last = workdayFrom(slot.date, calendar, -1);
  const first = slot.first ?? addWorkdays(last, -10, calendar);
  const days: LocalDate[] = [
    workdayFrom(first, calendar, 1),
    addWorkdays(last, 1 - 3 * left, calendar),
    addWorkdays(last, -2, calendar),
    addWorkdays(last, -1, calendar),
    last,
  ];
  return days.filter((day) => day >= first && day <= slot.date).map((day) => instantOf(day, '09:00', zone));
}
