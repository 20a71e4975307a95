import { HOUR } from '../core/calendar.ts';
import { toPerson } from '../core/ladder.ts';
import type { Message } from '../core/message.ts';
import { type OccurrenceFacts, type OccurrenceId, startOf } from '../core/occurrence.ts';
import type { MeasureId, PersonId, Plan } from '../core/plan/plan.ts';
import type { OpenItem, ReplyContext } from '../core/reply/contract.ts';
import { isPlainReport } from '../core/reply/revision.ts';
import { speakersOf } from '../core/reply/speakers.ts';
import type { Asked } from './asking.ts';
import type { Ask } from './commands/contract.ts';

/** A report that may still be meant by 更正. */
const REMEMBERED_MS = 36 * HOUR;

/** What the speaker may be talking about, as found in the store. */
export interface Surroundings {
  readonly open: readonly OccurrenceFacts[];
  readonly shown: readonly (readonly OccurrenceId[])[];
  readonly about: readonly OccurrenceId[];
  /** What the speaker reported of late. */
  readonly reports: readonly OccurrenceFacts[];
  /** Of these what the next words add to or put right: see `reportMeant`. */
  readonly last: readonly OccurrenceFacts[];
  /** The bot's own question that this may answer. */
  readonly asked?: Asked | undefined;
}

export async function surroundings(ask: Ask, asked?: Asked): Promise<Surroundings> {
  const { world, office, speaker, event } = ask;
  const { ledger, outbox } = world.store;
  const replied =
    event.type === 'text' && event.replyTo !== undefined
      ? await outbox.byMessage(office.org, event.chat, event.replyTo)
      : undefined;
  const [list, asks, attends] = await Promise.all([
    replied?.message.items.length ? replied : outbox.lastList(office.org, toPerson(speaker)),
    ledger.askedOf(office.org, speaker),
    attended(ask),
  ]);
  // A reminder of one thing carries no number: 1, in answer to it, is 收到.
  const shown = (list?.message.items ?? []).filter(({ no }) => no > 0).map((item) => item.about);
  const own = [...asks, ...attends];
  const known = new Set(own.map((f) => f.id));
  const listed = await ledger.occurrences(
    office.org,
    shown.flat().filter((id) => !known.has(id)),
  );
  const open = [...own, ...listed].filter((f) => !f.settled);
  const about = replied ? aboutOf(replied.message) : [];
  const since = ask.said.at - REMEMBERED_MS;
  const plain =
    event.type === 'text' && event.attachments.length === 0 && event.edited === undefined && isPlainReport(event.text);
  const settled = plain ? [] : await ledger.settledBy(office.org, speaker, since, ask.said.at + 1);
  const [last = []] = byReport(settled);
  return { open, shown, about, reports: settled, last, asked };
}

/** What was settled by the same words belongs together; the newest first. */
export function byReport(settled: readonly OccurrenceFacts[]): readonly (readonly OccurrenceFacts[])[] {
  const reports = new Map<string, OccurrenceFacts[]>();
  const source = (f: OccurrenceFacts) => f.settled!.source;
  // Two messages may fall into one second: their numbers tell which came later.
  const later = (a: OccurrenceFacts, b: OccurrenceFacts) =>
    b.settled!.at - a.settled!.at || source(b).localeCompare(source(a), 'en', { numeric: true });
  for (const f of [...settled].sort(later)) reports.set(source(f), [...(reports.get(source(f)) ?? []), f]);
  return [...reports.values()];
}

/** An echo lists nothing; what it reports is what its buttons take back. */
function aboutOf({ items, buttons }: Message): readonly OccurrenceId[] {
  if (items.length > 0) return items.flatMap((item) => item.about);
  return buttons.flat().find(({ action }) => action.command === 'undo')?.action.about ?? [];
}

const gatherings = new WeakMap<Plan['measures'], ReadonlyMap<PersonId, readonly MeasureId[]>>();

