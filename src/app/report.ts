import { dateAt, endOfDay, instantOf, type LocalDate } from '../core/calendar.ts';
import {
  type Done,
  type Recorded,
  recordDone,
  recordExcused,
  recordExtended,
  recordLater,
  recordNote,
  recordUndone,
  type Said,
  together,
} from '../core/check-in.ts';
import { addDuration } from '../core/duration.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Action, Button } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { occurrencesAfter } from '../core/opening.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Duty, PersonId } from '../core/plan/plan.ts';
import { lastDayInTime } from '../core/standing.ts';
import { dayAndTime, fullDay, whenDue } from '../core/wording/dates.ts';
import { answer, onBehalfMessage, recordedMessage, withButtons } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { workdayFrom } from '../core/working-calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { type Office, rolesOf } from './office.ts';

/** The speaker's words on an occurrence that somebody else is asked for are on that person's behalf. */
function saidFor(ask: Ask, facts: OccurrenceFacts): Said {
  const own = facts.asked === ask.speaker || facts.person === ask.speaker;
  return own ? ask.said : { ...ask.said, onBehalfOf: facts.asked };
}

/** 已办: records it, says what was recorded and how to take it back, and opens what waited for it. */
export async function reportDone(ask: Ask, facts: readonly OccurrenceFacts[], done: Done): Promise<Reply> {
  const { office } = ask;
  const recorded = together(facts.map((f) => recordDone([f], saidFor(ask, f), done)));
  const credited = recorded.occurrences;
  if (credited.length === 0) return { message: answer(...refusals(recorded, facts, ask)) };
  const after = await openedAfter(ask, credited);
  const open = await ask.world.store.ledger.askedOf(office.org, credited[0]!.asked);
  const ids = new Set(credited.map((f) => f.id));
  const left = open.filter((f) => !ids.has(f.id));
  return {
    recorded: together([recorded, after]),
    message: recordedMessage(credited, office.plan, left),
    shows: credited.map((f) => f.id),
    notices: tellOnBehalf(ask, credited),
  };
}

/** Why something was not recorded: what has not begun cannot be done, and a window not yet open cannot be credited. */
function refusals(recorded: Recorded, facts: readonly OccurrenceFacts[], { office, said }: Ask): readonly Phrase[] {
  const first = recorded.refused[0];
  const one = facts.find((f) => f.id === first?.id);
  if (!first || !one) return [phrase('nothing-open')];
  const [matter] = mattersOf([one]);
  const title = titlePhrase(matter!, office.plan);
  const { zone } = office.plan.organization;
  if (first.why === 'settled') return [phrase('settled-before', { title })];
  const from = first.why === 'not-begun' ? one.scheduled : one.creditFrom;
  return [phrase(`refused-${first.why}`, { title, when: dayAndTime(from, zone, said.at) })];
}

/** Duties that wait for one of these events: named by duty id, kind, title or a name of their own. */
export function waitingFor(office: Office, names: readonly string[]): readonly Duty[] {
  const duties = office.plan.measures.flatMap((m) => m.duties);
  const known = (event: string) => {
    const source = duties.find((d) => d.id === event);
    return [event, ...(source ? [source.title] : [])];
  };
  return duties.filter(
    ({ timing }) =>
      timing.type === 'after' &&
      known(timing.event).some((e) => names.some((n) => n !== '' && (e === n || e.includes(n)))),
  );
}

async function openedAfter(ask: Ask, credited: readonly OccurrenceFacts[]): Promise<Recorded> {
  const events = new Map(credited.filter((f) => f.settled?.how === 'done').map((f) => [`${f.duty}@${f.slot}`, f]));
  const opened = [...events.values()].flatMap((f) =>
    ask.office.plan.measures
      .flatMap((m) => m.duties)
      .filter(({ timing }) => timing.type === 'after' && (timing.event === f.duty || timing.event === f.kind))
      .flatMap((duty) => occurrencesAfter(duty, { slot: `e${f.slot}-${f.duty}`, at: ask.said.at }, ask.office)),
  );
  const existing =
    opened.length > 0
      ? await ask.world.store.ledger.occurrences(
          ask.office.org,
          opened.map((f) => f.id),
        )
      : [];
  const fresh = opened.filter((f) => existing.every((e) => e.id !== f.id));
  const entries = fresh.map(
    (facts): NewEntry => ({
      at: ask.said.at,
      by: 'bot',
      about: [facts.id],
      measure: facts.measure,
      planVersion: ask.office.planVersion,
      kind: 'opened',
      facts,
    }),
  );
  return { entries, occurrences: fresh, refused: [] };
}

