import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Phrase, phrase } from '../core/phrase.ts';
import { cacheDir } from './data-dir.ts';
import { hasPackages, unpackRedis } from './redis-packages.ts';
import { librariesOf } from './shared-libraries.ts';

const run = promisify(execFile);
type Env = Readonly<Record<string, string | undefined>>;

export interface RedisBinary {
  readonly path: string;
  readonly version: string;
  /** `path`: installed on the machine. `cache`: unpacked earlier. `packages`: unpacked just now. */
  readonly source: 'path' | 'cache' | 'packages';
  /** For LD_LIBRARY_PATH; empty where the machine's own libraries serve. */
  readonly libraries: string;
}

/** No Redis can be had on this machine; `phrase` says in one sentence what to do about it. */
export class NoRedis extends Error {
  readonly phrase: Phrase;
  constructor(reason: string) {
    super(`no Redis server to be had: ${reason}`);
    this.name = 'NoRedis';
    this.phrase = phrase(hasPackages() ? 'setup-redis-unavailable' : 'setup-redis-elsewhere', { reason });
  }
}

/** BullMQ's own floor for all of its commands. */
const oldest = [6, 2] as const;

/** PATH → an earlier unpacked copy → the distribution's packages. `tell` hears before anything is fetched. */
export async function findRedis(env: Env, tell: (phrase: Phrase) => void = () => {}): Promise<RedisBinary> {
  const installed = await onPath(env);
  if (installed) return installed;
  const home = join(cacheDir(env), `redis-${process.arch}`);
  const cached = await unpackedIn(home, 'cache');
  if (cached) return cached;
  if (!hasPackages()) throw new NoRedis(`${process.platform} ${process.arch}`);
  tell(phrase('setup-redis-fetching', { folder: home }));
  return fetchInto(home, env);
}

async function onPath(env: Env): Promise<RedisBinary | undefined> {
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
      const path = join(folder, name);
      const version = isProgram(path) ? await versionOf(path, '') : undefined;
      if (version) return { path, version, source: 'path', libraries: '' };
    }
  }
  return undefined;
}

async function unpackedIn(home: string, source: RedisBinary['source']): Promise<RedisBinary | undefined> {
  for (const name of ['redis-server', 'valkey-server']) {
    const path = join(home, 'usr', 'bin', name);
    if (!isProgram(path)) continue;
    const libraries = librariesOf(path);
    const version = await versionOf(path, libraries);
    if (version) return { path, version, source, libraries };
  }
  return undefined;
}

/** Unpacks beside its final place and moves the whole tree there, so that a half-unpacked one is never found. */
async function fetchInto(home: string, env: Env): Promise<RedisBinary> {
  mkdirSync(dirname(home), { recursive: true });
  const fresh = mkdtempSync(`${home}.new-`);
  try {
    const accepts = async (path: string) => (await versionOf(path, librariesOf(path))) !== undefined;
    const server = await unpackRedis(fresh, env, accepts).catch((error: unknown) => {
      throw new NoRedis(lastWords(error));
    });
    replace(fresh, home);
    const path = join(home, relative(fresh, server));
    const found = await unpackedIn(home, 'packages');
    if (!found) throw new NoRedis(`${path} does not run`);
    return found;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function replace(fresh: string, home: string): void {
  try {
    renameSync(fresh, home);
  } catch {
    // Something lies there that does not run (or another start was quicker; its copy and ours are alike).
    const old = mkdtempSync(`${home}.old-`);
    renameSync(home, join(old, 'tree'));
    renameSync(fresh, home);
    rmSync(old, { recursive: true, force: true });
  }
}

/** Undefined where it does not run here or is too old. */
async function versionOf(path: string, libraries: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], {
      timeout: 10_000,
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    });
    const version = /\bv=(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
    return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]) ? version : undefined;
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function lastWords(error: unknown): string {
  const text =
    error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'unknown').slice(0, 200);
}
