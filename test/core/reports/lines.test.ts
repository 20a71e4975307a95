import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/ledger.ts';
import type { OccurrenceFacts } from '../../../src/core/occurrence.ts';
import type { OfficeRecord } from '../../../src/core/reports/contract.ts';
import { urgedItems } from '../../../src/core/reports/figures/colours.ts';
import { comingClauses } from '../../../src/core/reports/figures/coming.ts';
import { deedLines } from '../../../src/core/reports/figures/deeds.ts';
import { withFindings } from '../../../src/core/reports/figures/findings.ts';
import { laggingLines } from '../../../src/core/reports/figures/lagging.ts';
import { han } from '../../../src/core/reports/figures/naming.ts';
import { evidenceFor } from '../../../src/core/reports/figures/proof.ts';
import { questionOver } from '../../../src/core/reports/figures/question.ts';
import { isByOther } from '../../../src/core/reports/figures/record.ts';
import { minutesSheet } from '../../../src/core/reports/minutes-sheet.ts';
import { openSpeech } from '../../../src/speech.ts';
import { sampleQuarter } from './quarter.ts';

const say = openSpeech();
const record = sampleQuarter();
const june = { first: '2026-06-01', last: '2026-06-30' } as const;
const zh = (words: unknown) => (typeof words === 'string' ? words : say(words as Parameters<typeof say>[0], 'zh'));

function changed(of: (f: OccurrenceFacts) => OccurrenceFacts): OfficeRecord {
  return { ...record, facts: record.facts.map(of) };
}

const unsettled = ({ settled: _, ...facts }: OccurrenceFacts): OccurrenceFacts => facts;

describe('what is late', () => {
  const late = changed((f) => (f.duty === 'decisions' ? unsettled(f) : f));

  test('several times the same thing is one line, with its number and the longest delay', () => {
    const lines = laggingLines(questionOver(june, late, { names: false })).map(zh);
    const mine = lines.filter((line) => line.includes('更新议定事项办理清单'));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatch(/^更新议定事项办理清单（办公室）1\d次，最长逾期\d+个工作日$/);
  });
});

describe('what comes next', () => {
  const week = { first: '2026-06-22', last: '2026-06-28' } as const;
  const lines = (of: OfficeRecord) =>
    comingClauses(questionOver(week, of, { names: true }))
      .map(zh)
      .join('；');
  const early = (f: OccurrenceFacts): OccurrenceFacts =>
    f.duty === 'members-meeting' && f.slot === '2026-Q2'
      ? { ...f, settled: { how: 'done', at: f.due - 10 * 86_400_000, by: f.person, source: 'bot:early' } }
      : f;

  test('is what somebody still owes: what was done early is not announced', () => {
    expect(lines(changed((f) => (f.duty === 'members-meeting' ? unsettled(f) : f)))).toContain('支部党员大会');
    expect(lines(changed(early))).not.toContain('支部党员大会');
  });

  test('is there also where it opens at the very instant of the digest, and was not written yet', () => {
    const monday = questionOver(week, record, { names: true });
    const moment = monday.to + 8.5 * 3_600_000;
    const unwritten = { ...monday, to: moment, asOf: moment, open: [], begun: [], facts: [] };
    expect(comingClauses(unwritten).map(zh).join('；')).toMatch(
      /党组例会.*低保对象入户抽查|低保对象入户抽查.*党组例会/,
    );
  });

  test('is what was moved: an extension counts, not what the plan had said', () => {
    const later = changed((f) =>
      f.duty === 'members-meeting' && f.slot === '2026-Q2'
        ? { ...unsettled(f), revision: 1, due: f.due + 2 * 86_400_000 }
        : f,
    );
    expect(lines(later)).toContain('7月2日前完成支部党员大会');
    expect(lines(later)).not.toMatch(/6月30日前完成[^；]*支部党员大会/);
  });

  test('is told by day', () => expect(lines(record)).toMatch(/6月30日开展党组例会/));
});

describe('what was done', () => {
  const visits = changed((f) =>
    f.duty === 'facilities-visit' && f.settled
      ? { ...f, settled: { ...f.settled, line: { id: `t-${f.slot}`, sha256: '' } } }
      : f,
  );
  const texts = Object.fromEntries(
    visits.facts.map((f) => [
      `t-${f.slot}`,
      f.slot < '2026-05' ? '去了实地，消防整改已完工' : '王局现场协调，运营单位进场',
    ]),
  );

  test('quotes what was told of the work, and nobody by name where names are off', () => {
    const quarter = { first: '2026-04-01', last: '2026-06-30' } as const;
    const of = (names: boolean) =>
      deedLines('m5', questionOver(quarter, { ...visits, texts }, { names }))
        .map(zh)
        .join('；');
    expect(of(true)).toMatch(/实地督导\d次（最近一次.*消防整改已完工；王局现场协调，运营单位进场/);
    expect(of(false)).toContain('消防整改已完工');
    expect(of(false)).not.toContain('王局');
  });
});

