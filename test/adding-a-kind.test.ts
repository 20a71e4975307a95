import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The file that the guide shows, as it stands in the README. */
function fileOfGuide(): { readonly path: string; readonly text: string } {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, indented] = /```ts\n( *\/\/ src\/core\/duties\/drill\.ts\n[\s\S]*?)```/.exec(readme) ?? [];
  const lines = (indented ?? '').split('\n').map((line) => line.replace(/^ {2}/, ''));
  return { path: lines[0]!.replace('// ', '').trim(), text: lines.slice(1).join('\n') };
}

const words = {
  zh: ['演练', '已演练', '{ $title }', '演练'],
  en: ['drill', 'Held', '{ $title }', 'drills'],
};
const keys = ['duty-drill', 'duty-drill-done', 'duty-drill-item', 'report-kind-drill'];

const plan = `
organization: { id: school, name: 某学校, calendar: none }
people: [{ id: he, name: 何平, roles: [secretary], telegram: 1 }]
measures:
  - { id: m1, title: 应急演练, lead: he, duties: [{ id: fire, kind: drill, title: 消防演练, who: [he], schedule: 每月20日, remind: [0s] }] }
`;

test('a kind of duty is one file, one line and its words: the guide of the README, followed to the letter', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'duban-kind-'));
  try {
    for (const part of ['src', 'jobs', 'locales', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const { path, text } = fileOfGuide();
    writeFileSync(join(copy, path), text);
    const list = join(copy, 'src/core/duties/index.ts');
    const before = readFileSync(list, 'utf8');
    writeFileSync(
      list,
      `import { drill } from './drill.ts';\n${before.replace('  other,\n}', '  other,\n  drill,\n}')}`,
    );
    for (const language of ['zh', 'en'] as const) {
      const lines = keys.map((key, i) => `${key} = ${words[language][i]}`);
      appendFileSync(join(copy, `locales/${language}.ftl`), `\n${lines.join('\n')}\n`);
    }
    writeFileSync(join(copy, 'plan.yaml'), plan);
    const duban = async (...args: readonly string[]) => {
      const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: copy });
      return (await run).stdout;
    };
    const span = ['--from', '2026-03-01', '--to', '2026-04-01', '--json'];
    const [checked, foreseen, read] = await Promise.all([
      duban('check', 'plan.yaml'),
      duban('simulate', 'plan.yaml', ...span),
      duban('interpret', '演练做完了', '--plan', 'plan.yaml', '--as', 'he', '--duty', 'drill', '--json'),
    ]);
    expect(checked).toContain('消防演练');
    expect(foreseen).toContain('fire@2026-03-20/he');
    expect(JSON.parse(read)).toMatchObject({ intent: 'done' });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
