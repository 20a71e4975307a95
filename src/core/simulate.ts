import { occurrencesAfter } from './after-event.ts';
import { agendaOf, type Outlook } from './agenda.ts';
import { type Alarms, alarmClock } from './alarms.ts';
import { bundleOf } from './bundle.ts';
import { type Instant, localOf } from './calendar.ts';
import { toPerson } from './ladder.ts';
import { sooner } from './look.ts';
import type { Notice, NoticeKind, Recipient } from './notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from './occurrence.ts';
import { type OpenOccurrences, openOccurrences } from './open.ts';
import type { Duty, Measure, Plan } from './plan/plan.ts';
import { occurrencesBetween } from './schedule/occurrences.ts';
import { canBeDone } from './standing.ts';

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
 * Plays a plan through a span, from wake to wake, with the very questions that the running bot asks: agendaOf decides,
 * bundleOf makes messages. What follows an event opens when that event is reported; what nobody can foresee (a change of
 * post, an absence) stays out.
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

/** In order of time; of one instant in the order of the plan, whichever measure was asked first. */
function inOrder(messages: readonly ForeseenMessage[], { people, groups }: Plan): readonly ForeseenMessage[] {
  const recipients = [...people.map((p) => `person/${p.id}`), ...groups.map((g) => `group/${g.id}`)];
  const places = new Map(recipients.map((to, i) => [to, i]));
  return [...messages].sort((a, b) => a.at - b.at || places.get(a.to)! - places.get(b.to)!);
}

/** The running bot's store, as far as decisions are read from it. */
interface Office {
  readonly question: SimulationQuestion;
  readonly since: Readonly<Record<string, Instant>>;
  readonly measures: ReadonlyMap<string, MeasureState>;
  readonly facts: Map<OccurrenceId, OccurrenceFacts>;
  readonly told: Record<OccurrenceId, Told>;
  readonly waiting: Map<Recipient, Notice[]>;
  readonly held: Map<Recipient, Instant>;
  /** Budgeted messages by recipient and day. */
  readonly spoken: Map<string, number>;
  readonly following: ReadonlyMap<string, readonly Duty[]>;
  readonly alarms: Alarms;
  readonly messages: ForeseenMessage[];
}

interface MeasureState {
  readonly measure: Measure;
  readonly open: OpenOccurrences;
  readonly existing: Set<OccurrenceId>;
  outlook: Outlook | undefined;
  openedTo: Instant | undefined;
  /** Which warning of its deadline was said last. */
  warned: string | undefined;
}

function openedOffice(question: SimulationQuestion): Office {
  const { plan, from } = question;
  const duties = plan.measures.flatMap((m) => m.duties);
  const alarms = alarmClock();
  for (const { id } of plan.measures) alarms.set(`measure/${id}`, from);
  const state = (measure: Measure): MeasureState => ({
    measure,
    open: openOccurrences(),
    existing: new Set(),
    outlook: undefined,
    openedTo: undefined,
    warned: undefined,
  });
  return {
    question,
    since: Object.fromEntries(duties.map(({ id }) => [id, from])),
    measures: new Map(plan.measures.map((m) => [m.id, state(m)])),
    facts: new Map(),
    told: {},
    waiting: new Map(),
    held: new Map(),
    spoken: new Map(),
    following: followingBy(duties),
    alarms,
    messages: [],
  };
}

/** `measure/<id>` asks the agenda, `person/<id>` ends a holding back, `answer/<occurrence>` reports it. */
function ring(office: Office, key: string, now: Instant): void {
  const id = key.slice(key.indexOf('/') + 1);
  if (key.startsWith('measure/')) look(office, office.measures.get(id)!, now);
  else if (key.startsWith('answer/')) answer(office, id, now);
  else office.held.delete(`person/${id}`);
}

function look(office: Office, state: MeasureState, now: Instant): void {
  const until = sleepsUntil(state, now);
  if (until === undefined) askAgenda(office, state, now);
  else arm(office, state, until);
}

function askAgenda(office: Office, state: MeasureState, now: Instant): void {
  const { plan } = office.question;
  const agenda = agendaOf({
    plan,
    planVersion: 1,
    since: office.since,
    measure: state.measure,
    openedTo: state.openedTo,
    open: state.open,
    existing: state.existing,
    told: office.told,
    now,
    rungsAllowed: true,
    warned: state.warned,
    ...(state.outlook ? { outlook: state.outlook } : {}),
  });
  state.openedTo = now;
  state.warned = agenda.warned;
  state.outlook = agenda.outlook;
  for (const facts of agenda.occurrences) keep(office, state, facts);
  for (const [id, until] of agenda.rests) state.open.rest(id, until);
  for (const notice of agenda.notices) {
    const waiting = office.waiting.get(notice.to);
    if (waiting) waiting.push(notice);
    else office.waiting.set(notice.to, [notice]);
    // Something new to say asks again whether to hold back, as in the outbox.
    office.held.delete(notice.to);
  }
  arm(office, state, agenda.next);
}

/** What it was to be woken for was answered meanwhile: when it has something to say; null: never; undefined: now. */
function sleepsUntil({ open, outlook }: MeasureState, now: Instant): Instant | null | undefined {
  if (!outlook || open.awake(now).length > 0) return undefined;
  const ahead = [...outlook.duties.values()].map(({ lookAgain }) => lookAgain);
  const next = [open.next(), outlook.warning, ...ahead].reduce(sooner, null);
  return next === null || next > now ? next : undefined;
}

