import { expect, test } from 'vitest';
import { type InterpretOptions, interpretCommand } from '../../../src/cli/interpret.ts';
import { openSpeech } from '../../../src/speech.ts';
import { at, PEOPLE, scene } from './office.ts';

const say = openSpeech();

async function run(text: string, options: InterpretOptions, lines: readonly string[] = []) {
  const printed: string[] = [];
  const complained: string[] = [];
  const io = {
    say,
    now: () => at('2026-03-25 10:00'),
    lines: async function* () {
      yield* lines;
    },
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const office = { zone: 'Asia/Shanghai', calendar: scene().calendar, people: PEOPLE };
  return { code: await interpretCommand(text, options, io, office), printed, complained };
}

test('prints the eight fields of the contract', async () => {
  const { code, printed } = await run('昨天跟刘敏谈了', { as: 'zhou', duty: 'talk', json: true });
  expect(code).toBe(0);
  expect(JSON.parse(printed[0]!)).toEqual({
    intent: 'done',
    date: '2026-03-24',
    people: ['liu'],
    unresolved: [],
    until: null,
    delegateTo: null,
    topic: null,
    void: false,
  });
});

test('answers lines in order and goes on after a bad one', async () => {
  const { printed } = await run('-', {}, [
    '{"text":"延期三天","as":"zhou","at":"2026-03-25T10:00:00+08:00","duty":"report","due":"2026-03-27"}',
    'nonsense',
    '{"text":"✅","as":"zhou","duty":"report","title":"报送材料","replyTo":"reminder"}',
    '{"text":"1、2完成","as":"周国强","duty":"other","replyTo":"1. 支委会\\n2. 自学\\n3. 谈话"}',
  ]);
  const answers = printed.map((line) => JSON.parse(line));
  expect(answers[0]).toMatchObject({ intent: 'postpone', until: '2026-03-30' });
  expect(answers[1]).toMatchObject({ kind: 'error' });
  expect(answers[2]).toMatchObject({ intent: 'done' });
  expect(answers[3]).toMatchObject({ intent: 'done' });
});

test('somebody the plan does not know is a sentence and exit 1', async () => {
  const { code, complained } = await run('已完成', { as: 'nobody' });
  expect(code).toBe(1);
  expect(complained).toEqual(['方案中没有“nobody”这个人，或不止一人']);
});

test.each(['zh', 'en'] as const)('every line of a reading has words in %s', async (language) => {
  for (const text of [
    '党员大会开了，应到23实到21，刘敏请假，纪要存3号柜',
    '出差到周五，请刘敏代我去',
    '1、2完成',
    '更正，是昨天',
    '13800138000',
    '本期不开了',
    '代陈志远报：已完成',
    '我请假三天',
    '推迟到下周一',
  ]) {
    expect((await run(text, { as: 'zhou', duty: 'meeting', language })).printed.length).toBeGreaterThan(0);
  }
});

const GOOD = '{"text":"昨天跟刘敏谈了","as":"zhou","at":"2026-03-25T10:00","duty":"talk"}';

test.each([
  ['no JSON', 'nonsense', '这一行不是 JSON 对象，或缺少 text'],
  ['cut off', GOOD.slice(0, -1), '这一行不是 JSON 对象，或缺少 text'],
  ['null', 'null', '这一行不是 JSON 对象，或缺少 text'],
  ['a list', '[1]', '这一行不是 JSON 对象，或缺少 text'],
  ['no text', '{"as":"zhou"}', '这一行不是 JSON 对象，或缺少 text'],
  ['a number for text', '{"text":5,"as":"zhou"}', '这一行不是 JSON 对象，或缺少 text'],
  ['nobody speaks', '{"text":"谈了"}', '缺少 as：说话人的编号、姓名或别名'],
  ['a list speaks', '{"text":"谈了","as":["zhou"]}', '缺少 as：说话人的编号、姓名或别名'],
  ['a stranger', '{"text":"谈了","as":"nobody"}', '方案中没有“nobody”这个人，或不止一人'],
  ['no day', '{"text":"谈了","as":"zhou","at":"soon"}', '“soon”不是日期时间，例如 2026-03-25T10:00'],
  [
    'no such day',
    '{"text":"谈了","as":"zhou","at":"2026-02-30T10:00"}',
    '“2026-02-30T10:00”不是日期时间，例如 2026-03-25T10:00',
  ],
  ['no due day', '{"text":"谈了","as":"zhou","due":7}', '“7”不是日期时间，例如 2026-03-25T10:00'],
])('a line with %s is answered in its place, and the next one is read', async (_, line, problem) => {
  const { code, printed } = await run('-', {}, [GOOD, line, GOOD]);
  expect(code).toBe(0);
  const [before, wrong, after] = printed.map((l) => JSON.parse(l));
  expect(wrong).toEqual({ kind: 'error', problem });
  expect(before).toMatchObject({ intent: 'done', people: ['liu'] });
  expect(after).toEqual(before);
});

test.each([
  ['an unknown duty', '{"text":"谈了","as":"zhou","duty":"dance"}'],
  ['a duty, title and list that are no texts', '{"text":"谈了","as":"zhou","duty":7,"title":9,"replyTo":{}}'],
  ['a byte order mark', '\ufeff{"text":"谈了","as":"zhou"}'],
  ['a carriage return', '{"text":"谈了","as":"zhou"}\r'],
  ['keys that mean nothing', '{"text":"谈了","as":"zhou","plan":"x","__proto__":{"as":"nobody"}}'],
])('a line with %s is read', async (_, line) => {
  expect(JSON.parse((await run('-', {}, [line])).printed[0]!)).toMatchObject({ intent: 'done', date: '2026-03-25' });
});

test('a line of a hundred thousand characters is answered', async () => {
  const { printed } = await run('-', {}, [JSON.stringify({ text: '谈了'.repeat(50_000), as: 'zhou' }), GOOD]);
  expect(printed.map((l) => JSON.parse(l).intent)).toEqual(['none', 'done']);
});

const OPEN = [
  { title: '支委会', duty: 'meeting', due: '2026-03-26T18:00' },
  { title: '谈心谈话', duty: 'talk', with: 'liu' },
  { title: '与陈志远谈心谈话' },
];

test.each([
  [
    '支委会开了，刘敏还没谈',
    [
      { intent: 'done', items: [1] },
      { intent: 'not_done', items: [2] },
    ],
  ],
  ['昨天和陈志远谈了', [{ intent: 'done', items: [3] }]],
  ['谈了', [{ intent: 'done', ask: [2, 3] }]],
  ['支委会开了吗？', []],
])('of several things open, says which are meant: %s', async (text, targets) => {
  const { printed } = await run('-', {}, [JSON.stringify({ text, as: 'zhou', at: '2026-03-25T10:00', open: OPEN })]);
  expect(JSON.parse(printed[0]!)).toMatchObject({ targets });
});

test('a list just shown is numbered in its own order', async () => {
  const line = { text: '1完成', as: 'zhou', open: OPEN, replyTo: '1. 谈心谈话\n2. 支委会' };
  expect(JSON.parse((await run('-', {}, [JSON.stringify(line)])).printed[0]!).targets).toEqual([
    { intent: 'done', items: [2] },
  ]);
});

test('things open may be given as titles, and the one that is meant is shown', async () => {
  const open = '支委会；与陈志远谈心谈话';
  expect((await run('昨天和陈志远谈了', { as: 'zhou', open })).printed).toContain('事项：与陈志远谈心谈话');
  expect((await run('办完了', { as: 'zhou', open })).printed).toContain('会问是哪一项：支委会、与陈志远谈心谈话');
});

test('things open that are no list are a problem of that line', async () => {
  const { printed } = await run('-', {}, [
    '{"text":"谈了","as":"zhou","open":5}',
    '{"text":"谈了","as":"zhou","open":[5]}',
  ]);
  for (const line of printed) expect(JSON.parse(line)).toMatchObject({ kind: 'error' });
});
