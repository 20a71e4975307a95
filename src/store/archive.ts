import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Archive } from '../app/ports.ts';

/** Evidence in a folder per organization, each file named by the SHA-256 of its content. */
export function openArchive(dir: string): Archive {
  return {
    read: (org, sha256) => readFile(join(dir, org, basename(sha256))).catch(() => undefined),
    has: async (org, sha256) => (await stat(join(dir, org, basename(sha256))).catch(() => undefined)) !== undefined,
    remove: (org, sha256) => rm(join(dir, org, basename(sha256)), { force: true }),
    async keep(org, content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const folder = join(dir, org);
      const file = join(folder, sha256);
      const known = await stat(file).catch(() => undefined);
      if (known?.size === content.length) return sha256;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Whole or not at all, and on the disk before anybody is told.
      const fresh = `${file}.${randomBytes(4).toString('hex')}.new`;
      const handle = await open(fresh, 'wx', 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(fresh, file);
      return sha256;
    },
  };
}

export interface KeptFile {
  readonly org: string;
  /** Its name: what it hashed to when it was kept. */
  readonly sha256: string;
  readonly content: Buffer;
}

/** Everything kept, of all organizations, one file in memory at a time. What is still being written is left out. */
export async function* keptFiles(dir: string): AsyncIterable<KeptFile> {
  for (const org of (await readdir(dir).catch(() => [])).sort())
    for (const sha256 of (await readdir(join(dir, org)).catch(() => [])).sort())
      if (/^[0-9a-f]{64}$/.test(sha256)) yield { org, sha256, content: await readFile(join(dir, org, sha256)) };
}
