import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The library folders of a tree that holds `usr/bin/<server>`, e.g. `usr/lib/aarch64-linux-gnu`; for LD_LIBRARY_PATH. */
export function librariesOf(server: string): string {
  const root = join(dirname(server), '..', '..');
  const folders = ['usr/lib', 'lib'].flatMap((lib) => {
    const folder = join(root, lib);
    if (!existsSync(folder)) return [];
    const triplets = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name.includes('-linux-'),
    );
    return [...triplets.map((entry) => join(folder, entry.name)), folder];
  });
  return folders.join(':');
}

/** File names of the shared libraries that the loader cannot find, by `ldd`. */
export async function missingLibraries(program: string, libraryPath: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [program], {
    env: { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: libraryPath },
  });
  return stdout.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
}
