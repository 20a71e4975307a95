import { dateAt, endOfDay, type Instant, instantOf } from './calendar.ts';
import { addDuration, type Duration } from './duration.ts';
import { type Pair, pairsOf } from './holder.ts';
import { type OccurrenceFacts, occurrenceId, type Reminder } from './occurrence.ts';
import { graceAtAdoption, type OpeningContext, slotContext } from './opening-context.ts';
import type { Duty, Organization } from './plan/plan.ts';
import { remindersOf } from './reminders.ts';
import { type Slot, slotAfter } from './slots.ts';

/** An occurrence that could open, and the instant at which it does. */
export interface Opening {
  readonly opensAt: Instant;
  readonly facts: OccurrenceFacts;
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
  return pairsOf(duty).map((pair) => openingOf(duty, slot, context, pair, nextSlot));
}

function openingOf(
  duty: Duty,
  slot: Slot,
  context: OpeningContext,
  { person, counterpart, left }: Pair,
  nextSlot: Instant | null,
): Opening {
  const { organization } = context.plan;
  const due = slot.timed ? slot.at : endOfDay(slot.date, organization.zone);
  const scheduled = slot.at;
  const windowStart = slot.first ? instantOf(slot.first, '00:00', organization.zone) : null;
  const past = due <= (context.since[duty.id] ?? due - 1);
  const graceTo = graceAtAdoption(slot, due, duty, context);
  const reminders = past ? [] : remindersOf(duty, slot, context, left);
  const facts: OccurrenceFacts = {
    v: 1,
    writes: 0,
    id: occurrenceId({ duty: duty.id, slot: slot.slot, person, ...(counterpart ? { counterpart } : {}) }),
    measure: duty.measure,
    duty: duty.id,
    kind: duty.kind,
    title: duty.title,
    slot: slot.slot,
    person,
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
    nextSlot,
    noticed: [],
    ...(counterpart ? { counterpart } : {}),
    ...(graceTo === undefined ? {} : { graceTo }),
    ...(past ? { history: true as const } : {}),
  };
  return { opensAt: Math.min(scheduled, reminders[0]?.at ?? scheduled), facts };
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
  organization: Organization,
): Instant {
  if (windowStart === null) return creditFrom(duty, slot, reminders, organization);
  const [first] = reminders;
  if (duty.own || !first) return windowStart;
  return Math.min(windowStart, instantOf(dateAt(first.at, organization.zone), '00:00', organization.zone));
}

/** An event counts from its start; without days of early credit what is due on a day counts from its first reminder. */
function creditFrom(duty: Duty, slot: Slot, [first]: readonly Reminder[], organization: Organization): Instant {
  if (duty.gathering) return slot.at;
  if (!duty.early) return 0;
  const early: Duration = { unit: duty.early.unit, n: -duty.early.n };
  const from = addDuration(slot.at, early, organization);
  const day = dateAt(slot.timed || !first || early.n !== 0 ? from : Math.min(from, first.at), organization.zone);
  return instantOf(day, '00:00', organization.zone);
}
