import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { PaperQuestion, ReportAsk } from '../../src/core/reports/contract.ts';
import { countsOf } from '../../src/core/reports/counts.ts';
import { digest } from '../../src/core/reports/digest.ts';
import { questionFor } from '../../src/core/reports/figures/question.ts';
import type { Paper } from '../../src/core/reports/form/paper.ts';
import { reportById, reports } from '../../src/core/reports/index.ts';
import { wordingOf } from '../../src/documents/wording.ts';
import { writeDocx } from '../../src/documents/write-docx.ts';
import { openSpeech } from '../../src/speech.ts';
import { sampleQuarter } from '../core/reports/quarter.ts';

const say = openSpeech();
const record = sampleQuarter();

function question(id: string, ask: ReportAsk): PaperQuestion {
  return questionFor(reportById(id)!, record, ask) as PaperQuestion;
}

async function made(id: string, ask: ReportAsk = {}, language: 'zh' | 'en' = 'zh') {
  const paper = reportById(id)!.compose(question(id, ask));
  expect(paper).not.toHaveProperty('refused');
  const bytes = Buffer.from(await writeDocx(paper as Paper, wordingOf(say, language)));
  const [html, raw] = await Promise.all([
    mammoth.convertToHtml({ buffer: bytes }),
    mammoth.extractRawText({ buffer: bytes }),
  ]);
  return { bytes, html: html.value, text: raw.value, rows: rowsIn(html.value) };
}

function rowsIn(html: string): readonly (readonly string[])[] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '')),
  );
}