/** Every record on behalf of somebody is told to them, with a way to contradict. */
function tellOnBehalf(ask: Ask, credited: readonly OccurrenceFacts[]): readonly Notice[] {
  const others = credited.filter((f) => f.settled?.onBehalfOf);
  const people = [...new Set(others.map((f) => f.settled!.onBehalfOf!))];
  return people.map((person) => {
    const facts = others.filter((f) => f.settled!.onBehalfOf === person);
    const message = onBehalfMessage(facts, ask.speaker, ask.office.plan);
    return {
      id: `behalf@${ask.said.source}~${toPerson(person)}`,
      kind: 'plain',
      to: toPerson(person),
      at: ask.said.at,
      message,
    };
  });
}

/** Who decides on leave and extensions: the secretary; for her own, the head. */
function approverFor(office: Office, person: PersonId): PersonId | null {
  const secretary = secretaryOf(office.plan);
  return person === secretary ? office.plan.organization.head : (secretary ?? office.plan.organization.head);
}

function request(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  what: 'leave' | 'extension',
  until: LocalDate | null,
  reason: string,
): Reply {
  const { office, said, speaker } = ask;
  const approver = approverFor(office, speaker);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const about = facts.map((f) => f.id);
  const day = until ? fullDay(until) : phrase('empty');
  const decide = (yes: boolean): Button => {
    const given: Action['with'] = { what, yes, by: speaker, ...(until ? { until } : {}) };
    return {
      label: phrase(yes ? 'button-agree' : 'button-decline'),
      action: { command: 'decide', about, with: given },
    };
  };
  const asked = phrase(`request-${what}`, {
    person: comrade(office.plan, speaker),
    title,
    when: whenDue(matter!.first, office.plan.organization.zone, said.at),
    day,
  });
  const lines = [{ text: asked }, ...(reason ? [{ text: phrase('request-reason', { reason }) }] : [])];
  const notice: Notice = {
    id: `request@${said.source}~person/${approver}`,
    kind: 'plain',
    to: toPerson(approver ?? speaker),
    at: said.at,
    message: { lines, buttons: [[decide(true), decide(false)]], items: [{ no: 0, about }] },
  };
  const body = { kind: 'requested' as const, what, ...(until ? { until } : {}) };
  return {
    recorded: together(facts.map((f) => recordNote(f, said, body))),
    notices: approver && approver !== speaker ? [notice] : [],
    message: answer(
      phrase(`requested-${what}`, {
        title,
        day,
        approver: approver ? comrade(office.plan, approver) : phrase('empty'),
      }),
    ),
    toast: phrase('toast-requested'),
  };
}

/** Another day: within the deadline it is only a later reminder; beyond it somebody has to agree. */
export function requestMove(ask: Ask, facts: readonly OccurrenceFacts[], until: LocalDate, reason: string): Reply {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const [matter] = mattersOf(facts);
  const first = matter!.first;
  if (until < dateAt(said.at, organization.zone)) return { message: answer(phrase('move-past')) };
  if (until <= lastDayInTime(first, organization) && !first.gathering) {
    const at = Math.max(
      said.at + 60_000,
      instantOf(workdayFrom(until, organization.calendar, -1), organization.bundle ?? '09:00', organization.zone),
    );
    const when = dayAndTime(at, organization.zone, said.at);
    return {
      recorded: recordLater(facts, said, at),
      message: answer(phrase('later-at', { when })),
      toast: phrase('toast-later', { when }),
    };
  }
  const mayDecide = rolesOf(office, speaker).includes('secretary') && facts.every((f) => f.asked !== speaker);
  return mayDecide ? extend(ask, facts, until, reason, speaker) : request(ask, facts, 'extension', until, reason);
}

function extend(ask: Ask, facts: readonly OccurrenceFacts[], until: LocalDate, reason: string, asker: PersonId): Reply {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const due = endOfDay(until, organization.zone);
  const recorded = recordExtended(facts, said, { due, reason, approver: speaker }, organization);
  const [matter] = mattersOf(facts);
  const text = phrase('extended', { title: titlePhrase(matter!, office.plan), day: fullDay(until) });
  const tell = asker === speaker ? matter!.first.asked : asker;
  return {
    recorded,
    message: answer(text),
    notices: [plain(ask, tell, text)],
    toast: phrase('toast-recorded'),
    shows: facts.map((f) => f.id),
  };
}

function plain(ask: Ask, person: PersonId, text: Phrase): Notice {
  return {
    id: `told@${ask.said.source}~${toPerson(person)}`,
    kind: 'plain',
    to: toPerson(person),
    at: ask.said.at,
    message: answer(text),
  };
}

