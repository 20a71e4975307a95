import { type Met, makeUpsOf, meetAbsence } from './absence/met.ts';
import type { Instant } from './calendar.ts';
import { recordGap } from './check-in.ts';
import { openedEntry } from './follow-up.ts';
import { lapsesOf } from './lapse.ts';
import type { EntryBody, NewEntry } from './ledger.ts';
import { type Looked, lookAtAll, sooner } from './look.ts';
import type { Notice } from './notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from './occurrence.ts';
import type { OpenOccurrences } from './open.ts';
import type { OpeningContext } from './opening-context.ts';
import { type Ahead, openingsOf } from './openings.ts';
import { rosterOf } from './plan/look-up.ts';
import type { Measure } from './plan/plan.ts';
import { presenterNotices } from './presenter.ts';
import { type Meetings, type Quiet, quietMonth } from './quiet-month.ts';
import { measureWarnings, type Warned } from './warn.ts';

/** All that the agenda of one measure is read from. */
export interface AgendaQuestion extends OpeningContext {
  readonly measure: Measure;
  /** Slots scheduled up to here were opened before; undefined: never looked at. */
  readonly openedTo: Instant | undefined;
  readonly open: OpenOccurrences;
  /** Of the ids that `candidatesOf` names: those that exist already, settled or not. */
  readonly existing: ReadonlySet<OccurrenceId>;
  readonly told: Readonly<Record<OccurrenceId, Told>>;
  readonly now: Instant;
  /** False until the platform's backlog was read after a start: no rung is raised on old news (DESIGN §4.8). */
  readonly rungsAllowed: boolean;
  /** Which warning of the measure's deadline was said last, as the previous agenda answered. */
  readonly warned?: string | undefined;
  /** Of the meetings that minutes checks wait for; left out, no quiet month is asked about. */
  readonly meetings?: Meetings;
  /** As the previous agenda of the same unchanged plan answered; left out where anything may have changed unseen. */
  readonly outlook?: Outlook;
}

/** What lies ahead of a measure while its plan stays as it is: what need not be reckoned again. */
export interface Outlook {
  /** In the order of the measure's duties. */
  readonly duties: readonly Ahead[];
  /** The next warning of its deadline; null: none. */
  readonly warning: Instant | null;
}

export interface Agenda {
  /** Written when they are read: a year of a plan is foreseen without a ledger. */
  readonly entries: readonly NewEntry[];
  readonly occurrences: readonly OccurrenceFacts[];
  readonly notices: readonly Notice[];
  /** Office instant at which the measure must be looked at again; null: nothing lies ahead. */
  readonly next: Instant | null;
  /** Each occurrence that was looked at, and when it has something to say again. */
  readonly looked: readonly Looked[];
  readonly outlook: Outlook;
  readonly warned: string | undefined;
  /** The month whose silence was asked about last. */
  readonly quiet: string | undefined;
}

/** The occurrences that may have to open now: whoever asks `agendaOf` first looks up which of them exist. */
export function candidatesOf(question: Omit<AgendaQuestion, 'existing'>): readonly OccurrenceFacts[] {
  return openable(question).flatMap(({ openings }) => openings.map(({ facts }) => facts));
}

function openable(question: Omit<AgendaQuestion, 'existing'>) {
  const from = question.openedTo ?? Number.NEGATIVE_INFINITY;
  return question.measure.duties.map((duty, i) =>
    openingsOf(duty, question, from, question.now, question.outlook?.duties[i]),
  );
}

/**
 * The one question that runs the office: what should have been said by now about this measure, and was not?
 * Pure: the live bot, `simulate` and the sandbox clock all ask it.
 */
