import type { NewEntry } from '../core/ledger.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { occurrencesOf } from '../core/opening.ts';
import { countsFrom, slotContext } from '../core/opening-context.ts';
import { dutiesOf } from '../core/plan/look-up.ts';
import type { Duty, PersonId } from '../core/plan/plan.ts';
import { slotAfter } from '../core/slots.ts';
import { canBeDone } from '../core/standing.ts';
import type { Ask } from './commands/contract.ts';
import { actsForOffice } from './office.ts';

/**
 * What the speaker may do early, before the bot has spoken of it: the next occurrence of each of their duties that
 * has none open. An early report opens it and lands on the right period.
 */
export async function upcomingFor(ask: Ask, open: readonly OccurrenceFacts[]): Promise<readonly OccurrenceFacts[]> {
  const { office, speaker, said } = ask;
  const theirs = dutiesOf(office.plan).byPerson.get(speaker) ?? [];
  const duties = theirs
    .filter((d) => d.timing.type !== 'after' && d.remind.type !== 'weekly-line')
    .filter((d) => open.every((f) => f.duty !== d.id));
  const next = duties.flatMap((duty) => nextOf(duty, ask)).filter((f) => canBeDone(f, said.at) === 'yes');
  const mine = next.filter((f) => f.asked === speaker || f.person === speaker);
  return unopened(ask, mine);
}

/** Events that nobody was reminded of yet: whoever has a part in the next one, or the office, may speak of moving it. */
export async function gatheringsAhead(ask: Ask, open: readonly OccurrenceFacts[]): Promise<readonly OccurrenceFacts[]> {
  const { office, speaker, said } = ask;
  const forOffice = actsForOffice(office, speaker, said.at);
  const { all, byPerson } = dutiesOf(office.plan);
  const duties = (forOffice ? all : (byPerson.get(speaker) ?? []))
    .filter((d) => d.gathering && d.timing.type !== 'after')
    .filter((d) => open.every((f) => f.duty !== d.id));
  const next = duties.flatMap((duty) => nextOf(duty, ask));
  return unopened(ask, next);
}

async function unopened({ world, office, said }: Ask, next: readonly OccurrenceFacts[]) {
  const known = await world.store.ledger.occurrences(
    office.org,
    next.map((f) => f.id),
  );
  return next.filter((f) => known.every((k) => k.id !== f.id)).map((f) => ({ ...f, openedAt: said.at }));
}

/** The speaker's own next ones, however far ahead: they cannot be done yet, but moved or handed on. */
export async function owedAhead(ask: Ask, open: readonly OccurrenceFacts[]): Promise<readonly OccurrenceFacts[]> {
  const next = comingFor(ask, ask.speaker, open).filter((f) => !f.gathering && f.asked === ask.speaker);
  return unopened(ask, next);
}

/** What comes next of each duty of somebody that has nothing open: to be told of, not opened. */
export function comingFor(ask: Ask, person: PersonId, open: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  const theirs = dutiesOf(ask.office.plan).byPerson.get(person) ?? [];
  const duties = theirs.filter((d) => d.timing.type !== 'after' && d.remind.type !== 'weekly-line');
  const quiet = duties.filter((d) => open.every((f) => f.duty !== d.id));
  return quiet.flatMap((duty) => nextOf(duty, ask)).filter((f) => f.asked === person || f.person === person);
}

function nextOf(duty: Duty, { office, said }: Ask): readonly OccurrenceFacts[] {
  const begin = countsFrom(duty, office);
  if (!Number.isFinite(begin)) return [];
  const slot = slotAfter(duty, slotContext(duty, office), Math.max(said.at, begin));
  return slot ? occurrencesOf(duty, slot, office).map((o) => o.facts) : [];
}

/** The entries that open them, before whatever is reported on them. */
export function openingEntries(ask: Ask, facts: readonly OccurrenceFacts[]): readonly NewEntry[] {
  return facts.map((one) => ({
    at: ask.said.at,
    by: 'bot',
    about: [one.id],
    measure: one.measure,
    planVersion: ask.office.planVersion,
    kind: 'opened',
    facts: one,
  }));
}
