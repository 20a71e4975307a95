import { dateAt, type Instant, localOf } from '../calendar.ts';
import type { Entry, EntryKind } from '../ledger.ts';
import { type OccurrenceId, partsOfOccurrence } from '../occurrence.ts';
import { type Phrase, type PhraseArg, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { itemPhrase } from './checks.ts';
import { nameOf } from './item.ts';

type ArgsOf = { readonly [K in EntryKind]: (entry: Extract<Entry, { kind: K }>, plan: Plan) => Phrase['args'] };

/** What each kind of entry says beside what it is about. Its words are `entry-<kind>`. */
const argsOf = {
  opened: ({ facts }, plan) => ({ due: dateAt(facts.due - 1, plan.organization.zone) }),
  said: ({ to, notices, result }, plan) => ({
    to: recipientName(plan, to),
    count: notices.length,
    result: phrase(`entry-result-${result}`),
  }),
  noticed: ({ keys }) => ({ count: keys.length }),
  'checked-in': ({ settlement }) => ({
    how: phrase(`entry-how-${settlement.how}`),
    day: settlement.carriedOut ? phrase('entry-day', { day: settlement.carriedOut }) : phrase('entry-nothing'),
  }),
  acknowledged: ({ until }, plan) => ({ until: wallClock(until, plan) }),
  snoozed: ({ until }, plan) => ({ until: wallClock(until, plan) }),
  progressed: () => ({}),
  'not-done': () => ({}),
  extended: ({ from, due, reason, approver }, plan) => ({
    from: dateAt(from - 1, plan.organization.zone),
    due: dateAt(due - 1, plan.organization.zone),
    reason: reasonOf(reason),
    approver: who(plan, approver),
  }),
  excused: ({ reason }) => ({ reason: reasonOf(reason) }),
  voided: ({ reason }) => ({ reason: reasonOf(reason) }),
  gap: () => ({}),
  undone: ({ reason }) => ({ reason: reasonOf(reason ?? '') }),
  evidence: ({ form }) => ({ form: phrase(`evidence-form-${form}`) }),
  delegated: ({ person, to }, plan) => ({ person: who(plan, person), to: who(plan, to) }),
  erased: ({ texts, files = [] }) => ({ count: texts.length, files: files.length }),
  requested: ({ what, until }) => ({
    what: phrase(`entry-${what}`),
    until: until ? phrase('entry-until', { day: until }) : phrase('entry-nothing'),
  }),
  declined: ({ what, asker }, plan) => ({ what: phrase(`entry-${what}`), asker: who(plan, asker) }),
  held: ({ until, reason }, plan) => ({ until: wallClock(until, plan), reason: reasonOf(reason) }),
  nudged: ({ to }, plan) => ({ to: who(plan, to) }),
  digest: ({ group, from, to }, plan) => ({
    group: recipientName(plan, `group/${group}`),
    from: wallClock(from, plan),
    to: wallClock(to, plan),
  }),
  'digest-edited': ({ group, what, no }, plan) => ({
    group: recipientName(plan, `group/${group}`),
    what: phrase(`digest-did-${what}`, { no: no ?? 0 }),
  }),
  outage: ({ from, to }, plan) => ({ from: wallClock(from, plan), to: wallClock(to, plan) }),
  adopted: ({ version, hash }) => ({ version, hash: hash.slice(0, 8) }),
  linked: ({ recipient }, plan) => ({ who: recipientName(plan, recipient) }),
  unlinked: ({ recipient }, plan) => ({ who: recipientName(plan, recipient) }),
  sealed: ({ upTo, sha256 }) => ({ upTo, sha256: sha256.slice(0, 8) }),
  calendar: ({ year, daysOff, workDays }) => ({
    year: year === undefined ? phrase('entry-nothing') : phrase('entry-calendar-year', { year }),
    off: [...daysOff],
    work: [...workDays],
  }),
  checked: ({ check }) => ({ item: itemPhrase(check.item), answer: phrase(`check-answer-${check.answer}`) }),
  accepted: () => ({}),
  confirmed: () => ({}),
  'close-out': ({ step, result, measure }, plan) => ({
    step: phrase(`close-step-${step}`),
    result: result ? phrase(`close-result-${result}`) : phrase('entry-nothing'),
    measure: plan.measures.find((m) => m.id === measure)?.title ?? measure ?? '',
  }),
  absent: ({ person, from, to, reason }, plan) => ({
    who: who(plan, person),
    from,
    to,
    reason: reasonOf(reason ?? ''),
  }),
} satisfies ArgsOf;

/** One entry as one line: number, time, who, what. People and duties are named as the plan names them now. */
export function entryPhrase(entry: Entry, plan: Plan): Phrase {
  const by = entry.onBehalfOf
    ? phrase('entry-behalf', { by: who(plan, entry.by), person: who(plan, entry.onBehalfOf) })
    : who(plan, entry.by);
  return phrase('entry-line', { seq: entry.seq, at: wallClock(entry.at, plan), by, what: deedPhrase(entry, plan) });
}

/** What happened, without its number, time and author. */
export function deedPhrase(entry: Entry, plan: Plan): Phrase {
  // A record of a newer program is shown, not hidden.
  if (!Object.hasOwn(argsOf, entry.kind)) return phrase('entry-other', { kind: entry.kind });
  const read = argsOf[entry.kind] as (one: Entry, plan: Plan) => Record<string, PhraseArg>;
  return { id: `entry-${entry.kind}`, args: { about: aboutPhrase(entry.about, plan), ...read(entry, plan) } };
}

const named = 3;

function aboutPhrase(about: readonly OccurrenceId[], plan: Plan): Phrase {
  if (about.length === 0) return phrase('entry-nothing');
  const shown = about.slice(0, named).map((id) => occurrencePhrase(id, plan));
  if (about.length <= named) return phrase('entry-about', { items: shown });
  return phrase('entry-about-many', { items: shown, count: about.length });
}

/** `党组理论学习（2026-03-25，李秀）`: an occurrence as people know it. */
export function occurrencePhrase(id: OccurrenceId, plan: Plan): Phrase {
  const { duty, slot, person, counterpart } = partsOfOccurrence(id);
  const title = plan.measures.flatMap((m) => m.duties).find((d) => d.id === duty)?.title ?? duty;
  const people = [person, ...(counterpart ? [counterpart] : [])].map((one) => holderName(plan, one));
  return phrase('entry-occurrence', { title, slot, people });
}

export function holderName(plan: Plan, id: PersonId): string {
  return id.startsWith('post.')
    ? (plan.posts.find((p) => `post.${p.id}` === id)?.name ?? id.slice(5))
    : nameOf(plan, id);
}

function who(plan: Plan, id: PersonId | 'bot'): Phrase {
  return id === 'bot' ? phrase('entry-bot') : phrase('entry-person', { name: holderName(plan, id) });
}

export function recipientName(plan: Plan, to: string): string {
  const id = to.slice(to.indexOf('/') + 1);
  return to.startsWith('group/') ? (plan.groups.find((g) => g.id === id)?.name ?? id) : holderName(plan, id);
}

function reasonOf(reason: string): Phrase {
  return reason === '' ? phrase('entry-nothing') : phrase('entry-reason', { reason });
}

function wallClock(at: Instant, plan: Plan): string {
  const { date, time } = localOf(at, plan.organization.zone);
  return `${date} ${time}`;
}
