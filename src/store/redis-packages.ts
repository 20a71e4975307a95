import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { librariesOf, missingLibraries } from './shared-libraries.ts';

const run = promisify(execFile);
type Env = Readonly<Record<string, string | undefined>>;

/** What the distribution calls the server; in Debian the `-server` package is a link, the program is in `-tools`. */
const families = [
  { server: 'redis-server', packages: ['redis-server', 'redis-tools'] },
  { server: 'valkey-server', packages: ['valkey-server', 'valkey-tools'] },
] as const;

/** Whether this machine has the distribution's own package tools (Debian, Ubuntu and their children). */
export function hasPackages(): boolean {
  return (
    process.platform === 'linux' && ['apt-get', 'apt-cache', 'dpkg-deb'].every((tool) => existsSync(`/usr/bin/${tool}`))
  );
}

/**
 * Unpacks a Redis server from the distribution's packages into `folder`, installing nothing and needing no root: the
 * sources and proxies of the machine hold, only apt's own state and cache lie in a private folder that is removed
 * afterwards. Answers the path of the first server that `accepts`; throws with apt's own words.
 */
export async function unpackRedis(
  folder: string,
  env: Env,
  accepts: (server: string) => Promise<boolean>,
): Promise<string> {
  const apt = openApt(join(folder, 'apt'), env);
  let reason: unknown;
  try {
    for (const lists of ['machine', 'private'] as const) {
      // The machine's own lists cost nothing but may be missing or old (then a package is not found any more);
      // fresh private ones cost some 10 MB and 3 s.
      if (lists === 'private') reason = await apt.update();
      for (const family of families) {
        try {
          await apt.unpack(lists, family.packages, folder);
          const server = join(folder, 'usr', 'bin', family.server);
          await unpackLibraries(apt, lists, server, family.packages[1], folder);
          if (await accepts(server)) return server;
          reason ??= new Error(`the distribution's ${family.server} does not run here or is too old`);
        } catch (error) {
          reason ??= error;
        }
      }
    }
    throw reason;
  } finally {
    rmSync(join(folder, 'apt'), { recursive: true, force: true });
  }
}

type Lists = 'machine' | 'private';
type Apt = ReturnType<typeof openApt>;

function openApt(folder: string, env: Env) {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'debs'])
    mkdirSync(join(folder, part), { recursive: true });
  // Without a sandbox user: `_apt` may not write into a folder of ours, and an ordinary user could not become it.
  const options = [
    ['APT::Sandbox::User', ''],
    ['Debug::NoLocking', '1'],
    ['Dir::Cache', join(folder, 'cache')],
    ['Acquire::Languages', 'none'],
    ['Acquire::IndexTargets::deb::DEP-11::DefaultEnabled', 'false'],
    ['Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled', 'false'],
    ['Acquire::http::Timeout', '20'],
    ['Acquire::https::Timeout', '20'],
    ['Acquire::Retries', '1'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const privateState = ['-o', `Dir::State=${join(folder, 'state')}`, '-o', 'Dir::State::status=/var/lib/dpkg/status'];
  const debs = join(folder, 'debs');

  function call(tool: string, lists: Lists, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
    const all = [...options, ...(lists === 'private' ? privateState : []), ...args];
    return run(`/usr/bin/${tool}`, all, {
      cwd: debs,
      timeout: 180_000,
      maxBuffer: 16 * 1024 * 1024,
      env: {
        ...env,
        PATH: `${env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
        LC_ALL: 'C',
        DEBIAN_FRONTEND: 'noninteractive',
      },
    });
  }

  return {
    /** What went wrong, if anything: a source that cannot be reached is no failure yet, the others may do. */
    async update(): Promise<Error | undefined> {
      const said = await call('apt-get', 'private', ['-qq', 'update']).then(({ stderr }) => stderr, String);
      const problem = said.split('\n').find((line) => /^[WE]: /.test(line));
      return problem === undefined ? undefined : new Error(problem.replace(/^[WE]:\s*/, ''));
    },
    async unpack(lists: Lists, packages: readonly string[], into: string): Promise<void> {
      await call('apt-get', lists, ['-qq', 'download', ...packages]);
      for (const deb of readdirSync(debs)) {
        await run('/usr/bin/dpkg-deb', ['-x', join(debs, deb), into]);
        rmSync(join(debs, deb));
      }
    },
    /** The libraries among all that a package depends on, directly or not. */
    async libraryPackages(lists: Lists, name: string): Promise<readonly string[]> {
      const { stdout } = await call('apt-cache', lists, ['depends', '--important', '--recurse', name]);
      return stdout.split('\n').filter((line) => /^lib/.test(line) && !/^lib(c6|gcc-s1|crypt1)$/.test(line));
    },
  };
}

/** A slim image lacks libraries that the server's package depends on: they are unpacked beside it. */
async function unpackLibraries(apt: Apt, lists: Lists, server: string, name: string, folder: string): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const missing = await missingLibraries(server, librariesOf(server));
    if (missing.length === 0) return;
    const all = await apt.libraryPackages(lists, name);
    const wanted = all.filter((candidate) => missing.some((library) => provides(candidate, library)));
    await apt.unpack(lists, wanted.length > 0 ? wanted : all, folder);
  }
}

/** Debian names a library's package after its file: libjemalloc.so.2 → libjemalloc2, libssl.so.3 → libssl3t64. */
function provides(candidate: string, library: string): boolean {
  return plain(candidate).startsWith(plain(library.replace('.so', '')));
}

function plain(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}
