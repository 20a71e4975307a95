import { DAY, dateAt, MINUTE } from '../calendar.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { occurrencesOf } from '../opening.ts';
import { slotContext } from '../opening-context.ts';
import { phrase } from '../phrase.ts';
import type { Duty } from '../plan/plan.ts';
import { slotsBetween } from '../slots.ts';
import { lastDayInTime } from '../standing.ts';
import type { PaperQuestion, Report } from './contract.ts';
import { whoWords } from './figures/naming.ts';
import type { FeedEvent } from './form/feed.ts';

/** How far ahead a calendar shows what is still to come. */
export const reach = 92 * DAY;
const meetingMinutes = 60;

/** One person's own duties as a calendar: what is open, and what comes within three months. */
export const calendar = {
  id: 'calendar',
  form: 'feed',
  span: 'all',
  about: 'person',
  privately: true,
  compose(question) {
    const { plan, ask, now } = question;
    const person = ask.person ?? '';
    const open = question.open.filter((f) => !f.settled && isTheirs(f, person));
    const known = new Set(question.record.facts.map((f) => f.id));
    const coming = plan.measures
      .flatMap((m) => m.duties)
      .flatMap((duty) => comingOf(duty, question))
      .filter((f) => isTheirs(f, person) && !known.has(f.id));
    return {
      fileName: phrase('report-calendar-file', { person: whoWords(plan, person) }),
      name: phrase('report-calendar-name', { office: plan.organization.name, person: whoWords(plan, person) }),
      zone: plan.organization.zone,
      made: now,
      events: gathered([...open, ...coming]).map((f) => eventOf(f, question)),
    };
  },
} satisfies Report;

/** Theirs to attend or to report. Daily self-study is not an appointment. */
function isTheirs(f: OccurrenceFacts, person: string): boolean {
  return !f.own && (f.person === person || f.asked === person);
}

function comingOf(duty: Duty, question: PaperQuestion): readonly OccurrenceFacts[] {
  const { now } = question;
  if (duty.timing.type === 'after' || duty.remind.type === 'weekly-line') return [];
  return slotsBetween(duty, slotContext(duty, question), now, now + reach).flatMap((slot) =>
    occurrencesOf(duty, slot, question).map(({ facts }) => facts),
  );
}

/** Whoever reports a gathering sees it once, not once for each who attends. */
function gathered(facts: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  const key = (f: OccurrenceFacts) => (f.gathering ? `${f.duty}@${f.slot}` : f.id);
  return [...new Map(facts.map((f) => [key(f), f])).values()].sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
}

function eventOf(f: OccurrenceFacts, { plan }: PaperQuestion): FeedEvent {
  const measure = plan.measures.find((m) => m.id === f.measure);
  const title = f.counterpart
    ? phrase('report-title-with', { title: f.title, name: whoWords(plan, f.counterpart) })
    : f.title;
  const { zone } = plan.organization;
  return {
    uid: `${f.gathering ? `${f.duty}@${f.slot}` : f.id}.${plan.organization.id}`.replace(/[^\w.@-]/g, '-'),
    title: f.timed ? title : phrase('report-calendar-by', { title }),
    about: phrase('report-calendar-about', { measure: measure?.title ?? f.measure, last: dateAt(f.due - 1, zone) }),
    when: f.timed
      ? { at: startOf(f), minutes: f.gathering ? meetingMinutes : Math.max(15, (f.due - f.scheduled) / MINUTE) }
      : { day: lastDayInTime(f, plan.organization) },
    revision: f.revision,
  };
}
