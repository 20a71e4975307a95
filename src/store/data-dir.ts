import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where this office's data live: DATA_DIR, else XDG_DATA_HOME/duban, else ~/.local/share/duban. Never inside the
 * checkout by default: whoever deletes or renews the checkout would delete an inspection's proof with it.
 * Created for the owner alone (0700). Throws what the file system throws.
 */
export function dataDir(env: Env): string {
  const dir = resolve(env.DATA_DIR || join(env.XDG_DATA_HOME || join(homeOf(env), '.local', 'share'), 'duban'));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}

/** Where things lie that can be fetched again: XDG_CACHE_HOME/duban, else ~/.cache/duban. Not created here. */
export function cacheDir(env: Env): string {
  return resolve(join(env.XDG_CACHE_HOME || join(homeOf(env), '.cache'), 'duban'));
}

function homeOf(env: Env): string {
  return env.HOME || homedir();
}