export function agendaOf(question: AgendaQuestion): Agenda {
  const { measure, plan, now, open } = question;
  const opened = openable(question);
  const before = open.awake(now);
  const fresh = freshOf(opened, question);
  const all = fresh.length > 0 ? [...before, ...fresh] : before;
  const met = metBy(all, question);
  const looked = lookAtAll(metInstead(all, met), question);
  const unchanged = new Set(before);
  const after = looked.flatMap(({ facts }) => (unchanged.has(facts) ? [] : [facts]));
  const said = looked.flatMap((l) => l.notices);
  const makeUps = makeUpsOf(met, question);
  const lapses = lapsesOf(measure, after, said, question);
  const warnings = warningsOf(question);
  const quiet = quietOf(question);
  const notices = [
    ...said,
    ...met.flatMap((m) => m.notices),
    ...warnings.notices,
    ...lapses.notices,
    ...quiet.notices,
    ...presenterNotices(fresh, measure, plan, now),
  ];
  const nexts = [
    open.next(),
    ...opened.map((o) => o.ahead.lookAgain),
    ...looked.map((l) => l.next),
    ...makeUps.map(firstSaid),
    warnings.next,
    quiet.next,
  ];
  return {
    get entries() {
      return [
        ...openedOf(fresh, met, after, question),
        ...met.flatMap((m) => m.entries),
        ...makeUps.map((facts) => openedEntry(facts, now)),
        ...lapses.entries,
        ...(notices.length > 0 ? [entry(question, { kind: 'noticed', keys: notices.map((n) => n.id) }, [])] : []),
      ];
    },
    occurrences: [...after, ...makeUps],
    notices,
    next: nexts.reduce(sooner, null),
    looked,
    outlook: { duties: opened.map(({ ahead }) => ahead), warning: warnings.next },
    warned: warnings.warned,
    quiet: quiet.asked,
  };
}

function byId(all: readonly OccurrenceFacts[]): ReadonlyMap<OccurrenceId, OccurrenceFacts> {
  return new Map(all.map((facts) => [facts.id, facts]));
}

function metInstead(all: readonly OccurrenceFacts[], met: readonly Met[]): readonly OccurrenceFacts[] {
  if (met.length === 0) return all;
  const now = byId(met.map((m) => m.facts));
  return all.map((facts) => now.get(facts.id) ?? facts);
}

/** What opened, with what is said of it at once; what an absence makes of it is an entry of its own. */
function openedOf(
  fresh: readonly OccurrenceFacts[],
  met: readonly Met[],
  after: readonly OccurrenceFacts[],
  question: AgendaQuestion,
): readonly NewEntry[] {
  const isMet = new Set(met.map((m) => m.facts.id));
  const now = byId(after);
  return fresh
    .map((facts) => (isMet.has(facts.id) ? facts : now.get(facts.id)!))
    .map((facts) => entry(question, { kind: 'opened', facts }, [facts.id]));
}

function freshOf(opened: ReturnType<typeof openable>, { existing, now }: AgendaQuestion): readonly OccurrenceFacts[] {
  const fresh: OccurrenceFacts[] = [];
  for (const { openings } of opened)
    for (const { facts } of openings) if (!existing.has(facts.id)) fresh.push(begun(facts, now));
  return fresh;
}

function metBy(all: readonly OccurrenceFacts[], question: AgendaQuestion) {
  const met = rosterOf(question.plan).isAnyoneAway ? all.flatMap((facts) => meetAbsence(facts, question) ?? []) : [];
  const over = all.filter((facts) => isOver(facts, question.now)).map((facts) => closeOwn(facts, question));
  return over.length > 0 ? [...met, ...over] : met;
}

function warningsOf(question: AgendaQuestion): Warned {
  const { measure, plan, warned, outlook, now } = question;
  const sleeps = outlook !== undefined && (outlook.warning === null || outlook.warning > now);
  if (sleeps) return { notices: [], warned, next: outlook.warning };
  return measureWarnings(measure, plan, warned, adoptionOf(question), now);
}

function quietOf({ measure, plan, meetings, open, since, now }: AgendaQuestion): Quiet {
  if (!meetings) return { notices: [], asked: undefined, next: null };
  return quietMonth(measure, plan, meetings, open.all(), since, now);
}

/** One's own study of a day or a week is asked about until the next one is: then it is nobody's lapse. */
function isOver({ own, settled, nextSlot }: OccurrenceFacts, now: Instant): boolean {
  return own && !settled && nextSlot !== null && nextSlot <= now;
}

function closeOwn(facts: OccurrenceFacts, { planVersion, now }: AgendaQuestion): Met {
  const { entries, occurrences } = recordGap([facts], { by: 'bot', at: now, source: `gap:${facts.id}`, planVersion });
  return { facts: occurrences[0] ?? facts, entries, notices: [] };
}

function firstSaid({ reminders, due }: OccurrenceFacts): Instant {
  return reminders[0]?.at ?? due;
}

/** Since when the measure is the office's: the first adoption of any of its duties. */
function adoptionOf({ measure, since }: AgendaQuestion): Instant {
  return Math.min(...measure.duties.map((duty) => since[duty.id] ?? Number.POSITIVE_INFINITY));
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
