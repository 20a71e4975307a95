import type { Office } from '../app/office.ts';
import { isoOf } from '../core/calendar.ts';
import type { Entry } from '../core/ledger.ts';
import { partsOfOccurrence } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Plan } from '../core/plan/plan.ts';
import { entryPhrase, holderName } from '../core/wording/entry.ts';
import type { OpenStore } from '../store/store.ts';
import type { CliIo } from './contract.ts';
import { officesAsked, openOfficeStore } from './open-store.ts';

export interface LedgerOptions {
  readonly org?: string;
  readonly json?: boolean;
}

const PAGE = 500;

/** `duban ledger`: every entry in order, a line each; read page by page, whatever its length. */
export async function ledgerCommand(options: LedgerOptions, io: CliIo): Promise<number> {
  const opened = await openOfficeStore(io);
  const offices = await officesAsked(opened, options.org);
  for (const office of offices) {
    if (!options.json && offices.length > 1)
      io.print(io.say(phrase('cli-office', { name: office.plan.organization.name, org: office.org }), io.language));
    for await (const entry of entriesOf(opened.store, office.org)) {
      const line = options.json
        ? JSON.stringify(await jsonOf(entry, office, opened.store))
        : io.say(entryPhrase(entry, office.plan), io.language);
      io.print(line);
    }
  }
  return 0;
}

async function* entriesOf({ ledger }: OpenStore, org: string): AsyncIterable<Entry> {
  for (let after = 0; ; ) {
    const page = await ledger.entries(org, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** Instants as local times, people with their names, kept words beside their hash. */
async function jsonOf(entry: Entry, { org, plan }: Office, store: OpenStore): Promise<object> {
  const { zone } = plan.organization;
  const { v: _, seq, at, by, onBehalfOf, about, kind, measure, ...rest } = entry;
  const words = 'text' in rest && rest.text ? await store.ledger.text(org, rest.text.id) : undefined;
  return {
    org,
    seq,
    at: isoOf(at, zone),
    kind,
    by: personJson(by, plan),
    ...(onBehalfOf ? { onBehalfOf: personJson(onBehalfOf, plan) } : {}),
    about: about.map((id) => occurrenceJson(id, plan)),
    ...(measure ? { measure, measureTitle: plan.measures.find((m) => m.id === measure)?.title } : {}),
    ...(words === undefined ? {} : { words }),
    ...(local(rest, zone) as object),
  };
}

function personJson(id: string, plan: Plan) {
  return id === 'bot' ? { id } : { id, name: holderName(plan, id) };
}

function occurrenceJson(id: string, plan: Plan) {
  const { duty, slot, person, counterpart } = partsOfOccurrence(id);
  const title = plan.measures.flatMap((m) => m.duties).find((d) => d.id === duty)?.title;
  const names = [person, ...(counterpart ? [counterpart] : [])].map((one) => holderName(plan, one));
  return { id, duty, ...(title === undefined ? {} : { title }), slot, names };
}

const instants = new Set(
  'at until due from to scheduled openedAt creditFrom nextSlot graceTo rungsFrom mutedUntil'.split(' '),
);

function local(value: unknown, zone: string, field = ''): unknown {
  // Instants are epoch milliseconds; a small number under the same name is something else.
  if (typeof value === 'number') return instants.has(field) && value > 1e11 ? isoOf(value, zone) : value;
  if (Array.isArray(value)) return value.map((one) => local(one, zone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, local(one, zone, name)]));
}
