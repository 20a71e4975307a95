import { dateAt, type Instant, type LocalDate } from '../calendar.ts';
import type { Button, Line, Message } from '../message.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { currentWindow } from '../schedule/period.ts';
import { lateBy } from '../standing.ts';
import { nextReminderTo } from '../steps.ts';
import { dayAndTime, fullDay, whenDue } from './dates.ts';
import {
  comrade,
  counterpartsIn,
  doneLabel,
  isOwnWeek,
  type Matter,
  mattersOf,
  nameOf,
  ownWeekPhrase,
  reasonPhrase,
  titlePhrase,
} from './item.ts';

export function answer(...lines: readonly (Phrase | Line)[]): Message {
  return { lines: lines.map((line) => ('id' in line ? { text: line } : line)), buttons: [], items: [] };
}

export function withButtons(message: Message, ...buttons: readonly (readonly Button[])[]): Message {
  return { ...message, buttons };
}

/** A question whose buttons are its answers: they go when one of them was chosen. */
export function withChoices(message: Message, ...choices: readonly (readonly Button[])[]): Message {
  return withButtons(message, ...choices.map((row) => row.map((button) => ({ ...button, answers: true as const }))));
}

/** What else there is to say, before whatever the message asks. */
export function withMore(message: Message, ...more: readonly (Phrase | Line)[]): Message {
  const asked = message.lines.findIndex((line) => line.asks);
  const at = asked < 0 ? message.lines.length : asked;
  return { ...message, lines: [...message.lines.slice(0, at), ...answer(...more).lines, ...message.lines.slice(at)] };
}

/** The day on which something was carried out, else reported. */
export function dayDone(facts: OccurrenceFacts, plan: Plan): LocalDate {
  const { settled } = facts;
  return settled?.carriedOut ?? dateAt(settled?.at ?? facts.scheduled, plan.organization.zone);
}

/** What was recorded, in one line each, and how to take it back. */
export function recordedMessage(
  facts: readonly OccurrenceFacts[],
  plan: Plan,
  left: readonly OccurrenceFacts[],
): Message {
  const lines: Line[] = [{ text: headPhrase(facts, plan) }];
  // Of a gathering some came and some were excused: each of the two is said, and what was done first.
  const outcomes = mattersOf(facts).flatMap(({ facts: all }) => byOutcome(all));
  for (const matter of outcomes) {
    const { first } = matter;
    const late =
      first.settled?.how === 'done' && !isOwnWeek(first) ? lateBy(first, plan.organization, first.settled.at) : 0;
    lines.push({ text: recordedPhrase(matter, plan) });
    if (late > 0) lines.push({ text: phrase('recorded-late', { days: late }) });
  }
  lines.push(...attendanceLines(facts, plan), ...talksLeft(facts, left, plan));
  const about = facts.map((f) => f.id);
  const date = { label: phrase('button-date'), action: { command: 'date', about } };
  const done = facts.every((f) => f.settled?.how === 'done' || (f.gathering && f.settled?.how === 'excused'));
  const people = { label: phrase('button-people'), action: { command: 'people', about } };
  const pair = done && facts.length === 1 && facts[0]?.counterpart !== undefined;
  const dated = done && !facts.every(isOwnWeek);
  return { lines, buttons: [[...(pair ? [people] : []), ...(dated ? [date] : []), undoButton(facts)]], items: [] };
}

export function undoButton(facts: readonly OccurrenceFacts[]): Button {
  return { label: phrase('button-undo'), action: { command: 'undo', about: facts.map((f) => f.id) } };
}

/** Of what was recorded for somebody else it is said for whom. */
function headPhrase(facts: readonly OccurrenceFacts[], plan: Plan): Phrase {
  const [person, another] = new Set(facts.map((f) => f.settled?.onBehalfOf));
  if (person === undefined || another !== undefined) return phrase('recorded-head');
  return phrase('recorded-head-behalf', { person: comrade(plan, person) });
}

function recordedPhrase(matter: Matter, plan: Plan): Phrase {
  const { first } = matter;
  if (isOwnWeek(first)) return ownWeekPhrase(first, plan);
  return phrase(`recorded-${first.settled?.how ?? 'done'}`, {
    day: fullDay(dayDone(first, plan)),
    title: titlePhrase(matter, plan),
    reason: reasonPhrase(first.settled?.reason),
  });
}

/** Whoever was absent is named by the line on attendance, where there is one. */
function byOutcome(facts: readonly OccurrenceFacts[]): readonly Matter[] {
  const done = facts.filter((f) => f.settled?.how === 'done');
  const named = done.some((f) => f.settled?.attendance?.absent !== undefined);
  const others = named ? [] : facts.filter((f) => f.settled?.how !== 'done');
  return [done, others].flatMap((all) => (all[0] ? [{ facts: all, first: all[0] }] : []));
}

