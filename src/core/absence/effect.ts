import { dateAt, endOfDay, type Instant, instantOf } from '../calendar.ts';
import { type Recorded, recordExcused, recordExtended, type Said, together } from '../check-in.ts';
import { secretaryOf, toPerson } from '../ladder.ts';
import type { Message } from '../message.ts';
import type { Notice } from '../notice.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
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
  | { readonly type: 'moves'; readonly due: Instant; readonly reminders: readonly Instant[] };

export function effectOf(facts: OccurrenceFacts, plan: Plan): Effect {
  const { zone, bundle } = plan.organization;
  // What the office extended on purpose stays where it was put.
  if (facts.settled || facts.own || facts.history || facts.revision > 0 || facts.person.startsWith('post.'))
    return { type: 'none' };
  const day = facts.gathering ? dateAt(startOf(facts), zone) : dateAt(facts.due - 1, zone);
  const absence = absenceOn(plan, facts.person, day);
  if (!absence) return { type: 'none' };
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

function dutyOf(facts: OccurrenceFacts, plan: Plan): Duty | undefined {
  return plan.measures.flatMap((m) => m.duties).find((d) => d.id === facts.duty);
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
  const extension = { due: effect.due, reason: 'away', approver: said.by };
  const moved = recordExtended([facts], said, extension, plan.organization);
  const reminders = effect.reminders.map((at, i) => ({ key: `r${i}`, at }));
  return { ...moved, occurrences: moved.occurrences.map((o) => ({ ...o, reminders })) };
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
  const to = secretaryOf(plan);
  const day = fullDay(dateAt(after.due - 1, zone));
  const text = phrase('time-moved-told', { person: comrade(plan, before.person), title, day });
  return to && to !== before.person ? [plain(before, to, answer(text), now)] : [];
}

function whoIsAway({ person, scheduled }: OccurrenceFacts, plan: Plan): Phrase {
  const day = dateAt(scheduled, plan.organization.zone);
  const span = absenceOn(plan, person, day) ?? { from: day, to: day };
  return phrase('time-stand-in', { person: comrade(plan, person), span: spanPhrase(span) });
}

function plain({ id }: OccurrenceFacts, person: PersonId, message: Message, at: Instant): Notice {
  return { id: `away@${id}~${toPerson(person)}`, kind: 'plain', to: toPerson(person), at, message };
}
