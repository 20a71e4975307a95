import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CheckOptions, checkCommand } from '../../src/cli/check.ts';
import { readInstant } from '../../src/core/calendar.ts';
import { planSchema } from '../../src/core/plan/schema.ts';
import { openSpeech } from '../../src/speech.ts';
import { aDutyOfFile, aMeasureOfFile, aPlanFile } from '../support/make.ts';

const samples = new URL('../../plans/', import.meta.url).pathname;
const now = readInstant('2026-03-02T10:00', 'Asia/Shanghai')!;
const say = openSpeech();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(path: string | undefined, options: CheckOptions = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await checkCommand(path, options, {
    say,
    now: () => now,
    print: (line) => out.push(line),
    complain: (line) => err.push(line),
  });
  return { code, out, err };
}

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a good plan', () => {
  test('shows the next dates of every duty', async () => {
    const duties = [
      aDutyOfFile(),
      aDutyOfFile({ id: 'study', title: '集中学习', kind: 'study', reporter: 'li-xiu', schedule: '每周五 15:00' }),
      aDutyOfFile({ id: 'minutes', title: '记录核查', schedule: { after: 'meeting', within: '3wd' } }),
      aDutyOfFile({ id: 'past', title: '旧账', schedule: '2026-02-01' }),
    ];
    const { code, out } = await check(file('good.json', aPlanFile({ measures: [aMeasureOfFile({ duties })] })));
    expect(code).toBe(0);
    expect(out).toEqual([
      '某县民政局（3人，0个问题，1条措施，4项职责）',
      'm1　健全月报制度',
      'monthly-report　报送月报（事项，1人）：2026-03-25、2026-04-25、2026-05-25',
      'study　集中学习（学习，1人）：2026-03-06 15:00、2026-03-13 15:00、2026-03-20 15:00',
      'minutes　记录核查（事项，1人）：meeting 之后3个工作日内',
      'past　旧账（事项，1人）：往后没有日期',
      '没有要改的',
    ]);
  });

  test('as JSON: instants in its zone, with seconds and offset', async () => {
    const { code, out } = await check(file('json.json', aPlanFile()), { json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({
      ok: true,
      plans: [
        {
          organization: 'minzheng',
          measures: [
            {
              id: 'm1',
              duties: [
                {
                  id: 'monthly-report',
                  next: [expect.stringMatching(/^2026-03-25T09:00:00\+08:00$/), expect.anything(), expect.anything()],
                },
              ],
            },
          ],
        },
      ],
      warnings: [],
    });
  });

  test('a warning is shown and does not fail', async () => {
    const people = [{ id: 'zhang-jianguo', name: '张建国', roles: ['leader'] }];
    const path = file('warned.json', aPlanFile({ people, measures: [aMeasureOfFile({ duties: [] })] }));
    const { code, out } = await check(path);
    expect(code).toBe(0);
    expect(out.at(-2)).toMatch(/warned\.json:1:\d+ people: 提醒：没有人是 secretary/);
  });
});

describe('a plan with mistakes', () => {
  const bad =
    'organization: { id: o, nam: x }\npeople: []\nmeasures:\n  - { id: m1, title: t, lead: nobody, duties: [] }\n';

  test('shows each with file, line and column, and exits with 1', async () => {
    const path = file('bad.yaml', bad);
    const { code, out, err } = await check(path, { language: 'en' });
    expect(code).toBe(1);
    expect(out).toEqual([]);
    expect(err).toEqual([
      '3 to correct:',
      `${path}:1:1 organization.name: name is missing`,
      `${path}:1:24 organization.nam: There is no key nam; did you mean name?`,
      `${path}:4:25 measures[0].lead: There is no person nobody`,
    ]);
  });

  test('as JSON', async () => {
    const path = file('bad.yaml', bad);
    const { code, out } = await check(path, { json: true });
    expect(code).toBe(1);
    expect(JSON.parse(out.join(''))).toMatchObject({
      ok: false,
      problems: [
        { code: 'missing', where: 'organization.name', file: path, line: 1 },
        { code: 'unknown-key', where: 'organization.nam', line: 1, column: 24, text: expect.any(String) },
        { code: 'unknown-person', where: 'measures[0].lead', line: 4 },
      ],
    });
  });
});

describe('what is asked to be checked', () => {
  test('may be a folder: every plan in it, but not the schema', async () => {
    const { code, out } = await check(samples);
    expect(code).toBe(0);
    expect(out.filter((line) => /Riverside|某县民政局/.test(line))).toHaveLength(2);
  });
  test('must exist', async () => expect(await check(join(folder, 'none.yaml'))).toMatchObject({ code: 1 }));
  test('must hold a plan', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, err } = await check(empty);
    expect(code).toBe(1);
    expect(err[1]).toContain('.yaml');
  });
  test('may be the schema itself', async () => {
    const { code, out } = await check(undefined, { schema: true });
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual(planSchema());
  });
});
