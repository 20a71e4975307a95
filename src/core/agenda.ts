import { noticesOf, recordAbsence } from './absence/effect.ts';
import type { Instant } from './calendar.ts';
import { makeUpFor, openedEntry } from './follow-up.ts';
import { placedLadder, toPerson } from './ladder.ts';
import { lapsesOf } from './lapse.ts';
import type { EntryBody, NewEntry } from './ledger.ts';
import { type Notice, type NoticeKind, noticeId, noticeKey, type Recipient } from './notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from './occurrence.ts';
import { type OpeningContext, openingsOf } from './opening.ts';
import type { DutyId, Measure } from './plan/plan.ts';
import { measureWarnings } from './warn.ts';

/** All that the agenda of one measure is read from. */
export interface AgendaQuestion extends OpeningContext {
  readonly measure: Measure;
  /** Slots scheduled up to here were opened before; undefined: never looked at. */
  readonly openedTo: Instant | undefined;
  /** The measure's unsettled occurrences. */
  readonly open: readonly OccurrenceFacts[];
  /** Of the ids that `candidatesOf` names: those that exist already, settled or not. */
  readonly existing: ReadonlySet<OccurrenceId>;
  readonly told: Readonly<Record<OccurrenceId, Told>>;
  readonly now: Instant;
  /** False until the platform's backlog was read after a start: no rung is raised on old news (DESIGN §4.8). */
  readonly rungsAllowed: boolean;
  /** Which warning of the measure's deadline was said last, as the previous agenda answered. */
  readonly warned?: string | undefined;
  /** For whoever asks wake after wake of one unchanged plan (`simulate`); leave it out where anything may change unseen. */
  readonly memo?: AgendaMemo;
}

/** A pure memo of one measure, written by `agendaOf`: it changes no answer, only what the next one costs. */
export interface AgendaMemo {
  /** Until when a duty opens nothing new; null: never again. */
  readonly asleep: Map<DutyId, Instant | null>;
  /** When an occurrence has something to say, as long as it and what its person was told stay the same objects. */
  readonly looked: Map<
    OccurrenceId,
    { readonly facts: OccurrenceFacts; readonly told: Told | undefined; readonly next: Instant | null }
  >;
}

export function agendaMemo(): AgendaMemo {
  return { asleep: new Map(), looked: new Map() };
}

export interface Agenda {
  readonly entries: readonly NewEntry[];
  readonly occurrences: readonly OccurrenceFacts[];
  readonly notices: readonly Notice[];
  /** Office instant at which the measure must be looked at again; null: nothing lies ahead. */
  readonly next: Instant | null;
  readonly warned: string | undefined;
}

/** The occurrences that may have to open now: whoever asks `agendaOf` first looks up which of them exist. */
export function candidatesOf(question: Omit<AgendaQuestion, 'existing'>): readonly OccurrenceFacts[] {
  return openable(question).flatMap(({ openings }) => openings.map(({ facts }) => facts));
}

function openable(question: Omit<AgendaQuestion, 'existing'>) {
  const from = question.openedTo ?? Number.NEGATIVE_INFINITY;
  return question.measure.duties.map((duty) => {
    const until = question.memo?.asleep.get(duty.id);
    if (until === null || (until !== undefined && until > question.now)) return { openings: [], lookAgain: until };
    const found = openingsOf(duty, question, from, question.now);
    question.memo?.asleep.set(duty.id, found.lookAgain);
    return found;
  });
}

/**
 * The one question that runs the office: what should have been said by now about this measure, and was not?
 * Pure: the live bot, `simulate` and the sandbox clock all ask it.
 */
