import type { Entry, NewEntry } from '../core/ledger.ts';

/**
 * Where an entry names people. Entries are kept for years and cannot be changed, so they hold a random key for each
 * person; names and ids stay in the plan and in `{org}:people`, which can be erased.
 */
const personFields = new Set(['by', 'onBehalfOf', 'person', 'counterpart', 'asked', 'approver', 'to', 'instead']);
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

/** The same entry with every person passed through `rename`: to keys on the way in, to plan ids on the way out. */
export function renamePeople<T extends Entry | NewEntry>(entry: T, rename: (person: string) => string): T {
  const one = (person: string) => (isPerson(person) ? rename(person) : person);
  return walk(entry, '', one) as T;
}

/** Everyone that an entry names. */
export function peopleIn(entry: NewEntry): ReadonlySet<string> {
  const found = new Set<string>();
  renamePeople(entry, (person) => {
    found.add(person);
    return person;
  });
  return found;
}

function walk(value: unknown, field: string, rename: (person: string) => string): unknown {
  if (typeof value === 'string') return renameIn(value, field, rename);
  if (Array.isArray(value)) return value.map((item) => walk(item, field, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key, rename)]));
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
