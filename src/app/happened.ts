import { localOf } from '../core/calendar.ts';
import { openedEntry } from '../core/follow-up.ts';
import { occurrencesAfter } from '../core/opening.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId, Plan } from '../core/plan/plan.ts';
import { answer } from '../core/wording/echo.ts';
import { nameOf } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { waitingFor } from './report.ts';

/**
 * Something took place that duties wait for: each of them opens once. Where it happened to somebody (岗位变动, 受处分),
 * only the talks with them open.
 */
export async function happened(ask: Ask, name: string, people: readonly PersonId[] = []): Promise<Reply> {
  const { world, office, said } = ask;
  const waiting = waitingFor(office, [name]);
  if (name === '' || waiting.length === 0) return { message: answer(phrase('meeting-unknown', { name })) };
  const { date, time } = localOf(said.at, office.plan.organization.zone);
  const slot = `e${date}T${time.replace(':', '')}`;
  const opened = waiting
    .flatMap((duty) => occurrencesAfter(duty, { slot, at: said.at }, office))
    .filter((f) => people.length === 0 || f.counterpart === undefined || people.includes(f.counterpart));
  const existing = await world.store.ledger.occurrences(
    office.org,
    opened.map((f) => f.id),
  );
  const fresh = opened.filter((f) => existing.every((e) => e.id !== f.id));
  const entries = fresh.map((facts) => ({ ...openedEntry(facts, said.at), by: said.by }));
  const args = { name, count: fresh.length, names: people.map((id) => nameOf(office.plan, id)) };
  return {
    recorded: { entries, occurrences: fresh, refused: [] },
    message: answer(phrase(people.length > 0 ? 'event-recorded' : 'meeting-recorded', args)),
  };
}

/** 岗位变动 王志强: the event's name, and to whom it happened, by name or alias. */
export function readEvent(words: string, plan: Plan): { readonly name: string; readonly people: readonly PersonId[] } {
  const parts = words.trim().split(/[\s,，、]+/u);
  const personCalled = (word: string) => plan.people.find((p) => p.name === word || p.aliases.includes(word))?.id;
  return {
    name: parts.filter((word) => personCalled(word) === undefined).join(' '),
    people: parts.flatMap((word) => personCalled(word) ?? []),
  };
}
