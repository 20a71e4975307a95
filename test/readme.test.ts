import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cliCommands } from '../src/cli/command-list.ts';
import { settings } from '../src/config.ts';
import { officialTable } from '../src/core/holidays.ts';
import { dutyKindIds } from '../src/core/plan/plan.ts';
import { readPlan } from '../src/core/plan/read.ts';
import type { TestOffice } from './support/office.ts';
import { story } from './support/story.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const names = ['README.md', 'README.zh-CN.md'] as const;
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** First cells of the table whose first cell of all matches, without backquotes. */
function rowsOf(text: string, head: RegExp): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| ') && head.test(line.split('|')[1]!.trim()));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.split('|')[1]!.trim().replaceAll('`', ''));
}

/** What stands in backquotes on one line, and each line of the shell blocks. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'));
  const inline = text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g);
  return [...blocks, ...[...inline].map(([, code]) => code!)];
}

const headings = (text: string) =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^(#+) (.*)$/gm)].map(([, level, title]) => ({ level, title }));

describe.each(names)('%s is true', (name) => {
  const text = read(name);

  test('its table of settings is the settings', () => {
    expect(rowsOf(text, /^(setting|设置)$/)).toEqual(Object.keys(settings));
  });

  test('their defaults are the defaults', () => {
    const row = (setting: string) => text.split('\n').find((line) => line.startsWith(`| \`${setting}\``))!;
    const standards = Object.entries(settings).flatMap(([key, one]) =>
      'standard' in one ? [[key, one.standard]] : [],
    );
    expect(standards.filter(([key, standard]) => !row(key!).includes(`\`${standard}\``))).toEqual([]);
  });

  test('it names every setting that may be a file, and no other', () => {
    const files = Object.entries(settings).flatMap(([key, one]) => ('file' in one ? [`${key}_FILE`] : []));
    const named = [...new Set(text.match(/\b[A-Z_]+_FILE\b/g))].filter((one) => one !== 'PLAN_FILE');
    expect(named.sort()).toEqual(files.sort());
  });

  test('its table of commands is the command line', () => {
    expect(rowsOf(text, /^(command|命令)$/)).toEqual(cliCommands.map((command) => command.name));
  });

  test('every command it shows exists', () => {
    const called = codeIn(text).flatMap((code) =>
      [...code.matchAll(/\bduban (?:-- )?([a-z]+)\b/g)].map(([, one]) => one!),
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((one) => !cliCommands.some((command) => command.name === one))).toEqual([]);
  });

  test('every npm script it shows exists', () => {
    const called = codeIn(text).flatMap((code) => {
      const found = [...code.matchAll(/\bnpm (?:run (?:--silent )?([\w:]+)|(start|test))/g)];
      return found.map(([, ran, short]) => ran ?? short!);
    });
    expect(called).toEqual(expect.arrayContaining(['start', 'test', 'duban', 'bench']));
    expect(called.filter((one) => !scripts.includes(one))).toEqual([]);
  });

  test('every file it points to exists', () => {
    const paths = [
      ...codeIn(text).filter((code) => /^(src|test|jobs|locales|plans)(\/[\w./-]*)?$|^\.env\.example$/.test(code)),
      ...[...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!),
    ];
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('every link within it leads to a heading', () => {
    const anchors = headings(text).map(({ title }) => title!.toLowerCase().replaceAll(' ', '-'));
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });

  test('the plan it shows can be adopted', () => {
    const plan = /```yaml\n([\s\S]*?)```/.exec(text)![1]!;
    const result = readPlan(plan, { officialTable: officialTable(), now: 1_772_000_000_000 });
    expect(result).toMatchObject({ ok: true });
  });

  test('it names every kind of duty', () => {
    expect(dutyKindIds.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  test('it shows no number of speed that nobody measured', () => {
    const ratios = text.split('\n').filter((line) => /^\| (reminders|check-ins|提醒|登记)/.test(line));
    expect(ratios).toHaveLength(3);
    for (const line of ratios) expect(line).toMatch(/not filled in yet|尚未填写|\| \d+(\.\d+)? \|$/);
  });
});

// The transcripts are played again: what the READMEs quote is what the bot says, buttons included.
describe('the transcripts are what the bot says', () => {
  story('README.md', { plan: read('plans/sample-hospital.yaml'), at: '2026-11-23 06:02' }, async (office) => {
    const heard: string[] = [];
    await office.until('2026-11-26 06:07');
    heard.push(...(await saidIn(office)));
    office.person('iris-novak').says('the incident review was held on Tuesday, Lucy Chan was away');
    await office.settle();
    await office.until('2026-11-30 08:31');
    heard.push(...(await saidIn(office)));
    expect(unheard('README.md', heard)).toEqual([]);
  });

  story('README.zh-CN.md', { plan: read('plans/sample-minzheng.yaml'), at: '2026-11-23 06:02' }, async (office) => {
    const heard: string[] = [];
    await office.until('2026-11-25 09:03');
    office.person('zhang-jianguo').says('昨天和王志强谈了');
    office.person('li-xiu').says('党组例会昨天开了，应到4人实到4人');
    await office.settle();
    await office.until('2026-11-26 09:04');
    heard.push(...(await saidIn(office)));
    await office.until('2026-11-30 08:31');
    heard.push(...(await saidIn(office)));
    expect(unheard('README.zh-CN.md', heard)).toEqual([]);
  });
});

/** Every message of the bot in every chat, its buttons as `[…]` lines. */
async function saidIn(office: TestOffice): Promise<string[]> {
  const { people, groups } = (await office.bot().offices.all())[0]!.plan;
  const chats = [
    ...people.filter((p) => p.telegram !== undefined).map((p) => office.person(p.id)),
    ...groups.map((g) => office.group(g.id)),
  ];
  return chats
    .flatMap((chat) => chat.messages())
    .filter(({ from }) => from.bot)
    .map(({ text, buttons }) => {
      const rows = buttons.map((row) => row.map((button) => `[${button.text}]`).join(' '));
      return [text, ...rows].join('\n');
    });
}

/** Quoted messages that nobody got; `…` stands for lines left out, `>` for what a person wrote. */
function unheard(name: string, heard: readonly string[]): string[] {
  const blocks = /```text\n([\s\S]*?)```/.exec(read(name))![1]!.split('\n\n');
  const quoted = blocks.map((block) =>
    block
      .match(/^ {2}(?!>).*$/gm)!
      .map((line) => line.slice(2))
      .join('\n'),
  );
  expect(quoted.length).toBeGreaterThan(3);
  const isHeard = (message: string) =>
    heard.some((text) => new RegExp(`^${message.split('…').map(escaped).join('[^]*')}$`).test(text));
  return quoted.filter((message) => !isHeard(message));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('both READMEs say the same', () => {
  const [english, chinese] = names.map(read) as [string, string];

  test('in the same order', () => {
    const shape = (text: string) => headings(text).map(({ level }) => level);
    expect(shape(chinese)).toEqual(shape(english));
  });

  test('with as many points, rows and examples in every section', () => {
    const counts = (text: string) =>
      text
        .split(/^## /m)
        .map((section) => [/^(?:-|\d+\.) /gm, /^\| /gm, /^```/gm].map((mark) => section.match(mark)?.length ?? 0));
    expect(counts(chinese)).toEqual(counts(english));
  });

  test('of the same files', () => {
    const files = (text: string) => [
      ...new Set(codeIn(text).filter((code) => /^(src|test|jobs|locales|plans)\b/.test(code))),
    ];
    expect(files(chinese).sort()).toEqual(files(english).sort());
  });

  test('and short enough to be read', () => {
    for (const text of [english, chinese]) expect(text.split('\n').length).toBeLessThan(350);
  });
});

test('the changelog knows this version', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
});
