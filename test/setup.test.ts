import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

// Real npm, real processes: on a busy machine each takes its time.
vi.setConfig({ testTimeout: 60_000 });

const here = fileURLToPath(new URL('..', import.meta.url));
/** Made once: a copy as git gives it, and the same with its packages installed. */
let fresh: string;
let installed: string;
let copy: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  fresh = makeCopy();
  installed = newFolder();
  copyTo(fresh, installed);
  npmIn(installed, ['ci', '--offline']);
});
beforeEach(() => {
  copy = newFolder();
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(copy, { recursive: true, force: true });
});
afterAll(() => {
  for (const folder of [fresh, installed]) rmSync(folder, { recursive: true, force: true });
});

describe('the first command on a fresh copy', () => {
  test('installs the packages, says so on standard error, and runs the target in this very process', async () => {
    copyTo(fresh, copy);
    const first = await run(['start', '--flag', 'a b']);
    expect(first.out).toEqual([`main ${first.pid} ["--flag","a b"]`]);
    expect(first.err.join('\n')).toMatch(/installing its packages once.*\n.*installed in \d+ s/);
    const second = await run(['start']);
    expect(second.err).toEqual([]);
  });

  test('what was installed by hand is taken as it is', async () => {
    copyTo(installed, copy);
    expect((await run(['start'])).err).toEqual([]);
  });

  test('a changed lock file is installed again', async () => {
    copyTo(installed, copy);
    writeStub(copy, '2.0.0');
    const lock = readJson(join(copy, 'package-lock.json'));
    lock.packages.tsx.version = '2.0.0';
    writeJson(join(copy, 'package-lock.json'), lock);
    expect((await run(['start'])).err[0]).toContain('installing');
    expect((await run(['start'])).err).toEqual([]);
  });

  test('an install that was killed half-way is done again', async () => {
    copyTo(installed, copy);
    rmSync(join(copy, 'node_modules', '.package-lock.json'));
    expect((await run(['start'])).err[0]).toContain('installing');
  });

  test('of two starts at once one installs and the other waits for it', async () => {
    copyTo(fresh, copy);
    const [one, other] = await Promise.all([run(['start']), run(['start'])]);
    const said = [...one.err, ...other.err].join('\n');
    expect(said.match(/installing its packages/g)).toHaveLength(1);
    expect([one.code, other.code]).toEqual([0, 0]);
  });

  test.each([
    ['C', /^Duban cannot install its packages: the npm registry http:\/\/127\.0\.0\.1:1\/ cannot be reached/],
    ['zh_CN.UTF-8', /^督办无法安装依赖包：连不上 npm 源 http:\/\/127\.0\.0\.1:1\//],
  ])('without a network it ends with one sentence, LANG=%s', async (LANG, sentence) => {
    copyTo(fresh, copy);
    needFromRegistry();
    const unreachable = { LANG, npm_config_registry: 'http://127.0.0.1:1/', npm_config_cache: join(copy, 'cache') };
    // `npm run --silent` hands its silence on.
    const { code, out, err } = await run(['duban', 'check'], { ...unreachable, npm_config_loglevel: 'silent' });
    expect([code, out, err.length]).toEqual([1, [], 2]);
    expect(err[1]).toMatch(sentence);
  });
});

describe('the command line', () => {
  beforeEach(() => copyTo(installed, copy));

  test('prints what the command prints and nothing else', async () => {
    const { out, err } = await run(['duban', 'schedule', '每周一', '--json']);
    expect(out).toEqual([JSON.stringify({ args: ['schedule', '每周一', '--json'], cwd: copy })]);
    expect(err).toEqual([]);
  });

  test('called as duban (npx, a link) every word is its own, also one that names a target', async () => {
    mkdirSync(join(copy, 'node_modules/.bin'), { recursive: true });
    symlinkSync('../../src/setup.mjs', join(copy, 'node_modules', '.bin', 'duban'));
    const said = spawnSync(join(copy, 'node_modules', '.bin', 'duban'), ['test', 'x'], { cwd: '/', encoding: 'utf8' });
    expect(JSON.parse(said.stdout)).toEqual({ args: ['test', 'x'], cwd: '/' });
  });

  test('without a known target it is the command line too', async () => {
    expect((await run(['check', 'plan.yaml'])).out[0]).toContain('["check","plan.yaml"]');
  });

  test('below `npm run duban` file names mean where the person stands', async () => {
    const away = mkdtempSync(join(tmpdir(), 'duban-away-'));
    const args = ['--prefix', copy, 'run', '--silent', 'duban', '--', 'check', 'plan.yaml'];
    const said = spawnSync('npm', args, { cwd: away, encoding: 'utf8', env: environment() });
    expect(JSON.parse(said.stdout).cwd).toBe(realpathSync(away));
    rmSync(away, { recursive: true });
  });
});

describe('a running bot', () => {
  beforeEach(() => copyTo(installed, copy));

  test('gets the signals itself', async () => {
    const bot = await startBot(process.execPath, ['src/setup.mjs', 'start']);
    bot.child.kill('SIGTERM');
    expect(await bot.rest()).toContain('drained after SIGTERM');
  });

  test('stops gracefully when the npm above it is killed', async () => {
    const bot = await startBot('npm', ['start', '--silent']);
    expect(bot.pid).not.toBe(bot.child.pid);
    bot.child.kill('SIGKILL');
    expect(await bot.rest()).toContain('drained after SIGTERM');
  });

  test('goes on when it was started by a shell that ends', async () => {
    const bot = await startBot('sh', ['-c', '"$0" src/setup.mjs start & sleep 0.1', process.execPath]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(isAlive(bot.pid)).toBe(true);
    process.kill(bot.pid, 'SIGTERM');
    expect(await bot.rest()).toContain('drained after SIGTERM');
  });
});

describe('npm test', () => {
  beforeEach(() => {
    copyTo(installed, copy);
    for (const tool of ['tsc', 'biome']) writeTool(tool, '');
    const counts = '{"numPassedTests":3,"numFailedTests":0,"numPendingTests":1,"numTodoTests":1}';
    writeTool(
      'vitest',
      `for a in "$@"; do case "$a" in --outputFile.json=*) echo '${counts}' > "\${a#*=}";; esac; done`,
    );
  });

  test('proves types, style, core under two zones and all the rest, and closes with the sum', async () => {
    const { code, out } = await run(['test']);
    expect(code).toBe(0);
    expect(out.at(-1)).toBe('9 passed, 0 failed, 6 skipped');
    expect(calls()).toEqual([
      'tsc -p .',
      'biome check .',
      'vitest run test/core America/New_York',
      'vitest run test/core --exclude test/core/intake/** --exclude test/core/drafting/** --exclude test/core/reply/laws.test.ts Asia/Shanghai',
      'vitest run --exclude test/core/** --maxWorkers=3 machine',
    ]);
  });

  test('with words of one’s own they go to vitest alone', async () => {
    expect((await run(['test', 'test/store', '-t', 'lock'])).out.at(-1)).toBe('3 passed, 0 failed, 2 skipped');
    expect(calls().at(-1)).toBe('vitest run test/store -t lock machine');
  });

  test.each([
    ['tsc', 'exit 2', 2, 1],
    ['biome', 'exit 1', 1, 2],
    ['vitest', 'exit 3', 3, 3],
  ])('stops at the first failure with its exit code: %s', async (tool, script, code, count) => {
    writeTool(tool, script);
    const said = await run(['test']);
    expect([said.code, calls().length]).toEqual([code, count]);
    expect(said.out.join('\n')).not.toContain('passed');
  });

  test('in its long form everything is told so', async () => {
    writeTool('tsc', 'exit 0');
    writeTool('vitest', 'echo "long: $DUBAN_TEST"');
    expect((await run(['test:all'])).out).toContain('long: all');
  });
});

// --- a small copy: the real setup.mjs, targets that only report, and a package `tsx` that leads to the real one ---

function makeCopy(): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'src'));
  copyFileSync(join(here, 'src/setup.mjs'), join(folder, 'src/setup.mjs'));
  writeJson(join(folder, 'package.json'), {
    name: 'duban',
    version: '0.1.0',
    type: 'module',
    scripts: readJson(join(here, 'package.json')).scripts,
    dependencies: { tsx: 'file:./tsx' },
  });
  writeJson(join(folder, 'tsconfig.json'), { compilerOptions: { target: 'es2022', module: 'nodenext' } });
  writeStub(folder, '1.0.0');
  writeFileSync(join(folder, 'src/main.ts'), mainThatReports);
  writeFileSync(join(folder, 'src/cli.ts'), cliThatReports);
  npmIn(folder, ['install', '--package-lock-only', '--offline']);
  return folder;
}

