import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where file contents lie: in `dir/files`, or in memory. Contents never change once put. */
export interface Shelf {
  put(id: string, content: Buffer): void;
  get(id: string): Buffer | undefined;
}

export function openShelf(dir: string | undefined): Shelf {
  return dir ? shelfOnDisk(join(dir, 'files')) : shelfInMemory();
}

function shelfInMemory(): Shelf {
  const contents = new Map<string, Buffer>();
  return { put: (id, content) => void contents.set(id, content), get: (id) => contents.get(id) };
}

function shelfOnDisk(folder: string): Shelf {
  mkdirSync(folder, { recursive: true });
  return {
    put: (id, content) => writeFileSync(join(folder, id), content, { mode: 0o600 }),
    get: (id) => {
      try {
        return readFileSync(join(folder, id));
      } catch {
        return undefined;
      }
    },
  };
}
