import { occurrencesAfter } from '../core/after-event.ts';
import { DAY, localOf } from '../core/calendar.ts';
import { openedEntry } from '../core/follow-up.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId, Plan } from '../core/plan/plan.ts';
import { isShortFor } from '../core/reply/short-names.ts';
import { answer } from '../core/wording/echo.ts';
import { nameOf } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reportDone, waitingFor } from './report.ts';

/**
 * Something took place that duties wait for: each of them opens once. Where it happened to somebody (岗位变动, 受处分),
 * only the talks with them open.
 */
export async function happened(ask: Ask, name: string, people: readonly PersonId[] = []): Promise<Reply> {
  const { world, office, said } = ask;
  const held = people.length === 0 ? await heldAs(ask, name) : undefined;
  if (held) return held;
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

/** A meeting that the plan itself asks for is reported as such: whatever follows it opens by that one report. */
async function heldAs(ask: Ask, name: string): Promise<Reply | undefined> {
  const { world, office, said } = ask;
  const meetings = office.plan.measures
    .flatMap((m) => m.duties)
    .filter((d) => d.gathering && (d.id === name || isShortFor(name, d.title)));
  if (name === '' || meetings.length === 0) return undefined;
  const near = await world.store.ledger.dueBetween(office.org, said.at - 7 * DAY, said.at + 7 * DAY);
  const begun = near.filter((f) => f.scheduled <= said.at && meetings.some((d) => d.id === f.duty));
  const last = begun.reduce((latest, f) => Math.max(latest, f.scheduled), 0);
  const facts = begun.filter((f) => f.scheduled === last);
  const unsettled = facts.filter((f) => !f.settled);
  if (facts.length === 0) return undefined;
  if (unsettled.length > 0) return reportDone(ask, unsettled, {});
  return { message: answer(phrase('settled-before', { title: facts[0]!.title })) };
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
