import type { Instant } from '../calendar.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import type { Phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { type Crowded, type LoadReport, loadOf } from '../simulation/load.ts';
import { simulate } from '../simulation/simulate.ts';
import { whenDue } from '../wording/dates.ts';

/** What a plan would bring in a span: small enough to be handed from thread to thread. */
export interface Foreseen {
  /** One for each thing and day, in order of time. */
  readonly gatherings: readonly {
    readonly when: Phrase;
    readonly title: string;
    /** The first of those who owe it. */
    readonly person: PersonId;
    readonly count: number;
  }[];
  /** Messages by person, the most first. */
  readonly messages: readonly { readonly person: PersonId; readonly count: number }[];
  /** The worst day or week of each whom it asks for too much, the worst first. */
  readonly crowded: readonly Crowded[];
  /** Two events at one hour for one person, each pair of titles once. */
  readonly collisions: readonly {
    readonly person: PersonId;
    readonly at: Instant;
    readonly titles: readonly string[];
  }[];
}

/** Plays the plan through the span; takes seconds for a plan of hundreds, so it is asked in a thread. */
export function foreseen(plan: Plan, span: { readonly from: Instant; readonly to: Instant }): Foreseen {
  const simulation = simulate({ plan, ...span, answers: 'all' });
  const load = loadOf(plan, simulation, span);
  const { zone } = plan.organization;
  const gatherings = new Map<string, { when: Phrase; title: string; people: Set<PersonId> }>();
  for (const f of [...simulation.occurrences].sort((a, b) => dayOf(a) - dayOf(b))) {
    if (f.scheduled < span.from) continue;
    const when = whenDue(f, zone, span.from);
    // The same thing on one day is one line, whoever owes it and by whichever measure.
    const key = `${f.title} ${JSON.stringify(when)}`;
    const one = gatherings.get(key) ?? { when, title: f.title, people: new Set() };
    one.people.add(f.person);
    gatherings.set(key, one);
  }
  return {
    gatherings: [...gatherings.values()].map(({ when, title, people }) => ({
      when,
      title,
      person: [...people][0]!,
      count: people.size,
    })),
    messages: load.people
      .filter(({ messages }) => messages > 0)
      .map(({ person, messages }) => ({ person, count: messages }))
      .sort((a, b) => b.count - a.count),
    crowded: load.crowded.filter((one, i, all) => all.findIndex(({ person }) => person === one.person) === i),
    collisions: collisionsIn(load),
  };
}

/** As it is worded: an event by its start, anything else by its last day. */
function dayOf(facts: OccurrenceFacts): Instant {
  return facts.gathering ? startOf(facts) : facts.due;
}

function collisionsIn({ collisions }: LoadReport): Foreseen['collisions'] {
  const first = new Map<string, Foreseen['collisions'][number]>();
  for (const { person, at, facts } of collisions) {
    const titles = facts.map(({ title }) => title);
    const key = `${person} ${titles.join(' ')}`;
    if (!first.has(key)) first.set(key, { person, at, titles });
  }
  return [...first.values()];
}
