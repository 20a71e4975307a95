import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/app/commands/index.ts';
import { dutyKinds } from '../src/core/duties/index.ts';
import { reports } from '../src/core/reports/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** Without comments, so that a word in an explanation breaks no rule. */
  readonly code: string;
  /** Packages by name, files by path from the root. */
  readonly imports: readonly string[];
}

const sources = ['src', 'jobs'].flatMap(sourcesIn);

function sourcesIn(folder: string): Source[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(ts|mjs)$/.test(file)).map((file) => sourceAt(join(folder, file)));
}

function sourceAt(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
  const imports = found.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
  return { path, text, code, imports };
}

/** Files of ours whose values it takes: what is imported for its type alone is gone when it runs. */
function neededBy({ path, code }: Source): string[] {
  const imports = [...code.matchAll(/^(?:import|export) (?!type )([^;]*?) from '(\.[^']+)'/gm)];
  return imports.filter(([, names]) => !isTypes(names!)).map(([, , from]) => normalize(join(dirname(path), from!)));
}

const isTypes = (names: string): boolean =>
  names.startsWith('{') &&
  names
    .replace(/[{}\s]+/g, ' ')
    .split(',')
    .every((name) => /^ *(type |$)/.test(name));

const under = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** Which room a file is in. The files directly in `src` and `src/cli` wire; they may import anything but `main`. */
function roomOf(path: string): string {
  const [top, room] = relative('', path).split('/');
  if (top === 'jobs') return 'jobs';
  return room?.endsWith('.ts') || room?.endsWith('.mjs') || room === 'cli' ? 'wiring' : room!;
}

/** `jobs, chat, web, sandbox, store, documents, speech → app (ports only from store, documents, speech) → core`. */
const mayImport: Record<string, (path: string) => boolean> = {
  core: (path) => path.startsWith('src/core/'),
  app: (path) => /^src\/(core|app)\//.test(path) || path === 'src/chat/contract.ts',
  chat: (path) => /^src\/(core|chat)\//.test(path) || path === 'src/app/ports.ts',
  sandbox: (path) => /^src\/(core|sandbox)\//.test(path),
  store: (path) => /^src\/(core|store)\//.test(path) || path === 'src/app/ports.ts' || path === 'src/chat/contract.ts',
  documents: (path) => /^src\/(core|documents)\//.test(path) || path === 'src/app/ports.ts',
  web: (path) => /^src\/(core|app|web)\//.test(path),
  jobs: (path) => /^(src\/(core|app)|jobs)\//.test(path),
  wiring: (path) => path !== 'src/main.ts',
};

describe('who may import what', () => {
  test.each(Object.keys(mayImport))('%s imports only what lies below it', (room) => {
    const broken = sources
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => /^(src|jobs)\//.test(name) && !mayImport[room]!(name))
          .map((name) => `${path} → ${name}`),
      );
    expect(broken).toEqual([]);
  });

  test('no file needs at run time a file that needs it', () => {
    const needs = new Map(sources.map((source) => [source.path, neededBy(source)]));
    const open: string[] = [];
    const done = new Set<string>();
    const circles: string[] = [];
    function walk(path: string): void {
      if (open.includes(path)) circles.push([...open.slice(open.indexOf(path)), path].join(' → '));
      if (done.has(path) || open.includes(path)) return;
      open.push(path);
      for (const next of needs.get(path) ?? []) walk(next);
      open.pop();
      done.add(path);
    }
    for (const { path } of sources) walk(path);
    expect(circles).toEqual([]);
  });

  test('every room is known to these rules', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test.each([
    ['grammy', (path: string) => path.startsWith('src/chat/telegram/')],
    ['bullmq', (path: string) => path === 'jobs/worker.ts'],
    ['ioredis', (path: string) => path.startsWith('src/store/')],
    ['dayjs', (path: string) => path === 'src/core/calendar.ts'],
    ['hono', (path: string) => /^src\/(sandbox|web)\//.test(path)],
    ['pino', (path: string) => path === 'src/log.ts'],
    ['@fluent/bundle', (path: string) => path === 'src/speech.ts'],
  ] as const)('%s is known in one place', (name, allowed) => {
    const users = sources.filter(({ imports }) => imports.some((one) => one === name || one.startsWith(`${name}/`)));
    expect(users.length).toBeGreaterThan(0);
    expect(users.map(({ path }) => path).filter((path) => !allowed(path))).toEqual([]);
  });
});

describe('the core is pure', () => {
  const allowedPackages = /^(zod|yaml|pinyin-pro|dayjs(\/.*)?|chinese-days\/.*\.json)$/;

  test('it imports itself, shapes, names and holiday data', () => {
    const foreign = under('src/core').flatMap(({ path, imports }) =>
      imports.filter((name) => !/^src\//.test(name) && !allowedPackages.test(name)).map((name) => `${path} → ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  test.each(['Date.now', 'new Date()', 'Math.random', 'process.', 'await ', 'setTimeout', 'console.'])(
    'it never says %s',
    (word) => {
      expect(
        under('src/core')
          .filter(({ code }) => code.includes(word))
          .map(({ path }) => path),
      ).toEqual([]);
    },
  );
});

describe('house rules', () => {
  test('no drawer for what has no noun', () => {
    const drawers = /\/(utils?|helpers?|common|misc|manager|service|handler)(\.|\/)/;
    expect(sources.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
  });

  test('no default exports, enums or any', () => {
    const loose = /^export default|\benum \w|: any\b|as any\b/m;
    expect(
      sources.filter(({ code, path }) => path.endsWith('.ts') && loose.test(code)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('no sentence outside the locales: Chinese stands only where people’s own words are read', () => {
    const readers =
      /^src\/(core\/(absence\/(?:read-span|of-whom)|reply|schedule|intake|drafting\/(typed|vocabulary)|plan|reports\/counts)|core\/(working-calendar|holiday-(?:notice|file|sheet)|holidays|assumed-holidays|lunar-feasts|year-table)|documents\/|cli\/interpret|sandbox\/|setup\.mjs|local-chat\.ts|app\/commands\/)/;
    const speaking = sources.filter(({ code, path }) => /[\u4e00-\u9fff]/.test(code) && !readers.test(path));
    expect(speaking.map(({ path }) => path)).toEqual([]);
  });
});

describe('a list equals its folder', () => {
  const membersOf = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.ts') && !['contract.ts', 'index.ts'].includes(file))
      .map((file) => file.replace(/\.ts$/, ''))
      .sort();

  test('duties', () => expect(dutyKinds.map(({ id }) => id as string).sort()).toEqual(membersOf('src/core/duties')));
  test('commands', () => expect(commands.map(({ id }) => id).sort()).toEqual(membersOf('src/app/commands')));
  test('reports', () =>
    expect(reports.map(({ id }) => id).sort()).toEqual(membersOf('src/core/reports').filter((id) => id !== 'counts')));
});