export function agendaOf(question: AgendaQuestion): Agenda {
  const opened = openable(question);
  const fresh = opened
    .flatMap(({ openings }) => openings)
    .filter(({ facts }) => !question.existing.has(facts.id))
    .map(({ facts }) => begun(facts, question.now));
  const anyoneAway = question.plan.people.some(({ away }) => away.length > 0);
  const met = [...question.open, ...fresh].map((facts) =>
    anyoneAway ? meetAbsence(facts, question) : { facts, entries: [], notices: [] },
  );
  const looked = lookAtAll(
    met.map((m) => m.facts),
    question,
  );
  const warnings = measureWarnings(
    question.measure,
    question.plan,
    question.warned,
    adoptionOf(question),
    question.now,
  );
  const isFresh = new Set(fresh.map((f) => f.id));
  const isMet = new Set(met.filter((m) => m.entries.length > 0).map((m) => m.facts.id));
  const makeUps = makeUpsOf(
    met.filter((m) => m.entries.length > 0).map((m) => m.facts),
    question,
  );
  const nexts = [
    ...opened.map((o) => o.lookAgain),
    ...looked.map((l) => l.next),
    ...makeUps.map((f) => f.reminders[0]?.at ?? f.due),
    warnings.next,
  ].filter((n) => n !== null);
  const said = looked.flatMap((l) => l.notices);
  const lapses = lapsesOf(
    question.measure,
    looked.map((l) => l.facts),
    said,
    question,
  );
  const noticed = [...said, ...met.flatMap((m) => m.notices), ...warnings.notices, ...lapses.notices];
  return {
    entries: [
      ...looked
        .filter((l) => isFresh.has(l.facts.id))
        .map(({ facts }) => (isMet.has(facts.id) ? fresh.find((f) => f.id === facts.id)! : facts))
        .map((facts) => entry(question, { kind: 'opened', facts }, [facts.id])),
      ...met.flatMap((m) => m.entries),
      ...makeUps.map((facts) => openedEntry(facts, question.now)),
      ...lapses.entries,
      ...(noticed.length > 0 ? [entry(question, { kind: 'noticed', keys: noticed.map((n) => n.id) }, [])] : []),
    ],
    occurrences: [
      ...looked.filter((l) => l.changed || isFresh.has(l.facts.id) || isMet.has(l.facts.id)).map((l) => l.facts),
      ...makeUps,
    ],
    notices: noticed,
    next: nexts.length > 0 ? Math.min(...nexts) : null,
    warned: warnings.warned,
  };
}

/** Since when the measure is the office's: the first adoption of any of its duties. */
function adoptionOf({ measure, since }: AgendaQuestion): Instant {
  return Math.min(...measure.duties.map((duty) => since[duty.id] ?? Number.POSITIVE_INFINITY));
}

/** Somebody is away when it would fall due: leave, or a later day; the others hear of it. */
function meetAbsence(facts: OccurrenceFacts, { plan, planVersion, now }: AgendaQuestion) {
  const said = { by: 'bot', at: now, source: `away:${facts.id}`, planVersion };
  const { entries, occurrences } = recordAbsence([facts], said, plan);
  const [after] = occurrences;
  if (!after) return { facts, entries: [], notices: [] };
  return { facts: after, entries, notices: noticesOf(facts, after, plan, now) };
}

/** Leave that an absence brings about opens its make-up at once. */
function makeUpsOf(met: readonly OccurrenceFacts[], { measure, plan, now, existing }: AgendaQuestion) {
  return met.flatMap((facts) => {
    const duty = measure.duties.find((d) => d.id === facts.duty);
    const makeUp = makeUpFor(facts, duty, plan.organization, now);
    return makeUp && !existing.has(makeUp.id) ? [makeUp] : [];
  });
}

/** A vacant post's occurrence opens settled: it is counted, and nobody is asked. */
function begun(facts: OccurrenceFacts, now: Instant): OccurrenceFacts {
  const opened = { ...facts, openedAt: now };
  if (!facts.person.startsWith('post.')) return opened;
  return { ...opened, settled: { how: 'vacant', at: now, by: 'bot', source: `opened:${facts.id}` } };
}

function entry(question: AgendaQuestion, body: EntryBody, about: readonly OccurrenceId[]): NewEntry {
  return {
    at: question.now,
    by: 'bot',
    about,
    measure: question.measure.id,
    planVersion: question.planVersion,
    ...body,
  };
}

interface Looked {
  readonly facts: OccurrenceFacts;
  readonly notices: readonly Notice[];
  readonly next: Instant | null;
  readonly changed: boolean;
}

/** In order of time, since what was said of an earlier one counts for those after it. */
function lookAtAll(all: readonly OccurrenceFacts[], question: AgendaQuestion): readonly Looked[] {
  const looked: Looked[] = [];
  for (const facts of [...all].sort((a, b) => a.scheduled - b.scheduled || (a.id < b.id ? -1 : 1))) {
    const known = question.memo?.looked.get(facts.id);
    const isSame = known !== undefined && known.facts === facts && known.told === question.told[facts.id];
    const rests = facts.settled !== undefined || facts.atRest === restOf(facts);
    const next = rests ? null : known?.next;
    if (rests || (isSame && next !== undefined && (next === null || next > question.now))) {
      looked.push({ facts, notices: [], next: next ?? null, changed: false });
      continue;
    }
    const one = lookAt(
      facts,
      looked.filter((l) => isSameDuty(l.facts, facts)).map((l) => l.facts),
      question,
    );
    question.memo?.looked.set(facts.id, { facts: one.facts, told: question.told[facts.id], next: one.next });
    looked.push(one);
  }
  return looked;
}

function isSameDuty(earlier: OccurrenceFacts, later: OccurrenceFacts): boolean {
  if (earlier.settled || earlier.scheduled >= later.scheduled) return false;
  const { duty, person, counterpart, asked } = later;
  return (
    earlier.duty === duty && earlier.person === person && earlier.counterpart === counterpart && earlier.asked === asked
  );
}