const mainThatReports = `
  const args: readonly string[] = process.argv.slice(2);
  if (process.env.STAY) {
    const stay = setInterval(() => {}, 1000);
    process.once('SIGTERM', () => { clearInterval(stay); console.log('drained after SIGTERM'); });
  }
  console.log('main', process.pid, JSON.stringify(args));
`;
const cliThatReports = `
  const args: readonly string[] = process.argv.slice(2);
  console.log(JSON.stringify({ args, cwd: process.cwd() }));
`;

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'duban-copy-')));
}

function copyTo(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function writeStub(folder: string, version: string): void {
  mkdirSync(join(folder, 'tsx'), { recursive: true });
  writeJson(join(folder, 'tsx/package.json'), {
    name: 'tsx',
    version,
    type: 'module',
    exports: { './esm/api': './api.mjs' },
  });
  const real = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  );
  writeFileSync(join(folder, 'tsx/api.mjs'), `export * from ${JSON.stringify(real.href)};`);
}

/** A package that only a registry has. */
function needFromRegistry(): void {
  for (const file of ['package.json', 'package-lock.json']) {
    const content = readJson(join(copy, file));
    const place = content.packages?.[''] ?? content;
    place.dependencies = { ...place.dependencies, zod: '4.6.7' };
    if (content.packages) content.packages['node_modules/zod'] = { version: '4.6.7' };
    writeJson(join(copy, file), content);
  }
}

