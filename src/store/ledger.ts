import type { Appended, LedgerStore, MeasureFacts, ThreadState } from '../app/ports.ts';
import type { Entry, NewEntry } from '../core/ledger.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from '../core/occurrence.ts';
import type { Appends } from './appends.ts';
import type { Base } from './base.ts';
import { changeArgs } from './change-args.ts';
import { entryJson, withPeople } from './codec.ts';
import { gathered } from './gathered.ts';
import { orgKeys } from './keys.ts';
import type { PeopleKeys } from './people.ts';
import { parse, unpack } from './record.ts';

/** An entry exactly as it lies in the stream: what a seal is made over. */
export interface RawEntry {
  readonly seq: number;
  readonly json: string;
}

export interface LedgerReader extends LedgerStore {
  /** Entries with seq > after as stored, people by key, keys of the JSON in order. */
  raw(org: string, after: number, limit: number): Promise<readonly RawEntry[]>;
}

/** At most this many ids in one HMGET. */
const BATCH = 1000;

export function ledgerStore(base: Base, people: PeopleKeys, appends: Appends): LedgerReader {
  const { redis } = base;
  const factsOf = openFacts(base);
  return {
    append: (org, change) => append(base, people, appends, org, change),
    measure: (org, measure) => readMeasure(base, org, measure),
    async head(org, thread) {
      const k = orgKeys(org);
      const [head, state] = await base.fields([k.heads, k.states], thread);
      return { head: Number(head ?? 0), state: state ? unpack<ThreadState>(state) : {} };
    },
    occurrences: factsOf,
    told: (org, ids) => readTold(base, org, ids),
    // Index and facts are read one after the other; what changed in between is sifted out by the facts themselves.
    async askedOf(org, person) {
      const lines = await redis.zrangebylex(orgKeys(org).asked, `[${person} `, `(${person}!`);
      const found = await factsOf(
        org,
        lines.map((line) => line.slice(person.length + 1)),
      );
      return found.filter((facts) => facts.asked === person && !facts.settled);
    },
    async dueBetween(org, from, to) {
      const found = await factsOf(org, await redis.zrangebyscore(orgKeys(org).due, from, `(${to}`));
      return found.filter((facts) => facts.due >= from && facts.due < to);
    },
    async settledBetween(org, from, to) {
      const found = await factsOf(org, await redis.zrangebyscore(orgKeys(org).settled, from, `(${to}`));
      return found.filter(({ settled }) => settled && settled.at >= from && settled.at < to);
    },
    async settledBy(org, person, from, to) {
      const found = await factsOf(org, await redis.zrangebyscore(orgKeys(org).settledBy(person), from, `(${to}`));
      return found.filter(({ settled }) => settled?.by === person && settled.at >= from && settled.at < to);
    },
    async open(org) {
      const found = await factsOf(org, (await redis.smembers(orgKeys(org).open)).sort());
      return found.filter((facts) => !facts.settled);
    },
    async entries(org, after, limit) {
      const raw = await readRaw(base, org, after, limit);
      return decode(people, org, raw);
    },
    raw: (org, after, limit) => readRaw(base, org, after, limit),
    async text(org, id) {
      const found = await redis.hget(orgKeys(org).texts, id);
      return found === null ? undefined : unpack<{ text: string }>(found).text;
    },
    async erase(org, ids) {
      if (ids.length > 0) await redis.hdel(orgKeys(org).texts, ...ids);
    },
  };
}

/**
 * People get their keys first: a key without an entry is harmless, an entry without a key would be nobody's. If the
 * answer is lost with the connection, the change is sent again: then its source is `known`, or without a source its
 * heads have `moved` and the caller decides again from what it wrote itself.
 */
async function append(
  base: Base,
  people: PeopleKeys,
  appends: Appends,
  org: string,
  change: Parameters<LedgerStore['append']>[1],
): Promise<Appended> {
  await base.enlist(org);
  const entries = await encode(people, org, change.entries);
  return appends(org, changeArgs(org, change, entries, base.machine()));
}