describe('整改进展情况报告, read back', () => {
  test('has the parts of an official report in their order', async () => {
    const { text } = await made('progress-report');
    const order = [
      '关于县委巡察反馈意见整改进展情况的报告',
      '2026年3月30日至2026年7月1日',
      '一、总体情况',
      '二、逐项整改情况',
      '（一）关于“集中学习以读文件为主，研讨交流少”问题的整改',
      '（十）关于“救助资金拨付偏慢，接待群众不够耐心”问题的整改',
      '三、需要推进的事项',
      '四、下一步工作',
      '五、整改事项统计',
      '主要负责人（签字）',
      '2026年7月1日',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(text.lastIndexOf('2026年7月1日')).toBeGreaterThan(text.indexOf('主要负责人'));
  });

  test('tells of each measure in lines drafted from its check-ins', async () => {
    const { text } = await made('progress-report');
    expect(text).toMatch(/一是加强政治理论学习（长期坚持）：中心组集中学习3场次、\d+人次（最近一次6月1日）。应办\d+项/);
    expect(text).toMatch(/。二是整改验收（推进中）：整改工作月报\d次/);
    expect(text).toMatch(/谈心谈话5人次（最近一次6月30日）/);
    expect(text).toContain('“盘活闲置养老设施”责任领导：王志强；责任单位：养老服务股；整改时限：2026年7月1日。');
  });

  test('has figures that agree: its table adds up, and to what its text says', async () => {
    const { rows, text } = await made('progress-report');
    const [head, ...body] = rows;
    const total = body.at(-1)!;
    expect(total[0]).toBe('合计');
    head!.slice(1).forEach((heading, i) => {
      const sum = body.slice(0, -1).reduce((n, row) => n + Number(row[i + 1]), 0);
      expect([heading, Number(total[i + 1])]).toEqual([heading, sum]);
    });
    const counts = countsOf(question('progress-report', {}));
    expect(Number(total[head!.indexOf('应办')])).toBe(counts.due);
    expect(text).toContain(`本期应办${counts.due}项，其中按时办结${counts.done}项`);
    const terms = total.slice(2).reduce((n, cell) => n + Number(cell), 0);
    expect(terms).toBe(counts.due);
  });

  test('has the layout of official papers', async () => {
    const { bytes } = await made('progress-report');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(xml).toContain(font);
    expect(xml).toMatch(/w:pgSz w:w="1190\d" w:h="1683\d"/);
    expect(xml).toMatch(/w:firstLine="640"/);
    expect(xml).toMatch(/w:line="560" w:lineRule="exact"/);
  });
});

describe('整改进展情况通报', () => {
  test('names nobody of the office', async () => {
    const { text } = await made('bulletin');
    for (const { name, aliases } of record.plan.people)
      for (const one of [name, ...aliases]) expect(text, one).not.toContain(one);
    expect(text).toContain('班子成员本人事项3项，已个别提醒');
    expect(text).not.toContain('责任领导');
  });
});

describe('督办提醒函', () => {
  test('goes to each person on a page of its own, red first', async () => {
    const { text } = await made('reminder-letter');
    expect(text.indexOf('（红色督办）')).toBeLessThan(text.indexOf('（黄色预警）'));
    expect(text).toContain('王志强同志：');
    expect(text).toContain('逾期8个工作日');
    expect(text.match(/签收人/g)?.length).toBe(text.match(/督办提醒函/g)?.length);
  });

  test('names a talk by its pair, and a measure by its deadline', async () => {
    const { rows } = await made('reminder-letter');
    const items = rows.map((row) => row[1]);
    expect(items).toContain('与何平谈心谈话');
    expect(items).toContain('整改措施“盘活闲置养老设施”');
  });

  test('is not written about what comes round every week', async () => {
    const { rows } = await made('reminder-letter', { colour: 'yellow' });
    expect(rows.map((row) => row[1])).not.toContain('更新议定事项办理清单');
  });

  test('to one person, in one colour', async () => {
    const { text } = await made('reminder-letter', { person: 'wu-li', colour: 'red' });
    expect(text).toContain('吴丽同志：');
    expect(text).not.toContain('王志强同志：');
  });

  test('is refused where there is nothing to urge', () => {
    const refused = reportById('reminder-letter')!.compose(question('reminder-letter', { person: 'zhao-gang' }));
    expect(refused).toMatchObject({ refused: [{ id: 'report-refused-nothing-urgent' }] });
  });
});

describe('the other papers', () => {
  test('the talk register has every pair of the quarter, across the page', async () => {
    const { rows, bytes } = await made('talk-register', { span: '2026-Q2' });
    expect(rows.length - 1).toBe(record.facts.filter((f) => f.kind === 'talk' && f.slot === '2026-Q2').length);
    expect(rows.some((row) => row[1] === '张建国' && row[2] === '吴丽' && row.at(-1) === '逾期未办')).toBe(true);
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toMatch(
      /w:pgSz w:w="1683\d" w:h="1190\d" w:orient="landscape"/,
    );
  });

  test('the minutes check has the plan’s points, each with a box to tick', async () => {
    const { rows } = await made('minutes-sheet', { span: '2026-06' });
    const ends = rows.filter((row) => row[1] === '主要负责人末位表态');
    expect(ends.length).toBe(4);
    expect(ends[0]!.slice(2, 4)).toEqual(['□', '□']);
  });

  test('the monthly report adds up by week and by measure to one total', async () => {
    const { rows } = await made('monthly', { span: '2026-06' });
    const totals = rows.filter((row) => row[0] === '合计');
    expect(totals).toHaveLength(2);
    expect(totals[0]).toEqual(totals[1]);
    expect(rows.map((row) => row[0])).toContain('6月29日至6月30日');
  });

  test('the weekly report says the same as the digest of that week', async () => {
    const { text } = await made('weekly', { span: '2026-W26' });
    const lines = digest.compose(question('digest', { span: '2026-W26' })).lines.map((line) => say(line.text, 'zh'));
    const due = lines.find((line) => line.startsWith('应办'))!.replace(/（.*/, '');
    expect(text).toContain(due);
  });

  test.each(reports.filter(({ form }) => form === 'paper').map(({ id }) => id))(
    '%s has words in English too',
    async (id) => {
      const { text } = await made(id, id === 'reminder-letter' ? {} : { span: '2026-06' }, 'en');
      expect(text).toMatch(/[A-Za-z]{4}/);
      expect(text).not.toMatch(/应办|合计|（签字）/);
    },
  );
});

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync('which', [name]);
    return true;
  } catch {
    return false;
  }
});
if (!office) console.warn('SKIPPED: no soffice on PATH, so no paper was rendered as pages');

describe.skipIf(!office)('rendered by LibreOffice', () => {
  test.each(['progress-report', 'talk-register', 'reminder-letter'])(
    '%s becomes pages',
    async (id) => {
      const folder = mkdtempSync(join(tmpdir(), 'duban-pages-'));
      try {
        const { bytes } = await made(id);
        writeFileSync(join(folder, `${id}.docx`), bytes);
        execFileSync(office!, ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${id}.docx`)]);
        expect(readdirSync(folder)).toContain(`${id}.pdf`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
