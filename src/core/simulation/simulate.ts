import type { Instant } from '../calendar.ts';
import type { NoticeKind, Recipient } from '../notice.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import type { Plan } from '../plan/plan.ts';
import { occurrencesBetween } from '../schedule/occurrences.ts';
import { look } from './agendas.ts';
import { answer } from './answers.ts';
import { deliver } from './messages.ts';
import { openedOffice, type SimulatedOffice } from './office.ts';

export interface SimulationQuestion {
  readonly plan: Plan;
  /** The plan is taken as adopted at this instant: nothing before it counts. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  /** `all`: everyone reports as soon as they are reminded and may; `none`: nobody ever does, so that ladders show. */
  readonly answers: 'all' | 'none';
}

/** One message as it would go out. Everybody counts as joined. */
export interface ForeseenMessage {
  readonly at: Instant;
  readonly to: Recipient;
  /** Of a message that says several kinds of thing, the gravest. */
  readonly kind: NoticeKind;
  /** What it is about, in the order of its notices. */
  readonly facts: readonly OccurrenceFacts[];
}

export interface Simulation {
  /** In order of time, and of the plan's people. */
  readonly messages: readonly ForeseenMessage[];
  /** Everything that came due or began in the span. */
  readonly occurrences: readonly OccurrenceFacts[];
}

/**
 * Plays a plan through a span, from wake to wake, with the very questions that the running bot asks: the agenda decides,
 * the bundle makes messages. What follows an event opens when that event is reported; what nobody can foresee (a change
 * of post, an absence) stays out.
 */
export function simulate(question: SimulationQuestion): Simulation {
  const office = openedOffice(question);
  for (let now = office.alarms.next(); now !== undefined && now < question.to; now = office.alarms.next()) {
    for (const key of office.alarms.take(now)) ring(office, key, now);
    deliver(office, now);
  }
  return {
    messages: inOrder([...office.messages, ...digestsOf(question)], question.plan),
    occurrences: [...office.facts.values()],
  };
}

/** `measure/<id>` asks the agenda, `person/<id>` ends a holding back, `answer/<occurrence>` reports it. */
function ring(office: SimulatedOffice, key: string, now: Instant): void {
  const id = key.slice(key.indexOf('/') + 1);
  if (key.startsWith('measure/')) look(office, office.measures.get(id)!, now);
  else if (key.startsWith('answer/')) answer(office, id, now);
  else office.held.delete(`person/${id}`);
}

/** In order of time; of one instant in the order of the plan, whichever measure was asked first. */
function inOrder(messages: readonly ForeseenMessage[], { people, groups }: Plan): readonly ForeseenMessage[] {
  const recipients = [...people.map((p) => `person/${p.id}`), ...groups.map((g) => `group/${g.id}`)];
  const places = new Map(recipients.map((to, i) => [to, i]));
  return [...messages].sort((a, b) => a.at - b.at || places.get(a.to)! - places.get(b.to)!);
}

function digestsOf({ plan, from, to }: SimulationQuestion): readonly ForeseenMessage[] {
  const { zone, calendar } = plan.organization;
  return plan.groups.flatMap((group) =>
    group.digest
      ? occurrencesBetween(group.digest, { zone, calendar, shift: 'next' }, from, to - 1).map(
          ({ at }): ForeseenMessage => ({ at, to: `group/${group.id}`, kind: 'digest', facts: [] }),
        )
      : [],
  );
}
