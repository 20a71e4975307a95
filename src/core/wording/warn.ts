import { dateAt, daysBetween, type Instant, type LocalDate } from '../calendar.ts';
import { secretaryOf } from '../ladder.ts';
import type { Line, Message } from '../message.ts';
import type { Notice } from '../notice.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Measure, PersonId, Plan } from '../plan/plan.ts';
import { workdaysBetween } from '../working-calendar.ts';
import { fullDay } from './dates.ts';
import { nameOf } from './item.ts';

/** Deadlines by colour, the most urgent first; the colour is a word, and why it comes to this person is the last line. */
export function warnMessage(warn: {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly notices: readonly Notice[];
  readonly now: Instant;
}): Message {
  const { plan, to, notices, now } = warn;
  const order = ['red', 'yellow', 'green'];
  const sorted = [...notices].sort((a, b) => order.indexOf(a.rung ?? '') - order.indexOf(b.rung ?? ''));
  const lines = [
    phrase('time-warn-head', { name: nameOf(plan, to) }),
    ...sorted.map((notice) => linePhrase(notice, plan, now)),
    ...whyPhrase(sorted, to, plan),
  ];
  return { lines: lines.map((text): Line => ({ text })), buttons: [], items: [] };
}

function linePhrase(notice: Notice, plan: Plan, now: Instant): Phrase {
  const { zone, calendar } = plan.organization;
  const measure = plan.measures.find((m) => m.id === notice.measure);
  const today = dateAt(now, zone);
  const day = (notice.measure ? dayOf(measure?.deadline) : plan.round.report) ?? today;
  const title = notice.measure ? (measure?.title ?? notice.measure) : phrase('time-warn-report');
  const args = { title, day: fullDay(day) };
  if (day < today)
    return phrase('time-warn-red', { ...args, days: Math.max(1, workdaysBetween(day, today, calendar)) });
  if (day === today) return phrase('time-warn-today', { title });
  return phrase(notice.rung === 'green' ? 'time-warn-green' : 'time-warn-yellow', {
    ...args,
    days: daysBetween(today, day),
  });
}

function dayOf(deadline: Measure['deadline'] | undefined): LocalDate | undefined {
  return deadline === null || deadline === 'immediate' || deadline === 'ongoing' ? undefined : deadline;
}

function whyPhrase(notices: readonly Notice[], to: PersonId, plan: Plan): readonly Phrase[] {
  const leads = notices.some((n) => plan.measures.some((m) => m.id === n.measure && m.lead === to));
  if (leads) return [phrase('time-warn-why-lead')];
  if (to === secretaryOf(plan)) return [phrase('time-warn-why-secretary')];
  return to === plan.organization.head ? [phrase('time-warn-why-head')] : [];
}
