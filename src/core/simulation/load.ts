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

export interface LoadReport {
  readonly people: readonly PersonLoad[];
  readonly collisions: readonly Collision[];
  readonly overload: readonly Overload[];
  readonly heavyWeeks: readonly HeavyWeek[];
}

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