test('what was found is told with what was done: the newest trend at each place, or the points that did not conform', () => {
  const [first, second] = record.facts.filter((f) => f.duty === 'facilities-visit');
  const visits = [
    { ...second!, checks: [{ item: '城东', answer: 'better' as const }] },
    {
      ...first!,
      checks: [
        { item: '城东', answer: 'worse' as const },
        { item: '城西', answer: 'same' as const },
      ],
    },
  ];
  expect(zh(withFindings('督导2次', visits))).toBe('督导2次，好转1处、持平1处');
  const whole = { ...first!, checks: [{ item: '#trend', answer: 'same' as const }] };
  expect(zh(withFindings('抽查1次', [whole]))).toBe('抽查1次，与上次持平');
  const check = {
    ...first!,
    checks: [
      { item: '末位表态', answer: 'no' as const },
      { item: '要素齐全', answer: 'yes' as const },
    ],
  };
  expect(zh(withFindings('核查2次', [check, check]))).toBe('核查2次，发现不符合2处');
  expect(withFindings('核查1次', [first!])).toBe('核查1次');
});

test.each([
  [1, '一'],
  [20, '二十'],
  [21, '二十一'],
  [40, '四十'],
  [99, '九十九'],
])('%i是 is %s是', (n, word) => expect(zh(han(n))).toBe(word));

describe('evidence', () => {
  const [visit] = record.facts.filter((f) => f.duty === 'facilities-visit');
  const entry = (seq: number, more: object) =>
    ({ v: 1, seq, at: seq, by: 'sun-wei', about: [], planVersion: 1, kind: 'evidence', ...more }) as unknown as Entry;
  const filed: OfficeRecord = {
    ...record,
    texts: { a: '协议.pdf', b: '办公室3号柜', c: '存养老股2号柜' },
    entries: [
      entry(1, { form: 'document', sha256: 'x', text: { id: 'a', sha256: '' }, about: [visit!.id] }),
      entry(2, { form: 'place', text: { id: 'b', sha256: '' }, measure: 'm5' }),
      entry(6, { form: 'place', text: { id: 'c', sha256: '' }, measure: 'm5' }),
      entry(3, { form: 'photo', sha256: 'y', problem: 7 }),
      entry(4, { form: 'photo', sha256: 'z', problem: 8 }),
      entry(5, { form: 'document', sha256: 'w', text: { id: 'erased', sha256: '' }, measure: 'm6' }),
    ],
  };

  test('belongs to an occurrence, a measure or a problem as a whole; a place is where it lies', () => {
    const found = evidenceFor(filed, [visit!], { measures: ['m5'], problem: 7 });
    expect(found.map(({ name, place }) => [zh(name), place])).toEqual([
      ['协议.pdf', undefined],
      ['存放地点', '办公室3号柜'],
      ['存放地点', '养老股2号柜'],
      ['照片3.jpg', undefined],
    ]);
  });

  test('whose name was erased is still there by its kind', () => {
    expect(evidenceFor(filed, [], { measures: ['m6'] }).map(({ name }) => zh(name))).toEqual(['文件']);
  });
});

test('a letter counts the times its own person was reminded, not who else was told', () => {
  const late = changed((f) =>
    f.duty === 'facilities-visit'
      ? {
          ...unsettled(f),
          noticed: [
            '0.r0~person/wang-zhiqiang',
            '0.l0~person/wang-zhiqiang',
            '0.l0~person/li-xiu',
            '0.l1~person/zhang',
          ],
        }
      : f,
  );
  const items = urgedItems(questionOver(june, late, { names: true }));
  const mine = items.filter(({ about }) => 'facts' in about && about.facts.duty === 'facilities-visit');
  expect(mine.map(({ reminded }) => reminded)).toEqual(mine.map(() => 2));
  expect(mine.length).toBeGreaterThan(0);
});

test('what the system writes of an absence was recorded by nobody for anybody', () => {
  const [f] = record.facts;
  const settled = { how: 'excused', at: 1, by: 'bot', source: 's' } as const;
  expect(isByOther({ ...f!, settled })).toBe(false);
  expect(isByOther({ ...f!, settled: { ...settled, by: 'somebody-else' } })).toBe(true);
});

test('a check of minutes is ticked as it was answered; what was not asked stays a box', () => {
  const checked = changed((f) =>
    f.kind === 'minutes-check'
      ? {
          ...f,
          checks: [
            { item: '要素齐全', answer: 'yes' },
            { item: '主要负责人末位表态', answer: 'no' },
          ],
        }
      : f,
  );
  const paper = minutesSheet.compose(questionOver(june, checked, { names: true }));
  const [table] = ('blocks' in paper ? (paper.blocks ?? []) : []).filter((b) => b.block === 'table');
  const rows = table?.block === 'table' ? table.rows.map((row) => row.slice(2, 4).map(zh).join('|')) : [];
  expect(rows).toEqual(['√|', '□|□', '|√', '□|□', '□|□']);
});
