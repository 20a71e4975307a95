import { addDays, dateAt, type Instant } from '../calendar.ts';
import { wordsOf } from '../duties/contract.ts';
import { type LadderStep, person } from '../ladder.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { dutiesOf, measureIn, rosterOf } from '../plan/look-up.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { overdueBy } from '../standing.ts';
import { isLateToday, shortDay, whenDue } from './dates.ts';

/** What people see as one thing: all of one gathering, or one person's talks of one period, or one occurrence. */
export interface Matter {
  readonly facts: readonly OccurrenceFacts[];
  readonly first: OccurrenceFacts;
}

/** Occurrences of the same duty and slot for which the same person is asked, in order of due. */
export function mattersOf(facts: Iterable<OccurrenceFacts>): readonly Matter[] {
  return grouped(facts).sort((a, b) => (isMoreUrgent(a.first, b.first) ? -1 : 1));
}

export function isSameMatter(a: OccurrenceFacts, b: OccurrenceFacts): boolean {
  return a.duty === b.duty && a.slot === b.slot && a.asked === b.asked;
}

export function isMoreUrgent(a: OccurrenceFacts, b: OccurrenceFacts): boolean {
  return a.due === b.due ? a.id < b.id : a.due < b.due;
}

function grouped(facts: Iterable<OccurrenceFacts>): Matter[] {
  const groups = new Map<string, { facts: OccurrenceFacts[]; first: OccurrenceFacts }>();
  for (const one of facts) {
    const key = `${one.duty}@${one.slot}/${one.asked}`;
    const group = groups.get(key);
    if (group) group.facts.push(one);
    else groups.set(key, { facts: [one], first: one });
  }
  return [...groups.values()];
}

/** A name as the bot writes it to others: 王志强同志; the id itself for someone the plan no longer knows. */
export function comrade(plan: Plan, id: PersonId): Phrase {
  if (id.startsWith('post.'))
    return phrase('post', { name: plan.posts.find((p) => `post.${p.id}` === id)?.name ?? id.slice(5) });
  return phrase('comrade', { name: nameOf(plan, id) });
}

/** Who hears on a rung; whoever stands in is named with whom they stand in for. */
export function actingPhrase({ person: id, instead }: LadderStep, plan: Plan): Phrase {
  const name = comrade(plan, id);
  return instead === undefined ? name : phrase('acting-for', { person: name, instead: comrade(plan, instead) });
}

export function nameOf(plan: Plan, id: PersonId): string {
  return person(plan, id)?.name ?? id;
}

/** In the order of the plan, which is the order that an office would name them in. */
export function counterpartsIn(facts: readonly OccurrenceFacts[], plan: Plan): readonly PersonId[] {
  const { places } = rosterOf(plan);
  const found = facts.flatMap(({ counterpart }) => counterpart ?? []);
  return found.sort((a, b) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size));
}

/** The title, with the counterparts that are still owed: 与陈敏、吴丽谈心谈话. */
export function titlePhrase({ facts, first }: Matter, plan: Plan): Phrase {
  const names = counterpartsIn(facts, plan).map((id) => nameOf(plan, id));
  if (first.slot.endsWith('.make-up')) return phrase('title-make-up', { title: first.title });
  if (/\.use\d*$/.test(first.slot)) return phrase('title-use', { title: first.title });
  if (names.length === 0) return phrase('title', { title: first.title });
  if (names.length > 3)
    return phrase('title-with-many', { title: first.title, names: names.slice(0, 2), count: names.length });
  return phrase('title-with', { title: first.title, names });
}

/** As it stands by itself in a list or as a heading: what is called like its measure is told in the words of its kind. */
export function owedPhrase(matter: Matter, plan: Plan): Phrase {
  const { kind, title, measure } = matter.first;
  const alike = measureIn(plan, measure)?.title === title;
  return alike ? phrase(wordsOf(kind).item, { title }) : titlePhrase(matter, plan);
}

/** 上周自学几天: one question for a week, and not a deed of one day. */
export function isOwnWeek({ own, slot }: OccurrenceFacts): boolean {
  return own && slot.includes('-W');
}

/** 1月12日至18日，个人自学4天; or that nobody answered for it. */
export function ownWeekPhrase(facts: OccurrenceFacts, plan: Plan): Phrase {
  const first = dateAt(facts.creditFrom, plan.organization.zone);
  const args = { title: facts.title, from: shortDay(first), to: shortDay(addDays(first, 6)) };
  const { how, amount = 0 } = facts.settled ?? {};
  if (how !== 'done') return phrase('own-week-over', args);
  return phrase(`own-week-${inHours(facts, plan) ? 'h' : 'd'}`, { ...args, n: amount });
}

/** Where the plan sums up hours, a week is asked for its hours. */
export function inHours({ duty }: OccurrenceFacts, plan: Plan): boolean {
  return dutiesOf(plan).byId.get(duty)?.amount?.unit === 'h';
}

/** When it is due, or how late it is. */
export function whenPhrase({ first }: Matter, plan: Plan, now: Instant): Phrase {
  const late = first.gathering ? 0 : overdueBy(first, plan.organization, now);
  const when = whenDue(first, plan.organization.zone, now);
  if (late === 0) return when;
  return isLateToday(first, plan.organization.zone, now)
    ? phrase('late-today', { when })
    : phrase('late-since', { when, days: late });
}

/** Label of the button that reports it: 已谈, 已学, 已开, 已办完. */
export function doneLabel(facts: OccurrenceFacts): Phrase {
  return phrase(wordsOf(facts.kind).done);
}

const reasons = [
  'away',
  'ill',
  'duty',
  'training',
  'leave',
  'plan',
  'outage',
  'amended',
  'correction',
  'wrong-item',
  'wrong-person',
  'not-done',
  'clash',
  'head-away',
  'superior',
  'other',
  'closed',
  'unheld',
  'back',
  'misremembered',
  'verified',
];

/** A reason chosen from a button, or as somebody wrote it. */
export function reasonPhrase(reason: string | undefined): Phrase {
  if (reason !== undefined && reasons.includes(reason)) return phrase(`reason-${reason}`);
  if (reason?.startsWith('merged:')) return phrase('reason-merged', { title: reason.slice('merged:'.length) });
  return reason ? phrase('reason-text', { reason }) : phrase('empty');
}
