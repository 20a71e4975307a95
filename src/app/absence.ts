import { absenceOn } from '../core/absence/absence.ts';
import { recordBack } from '../core/absence/back.ts';
import { recordAbsence } from '../core/absence/effect.ts';
import { addDays, dateAt, type LocalDate } from '../core/calendar.ts';
import type { Recorded } from '../core/check-in.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { noChanges, type ToldAbsence, withChanges } from '../core/office-changes.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId, Plan } from '../core/plan/plan.ts';
import { absenceMessage, backPhrases, standInMessage } from '../core/wording/absence.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import { changed } from './changes.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { WakeKey } from './ports.ts';

/** Absences that ended this long ago are forgotten by the roster; the ledger keeps them. */
const KEPT_DAYS = 60;

/** Records an absence and all that follows from it: leave, later days, who stands in, and who is told. */
export async function tellAbsence(ask: Ask, absence: ToldAbsence): Promise<Reply> {
  const { world, office, said, speaker } = ask;
  const plan = withChanges(office.plan, { ...noChanges, away: [absence] });
  const recorded = recordAbsence(await world.store.ledger.open(office.org), said, plan);
  const today = dateAt(said.at, plan.organization.zone);
  const kept = (a: ToldAbsence) => a.to >= addDays(today, -KEPT_DAYS) && !isSame(a, absence);
  let instead: readonly ToldAbsence[] = [];
  const change = await changed(world, office.org, ({ away }) => {
    instead = away.filter((a) => isSame(a, absence) && (a.from !== absence.from || a.to !== absence.to));
    return { away: [...away.filter(kept), absence] };
  });
  const told = { plan, absence, instead, recorded: recorded.occurrences, now: said.at };
  return {
    ...change,
    recorded,
    entries: [entryOf(ask, absence)],
    message: absenceMessage({ ...told, to: speaker }),
    notices: [
      ...othersToTell(ask, absence.person, plan).map((to) => notice(ask, to, absenceMessage({ ...told, to }))),
      ...tellStandIn(ask, absence, recorded, plan),
    ],
    shows: recorded.occurrences.map((f) => f.id),
    touches: touchedBy(plan, absence.person),
  };
}

/** A second word on the same days replaces the first. */
function isSame(a: ToldAbsence, b: ToldAbsence): boolean {
  return a.person === b.person && a.from <= b.to && b.from <= a.to;
}

function entryOf({ said, office }: Ask, { person, from, to, reason }: ToldAbsence): NewEntry {
  const base = { at: said.at, by: said.by, source: said.source, about: [], planVersion: office.planVersion };
  const behalf = person === said.by ? {} : { onBehalfOf: person };
  return { ...base, ...behalf, kind: 'absent', person, from, to, ...(reason ? { reason } : {}) };
}

/** The secretary is shown what moves, and whoever was spoken for hears of it. */
function othersToTell({ speaker }: Ask, person: PersonId, plan: Plan): readonly PersonId[] {
  return [...new Set([person, secretaryOf(plan) ?? person])].filter((id) => id !== speaker);
}

function tellStandIn(ask: Ask, absence: ToldAbsence, recorded: Recorded, plan: Plan): readonly Notice[] {
  const standIn = absence.standIn ?? plan.people.find((p) => p.id === absence.person)?.standIn ?? null;
  const events = recorded.occurrences.filter(
    (f) => f.gathering && (f.settled?.how === 'excused' || f.asked === standIn),
  );
  if (!standIn || standIn === ask.speaker) return [];
  const message = standInMessage({ plan, absence, events, now: ask.said.at });
  return [{ ...notice(ask, standIn, message), id: `stand-in@${ask.said.source}~${toPerson(standIn)}` }];
}

function notice({ said }: Ask, to: PersonId, message: Message): Notice {
  return { id: `absence@${said.source}~${toPerson(to)}`, kind: 'plain', to: toPerson(to), at: said.at, message };
}

/** Rungs and reminders of any measure may go to that person; what is held back for them is looked at again. */
export function touchedBy(plan: Plan, person: PersonId): readonly WakeKey[] {
  return [...plan.measures.map((m): WakeKey => `measure/${m.id}`), `person/${person}`];
}

/** Back earlier: the absence ends with yesterday, whoever told of it, and what it moved is due again. */
export async function tellReturn(ask: Ask, person: PersonId): Promise<Reply | null> {
  const { world, office, said } = ask;
  const { plan, org } = office;
  const today = dateAt(said.at, plan.organization.zone);
  const absence = absenceOn(plan, person, today);
  if (!absence) return null;
  const change = await changed(world, org, ({ away, returned }) => ({
    away: away.flatMap((a) => endedOn(a, person, today)),
    returned: [...returned.filter((r) => r.on >= addDays(today, -KEPT_DAYS)), { person, on: today }],
  }));
  const recorded = recordBack(await world.store.ledger.open(org), said, person, plan);
  const lines = backPhrases(recorded.occurrences, plan);
  const message = answer(phrase('time-back-recorded', { person: comrade(plan, person) }), ...lines);
  const until = { ...absence, person, to: addDays(today, -1) };
  return {
    ...change,
    recorded,
    entries: absence.from < today ? [entryOf(ask, until)] : [],
    message,
    notices: othersToTell(ask, person, plan).map((to) => notice(ask, to, message)),
    shows: recorded.occurrences.map((f) => f.id),
    touches: touchedBy(plan, person),
  };
}

function endedOn(absence: ToldAbsence, person: PersonId, today: LocalDate): readonly ToldAbsence[] {
  if (absence.person !== person || absence.from > today || absence.to < today) return [absence];
  return absence.from < today ? [{ ...absence, to: addDays(today, -1) }] : [];
}
