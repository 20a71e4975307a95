#!/usr/bin/env node
// The first thing that runs, before any package exists: plain JavaScript, `node:` imports only. It installs what is
// missing, registers tsx and imports the target into this same process, so that signals reach it. Everything it says
// goes to standard error: standard output belongs to the target (`duban … --json`).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const targets = {
  start: { needs: 'production', run: (args) => importTarget('src/main.ts', args) },
  duban: { needs: 'production', run: (args) => importTarget('src/cli.ts', args) },
  bench: { needs: 'all', run: (args) => importTarget('test/bench/bench.ts', args) },
  test: { needs: 'all', run: (args) => runTests(args, {}) },
  'test:all': { needs: 'all', run: (args) => runTests(args, { DUBAN_TEST: 'all' }) },
};

/**
 * What reads the words of papers and runs long laws over sentences: pure text, whose days all come from
 * `core/calendar.ts`. One zone, the one west of UTC, is enough for them.
 */
const inOneZone = ['intake/**', 'drafting/**', 'reply/laws.test.ts'].flatMap((path) => [
  '--exclude',
  `test/core/${path}`,
]);

// The words live here and not in locales/: these are said when the packages that read locales may not be there yet.
const words = {
  en: {
    oldNode: (version) => `Duban needs Node.js 20.6 or newer; this is ${version}.`,
    elsewhere: (machine) =>
      `Duban runs by itself on Linux and macOS, x64 and arm64; this is ${machine}: run it in a container: ${container}`,
    installing: (what) => `Duban: installing its packages once (${what}) …`,
    installed: (seconds) => `Duban: packages installed in ${seconds} s.`,
    waiting: () => 'Duban: another start is installing the packages; waiting for it …',
    offline: (registry) =>
      `Duban cannot install its packages: the npm registry ${registry} cannot be reached (check the network, HTTPS_PROXY and \`npm config get registry\`), and npm's cache does not hold them all.`,
    failed: (reason) => `Duban cannot install its packages: ${reason}`,
    noFile: (file) => `Duban: ${file} is missing from this copy.`,
  },
  zh: {
    oldNode: (version) => `督办需要 Node.js 20.6 或更新版本，本机是 ${version}。`,
    elsewhere: (machine) =>
      `督办直接运行于 Linux 和 macOS 的 x64、arm64，本机是 ${machine}，请在容器中运行：${container}`,
    installing: (what) => `督办：首次安装依赖包（${what}）……`,
    installed: (seconds) => `督办：依赖包已装好，用时 ${seconds} 秒。`,
    waiting: () => '督办：另一个启动正在安装依赖包，等它完成……',
    offline: (registry) =>
      `督办无法安装依赖包：连不上 npm 源 ${registry}（请检查网络、HTTPS_PROXY 和 npm config get registry），npm 缓存里也不全。`,
    failed: (reason) => `督办无法安装依赖包：${reason}`,
    noFile: (file) => `督办：本副本缺少 ${file}。`,
  },
};

/** Measured on two cores with a near registry; a far one takes minutes. */
const sizes = {
  production: {
    en: 'about 100 MB to fetch, 210 MB on disk, 15 s or more',
    zh: '约下载 100 MB，占盘 210 MB，15 秒以上',
  },
  all: { en: 'about 180 MB to fetch, 360 MB on disk, 20 s or more', zh: '约下载 180 MB，占盘 360 MB，20 秒以上' },
};

const container =
  'docker run -it --rm --network host -v "$PWD":/duban -w /duban -v duban-data:/data -e DATA_DIR=/data node:20 npm start';

/** The shell's language: at this point no plan and no person is known, only whoever reads this terminal. */
function language() {
  return /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en';
}

function tell(id, ...args) {
  process.stderr.write(`${words[language()][id](...args)}\n`);
}

/** Ends this process with one sentence; never returns. */
function refuse(id, ...args) {
  tell(id, ...args);
  process.exit(1);
}

await main();

async function main() {
  const { name, args } = readTarget(process.argv);
  checkMachine();
  if (name === 'start') stopWithParent();
  await ensurePackages(targets[name].needs);
  // `npm run duban` moves to the package's folder; file names on the command line mean where the person stands.
  if (name === 'duban' && process.env.npm_lifecycle_event === 'duban' && existsSync(process.env.INIT_CWD ?? '')) {
    process.chdir(process.env.INIT_CWD);
  }
  await targets[name].run(args);
}

/** Called as `duban` (npx, a link), or without a target's name, everything is the command line's. */
function readTarget(argv) {
  const [, program = '', first, ...rest] = argv;
  const isTarget = basename(program) !== 'duban' && first !== undefined && Object.hasOwn(targets, first);
  return isTarget ? { name: first, args: rest } : { name: 'duban', args: argv.slice(2) };
}

function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  // 20.6 is the first with the module hooks that tsx registers.
  if (major < 20 || (major === 20 && minor < 6)) refuse('oldNode', process.version);
  const known = ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch);
  if (!known) refuse('elsewhere', `${process.platform} ${process.arch}`);
}

/**
 * A bot whose npm vanishes (a closed terminal, a killed supervisor) would run on unseen, so it ends itself as
 * gracefully as by SIGTERM. Only below `npm start`: started by hand or by init, losing the shell is no reason to stop.
 */
function stopWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start') return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

async function importTarget(file, args) {
  const path = join(root, file);
  if (!existsSync(path)) refuse('noFile', file);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(root, 'tsconfig.json') });
  process.argv = [process.argv[0], path, ...args];
  await import(pathToFileURL(path).href);
}

// --- packages ---