function arm({ alarms }: Office, { measure }: MeasureState, next: Instant | null): void {
  if (next !== null) alarms.set(`measure/${measure.id}`, next);
}

function keep(office: Office, state: MeasureState, facts: OccurrenceFacts): void {
  state.existing.add(facts.id);
  office.facts.set(facts.id, facts);
  state.open.put(facts);
}

function deliver(office: Office, now: Instant): void {
  for (const to of [...office.waiting.keys()]) while (sayNext(office, to, now));
}

/** One message to one recipient, or none; whether there may be another. */
function sayNext(office: Office, to: Recipient, now: Instant): boolean {
  const notices = office.waiting.get(to) ?? [];
  if (notices.length === 0 || (office.held.get(to) ?? 0) > now) return false;
  const { plan } = office.question;
  const day = `${to} ${localOf(now, plan.organization.zone).date}`;
  const { drop, outcome } = bundleOf({
    plan,
    to,
    notices,
    facts: office.facts,
    told: office.told,
    // Only words of the secretary's alert depend on how many there are in all; no words are foreseen.
    overdue: 0,
    spokenToday: office.spoken.get(day) ?? 0,
    relayedToday: 0,
    alertedToday: office.spoken.get(`alert ${day}`) ?? 0,
    now,
  });
  const said = outcome.type === 'say' ? outcome.notices : [];
  const gone = new Set([...drop.map(({ id }) => id), ...said.map(({ id }) => id)]);
  const left = notices.filter(({ id }) => !gone.has(id));
  if (left.length > 0) office.waiting.set(to, left);
  else office.waiting.delete(to);
  if (outcome.type === 'wait') {
    office.held.set(to, outcome.until);
    office.alarms.set(to, outcome.until);
  }
  if (outcome.type !== 'say' || said.length === 0) return false;
  if (outcome.budgeted) office.spoken.set(day, (office.spoken.get(day) ?? 0) + 1);
  if (said.some(({ kind }) => kind === 'alert' || kind === 'escalation')) office.spoken.set(`alert ${day}`, 1);
  record(office, to, said, now);
  return true;
}

/** What its own person hears of an occurrence, the gravest first. */
const own: readonly NoticeKind[] = ['overdue', 'nudge', 'ask', 'reminder'];

function record(office: Office, to: Recipient, said: readonly Notice[], now: Instant): void {
  const facts = said.flatMap(({ occurrence }) => office.facts.get(occurrence ?? '') ?? []);
  const kind = own.find((one) => said.some((notice) => notice.kind === one)) ?? said[0]!.kind;
  office.messages.push({ at: now, to, kind, facts });
  for (const { kind, occurrence } of said) {
    if (!occurrence || !own.includes(kind)) continue;
    const one = office.facts.get(occurrence)!;
    const first = office.told[occurrence] === undefined;
    office.told[occurrence] ??= { at: now, how: 'sent' };
    if (first) office.measures.get(one.measure)!.open.wake(occurrence);
    // Told late, its ladder moves; told in time, nothing changes.
    if (first && one.due <= now) office.alarms.set(`measure/${one.measure}`, now + 1);
    if (office.question.answers === 'all' && to === toPerson(one.asked)) promise(office, one, now);
  }
}

/** The answer comes at once, or as soon as the thing has begun. */
function promise(office: Office, facts: OccurrenceFacts, now: Instant): void {
  const may = canBeDone(facts, now) === 'yes';
  const begins = facts.gathering ? Math.max(facts.scheduled, facts.creditFrom) : facts.creditFrom;
  office.alarms.set(`answer/${facts.id}`, may ? now + 1 : begins);
}

function answer(office: Office, id: OccurrenceId, now: Instant): void {
  const facts = office.facts.get(id);
  if (!facts || facts.settled) return;
  const settled = { how: 'done', at: now, by: facts.asked, source: `foreseen:${id}` } as const;
  keep(office, office.measures.get(facts.measure)!, { ...facts, settled });
  openFollowing(office, facts, now);
}

/** 会后N个工作日内: the first report of a gathering opens what waits for it, once. */
function openFollowing(office: Office, { duty, kind, slot }: OccurrenceFacts, now: Instant): void {
  const context = { plan: office.question.plan, planVersion: 1, since: office.since };
  for (const waiting of [...(office.following.get(duty) ?? []), ...(office.following.get(kind) ?? [])]) {
    const state = office.measures.get(waiting.measure)!;
    const fresh = occurrencesAfter(waiting, { slot: `e${slot}-${duty}`, at: now }, context);
    for (const facts of fresh.filter(({ id }) => !state.existing.has(id))) keep(office, state, facts);
    office.alarms.set(`measure/${waiting.measure}`, now + 1);
  }
}

/** Duties that wait for an event, by what the event is called. */
function followingBy(duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> {
  const by = new Map<string, Duty[]>();
  for (const duty of duties)
    if (duty.timing.type === 'after') by.set(duty.timing.event, [...(by.get(duty.timing.event) ?? []), duty]);
  return by;
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
