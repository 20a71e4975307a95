import type { Entry, NewEntry } from '../core/ledger.ts';

/**
 * Where an entry names people. Entries are kept for years and cannot be changed, so they hold a random key for each
 * person; names and ids stay in the plan and in `{org}:people`, which can be erased.
 */
const personFields = new Set([
  'attended',
  'by',
  'onBehalfOf',
  'person',
  'counterpart',
  'asked',
  'presenter',
  'approver',
  'to',
  'instead',
]);
/** Fields that hold an occurrence id, a notice id or key, a recipient or a source: people stand inside them. */
const referenceFields = new Set([
  'about',
  'id',
  'keys',
  'noticed',
  'notices',
  'occurrence',
  'recipient',
  'source',
  'to',
  'undoes',
]);

/** `person/<id>` of a recipient, `@<slot>/<id>[+<id>]` of an occurrence; a group's `group/<id>` is no person. */
const reference = /(\bperson\/|@[^@/~#\s]+\/)([A-Za-z0-9.-]+)(?:\+([A-Za-z0-9.-]+))?/g;

/** An entry with every person passed through `rename`: keys back to the ids of the plan. */
export function withPeople(entry: Entry, rename: (key: string) => string): Entry {
  return walk(entry, '', byPerson(rename)) as Entry;
}

/**
 * An entry as it will lie in the stream: people by key, and fields in order, so that the same entry always has the same
 * JSON: seals are made over it. Written in one go, since thousands open in the same second.
 */
export function entryJson(entry: NewEntry, keyOf: (person: string) => string): string {
  return jsonOf({ v: 1, ...entry }, '', byPerson(keyOf));
}

type Rename = (person: string) => string;

const byPerson =
  (rename: Rename): Rename =>
  (person) =>
    isPerson(person) ? rename(person) : person;

function walk(value: unknown, field: string, rename: Rename): unknown {
  if (typeof value === 'string') return renameIn(value, field, rename);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => walk(item, field, rename));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, rename)]));
}

function jsonOf(value: unknown, field: string, rename: Rename): string {
  if (typeof value === 'string') return JSON.stringify(renameIn(value, field, rename));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => jsonOf(item, field, rename)).join()}]`;
  const record = value as Readonly<Record<string, unknown>>;
  let fields = '';
  for (const name of Object.keys(record).sort()) {
    if (record[name] === undefined) continue;
    fields += `${fields && ','}${JSON.stringify(name)}:${jsonOf(record[name], name, rename)}`;
  }
  return `{${fields}}`;
}

function renameIn(text: string, field: string, rename: Rename): string {
  if (personFields.has(field) && !text.includes('/')) return rename(text);
  if (!referenceFields.has(field) || !text.includes('/')) return text;
  return text.replace(
    reference,
    (_, before: string, person: string, other?: string) => before + rename(person) + (other ? `+${rename(other)}` : ''),
  );
}

/** The bot is nobody, and the holder of a vacant post `post.<id>` is the post. */
function isPerson(id: string): boolean {
  return id !== 'bot' && !id.startsWith('post.');
}