/** Entries as they will lie in the stream. Most name only people whose keys are known: then one pass is enough. */
async function encode(people: PeopleKeys, org: string, entries: readonly NewEntry[]): Promise<readonly string[]> {
  const known = people.known(org).keys;
  const missing = new Set<string>();
  const keyOf = (person: string) => {
    const key = known.get(person);
    if (key === undefined) missing.add(person);
    return key ?? person;
  };
  const encoded = () => entries.map((entry) => entryJson(entry, keyOf));
  const first = encoded();
  if (missing.size === 0) return first;
  await people.give(org, missing);
  return encoded();
}

/** A key that this process has not met was given by another: the list is read again, once. */
async function decode(people: PeopleKeys, org: string, raw: readonly RawEntry[]): Promise<readonly Entry[]> {
  const known = people.known(org).people;
  let missing = false;
  const personOf = (key: string) => {
    missing ||= !known.has(key);
    return known.get(key) ?? key;
  };
  const decoded = () => raw.map(({ seq, json }) => withPeople({ ...parse<Entry>(json), seq }, personOf));
  const first = decoded();
  if (!missing) return first;
  await people.refresh(org);
  return decoded();
}

async function readRaw({ redis }: Base, org: string, after: number, limit: number): Promise<readonly RawEntry[]> {
  const found = await redis.xrange(orgKeys(org).ledger, `${after + 1}-0`, '+', 'COUNT', limit);
  return found.map(([id, fields]) => ({ seq: Number.parseInt(id, 10), json: fields[1]! }));
}

async function readMeasure({ run }: Base, org: string, measure: string): Promise<MeasureFacts> {
  const k = orgKeys(org);
  const reply = await run(
    'measure',
    [k.heads, k.states, k.openOf(measure), k.occurrences, k.told],
    [`measure/${measure}`],
  );
  const [head, state, ids, facts, told] = reply as readonly [
    string,
    string,
    string[],
    (string | null)[],
    (string | null)[],
  ];
  return {
    head: Number(head),
    state: unpack<ThreadState>(state),
    open: facts.flatMap((json) => (json ? [parse<OccurrenceFacts>(json)] : [])),
    told: paired(ids, told),
  };
}

/** Facts by id, read with those that others ask for in the same moment. */
function openFacts({ redis }: Base): LedgerStore['occurrences'] {
  const all = new Map<string, (ids: readonly string[]) => Promise<readonly (string | null)[]>>();
  async function read(org: string, calls: readonly (readonly string[])[]) {
    const found = await inBatches(calls.flat(), (part) => redis.hmget(orgKeys(org).occurrences, ...part));
    let at = 0;
    return calls.map(({ length }) => {
      at += length;
      return found.slice(at - length, at);
    });
  }
  const of = (org: string) => {
    const one =
      all.get(org) ?? gathered((calls) => read(org, calls), { most: BATCH, weightOf: ({ length }) => length });
    all.set(org, one);
    return one;
  };
  return async (org, ids) => {
    const found = ids.length === 0 ? [] : await of(org)(ids);
    return found.flatMap((json) => (json ? [parse<OccurrenceFacts>(json)] : []));
  };
}

async function readTold(
  { redis }: Base,
  org: string,
  ids: readonly string[],
): Promise<Readonly<Record<OccurrenceId, Told>>> {
  return paired(ids, await inBatches(ids, (part) => redis.hmget(orgKeys(org).told, ...part)));
}

function paired(ids: readonly string[], told: readonly (string | null)[]): Readonly<Record<OccurrenceId, Told>> {
  return Object.fromEntries(ids.flatMap((id, i) => (told[i] ? [[id, unpack<Told>(told[i])]] : [])));
}

async function inBatches<T>(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let i = 0; i < ids.length; i += BATCH) all.push(...(await read(ids.slice(i, i + BATCH))));
  return all;
}
