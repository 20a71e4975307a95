import type { DraftStore } from '../app/ports.ts';
import type { Drafting } from '../core/drafting/drafting.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';
import { pack, unpack } from './record.ts';

interface Stored {
  readonly version: number;
  /** A text of its own: Lua reads the version and must not turn empty lists of the draft into objects. */
  readonly drafting: string;
}

export function draftStore({ redis, run, enlist }: Base): DraftStore {
  return {
    async read(org, person) {
      const found = await redis.hget(orgKeys(org).drafts, person);
      if (found === null) return undefined;
      const { version, drafting } = unpack<Stored>(found);
      return { version, drafting: JSON.parse(drafting) as Drafting };
    },
    async write(org, person, expected, drafting) {
      await enlist(org);
      const stored: Stored = { version: expected + 1, drafting: JSON.stringify(drafting) };
      const text = drafting === null ? '' : pack(stored);
      return (await run('draft', [orgKeys(org).drafts], [person, expected, text])) === 1;
    },
  };
}