/** One occurrence: which of its steps lie behind us unsaid, and when the next one comes. */
function lookAt(facts: OccurrenceFacts, earlier: readonly OccurrenceFacts[], question: AgendaQuestion): Looked {
  const steps = [...reminderSteps(facts), ...rungSteps(facts, question)];
  const unsaid = steps.filter((step) => !facts.noticed.includes(step.mark));
  const shared = unsaid.filter((step) => question.now >= facts.due && wasTold(earlier, step));
  const own = unsaid.filter((step) => !shared.includes(step));
  const past = own.filter((step) => step.at <= question.now && step.may);
  const ahead = own.filter((step) => step.at > question.now).map((step) => step.at);
  const notices = newestPerRecipient(past, facts, question.measure.id);
  const marks = [...shared, ...past].map((step) => step.mark);
  const changed = marks.length > 0;
  return {
    facts: changed
      ? {
          ...facts,
          ...streakOf(past, earlier, facts),
          noticed: [...facts.noticed, ...marks],
          ...restAfter(facts, unsaid, marks),
        }
      : facts,
    notices,
    next: ahead.length > 0 ? Math.min(...ahead) : null,
    changed,
  };
}

/** What was overdue for months costs nothing any more: once all is said, only an extension or a snooze wakes it. */
function restAfter(facts: OccurrenceFacts, unsaid: readonly Step[], marks: readonly string[]) {
  return unsaid.length === marks.length ? { atRest: restOf(facts) } : {};
}

function restOf({ revision, reminders }: OccurrenceFacts): string {
  return `${revision}.${reminders.length}`;
}

/** When its ladder begins: the how-manieth miss in a row it is. */
function streakOf(past: readonly Step[], earlier: readonly OccurrenceFacts[], facts: OccurrenceFacts) {
  const missed = earlier.filter((f) => f.due <= facts.due && !f.history).length;
  const begins = past.some(({ rung }) => rung.startsWith('l')) && !facts.own;
  return begins && missed > 0 ? { streak: missed + 1 } : {};
}

/** Consecutive misses of one duty share one ladder: whoever above was told of an open earlier one is not told again. */
function wasTold(earlier: readonly OccurrenceFacts[], { kind, to }: Step): boolean {
  return kind === 'escalation' && earlier.some((f) => f.noticed.some((mark) => isRungTo(mark, to)));
}

/** Marks are `<revision>.<rung>~<recipient>`. */
function isRungTo(mark: string, to: Recipient): boolean {
  return /^\d+\.l/.test(mark) && mark.endsWith(`~${to}`);
}

interface Step {
  readonly mark: string;
  readonly rung: string;
  readonly to: Recipient;
  readonly kind: NoticeKind;
  readonly at: Instant;
  /** False while it has to wait for something that will touch the measure when it happens. */
  readonly may: boolean;
}

/** Before the start a gathering's attendees are reminded; after it only whoever is asked for the record. */
function reminderSteps(facts: OccurrenceFacts): readonly Step[] {
  const quietUntil = Math.max(facts.mutedUntil ?? 0, facts.acknowledged?.until ?? 0);
  return facts.reminders.map(({ key, at }) => {
    const before = facts.gathering && at < facts.scheduled;
    const to = toPerson(before ? facts.person : facts.asked);
    const kind: NoticeKind = facts.gathering && !before ? 'ask' : 'reminder';
    return { mark: noticeKey(facts.revision, key, to), rung: key, to, kind, at: Math.max(at, quietUntil), may: true };
  });
}

function rungSteps(facts: OccurrenceFacts, question: AgendaQuestion): readonly Step[] {
  return placedLadder(facts, question.told[facts.id], question.plan).flatMap(({ key, at, tell }) =>
    tell.map(({ person, as, may }) => {
      const to = toPerson(person);
      const kind: NoticeKind = as === 'self' ? 'overdue' : as === 'secretary' ? 'alert' : 'escalation';
      return { mark: noticeKey(facts.revision, key, to), rung: key, to, kind, at, may: may && question.rungsAllowed };
    }),
  );
}

/** After a stop several steps may lie behind us: each person hears the newest only. */
function newestPerRecipient(past: readonly Step[], facts: OccurrenceFacts, measure: string): readonly Notice[] {
  const newest = new Map<Recipient, Step>();
  for (const step of past) if ((newest.get(step.to)?.at ?? -1) <= step.at) newest.set(step.to, step);
  return [...newest.values()].map(({ mark, rung, to, kind, at }) => ({
    id: noticeId(facts.id, mark),
    kind,
    to,
    at,
    occurrence: facts.id,
    measure,
    rung,
    revision: facts.revision,
  }));
}