/** 请假: an event becomes leave at once and the office hears of it; for anything else the office decides. */
export function requestLeave(ask: Ask, facts: readonly OccurrenceFacts[], reason: string): Reply {
  const { office, said, speaker } = ask;
  if (!facts.every((f) => f.gathering)) return request(ask, facts, 'leave', null, reason);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const when = whenDue(matter!.first, office.plan.organization.zone, said.at);
  const approver = approverFor(office, speaker);
  const told = phrase('leave-told', { person: comrade(office.plan, speaker), title, when });
  return {
    recorded: recordExcused(facts, said, reason || 'leave'),
    message: withButtons(answer(phrase('leave-recorded', { title, when })), [undoButton(facts)]),
    notices: approver && approver !== speaker ? [plain(ask, approver, told)] : [],
    shows: facts.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

function undoButton(facts: readonly OccurrenceFacts[]): Button {
  return { label: phrase('button-undo'), action: { command: 'undo', about: facts.map((f) => f.id) } };
}

const reasons = ['away', 'ill', 'duty', 'training'] as const;

/** The office excuses somebody, with one of the usual reasons; nobody clears their own. */
export function excuseByOffice(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { office, speaker, action } = ask;
  if (facts.some((f) => f.asked === speaker)) return request(ask, facts, 'leave', null, '');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const reason = action?.with?.reason;
  if (typeof reason !== 'string') {
    const about = facts.map((f) => f.id);
    const buttons = reasons.map((r) => ({
      label: phrase(`excuse-reason-${r}`),
      action: { command: 'excuse', about, with: { reason: r } },
    }));
    return { message: withButtons(answer(phrase('excuse-ask', { title })), buttons.slice(0, 2), buttons.slice(2)) };
  }
  const recorded = together(facts.map((f) => recordExcused([f], saidFor(ask, f), reason)));
  return {
    recorded,
    message: recordedMessage(recorded.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
    notices: tellOnBehalf(ask, recorded.occurrences),
    toast: phrase('toast-recorded'),
  };
}

/** The approver's answer to a request. */
export function decideRequest(ask: Ask): Reply {
  const { action, facts, office, said } = ask;
  const given = action?.with ?? {};
  const waiting = facts.filter((f) => !f.settled);
  const asker = String(given.by ?? '');
  const what = given.what === 'extension' ? 'extension' : 'leave';
  const [matter] = mattersOf(waiting);
  const title = titlePhrase(matter!, office.plan);
  if (given.yes !== true) {
    const text = phrase('declined', { title });
    const body = { kind: 'declined' as const, what, asker } as const;
    const recorded = together(waiting.map((f) => recordNote(f, said, body)));
    return {
      recorded,
      message: answer(phrase('decline-recorded', { title })),
      notices: [plain(ask, asker, text)],
      toast: phrase('toast-recorded'),
    };
  }
  if (what === 'extension') return extend(ask, waiting, String(given.until) as LocalDate, '', asker);
  const recorded = together(waiting.map((f) => recordExcused([f], { ...said, onBehalfOf: asker }, 'leave')));
  const text = phrase('leave-agreed', { title });
  return {
    recorded,
    message: answer(text),
    notices: [plain(ask, asker, text)],
    shows: waiting.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

/** 撤回: the last report of the speaker, or the one a button names, within the office's window. */
export async function takeBack(ask: Ask, named: readonly OccurrenceFacts[] | undefined): Promise<Reply> {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const since = addDuration(said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  const mine = (f: OccurrenceFacts) =>
    f.settled !== undefined && mayTakeBack(office, speaker, f) && f.settled.how !== 'gap' && f.settled.how !== 'vacant';
  const found =
    named ??
    lastReport(
      (await ask.world.store.ledger.settledBetween(office.org, since, said.at + 1)).filter(
        (f) => f.settled?.by === speaker,
      ),
    );
  const facts = found.filter(mine);
  if (facts.length === 0) return { message: answer(phrase('undo-nothing')) };
  if (facts.some((f) => f.settled!.at < since)) return { message: answer(phrase('undo-too-late')) };
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  return {
    recorded: recordUndone(facts, said),
    message: answer(phrase('undone', { title, when: whenDue(matter!.first, organization.zone, said.at) })),
    shows: facts.map((f) => f.id),
  };
}

function mayTakeBack(office: Office, speaker: PersonId, { settled }: OccurrenceFacts): boolean {
  return settled?.by === speaker || settled?.onBehalfOf === speaker || rolesOf(office, speaker).includes('secretary');
}

/** All that was settled by the same words as the latest. */
function lastReport(settled: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  const latest = settled.reduce<OccurrenceFacts | undefined>(
    (a, b) => (a && a.settled!.at >= b.settled!.at ? a : b),
    undefined,
  );
  return latest ? settled.filter((f) => f.settled!.source === latest.settled!.source) : [];
}

/** It was carried out on another day than was recorded: taken back and recorded anew, both entries stay. */
export async function amendDate(ask: Ask, facts: readonly OccurrenceFacts[], day: LocalDate): Promise<Reply> {
  const { office, said } = ask;
  if (day > dateAt(said.at, office.plan.organization.zone)) return { message: answer(phrase('amend-future')) };
  const undone = recordUndone(facts, said, 'another day');
  const again = together(undone.occurrences.map((f) => recordDone([f], saidFor(ask, f), { carriedOut: day })));
  if (again.occurrences.length === 0) return { message: answer(...refusals(again, undone.occurrences, ask)) };
  return {
    recorded: together([undone, again]),
    message: recordedMessage(again.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
  };
}
