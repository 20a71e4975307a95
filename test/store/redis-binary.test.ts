import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { phrase } from '../../src/core/phrase.ts';
import { languages, openSpeech } from '../../src/speech.ts';
import { findRedis, NoRedis, type RedisBinary } from '../../src/store/redis-binary.ts';
import { hasPackages } from '../../src/store/redis-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-binary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine with nothing installed: an empty PATH, and a cache of its own. */
function bare(cache: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: '', XDG_CACHE_HOME: join(folder, cache) };
}

function fakeServer(name: string, line: string): string {
  const bin = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(bin, name), `#!/bin/sh\necho '${line}'\n`);
  chmodSync(join(bin, name), 0o755);
  return bin;
}

describe('an installed server comes first', () => {
  test.each([
    ['redis-server', 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1', '7.0.15'],
    ['redis-server', 'Redis server v=6.2.0 sha=0:0', '6.2.0'],
    ['valkey-server', 'Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', '8.1.1'],
  ])('%s saying %s', async (name, line, version) => {
    const bin = fakeServer(name, line);
    expect(await findRedis({ PATH: bin })).toEqual({ path: join(bin, name), version, source: 'path', libraries: '' });
  });

  test('but one that is too old or does not run is passed over for the next on the PATH', async () => {
    const old = fakeServer('redis-server', 'Redis server v=6.0.16 sha=0:0');
    const broken = fakeServer('redis-server', '');
    const good = fakeServer('redis-server', 'Redis server v=7.2.4 sha=0:0');
    expect((await findRedis({ PATH: [old, broken, good].join(':') })).version).toBe('7.2.4');
  });
});

const nobody = ['--reuid=nobody', '--regid=nogroup', '--clear-groups'];

function canTurnIntoNobody(): boolean {
  const script = fileURLToPath(new URL('../../node_modules/tsx/package.json', import.meta.url));
  return spawnSync('setpriv', [...nobody, process.execPath, '-e', `require(${JSON.stringify(script)})`]).status === 0;
}

// Without the network (or without apt) nothing can be unpacked; then these say so rather than pass in silence.
let first: RedisBinary | undefined;
const told: string[] = [];
const reachable = hasPackages() && (await unpackFirst());
if (!reachable) console.warn('SKIPPED: unpacking Redis from packages, no package source can be reached here');

async function unpackFirst(): Promise<boolean> {
  try {
    first = await findRedis(bare('first'), ({ id }) => told.push(id));
    return true;
  } catch (error) {
    console.warn(String(error));
    return false;
  }
}

describe.skipIf(!reachable)(
  'without one, it is unpacked from the distribution’s packages',
  { timeout: 240_000 },
  () => {
    test('installing nothing, into the cache, saying so first, and leaving no package lists behind', () => {
      const home = join(folder, 'first', 'duban');
      expect(first).toMatchObject({ source: 'packages', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
      expect(first?.path.startsWith(home)).toBe(true);
      expect(told).toEqual(['setup-redis-fetching']);
      expect(readdirSync(home)).toEqual([`redis-${process.arch}`]);
      expect(existsSync(join(home, `redis-${process.arch}`, 'apt'))).toBe(false);
    });

    test('and found there the next time, in silence', async () => {
      const again = await findRedis(bare('first'), ({ id }) => told.push(id));
      expect([again.source, again.path]).toEqual(['cache', first?.path]);
      expect(told).toHaveLength(1);
    });

    test('a copy that does not run any more is replaced', async () => {
      const { path } = await findRedis(bare('first'));
      rmSync(path);
      writeFileSync(path, 'not a program', { mode: 0o755 });
      expect((await findRedis(bare('first'))).source).toBe('packages');
      expect(readdirSync(join(folder, 'first', 'duban'))).toEqual([`redis-${process.arch}`]);
    });

    test.runIf(process.env.DUBAN_TEST === 'all')('two starts that fetch at once both get it', async () => {
      const found = await Promise.all([findRedis(bare('both')), findRedis(bare('both'))]);
      for (const { path, libraries } of found) {
        expect(execFileSync(path, ['--version'], { env: { LD_LIBRARY_PATH: libraries } }).toString()).toContain('v=');
      }
    });

    // Root can become somebody else; and only if that somebody may read this checkout is there anything to test.
    test.runIf(canTurnIntoNobody())('also for a user who is not root', () => {
      const home = join(folder, 'nobody');
      mkdirSync(home);
      execFileSync('chmod', ['755', folder]);
      execFileSync('chown', ['nobody', home]);
      const script = `import('${new URL('../../src/store/redis-binary.ts', import.meta.url)}').then(async ({ findRedis }) => {
      const found = await findRedis({ PATH: '', HOME: process.env.HOME });
      console.log(JSON.stringify(found));
    })`;
      const said = execFileSync(
        'setpriv',
        ['--reuid=nobody', '--regid=nogroup', '--clear-groups', process.execPath, '--import', 'tsx', '-e', script],
        {
          env: { PATH: process.env.PATH, HOME: home, TMPDIR: home },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const found = JSON.parse(String(said)) as { path: string; source: string };
      expect(found.source).toBe('packages');
      expect(statSync(found.path).uid).not.toBe(0);
    });
  },
);

test('where none can be had, one sentence in each language names what helps', () => {
  const say = openSpeech();
  const { phrase: sentence } = new NoRedis('E: Unable to locate package redis-server');
  for (const id of [sentence.id, 'setup-redis-elsewhere']) {
    for (const language of languages) {
      const words = say(phrase(id, { reason: 'E: nothing' }), language);
      expect(words).toContain('REDIS_URL');
      expect(words).toContain('docker run');
      expect(words).toMatch(/apt install redis-server|brew install redis/);
      expect(words.split('\n')).toHaveLength(1);
    }
  }
});
