import { agendaOf } from '../agenda.ts';
import type { Instant } from '../calendar.ts';
import { sooner } from '../look.ts';
import type { Notice } from '../notice.ts';
import { keep, type MeasureState, type SimulatedOffice } from './office.ts';

/** A measure's wake: its agenda is asked, unless what it was to be woken for was answered meanwhile. */
export function look(office: SimulatedOffice, state: MeasureState, now: Instant): void {
  const until = sleepsUntil(state, now);
  if (until === undefined) askAgenda(office, state, now);
  else arm(office, state, until);
}

/** When it has something to say; null: never; undefined: now. */
function sleepsUntil({ open, outlook }: MeasureState, now: Instant): Instant | null | undefined {
  if (!outlook || open.awake(now).length > 0) return undefined;
  const ahead = outlook.duties.map(({ lookAgain }) => lookAgain);
  const next = [open.next(), outlook.warning, ...ahead].reduce(sooner, null);
  return next === null || next > now ? next : undefined;
}

function askAgenda(office: SimulatedOffice, state: MeasureState, now: Instant): void {
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
  for (const { facts, next } of agenda.looked) state.open.rest(facts.id, next);
  for (const notice of agenda.notices) queue(office, notice);
  arm(office, state, agenda.next);
}

function arm({ alarms }: SimulatedOffice, { measure }: MeasureState, next: Instant | null): void {
  if (next !== null) alarms.set(`measure/${measure.id}`, next);
}

function queue({ waiting, held }: SimulatedOffice, notice: Notice): void {
  const before = waiting.get(notice.to);
  if (before) before.push(notice);
  else waiting.set(notice.to, [notice]);
  // Something new to say asks again whether to hold back, as in the outbox.
  held.delete(notice.to);
}
