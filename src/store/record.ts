/** Version of every record written today; a reader of another version would migrate it. */
const VERSION = 1;

/** A record as stored: its JSON with `v`. */
export function pack(record: object): string {
  return JSON.stringify({ v: VERSION, ...record });
}

/** A record whose type has no `v` of its own. */
export function unpack<T extends object>(text: string): T {
  const { v: _, ...record }: { v: number } = JSON.parse(text);
  return record as T;
}

/** A record that carries its `v` in its type. */
export function parse<T>(text: string): T {
  return JSON.parse(text);
}

/** JSON with keys in order at every depth: the same record always hashes to the same seal. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isPlain(inner) ? inOrder(inner) : inner));
}

function inOrder(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
