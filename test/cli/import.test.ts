import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ImportOptions, importCommand } from '../../src/cli/import.ts';
import { openSpeech } from '../../src/speech.ts';
import { docxOf } from '../documents/office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sample = new URL('../samples/zhenggai-fangan.txt', import.meta.url);

async function run(file: string, options: ImportOptions, pasted: readonly string[] = []) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await importCommand(file, options, {
    say: openSpeech(),
    now: () => Date.parse('2026-03-02T01:00:00Z'),
    lines: async function* () {
      yield* pasted;
    },
    print: (line) => out.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, out: out.join('\n'), complaints };
}

test('--json has the shape of the contract', async () => {
  const { code, out } = await run(sample.pathname, { json: true });
  const draft = JSON.parse(out);
  expect(code).toBe(0);
  expect(draft).toMatchObject({
    title: 'XX县文化馆党支部关于落实县委第三巡察组反馈意见的整改方案',
    organization: 'XX县文化馆党支部',
    date: '2024-03-11',
    claimed: { aspects: 3, problems: 8 },
    causes: [],
  });
  expect(draft.people).toContainEqual({ name: '王某', post: '宣传委员', department: null });
  expect(draft.problems[0]).toEqual({ no: 1, aspect: '理论学习不够扎实方面', text: '集中学习次数不足', example: null });
  expect(draft.measures[6]).toMatchObject({ problems: [7], owner: '赵某（办公室）', deadline: '2024-06-11' });
  expect(draft.measures[0].duties[0]).toEqual({
    kind: 'study',
    title: '集中学习',
    text: '每月15日前组织1次集中学习',
    scheduleText: '每月15日前组织1次',
    schedule: '每月15日前',
    origin: 'text',
    owner: '王某（宣传委员）',
    with: null,
    evidence: '由宣传委员列出学习计划并做好考勤和记录',
    deadline: 'immediate, then ongoing',
  });
  for (const doubt of draft.doubts) expect(Object.keys(doubt)).toEqual(['code', 'where', 'text']);
});

test('a Word file becomes a plan file, and the doubts are told', async () => {
  const file = join(folder, '方案.docx');
  writeFileSync(file, await docxOf(readFileSync(sample, 'utf8')));
  const { code, out } = await run(file, { output: join(folder, 'plan.yaml') });
  expect(code).toBe(0);
  expect(out).toContain('8个问题，9条措施，16项任务');
  expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).toContain('schedule: 每月第一个工作日');
});

test('a pasted paper comes by standard input', async () => {
  const { out } = await run('-', { json: true }, readFileSync(sample, 'utf8').split('\n'));
  expect(JSON.parse(out).problems).toHaveLength(8);
});

test.each([
  ['missing.docx', undefined, '找不到文件'],
  ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版格式'],
  ['empty.txt', Buffer.from(''), '没有文字'],
])('%s: one sentence, exit 1, nothing written', async (name, bytes, words) => {
  const file = join(folder, name);
  if (bytes) writeFileSync(file, bytes);
  const { code, out, complaints } = await run(file, { output: join(folder, 'none.yaml') });
  expect([code, out, complaints.length]).toEqual([1, '', 1]);
  expect(complaints[0]).toContain(words);
  expect(() => readFileSync(join(folder, 'none.yaml'))).toThrow();
});
