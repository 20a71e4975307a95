import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

// The command as people start it: a process, its output, its exit code.
const root = fileURLToPath(new URL('../..', import.meta.url));
const plan = 'plans/sample-minzheng.yaml';
const home = mkdtempSync(join(tmpdir(), 'duban-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function duban(args: readonly string[], more: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {}) {
  return new Promise<Ran>((resolve) => {
    const { BOT_TOKEN: _, REDIS_URL: __, ...clean } = process.env;
    const env = { ...clean, LANG: 'en_US.UTF-8', LC_ALL: '', DATA_DIR: join(home, 'one'), ...more.env };
    const child = spawn(process.execPath, ['src/setup.mjs', 'duban', ...args], { cwd: root, env });
    const read = { out: '', err: '' };
    child.stdout.on('data', (part) => (read.out += part));
    child.stderr.on('data', (part) => (read.err += part));
    child.on('close', (code) => resolve({ code, ...read }));
    child.stdin.end(more.input ?? '');
  });
}

describe('what needs no store', { timeout: 60_000 }, () => {
  test('schedule: the last working day of each month', async () => {
    const args = ['schedule', '每月最后一个工作日下午5点', '--from', '2026-09-01', '--count', '5', '--json'];
    const { code, out, err } = await duban(args);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'recurring', next: { 0: '2026-09-30T17:00:00+08:00', length: 5 } });
  });

  test('an unreadable phrase is an error as JSON and exit code 1', async () => {
    const { code, out } = await duban(['schedule', '看心情', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ kind: 'error', problem: expect.any(String) });
  });

  test('schedule - answers line by line, in order, whatever a line holds', async () => {
    const { code, out } = await duban(['schedule', '-'], {
      input: '{"phrase":"每天"}\nnonsense\n{"phrase":"年底前"}\n',
    });
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['recurring', 'error', 'once']);
  });

  test('interpret has exactly the fields of the contract', async () => {
    const { code, out } = await duban(['interpret', '已完成', '--plan', plan, '--as', 'li-xiu', '--json']);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(
      'intent date people unresolved until delegateTo topic void'.split(' '),
    );
  });

  test('simulate as JSON: messages, people, collisions', async () => {
    const args = ['simulate', plan, '--from', '2026-03-02', '--to', '2026-03-08', '--json'];
    const answer = JSON.parse((await duban(args)).out);
    expect(answer).toMatchObject({ organization: 'minzheng', from: '2026-03-02', to: '2026-03-08', answer: 'all' });
    expect(answer.messages[0]).toMatchObject({ at: expect.stringMatching(/^2026-03-0\dT.*\+08:00$/) });
    expect(answer.people).toHaveLength(12);
  });

  test.each([
    [['schedule'], 'phrase is missing'],
    [['frobnicate'], 'no command "frobnicate"'],
    [['check', plan, '--language', 'fr'], 'cannot be "fr"'],
  ])('%j is one sentence and exit code 2', async (args, sentence) => {
    const { code, out, err } = await duban(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('help is in the language of the shell', async () => {
    expect((await duban(['--help'], { env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('用法：');
    const { code, out } = await duban(['--help']);
    expect([code, out.includes('Usage:')]).toEqual([0, true]);
    for (const name of 'import check schedule interpret simulate ledger report invite backup restore verify doctor'.split(
      ' ',
    ))
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});

describe('what needs the store', { timeout: 60_000 }, () => {
  test('before any plan was adopted it says so', async () => {
    for (const args of [['ledger'], ['backup', join(home, 'b.gz')]]) {
      const { code, out, err } = await duban(args);
      expect([args[0], code, out]).toEqual([args[0], 1, '']);
      expect(err).toContain('No plan has been adopted');
    }
  });

  test('what is no backup is not restored', async () => {
    const { code, err } = await duban(['restore', join(root, 'package.json')]);
    expect(code).toBe(1);
    expect(err).toContain('is not a whole backup');
  });

  test('doctor tells what is missing, as JSON too', async () => {
    const { out } = await duban(['doctor', '--json']);
    const { checks } = JSON.parse(out);
    expect(checks.find((c: { id: string }) => c.id === 'durable').level).toBe('ok');
    expect(checks.find((c: { id: string }) => c.id === 'beat').level).toBe('warn');
    expect(statSync(join(home, 'one')).mode & 0o777).toBe(0o700);
  });
});
