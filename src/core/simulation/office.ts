import type { Outlook } from '../agenda.ts';
import { type Alarms, alarmClock } from '../alarms.ts';
import type { Instant } from '../calendar.ts';
import type { Notice, Recipient } from '../notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from '../occurrence.ts';
import { type OpenOccurrences, openOccurrences } from '../open.ts';
import { dutiesOf } from '../plan/look-up.ts';
import type { Duty, Measure } from '../plan/plan.ts';
import type { ForeseenMessage, SimulationQuestion } from './simulate.ts';

/** The running bot's store, as far as decisions are read from it. */
export interface SimulatedOffice {
  readonly question: SimulationQuestion;
  readonly since: Readonly<Record<string, Instant>>;
  readonly measures: ReadonlyMap<string, MeasureState>;
  readonly facts: Map<OccurrenceId, OccurrenceFacts>;
  readonly told: Record<OccurrenceId, Told>;
  readonly waiting: Map<Recipient, Notice[]>;
  /** Until when nothing is said to them. */
  readonly held: Map<Recipient, Instant>;
  /** Budgeted messages by recipient and day. */
  readonly spoken: Map<string, number>;
  readonly following: ReadonlyMap<string, readonly Duty[]>;
  readonly alarms: Alarms;
  readonly messages: ForeseenMessage[];
}

export interface MeasureState {
  readonly measure: Measure;
  readonly open: OpenOccurrences;
  readonly existing: Set<OccurrenceId>;
  outlook: Outlook | undefined;
  openedTo: Instant | undefined;
  /** Which warning of its deadline was said last. */
  warned: string | undefined;
}

/** As it stands at the moment of adoption: every measure is to be looked at. */
export function openedOffice(question: SimulationQuestion): SimulatedOffice {
  const { plan, from } = question;
  const { all, afterEvents } = dutiesOf(plan);
  const alarms = alarmClock();
  for (const { id } of plan.measures) alarms.set(`measure/${id}`, from);
  return {
    question,
    since: Object.fromEntries(all.map(({ id }) => [id, from])),
    measures: new Map(plan.measures.map((measure) => [measure.id, unseen(measure)])),
    facts: new Map(),
    told: {},
    waiting: new Map(),
    held: new Map(),
    spoken: new Map(),
    following: followingBy(afterEvents),
    alarms,
    messages: [],
  };
}

function unseen(measure: Measure): MeasureState {
  return {
    measure,
    open: openOccurrences(),
    existing: new Set(),
    outlook: undefined,
    openedTo: undefined,
    warned: undefined,
  };
}

/** Duties that wait for an event, by what the event is called. */
function followingBy(duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> {
  const by = new Map<string, Duty[]>();
  for (const duty of duties)
    if (duty.timing.type === 'after') by.set(duty.timing.event, [...(by.get(duty.timing.event) ?? []), duty]);
  return by;
}

/** An occurrence as it is now. */
export function keep(office: SimulatedOffice, state: MeasureState, facts: OccurrenceFacts): void {
  state.existing.add(facts.id);
  office.facts.set(facts.id, facts);
  state.open.put(facts);
}
