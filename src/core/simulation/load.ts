import { addDays, dateAt, HOUR, type Instant, type LocalDate, mondayOf } from '../calendar.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import type { ForeseenMessage, Simulation } from './simulate.ts';

/** How much a plan asks of one person. */
export interface PersonLoad {
  readonly person: PersonId;
  readonly messages: number;
  /** Messages by the Monday of their week; weeks without any are there too. */
  readonly weeks: Readonly<Record<LocalDate, number>>;
  /** Mean per week, one decimal. */
  readonly average: number;
}

export interface Collision {
  readonly person: PersonId;
  /** Start of the first. */
  readonly at: Instant;
  /** Events whose starts lie less than an hour apart. */
  readonly facts: readonly OccurrenceFacts[];
}

export interface Overload {
  readonly person: PersonId;
  readonly day: LocalDate;
  readonly messages: number;
}

export interface HeavyWeek {
  readonly person: PersonId;
  readonly monday: LocalDate;
  readonly messages: number;
  readonly average: number;
}

/** More things due for one person in a day or a week than a person can do well. */
export interface Crowded {
  readonly person: PersonId;
  readonly span: 'day' | 'week';
  /** The day, or the Monday of the week. */
  readonly from: LocalDate;
  readonly count: number;
}

export interface LoadReport {
  readonly people: readonly PersonLoad[];
  readonly collisions: readonly Collision[];
  readonly overload: readonly Overload[];
  readonly heavyWeeks: readonly HeavyWeek[];
  /** The worst first; a week is not named beside a day of it. */
  readonly crowded: readonly Crowded[];
}

/** Things due in a day and in a week above which it is too much. */
const CROWDED = { day: 5, week: 10 } as const;
/** Messages a day above which it is too much, whatever they say. */
export const DAILY_LIMIT = 5;
/** A week is heavy at twice the average, if that is at least so many messages more. */
const HEAVY = { times: 2, more: 3 } as const;

/** What a simulation means for each person: weeks, collisions, too much at once. */
export function loadOf(
  plan: Plan,
  { messages, occurrences }: Simulation,
  span: { readonly from: Instant; readonly to: Instant },
  dailyLimit = DAILY_LIMIT,
): LoadReport {
  const { zone } = plan.organization;
  const mondays = weeksOf(dateAt(span.from, zone), dateAt(span.to - 1, zone));
  const byPerson = grouped(
    messages.filter(({ to }) => to.startsWith('person/')),
    ({ to }) => to.slice(7),
  );
  const people = plan.people.map(({ id }) => personLoad(id, byPerson.get(id) ?? [], mondays, zone));
  return {
    people,
    collisions: collisionsOf(plan, occurrences, span),
    overload: plan.people.flatMap(({ id }) => overloadOf(id, byPerson.get(id) ?? [], dailyLimit, zone)),
    heavyWeeks: people.flatMap(heavyWeeksOf),
    crowded: crowdedOf(plan, occurrences, span),
  };
}

function personLoad(
  person: PersonId,
  said: readonly ForeseenMessage[],
  mondays: readonly LocalDate[],
  zone: string,
): PersonLoad {
  const counts = grouped(said, ({ at }) => mondayOf(dateAt(at, zone)));
  const weeks = Object.fromEntries(mondays.map((monday) => [monday, counts.get(monday)?.length ?? 0]));
  return { person, messages: said.length, weeks, average: Math.round((10 * said.length) / mondays.length) / 10 };
}

function heavyWeeksOf({ person, weeks, average }: PersonLoad): readonly HeavyWeek[] {
  return (Object.entries(weeks) as [LocalDate, number][])
    .filter(([, n]) => n >= average * HEAVY.times && n >= average + HEAVY.more)
    .map(([monday, messages]) => ({ person, monday, messages, average }));
}

function overloadOf(
  person: PersonId,
  said: readonly ForeseenMessage[],
  limit: number,
  zone: string,
): readonly Overload[] {
  return [...grouped(said, ({ at }) => dateAt(at, zone))]
    .filter(([, day]) => day.length > limit)
    .map(([day, { length }]) => ({ person, day, messages: length }));
}

/** Things due by person and day: all talks of one duty are one thing, and one's own study is nobody's business. */
function crowdedOf(
  plan: Plan,
  all: readonly OccurrenceFacts[],
  { from, to }: { from: Instant; to: Instant },
): readonly Crowded[] {
  const { zone } = plan.organization;
  const due = all.filter((f) => !f.own && f.due > from && f.due <= to);
  const byPerson = grouped(due, ({ person }) => person);
  const count = (facts: readonly OccurrenceFacts[]) => new Set(facts.map((f) => `${f.duty}@${f.slot}`)).size;
  const crowded = plan.people.flatMap(({ id }) => {
    const over = (span: Crowded['span'], dayOf: (day: LocalDate) => LocalDate): readonly Crowded[] =>
      [...grouped(byPerson.get(id) ?? [], (f) => dayOf(dateAt(f.due - 1, zone)))]
        .map(([day, facts]) => ({ person: id, span, from: day, count: count(facts) }))
        .filter((one) => one.count > CROWDED[span]);
    const days = over('day', (day) => day);
    const named = new Set(days.map((one) => mondayOf(one.from)));
    return [...days, ...over('week', mondayOf).filter((week) => !named.has(week.from))];
  });
  return crowded.sort((a, b) => b.count - a.count);
}

/** Events of different duties that one person owes, starting less than an hour apart. */
function collisionsOf(
  plan: Plan,
  all: readonly OccurrenceFacts[],
  { from, to }: { from: Instant; to: Instant },
): readonly Collision[] {
  const events = all.filter((f) => f.gathering && f.timed && f.scheduled >= from && f.scheduled < to);
  const byPerson = grouped(events, ({ person }) => person);
  return plan.people.flatMap(({ id }) => {
    const mine = [...(byPerson.get(id) ?? [])].sort((a, b) => a.scheduled - b.scheduled || (a.id < b.id ? -1 : 1));
    const clusters: OccurrenceFacts[][] = [];
    for (const one of mine) {
      const last = clusters.at(-1);
      if (last && one.scheduled - last[0]!.scheduled < HOUR) last.push(one);
      else clusters.push([one]);
    }
    return clusters
      .filter((cluster) => new Set(cluster.map(({ duty }) => duty)).size > 1)
      .map((facts) => ({ person: id, at: facts[0]!.scheduled, facts }));
  });
}

function weeksOf(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const mondays: LocalDate[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
