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
