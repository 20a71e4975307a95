import { dateAt, type Instant, type LocalDate } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import type { ToldAbsence } from '../office-changes.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { fullDay, whenDue } from './dates.ts';
import { comrade, mattersOf, reasonPhrase, titlePhrase } from './item.ts';

/** More than this is counted, so that the message stays short. */
const listed = 4;

/** To the absent person, or about them: the days, what became leave, what moved and to when. */
export function absenceMessage(told: {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly absence: ToldAbsence;
  /** Earlier words on some of the same days, which no longer hold. */
  readonly instead?: readonly ToldAbsence[];
  readonly recorded: readonly OccurrenceFacts[];
  readonly now: Instant;
}): Message {
  const { plan, to, absence, recorded, instead = [] } = told;
  const own = to === absence.person;
  const standIn = absence.standIn ?? plan.people.find((p) => p.id === absence.person)?.standIn;
  const lines: Phrase[] = [
    headPhrase(absence, plan, own),
    ...instead.map((one) => phrase('time-away-instead', { span: spanPhrase(one) })),
    ...(standIn ? [phrase('time-away-stand-in', { person: comrade(plan, standIn) })] : []),
    ...changedPhrases(recorded, plan),
    ...(own ? [phrase('time-away-quiet')] : []),
  ];
  return { lines: lines.map((text): Line => ({ text })), buttons: [], items: [] };
}

function headPhrase(absence: ToldAbsence, plan: Plan, own: boolean): Phrase {
  const args = {
    span: spanPhrase(absence),
    reason: reasonPhrase(absence.reason),
    person: comrade(plan, absence.person),
  };
  return own ? phrase('time-away-own', { span: args.span, reason: args.reason }) : phrase('time-away-other', args);
}

export function spanPhrase({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): Phrase {
  return from === to ? fullDay(from) : phrase('time-span', { from: fullDay(from), to: fullDay(to) });
}

/** What an early return brought forward again, a line for each day. */
export function backPhrases(recorded: readonly OccurrenceFacts[], plan: Plan): readonly Phrase[] {
  const days = [...new Set(recorded.map((f) => f.due))].sort((a, b) => a - b);
  return days.map((due) => {
    const titles = titlesOf(
      recorded.filter((f) => f.due === due),
      plan,
    );
    return phrase('time-back-moved', { day: fullDay(dateAt(due - 1, plan.organization.zone)), titles });
  });
}

/** What became leave and what moved, a line for each new day. */
export function changedPhrases(recorded: readonly OccurrenceFacts[], plan: Plan): readonly Phrase[] {
  const leave = recorded.filter((f) => f.settled?.how === 'excused');
  const moved = recorded.filter((f) => f.movedAway !== undefined);
  const days = [...new Set(moved.map((f) => f.due))].sort((a, b) => a - b);
  const { zone } = plan.organization;
  return [
    ...(leave.length > 0 ? [phrase('time-away-leave', { titles: titlesOf(leave, plan) })] : []),
    ...days.map((due) =>
      phrase('time-away-moved', {
        day: fullDay(dateAt(due - 1, zone)),
        titles: titlesOf(
          moved.filter((f) => f.due === due),
          plan,
        ),
      }),
    ),
  ];
}

function titlesOf(facts: readonly OccurrenceFacts[], plan: Plan): Phrase {
  const titles = mattersOf(facts).map((matter) => titlePhrase(matter, plan));
  const rest = titles.length - listed;
  return rest > 0
    ? phrase('time-titles-more', { titles: titles.slice(0, listed), rest })
    : phrase('time-titles', { titles });
}

/** To whoever stands in: since when, and which events they are asked to attend. */
export function standInMessage(told: {
  readonly plan: Plan;
  readonly absence: ToldAbsence;
  readonly events: readonly OccurrenceFacts[];
  readonly now: Instant;
}): Message {
  const { plan, absence, events, now } = told;
  const { zone } = plan.organization;
  const handed = events.filter((f) => !f.settled);
  const lines = [
    phrase('time-stand-in', { person: comrade(plan, absence.person), span: spanPhrase(absence) }),
    ...mattersOf(events.filter((f) => f.settled))
      .slice(0, listed)
      .map((matter) =>
        phrase('time-stand-in-event', { title: titlePhrase(matter, plan), when: whenDue(matter.first, zone, now) }),
      ),
    ...mattersOf(handed)
      .slice(0, listed)
      .map((matter) =>
        phrase('time-stand-in-report', { title: titlePhrase(matter, plan), when: whenDue(matter.first, zone, now) }),
      ),
  ];
  return { lines: lines.map((text): Line => ({ text })), buttons: [], items: [] };
}
