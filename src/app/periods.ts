import { dateAt, type LocalDate } from '../core/calendar.ts';
import { together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { isWithinReach, periodsFor } from '../core/which-period.ts';
import { carryOut } from './carry-out.ts';
import { askWhich } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { lastSaid, withOthersLeft } from './last-said.ts';
import type { Meaning } from './meaning.ts';
import type { Surroundings } from './surroundings.ts';
import { openingEntries, upcomingFor } from './upcoming.ts';

/** Early and late reports land on the right period; where two are possible the bot asks. */
export async function inPeriod(
  ask: Ask,
  around: Surroundings,
  facts: readonly OccurrenceFacts[],
  act: Meaning,
  text: string,
): Promise<Reply> {
  if (act.intent !== 'done' || act.numbers.length > 0 || act.all) return carryOut(ask, facts, act, text);
  const { organization } = ask.office.plan;
  const day = act.date ?? dateAt(ask.said.at, organization.zone);
  const answered = facts.some((f) => around.about.includes(f.id));
  const coming = answered ? [] : await comingBeside(ask, facts, day);
  const { sure, ask: several } = periodsFor([...facts, ...coming], day, organization);
  if (several.length === 0) return carryOut(ask, sure, act, text);
  const last = await lastSaid(ask, several, act, text);
  if (last.length > 0) return withOthersLeft(ask, await carryOut(ask, [...sure, ...last], act, text), several, last);
  const opened = coming.filter((f) => several.includes(f));
  const question = askWhich(ask, several, act, text);
  if (opened.length === 0) return question;
  // What is offered must be there to be chosen.
  const opening = { entries: openingEntries(ask, opened), occurrences: opened, refused: [] };
  return { ...question, recorded: together([opening]) };
}

/** Overdue, and the next one may be meant as well: said ahead of the bot's first reminder of it. */
async function comingBeside(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  day: LocalDate,
): Promise<readonly OccurrenceFacts[]> {
  const late = facts.filter((f) => f.due <= ask.said.at && !f.gathering);
  if (late.length === 0) return [];
  const open = await ask.world.store.ledger.askedOf(ask.office.org, ask.speaker);
  const others = open.filter((f) => late.every((l) => l.duty !== f.duty));
  const known = open.filter((f) => late.some((l) => l.duty === f.duty && l.slot !== f.slot));
  const next = await upcomingFor(ask, others);
  const same = (a: OccurrenceFacts, b: OccurrenceFacts) =>
    a.duty === b.duty && a.person === b.person && a.counterpart === b.counterpart;
  return next.filter(
    (f) =>
      known.every((k) => !same(k, f) || k.due <= ask.said.at) &&
      late.some((l) => same(l, f) && isWithinReach(l, f, day, ask.office.plan.organization)),
  );
}
