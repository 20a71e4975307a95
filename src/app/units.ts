import { personOf } from '../core/holder.ts';
import { toPerson } from '../core/ladder.ts';
import type { Button } from '../core/message.ts';
import { type OccurrenceFacts, occurrenceId, partsOfOccurrence } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty, PersonId } from '../core/plan/plan.ts';
import { comrade, nameOf } from '../core/wording/item.ts';
import type { After } from './after-done.ts';
import type { Ask } from './commands/contract.ts';

/** What all units of a paper have reported of one slot, and whose part is still missing, asked for or not yet. */
export async function unitsOf(
  { world, office }: Ask,
  duty: Duty,
  first: OccurrenceFacts,
  fresh: readonly OccurrenceFacts[] = [],
): Promise<{ readonly reported: readonly OccurrenceFacts[]; readonly missing: readonly PersonId[] }> {
  const idOf = (person: PersonId) => occurrenceId({ ...partsOfOccurrence(first.id), person });
  const people = [...new Set(duty.who.map(personOf))];
  const stored = await world.store.ledger.occurrences(office.org, people.map(idOf));
  const known = [...stored.filter((k) => fresh.every((f) => f.id !== k.id)), ...fresh];
  const settled = known.filter((k) => k.settled !== undefined);
  return {
    reported: settled.filter((k) => k.settled?.how === 'done'),
    missing: people.filter((person) => settled.every((k) => k.person !== person)),
  };
}

/** 验收: once every unit has confirmed its part, the person whom the plan names is asked to accept it. */
export async function askAcceptance(ask: Ask, duty: Duty, done: readonly OccurrenceFacts[]): Promise<After> {
  const { office, said, speaker } = ask;
  const [first] = done;
  const nothing: After = { lines: [], buttons: [], notices: [] };
  if (!duty.accept || !first || first.person === duty.accept) return nothing;
  const { reported, missing } = await unitsOf(ask, duty, first, done);
  if (missing.length > 0) {
    const names = missing.map((person) => nameOf(office.plan, person));
    return { ...nothing, lines: [{ text: phrase('accept-others-open', { count: names.length, names }) }] };
  }
  const about = reported.map((f) => f.id);
  const button = (yes: boolean): Button => ({
    label: phrase(yes ? 'accept-button-yes' : 'accept-button-no'),
    action: { command: 'accept', about, with: { yes } },
  });
  const text = phrase('accept-ask', { person: comrade(office.plan, speaker), title: duty.title, count: about.length });
  const to = toPerson(duty.accept);
  const message = { lines: [{ text }], buttons: [[button(true), button(false)]], items: [] };
  return {
    ...nothing,
    lines: [{ text: phrase('accept-waiting', { person: comrade(office.plan, duty.accept) }) }],
    notices: [{ id: `accept@${said.source}~${to}`, kind: 'plain', to, at: said.at, message }],
  };
}
