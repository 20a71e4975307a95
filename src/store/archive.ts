import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../app/ports.ts';

/** Evidence in a folder per organization, each file named by the SHA-256 of its content. */
export function openArchive(dir: string): Archive {
  return {
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