/** 应到、实到, and who was absent why, as far as the report said so. */
function attendanceLines(facts: readonly OccurrenceFacts[], plan: Plan): readonly Line[] {
  const settled = facts.find((f) => f.settled?.attendance)?.settled;
  const { attendance: found, presenter } = settled ?? {};
  if (!found) return [];
  const { expected, present, attended = [], absent = [] } = found;
  // Whoever gave the lecture is named as such.
  const came = attended.filter((id) => id !== presenter);
  const names = came.slice(0, 6).map((id) => nameOf(plan, id));
  const counts = [
    ...(names.length > 0 && present === undefined ? [phrase('attendance-attended', { names })] : []),
    ...(expected === undefined ? [] : [phrase('attendance-expected', { n: expected })]),
    ...(present === undefined ? [] : [phrase('attendance-present', { n: present })]),
  ];
  const away = absent.map(({ person, reason }) =>
    phrase('attendance-absent', { name: nameOf(plan, person), reason: reasonPhrase(reason) }),
  );
  const parts = [...counts, ...away];
  return parts.length > 0 ? [{ text: phrase('attendance', { parts }) }] : [];
}

/** Of a talk quota: who is still to be talked with; and that only date and pair are kept (DESIGN §4.14). */
function talksLeft(facts: readonly OccurrenceFacts[], left: readonly OccurrenceFacts[], plan: Plan): readonly Line[] {
  const talks = facts.filter((f) => f.kind === 'talk');
  if (talks.length === 0) return [];
  const same = left.filter(
    (f) => talks.some((t) => t.duty === f.duty && t.slot === f.slot && t.person === f.person) && !f.settled,
  );
  const names = counterpartsIn(same, plan).map((id) => nameOf(plan, id));
  const [first] = talks;
  const today = dateAt(first!.settled?.at ?? first!.scheduled, plan.organization.zone);
  const window = currentWindow(first!.slot, today) ?? 'other';
  return [
    ...(names.length > 0
      ? [{ text: phrase('talks-left', { window, count: names.length, names: names.slice(0, 6) }) }]
      : []),
    ...(plan.organization.talkContent === 'none' ? [{ text: phrase('talks-content') }] : []),
  ];
}

/** 收到 is not a completion: says so, and when the bot speaks of it to this person again. */
export function seenMessage(facts: readonly OccurrenceFacts[], plan: Plan, now: Instant, reader: PersonId): Message {
  const matters = mattersOf(facts);
  const [matter] = matters;
  if (!matter) return answer(phrase('nothing-open'));
  const { first } = matter;
  const many = matters.length > 1;
  const about = matter.facts.map((f) => f.id);
  const begun = !first.gathering || now >= startOf(first);
  const label = first.gathering && !begun ? 'seen-event' : 'seen-one';
  const what = many
    ? phrase('seen-many', { count: matters.length })
    : phrase(label, { title: titlePhrase(matter, plan) });
  const lines = [{ text: what }, { text: nextSaid(facts, plan, now, reader) }, ...lateLine(matters, now, reader)];
  const asked = matter.facts.some((f) => f.asked === reader);
  const buttons =
    many || !begun || !asked || (matter.facts.length > 1 && first.counterpart)
      ? []
      : [[{ label: doneLabel(first), action: { command: 'done', about } }]];
  return { lines, buttons, items: many ? [] : [{ no: 0, about }] };
}

/** Among several some may be overdue: the reminder that is promised is not of those. */
function lateLine(matters: readonly Matter[], now: Instant, reader: PersonId): readonly Line[] {
  const isSilent = (f: OccurrenceFacts): boolean => f.due <= now && nextReminderTo(reader, f, now) === undefined;
  const count = matters.filter(({ facts }) => facts.every(isSilent)).length;
  return count > 0 && count < matters.length ? [{ text: phrase('seen-late-some', { count }) }] : [];
}

/** 稍后, 推到周五 within the deadline: when it is said again, and that it is due all the same. */
export function laterMessage(facts: readonly OccurrenceFacts[], plan: Plan, at: Instant, now: Instant): Message {
  const { zone } = plan.organization;
  const titles = mattersOf(facts).map((matter) => titlePhrase(matter, plan));
  const again = phrase('later-at', { titles, when: dayAndTime(at, zone, now) });
  const [first] = facts;
  return first && first.due > now
    ? answer(again, phrase('later-due', { due: whenDue(first, zone, now) }))
    : answer(again);
}

/** When this reader hears of any of it again; of an event that somebody else reports, who does. */
export function nextSaid(facts: readonly OccurrenceFacts[], plan: Plan, now: Instant, reader: PersonId): Phrase {
  const next = facts.flatMap((f) => nextReminderTo(reader, f, now) ?? []);
  if (next.length > 0) return phrase('seen-next', { when: dayAndTime(Math.min(...next), plan.organization.zone, now) });
  const [other] = facts;
  if (other && facts.every((f) => f.gathering && f.asked !== reader))
    return phrase('seen-attend', { person: comrade(plan, other.asked) });
  return phrase(facts.every((f) => f.due <= now) ? 'seen-late' : 'seen-no-reminder');
}

/** To whom somebody else recorded it: said once, with a way to contradict. */
export function onBehalfMessage(facts: readonly OccurrenceFacts[], by: PersonId, plan: Plan): Message {
  const [matter] = mattersOf(facts);
  const about = facts.map((f) => f.id);
  const lines: Line[] = matter
    ? [
        {
          text: phrase('on-behalf', {
            by: comrade(plan, by),
            day: fullDay(dayDone(matter.first, plan)),
            title: titlePhrase(matter, plan),
          }),
        },
      ]
    : [];
  return {
    lines,
    buttons: [[{ label: phrase('button-not-so'), action: { command: 'not-so', about } }]],
    items: [],
  };
}
