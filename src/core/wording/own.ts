import { dateAt, type Instant } from '../calendar.ts';
import { dutyKind } from '../duties/index.ts';
import { nextRungAbove } from '../ladder.ts';
import type { Action, Button, Line, Message } from '../message.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { canBeDone, standingOf } from '../standing.ts';
import { streakLine } from './alert.ts';
import { coloured, colourLine } from './colour.ts';
import { dayAndTime, fullDay } from './dates.ts';
import {
  actingPhrase,
  counterpartsIn,
  doneLabel,
  inHours,
  isOwnWeek,
  type Matter,
  mattersOf,
  nameOf,
  owedPhrase,
  whenPhrase,
} from './item.ts';
import { numberRows, rows } from './rows.ts';
import { headingOf, holidayLine, opensTheWeek, provisionalLine, type Section, sectionsOf, whenIn } from './sections.ts';

/** What a message to the person who owes things is made of. */
export interface OwnMessage {
  readonly plan: Plan;
  readonly person: PersonId;
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly now: Instant;
  /** Why it comes, if it is not a plain reminder: a nudge by the office, a catch-up after an outage. */
  readonly why?: readonly Phrase[];
}

/** One calm message with all that is due: a single matter with its buttons, or a numbered list that opens each alone. */
export function ownMessage(own: OwnMessage): Message {
  const matters = mattersOf(own.facts);
  const [only] = matters;
  return matters.length === 1 && only ? singleMessage(only, own) : listMessage(matters, own);
}

function singleMessage(matter: Matter, own: OwnMessage): Message {
  const lines: Line[] = [
    { text: opening(own, 1) },
    ...why(own),
    { text: owedPhrase(matter, own.plan), bold: true, item: 0 },
    ...(matter.first.own ? [] : [{ text: whenPhrase(matter, own.plan, own.now) }]),
    ...holidayLine(matter, own),
    ...colourLine(matter.first, own.plan, own.now),
    ...consequence(matter, own),
    ...provisionalLine([matter], own),
    { text: hint(matter, own) },
  ];
  return { lines, buttons: matterButtons(matter, own), items: [{ no: 0, about: matter.facts.map((f) => f.id) }] };
}

function listMessage(matters: readonly Matter[], own: OwnMessage): Message {
  const sections = sectionsOf(matters, own);
  const ordered = sections.flatMap((section) => section.matters);
  const lines: Line[] = [{ text: opening(own, matters.length) }, ...why(own)];
  for (const section of sections) {
    const heading = headingOf(section, sections, own);
    lines.push(...heading, ...section.matters.map((m) => itemLine(m, ordered, section, heading.length > 0, own)));
  }
  lines.push({ text: phrase('list-hint') }, ...provisionalLine(matters, own), ...awayHint(matters, own));
  const items = ordered.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  return {
    lines,
    buttons: [
      ...numberRows(items.map(({ no, about }) => ({ no, action: { command: 'open', about } }))),
      seenRow(own.facts),
    ],
    items,
  };
}

function itemLine(
  matter: Matter,
  ordered: readonly Matter[],
  section: Section,
  headed: boolean,
  own: OwnMessage,
): Line {
  const no = ordered.indexOf(matter) + 1;
  if (isOwnWeek(matter.first)) {
    const id = inHours(matter.first, own.plan) ? 'list-own-hours' : 'list-own-days';
    return { text: phrase(id, { no, title: matter.first.title }), item: no };
  }
  const args = {
    no,
    when: whenIn(matter, section, headed, own),
    title: coloured(owedPhrase(matter, own.plan), matter.first, own.plan, own.now),
  };
  return { text: phrase('list-item', args), item: no };
}

/** More lines than a phone shows at once would hide it anyway. */
const roomForHint = 6;

function awayHint(matters: readonly Matter[], { plan, now }: OwnMessage): readonly Line[] {
  const week = opensTheWeek(plan, dateAt(now, plan.organization.zone));
  return week && matters.length <= roomForHint ? [{ text: phrase('hint-away') }] : [];
}

function opening(own: OwnMessage, count: number): Phrase {
  const weekly = count > 1 && !own.why?.length && opensTheWeek(own.plan, dateAt(own.now, own.plan.organization.zone));
  if (weekly) return phrase('time-week', { name: nameOf(own.plan, own.person), count });
  const { plan, person, facts } = own;
  const late = facts.some((f) => isOverdue(f, own));
  return phrase(count === 1 ? (late ? 'own-one-late' : 'own-one') : 'own-many', { name: nameOf(plan, person), count });
}