/** `needs`: `production` for running, `all` for testing. What is there already stays untouched if it is right. */
async function ensurePackages(needs) {
  if (arePackagesRight(needs)) return;
  const unlock = await lockInstall();
  try {
    if (!arePackagesRight(needs)) await install(needs);
  } finally {
    unlock();
  }
}

function arePackagesRight(needs) {
  const stamp = readJson('node_modules/.duban-setup');
  const lock = lockHash();
  if (stamp?.lock === lock && (stamp.has === 'all' || stamp.has === needs)) return true;
  // Somebody may have installed them by hand: npm's own record of what lies in node_modules tells.
  if (!isInstalled(needs)) return false;
  writeStamp(needs);
  return true;
}

function isInstalled(needs) {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson('node_modules/.package-lock.json')?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([place, { version, optional, dev, devOptional, peer }]) => {
    const isSkipped = place === '' || optional || (needs === 'production' && (dev || devOptional)) || peer;
    return (isSkipped && present[place] === undefined) || place === '' || present[place]?.version === version;
  });
}

function lockHash() {
  const content = readFileSync(join(root, 'package-lock.json'));
  // Native packages differ by machine: a folder that is shared or copied between two is installed again.
  return createHash('sha256').update(content).update(`${process.platform} ${process.arch}`).digest('hex');
}

function writeStamp(has) {
  try {
    writeFileSync(join(root, 'node_modules', '.duban-setup'), `${JSON.stringify({ lock: lockHash(), has })}\n`);
  } catch {
    // A read-only copy: the next start compares again, which costs some milliseconds.
  }
}

async function install(needs) {
  tell('installing', sizes[needs][language()]);
  const began = Date.now();
  const offline = await isRegistryUnreachable();
  // Named, whatever NODE_ENV says. The person's npm settings hold: registry, proxies, cache.
  const scope = needs === 'all' ? ['--include=dev'] : ['--omit=dev'];
  const { code, output } = await npm([
    'ci',
    ...scope,
    '--loglevel=error',
    '--no-progress',
    ...(offline ? ['--offline'] : []),
  ]);
  if (code !== 0) {
    if (offline) refuse('offline', offline);
    refuse('failed', reasonOf(output));
  }
  writeStamp(needs);
  tell('installed', Math.round((Date.now() - began) / 1000));
}

/**
 * The registry's address if no connection to it can be made, else undefined. npm itself would try for minutes. An
 * answer of any kind counts as reached: some registries know no ping.
 */
async function isRegistryUnreachable() {
  const { code, output } = await npm(['ping', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=20000']);
  const network =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;
  if (code === 0 || !network.test(output)) return undefined;
  const { output: registry } = await npm(['config', 'get', 'registry']);
  return registry.trim().split('\n').at(-1);
}

function reasonOf(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  return (
    lines
      .filter((line) => line !== '' && !/^(code |npm warn|A complete log)/.test(line))
      .slice(0, 2)
      .join(' ') || 'npm ci'
  ).slice(0, 400);
}

function npm(args) {
  // Run by npm itself we use that very npm; a different package manager would not read our lock file.
  const own = process.env.npm_execpath;
  const [file, before] = own && basename(own) === 'npm-cli.js' ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(file, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** One install at a time per copy. The lock lies outside: `npm ci` empties node_modules, and git shall not see it. */
async function lockInstall() {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `duban-setup-${process.getuid?.() ?? 0}-${place}.lock`);
  for (let waited = false; !tryLock(path); waited = true) {
    if (!waited) tell('waiting');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const unlock = () => rmSync(path, { force: true });
  process.once('exit', unlock);
  return () => {
    process.off('exit', unlock);
    unlock();
  };
}

function tryLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  return false;
}

function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    const age = Date.now() - statSync(path).mtimeMs;
    // Empty: just being written. Older than any install: its number may by now belong to another process.
    return pid === 0 ? age > 5_000 : !isAlive(pid) || age > 30 * 60_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
}

// --- tests ---

/** Types, lint and format, then vitest; core twice, under two host time zones of which one lies west of UTC. */
async function runTests(args, env) {
  await step('tsc', ['-p', '.']);
  await step('biome', ['check', '.']);
  const runs =
    args.length > 0
      ? [{ args, env }]
      : [
          { args: ['test/core'], env: { ...env, TZ: 'America/New_York' } },
          { args: ['test/core', ...inOneZone], env: { ...env, TZ: 'Asia/Shanghai' } },
          // Stories and faults wait as much as they work.
          { args: ['--exclude', 'test/core/**', '--maxWorkers=3'], env },
        ];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) await vitest(run, sum);
  process.stdout.write(`${closingLine(sum)}\n`);
}

async function vitest(run, sum) {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  const file = join(folder, 'result.json');
  const json = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', ['run', ...run.args, ...json], run.env);
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  sum.passed += result?.numPassedTests ?? 0;
  sum.failed += result?.numFailedTests ?? 0;
  sum.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  if (code === 0) return;
  if (sum.failed > 0) process.stdout.write(`${closingLine(sum)}\n`);
  process.exit(code);
}

function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function step(tool, args) {
  process.stderr.write(`> ${tool} ${args.join(' ')}\n`);
  const code = await runTool(tool, args, {});
  if (code !== 0) process.exit(code);
}

function runTool(tool, args, env) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    // Ctrl-C reaches the tool by itself; we only wait for its end.
    const passOn = () => child.kill('SIGTERM');
    const ignore = () => {};
    process.on('SIGTERM', passOn).on('SIGINT', ignore);
    child.on('error', (error) => {
      process.stderr.write(`${tool}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      process.off('SIGTERM', passOn).off('SIGINT', ignore);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
