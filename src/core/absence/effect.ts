import { dateAt, endOfDay, type Instant, instantOf } from '../calendar.ts';
import { type Recorded, recordDelegated, recordExcused, type Said, together } from '../check-in.ts';
import { recordExtended } from '../extension.ts';
import { secretaryOf, toPerson } from '../ladder.ts';
import type { Message } from '../message.ts';
import type { Notice } from '../notice.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { dutiesOf } from '../plan/look-up.ts';
import type { Duty, PersonId, Plan } from '../plan/plan.ts';
import { spanPhrase } from '../wording/absence.ts';
import { fullDay, whenDue } from '../wording/dates.ts';
import { answer } from '../wording/echo.ts';
import { comrade, titlePhrase } from '../wording/item.ts';
import { absenceOn, firstDayBack, secondDayBack, standInFor } from './absence.ts';

/**
 * What an absence does to one occurrence: an event becomes leave; what is due on one day moves to the second working
 * day after the return; windows, quotas and what was given as one date-time stay as they are.
 */
export type Effect =
  | { readonly type: 'none' }
  | { readonly type: 'leave'; readonly reason: string }
  /** Whoever reports for everyone is away: the stand-in is asked. */
  | { readonly type: 'handed'; readonly to: PersonId }
  | { readonly type: 'moves'; readonly due: Instant; readonly reminders: readonly Instant[] };

export function effectOf(facts: OccurrenceFacts, plan: Plan): Effect {
  const { zone, bundle } = plan.organization;
  if (facts.settled || facts.own || facts.history || facts.person.startsWith('post.')) return { type: 'none' };
  const day = facts.gathering ? dateAt(startOf(facts), zone) : dateAt(facts.due - 1, zone);
  const absence = absenceOn(plan, facts.person, day);
  if (!absence) return handedOn(facts, plan);
  // What the office put off on purpose stays where it was put.
  if (facts.revision > 0) return { type: 'none' };
  if (facts.gathering) return { type: 'leave', reason: absence.reason ?? 'away' };
  if (facts.exact || isWindow(dutyOf(facts, plan))) return { type: 'none' };
  const hour = bundle ?? '09:00';
  const back = firstDayBack(plan, facts.person, day);
  const last = secondDayBack(plan, facts.person, day);
  return {
    type: 'moves',
    due: endOfDay(last, zone),
    reminders: [back, last].map((date) => instantOf(date, hour, zone)),
  };
}

/** A gathering whose reporter is away when it begins is reported by whoever stands in. */
function handedOn(facts: OccurrenceFacts, plan: Plan): Effect {
  if (!facts.gathering || facts.asked === facts.person) return { type: 'none' };
  const to = standInFor(plan, facts.asked, startOf(facts));
  return to === null ? { type: 'none' } : { type: 'handed', to };
}

function dutyOf(facts: OccurrenceFacts, plan: Plan): Duty | undefined {
  return dutiesOf(plan).byId.get(facts.duty);
}

/** May be done on any of several days, so that an absence leaves other days. */
function isWindow(duty: Duty | undefined): boolean {
  if (duty?.timing.type === 'quota') return true;
  const schedule = duty?.timing.type === 'schedule' ? duty.timing.schedule : undefined;
  return schedule?.kind === 'recurring' && schedule.window !== undefined && schedule.times.length === 0;
}

/** Records the effects of absences that the plan holds; occurrences without one are left out. */
export function recordAbsence(facts: readonly OccurrenceFacts[], said: Said, plan: Plan): Recorded {
  return together(facts.map((one) => recordEffect(one, said, plan)));
}

function recordEffect(facts: OccurrenceFacts, said: Said, plan: Plan): Recorded {
  const effect = effectOf(facts, plan);
  if (effect.type === 'none') return { entries: [], occurrences: [], refused: [] };
  const own = { ...said, ...(said.by === facts.person || said.by === 'bot' ? {} : { onBehalfOf: facts.person }) };
  if (effect.type === 'leave') return recordExcused([facts], own, effect.reason);
  if (effect.type === 'handed') return recordDelegated([facts], said, effect.to);
  const extension = { due: effect.due, reason: 'away', approver: said.by };
  const moved = recordExtended([facts], said, extension, plan.organization);
  const reminders = effect.reminders.map((at, i) => ({ key: `r${i}`, at }));
  const occurrences = moved.occurrences.map((o) => ({
    ...o,
    reminders,
    movedAway: { from: facts.due, revision: o.revision },
  }));
  return { ...moved, occurrences };
}

/** What others hear when the bot itself meets an absence: the secretary what moves, the stand-in which event to attend. */
export function noticesOf(
  before: OccurrenceFacts,
  after: OccurrenceFacts,
  plan: Plan,
  now: Instant,
): readonly Notice[] {
  const { zone } = plan.organization;
  const title = titlePhrase({ facts: [before], first: before }, plan);
  if (after.settled) {
    const to = standInFor(plan, before.person, before.scheduled);
    const text = phrase('time-stand-in-event', { title, when: whenDue(before, zone, now) });
    return to ? [plain(before, to, answer(whoIsAway(before, plan), text), now)] : [];
  }
  if (after.asked !== before.asked) return [reportInstead(before, after.asked, plan, now)];
  const to = secretaryOf(plan);
  const day = fullDay(dateAt(after.due - 1, zone));
  const text = phrase('time-moved-told', { person: comrade(plan, before.person), title, day });
  return to && to !== before.person ? [plain(before, to, answer(text), now)] : [];
}

/** One message for the whole gathering, however many attend it. */
function reportInstead(before: OccurrenceFacts, to: PersonId, plan: Plan, now: Instant): Notice {
  const title = titlePhrase({ facts: [before], first: before }, plan);
  const text = phrase('time-stand-in-report', { title, when: whenDue(before, plan.organization.zone, now) });
  const message = answer(whoIsAway({ ...before, person: before.asked }, plan), text);
  const id = `away@${before.duty}@${before.slot}.report~${toPerson(to)}`;
  return { id, kind: 'plain', to: toPerson(to), at: now, message };
}

function whoIsAway(facts: OccurrenceFacts, plan: Plan): Phrase {
  const { person } = facts;
  const day = dateAt(startOf(facts), plan.organization.zone);
  const span = absenceOn(plan, person, day) ?? { from: day, to: day };
  return phrase('time-stand-in', { person: comrade(plan, person), span: spanPhrase(span) });
}

function plain({ id }: OccurrenceFacts, person: PersonId, message: Message, at: Instant): Notice {
  return { id: `away@${id}~${toPerson(person)}`, kind: 'plain', to: toPerson(person), at, message };
}