function why({ why: because }: OwnMessage): readonly Line[] {
  return (because ?? []).map((text) => ({ text }));
}

/** The overdue message names the next rung and its hour: nobody is told on in silence (DESIGN §4.13). */
function consequence({ first }: Matter, own: OwnMessage): readonly Line[] {
  const { plan, told, now } = own;
  if (!isOverdue(first, own)) return [];
  const streak = streakLine(first);
  const rung = nextRungAbove(first, told[first.id], plan, now);
  if (!rung) return streak;
  const when = dayAndTime(rung.at, plan.organization.zone, now);
  return [...streak, { text: phrase('own-next-rung', { when, person: actingPhrase(rung, plan) }) }];
}

function isOverdue(facts: OccurrenceFacts, { plan, told, now }: OwnMessage): boolean {
  return ['overdue', 'missed'].includes(standingOf(facts, told[facts.id], plan.organization, now));
}

function hint({ first, facts }: Matter, { now, person, plan }: OwnMessage): Phrase {
  if (first.own) return phrase(isOwnWeek(first) ? (inHours(first, plan) ? 'hint-hours' : 'hint-days') : 'hint-today');
  const may = canBeDone(first, now);
  if (may === 'not-begun') return phrase('hint-event');
  if (may === 'too-early')
    return phrase('hint-early', { day: fullDay(dateAt(first.creditFrom, plan.organization.zone)) });
  if (facts.length > 1 && first.counterpart) return phrase('hint-which-talk');
  if (dutyKind(first.kind).line && !first.follows) return phrase('hint-line');
  if (isAskedForAll(first, person)) return phrase('hint-held', { kind: first.kind, done: doneLabel(first) });
  return phrase('hint-done', { done: doneLabel(first) });
}

/** Whoever reports for everyone is asked whether it was held. */
function isAskedForAll({ gathering, asked, person }: OccurrenceFacts, reader: PersonId): boolean {
  return gathering && asked === reader && asked !== person;
}

/** The buttons of one matter alone. Before an event begins it cannot be done: 知道了, 请假, 改期 (DESIGN §4.7). */
export function matterButtons(
  matter: Matter,
  { plan, person, now }: Pick<OwnMessage, 'plan' | 'person' | 'now'>,
): readonly (readonly Button[])[] {
  const { first, facts } = matter;
  const about = facts.map((f) => f.id);
  const act = (command: string, more: Action['with'] = {}): Action => ({ command, about, with: more });
  if (first.own && !isOwnWeek(first)) return [[{ label: doneLabel(first), action: act('done') }]];
  if (first.own)
    return [
      (inHours(first, plan) ? [0, 1, 2, 3, 5, 8] : [0, 1, 2, 3, 4, 5]).map((days) => ({
        label: phrase('button-number', { n: days }),
        action: act('days', { days }),
      })),
    ];
  const seen = { label: phrase('button-seen'), action: act('seen') };
  const leave = { label: phrase('button-leave'), action: act('leave') };
  const later = { label: phrase('button-later'), action: act('later') };
  const more = { label: phrase('button-more'), action: act('more') };
  const begun = canBeDone(first, now) === 'yes';
  if (!begun) return first.gathering ? [[seen, leave, more]] : [[seen, leave, later]];
  if (facts.length > 1 && first.counterpart) return [...pairButtons(facts, plan), [later, more]];
  const done = { label: doneLabel(first), action: act('done') };
  if (isAskedForAll(first, person)) {
    return [
      [done, later],
      [{ label: phrase('button-not-held'), action: act('cancel') }, more],
    ];
  }
  return [
    [done, later],
    [leave, more],
  ];
}

/** One button per talk still owed: each opens that pair alone. */
function pairButtons(facts: readonly OccurrenceFacts[], plan: Plan): readonly (readonly Button[])[] {
  const buttons = counterpartsIn(facts, plan).map((id) => ({
    label: phrase('button-person', { name: nameOf(plan, id) }),
    action: { command: 'open', about: facts.filter((f) => f.counterpart === id).map((f) => f.id) } satisfies Action,
  }));
  return rows(buttons, 3);
}

/** All seen: it acknowledges and closes nothing. */
function seenRow(facts: readonly OccurrenceFacts[]): readonly Button[] {
  return [{ label: phrase('button-all-seen'), action: { command: 'seen', about: facts.map((f) => f.id) } }];
}