function writeTool(name: string, script: string): void {
  const path = join(copy, 'node_modules/.bin', name);
  mkdirSync(join(copy, 'node_modules/.bin'), { recursive: true });
  const shown = name === 'vitest' ? `\${TZ:-machine}` : '';
  const log = `echo "${name} $* ${shown}" | sed -E 's/ --(reporter|outputFile)[^ ]*//g; s/ *$//' >> "${copy}/calls"`;
  writeFileSync(path, `#!/bin/sh\n${log}\n${script}\n`);
  chmodSync(path, 0o755);
}

function calls(): readonly string[] {
  return readFileSync(join(copy, 'calls'), 'utf8').trim().split('\n');
}

function writeJson(path: string, content: unknown): void {
  writeFileSync(path, JSON.stringify(content));
}

function readJson(path: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function npmIn(folder: string, args: readonly string[]): void {
  const said = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  if (said.status !== 0) throw new Error(said.stderr);
}

/** As a person's shell has it: nothing of the npm and vitest that run these tests. */
function environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_|INIT_CWD|TZ$|DUBAN_)/.test(name));
  return { ...Object.fromEntries(own), LANG: 'C', ...extra };
}

interface Run {
  readonly pid: number | undefined;
  readonly code: number | null;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const child = spawn(process.execPath, ['src/setup.mjs', ...args], { cwd: copy, env: environment(env) });
  started.push(child);
  const text = { out: '', err: '' };
  child.stdout.on('data', (part) => (text.out += part));
  child.stderr.on('data', (part) => (text.err += part));
  const lines = (all: string) => all.split('\n').filter((line) => line !== '' && !line.startsWith('> '));
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ pid: child.pid, code, out: lines(text.out), err: lines(text.err) })),
  );
}

interface Bot {
  readonly child: ChildProcess;
  readonly pid: number;
  rest(): Promise<string>;
}

/** Answers once main.ts has reported; `rest` is all that is said until the last holder of standard output ends. */
function startBot(program: string, args: readonly string[]): Promise<Bot> {
  const child = spawn(program, args, {
    cwd: copy,
    env: environment({ STAY: '1' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let text = '';
  const closed = new Promise<string>((resolve) => child.stdout!.once('close', () => resolve(text)));
  return new Promise((resolve) => {
    child.stdout!.on('data', (part) => {
      text += part;
      const pid = /main (\d+) /.exec(text)?.[1];
      if (pid) resolve({ child, pid: Number(pid), rest: () => closed });
    });
  });
}

function isAlive(pid: number): boolean {
  return spawnSync('kill', ['-0', String(pid)]).status === 0 && existsSync(copy);
}