/** Measures with a gathering that somebody reports, by those who attend: made once for a plan. */
function gatheringsOf(measures: Plan['measures']): ReadonlyMap<PersonId, readonly MeasureId[]> {
  const known = gatherings.get(measures);
  if (known) return known;
  const made = new Map<PersonId, MeasureId[]>();
  for (const { id, duties } of measures) {
    const attending = duties.filter((d) => d.gathering && d.reporter !== null).flatMap((d) => d.who);
    for (const person of new Set(attending.flatMap((h) => ('person' in h ? [h.person] : []))))
      made.set(person, [...(made.get(person) ?? []), id]);
  }
  gatherings.set(measures, made);
  return made;
}

/** Gatherings that somebody else is asked to report: whoever attends may confirm for themself, or ask for leave. */
export async function attended({ world, office, speaker }: Ask): Promise<readonly OccurrenceFacts[]> {
  const measures = gatheringsOf(office.plan.measures).get(speaker) ?? [];
  const found = await Promise.all(measures.map((id) => world.store.ledger.measure(office.org, id)));
  return found
    .flatMap(({ open }) => open)
    .filter((f) => f.gathering && f.person === speaker && f.asked !== speaker && !f.settled);
}

/** A gathering is one thing to whoever speaks of it: their own part of it, else the first. */
function spokenOf(facts: readonly OccurrenceFacts[], speaker: PersonId): ReadonlyMap<OccurrenceId, OccurrenceFacts> {
  const one = (f: OccurrenceFacts) => {
    const together = facts.filter((g) => g.gathering && g.duty === f.duty && g.slot === f.slot && g.asked === f.asked);
    return together.find((g) => g.person === speaker) ?? together[0] ?? f;
  };
  return new Map(facts.map((f) => [f.id, one(f)]));
}

export function contextOf({ office, speaker, said, event }: Ask, around: Omit<Surroundings, 'reports'>): ReplyContext {
  const { organization } = office.plan;
  const spoken = spokenOf(around.open, speaker);
  const ids = (facts: readonly OccurrenceId[]) => [...new Set(facts.flatMap((id) => spoken.get(id)?.id ?? []))];
  const last = around.last[0]?.settled;
  return {
    now: event.type === 'text' ? event.at : said.at,
    zone: organization.zone,
    calendar: organization.calendar,
    speaker,
    people: speakersOf(office.plan),
    open: [...new Set(spoken.values())].map(openItem),
    shown: around.shown.map((item) => ids(item)[0] ?? item[0] ?? ''),
    about: ids(around.about),
    ...(around.asked ? { asking: around.asked } : {}),
    ...(last
      ? { lastCheckIn: { occurrences: around.last.map((f) => f.id), intent: 'done' as const, at: last.at } }
      : {}),
  };
}

/** `timed` stays out: whether it has begun is decided, and explained, where it is recorded. */
export function openItem(facts: OccurrenceFacts): OpenItem {
  const { id, duty, kind, title, due, counterpart, gathering } = facts;
  const scheduled = startOf(facts);
  return {
    occurrence: id,
    duty,
    kind,
    title,
    due,
    scheduled,
    gathering,
    ...(counterpart ? { counterpart } : {}),
  };
}

/** One record of a gathering counts for all who owe it together, except for those who each answer for themselves. */
export function withGathering(
  ids: readonly string[],
  around: Surroundings,
  speaker: PersonId,
): readonly OccurrenceFacts[] {
  const named = around.open.filter((f) => ids.includes(f.id));
  // Whoever attends answers for themself; whoever is asked answers for all.
  const forAll = named.filter((n) => n.gathering && n.asked === speaker);
  const same = (f: OccurrenceFacts) =>
    forAll.some((n) => n.duty === f.duty && n.slot === f.slot && n.asked === f.asked);
  return around.open.filter((f) => named.includes(f) || same(f));
}
