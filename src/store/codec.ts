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

/**
 * The same entry, its fields in order, with every person passed through `rename`: to keys on the way in, to plan ids
 * on the way out.
 */
export function renamePeople<T extends Entry | NewEntry>(entry: T, rename: (person: string) => string): T {
  const one = (person: string) => (isPerson(person) ? rename(person) : person);
  return walk(entry, '', one) as T;
}

function walk(value: unknown, field: string, rename: (person: string) => string): unknown {
  if (typeof value === 'string') return renameIn(value, field, rename);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => walk(item, field, rename));
  return walkFields(value as Readonly<Record<string, unknown>>, rename);
}

/** Fields in order, so that the same entry always has the same JSON: seals are made over it. */
function walkFields(record: Readonly<Record<string, unknown>>, rename: (person: string) => string) {
  const walked: Record<string, unknown> = {};
  for (const field of Object.keys(record).sort()) walked[field] = walk(record[field], field, rename);
  return walked;
}

function renameIn(text: string, field: string, rename: (person: string) => string): string {
  if (personFields.has(field) && !text.includes('/')) return rename(text);
  if (!referenceFields.has(field)) return text;
  return text.replace(
    reference,
    (_, before: string, person: string, other?: string) => before + rename(person) + (other ? `+${rename(other)}` : ''),
  );
}

/** The bot is nobody, and the holder of a vacant post `post.<id>` is the post. */
function isPerson(id: string): boolean {
  return id !== 'bot' && !id.startsWith('post.');
}
