import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Whole or not at all, for the owner alone: what an office has recorded is nobody else's. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.part`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, content, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, path);
}
