import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../src/core/calendar.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import type { OfficeRecord, PaperQuestion, ReportQuestion } from '../../../src/core/reports/contract.ts';
import { countsOf } from '../../../src/core/reports/counts.ts';
import { digest } from '../../../src/core/reports/digest.ts';
import { questionOver } from '../../../src/core/reports/figures/question.ts';
import { reports } from '../../../src/core/reports/index.ts';
import { openSpeech } from '../../../src/speech.ts';
import { anyDays, anyRecord } from './ledgers.ts';
import { quarterEnd, samplePlan, sampleQuarter } from './quarter.ts';

const say = openSpeech();
const week = { first: '2026-06-22', last: '2026-06-28' } as const;

function linesOf(question: ReportQuestion, language: 'zh' | 'en' = 'zh'): readonly string[] {
  return digest.compose(question).lines.map(({ text }) => say(text, language));
}

function ofWeek(over: Partial<ReportQuestion> = {}, record: OfficeRecord = sampleQuarter()): PaperQuestion {
  return { ...questionOver(week, record, { names: false }), ...over };
}

describe('the digest of a week', () => {
  const lines = linesOf(ofWeek());
  const text = lines.join('\n');

  test('begins with its days and the days left of the rectification window', () => {
    expect(lines.slice(0, 2)).toEqual(['整改工作周报（6月22日—6月28日）', '距集中整改期满93天']);
  });

  test('has counts first, then what was done, what is late, what comes', () => {
    const order = ['一、总体', '二、进展', '三、需推进', '四、下期'].map((head) => lines.indexOf(head));
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test('has measures by state, and the states add up', () => {
    const line = lines.find((l) => l.startsWith('措施'))!;
    const [total, ...states] = [...line.replace(/（[^）]*）/g, '').matchAll(/\d+/g)].map(Number);
    expect(states.reduce((a, b) => a + b, 0)).toBe(total);
  });

  test('tells of talk coverage', () => expect(text).toMatch(/谈心谈话：本季度还有\d+对/));

  test.each([
    [undefined, '校验码3F9A-27C1'],
    ['previewed', '已送办公室预览　校验码3F9A-27C1'],
    ['checked', '办公室已核　校验码3F9A-27C1'],
  ] as const)('ends with the seal, and says of the office (%s) no more than it did', (office, last) => {
    expect(linesOf(ofWeek(office ? { office } : {})).at(-1)).toBe(last);
  });

  test('is short enough for a phone: at most 25 lines', () => expect(lines.length).toBeLessThanOrEqual(25));

  test('says what changed since the week before', () => {
    const closings = { m7: { how: 'finished' as const, at: ofWeek().from + 1000, by: 'zhang-jianguo' } };
    expect(linesOf(ofWeek({ closings })).join('\n')).toMatch(/已销号1（较上期增1）、长期坚持4（较上期减1）/);
  });

  test('names what the group is asked to decide', () => {
    expect(linesOf(ofWeek({ asked: ['m6'] }))).toContain('提请党组研究：加强低保动态核查申请销号。');
  });

  test('speaks of the bot only when something failed', () => {
    expect(text).not.toContain('未送达');
    expect(linesOf(ofWeek({ failures: 2 })).join('\n')).toContain('有2条提醒未送达');
  });

  test('has the same number of lines in English', () => expect(linesOf(ofWeek(), 'en')).toHaveLength(lines.length));
});

describe('sections without anything', () => {
  const quiet = (record: OfficeRecord): OfficeRecord => ({ ...record, facts: [] });
  test('say so, and keep their numbers', () => {
    const lines = linesOf(ofWeek({ open: [] }, quiet(sampleQuarter())));
    const at = (heading: string) => lines[lines.indexOf(heading) + 1];
    expect(at('二、进展')).toBe('本期没有办结事项。');
    expect(at('三、需推进')).toBe('没有逾期事项。');
    expect(lines).toContain('四、下期');
  });
});

describe('the first digest, minutes after adoption', () => {
  const zone = 'Asia/Shanghai';
  const at = (wall: string) => readInstant(wall, zone)!;
  const record = sampleQuarter();
  const question: ReportQuestion = {
    ...ofWeek({}, { ...record, facts: [] }),
    from: at('2026-03-30 08:00'),
    to: at('2026-03-30 08:30'),
    ahead: at('2026-04-07 08:30'),
    first: true,
  };
  const lines = linesOf(question);

  test('tells what has begun and what comes, not of nothing', () => {
    expect(lines.slice(0, 5)).toEqual([
      '整改工作周报（3月30日）',
      '距集中整改期满184天',
      '一、总体',
      expect.stringMatching(/^督办自2026年3月30日起运行：反馈问题10个、整改措施8条、具体职责\d+项。$/),
      '本期没有到期事项。',
    ]);
    expect(lines.join('\n')).not.toMatch(/应办0项|没有办结|较上期/);
    expect(lines).toContain('二、下期');
    expect(lines.join('\n')).toContain('4月1日（周三）　中心组集中学习');
  });
});

describe('the days in the heading', () => {
  const head = (from: string, to: string) =>
    linesOf({ ...ofWeek(), from: readInstant(from, 'Asia/Shanghai')!, to: readInstant(to, 'Asia/Shanghai')! })[0];
  test.each([
    ['2026-04-13 08:30', '2026-04-20 08:30', '4月13日—4月19日'],
    ['2026-04-17 17:00', '2026-04-24 17:00', '4月18日—4月24日'],
    ['2026-04-27 08:30', '2026-05-06 08:30', '4月27日—5月5日'],
  ])('from %s to %s: no day is told of in two digests', (from, to, days) => {
    expect(head(from, to)).toBe(`整改工作周报（${days}）`);
  });
});

describe('names, where the plan says none', () => {
  /** Somebody has written names into titles, of a duty, of a leader's own duty, and of a measure. */
  function withNames(plan: Plan): Plan {
    const measures = plan.measures.map((m) => ({
      ...m,
      title: m.id === 'm5' ? '王局牵头盘活设施' : m.title,
      duties: m.duties.map((d) => {
        const titles: Record<string, string> = {
          decisions: '李主任更新清单',
          'facilities-visit': '王志强到场督导',
          'party-lecture': '张书记上党课',
        };
        return { ...d, title: titles[d.id] ?? d.title };
      }),
    }));
    return { ...plan, measures };
  }
  const record = sampleQuarter(quarterEnd, withNames(samplePlan()));
  const names = record.plan.people.flatMap(({ name, aliases }) => [name, ...aliases]);
  const weeks = Array.from({ length: 13 }, (_, i) => i);

  test.each(weeks)('week %i names nobody: not in what was done, not in what is late, not in next week’s list', (i) => {
    const day = (n: number) => new Date(Date.UTC(2026, 3, 6 + 7 * i + n)).toISOString().slice(0, 10) as '2026-01-01';
    const text = linesOf(questionOver({ first: day(0), last: day(6) }, record, { names: false })).join('\n');
    for (const name of names) expect(text, name).not.toContain(name);
  });

  test('what only one leader can hold is merely counted', () => {
    const text = linesOf(ofWeek({}, record)).join('\n');
    expect(text).toContain('班子成员本人事项1项，已个别提醒');
    expect(text).not.toContain('督导');
  });

  test('with names on they stand there', () => {
    const text = linesOf(ofWeek({ names: true }, record)).join('\n');
    expect(text).toContain('王志强到场督导（王志强），逾期6个工作日');
  });

  test('no report that may go to a group names anybody while names are off', () => {
    for (const report of reports) {
      if ('privately' in report) continue;
      const made = report.compose(questionOver({ first: '2026-06-01', last: '2026-06-30' }, record, { names: false }));
      for (const name of names) expect(spoken(made), `${report.id} ${name}`).not.toContain(name);
    }
  });
});

/** Every word that a composed report holds, whatever its form. */
function spoken(made: unknown): string {
  if (typeof made === 'string') return `${made}\n`;
  if (Array.isArray(made)) return made.map(spoken).join('');
  return made && typeof made === 'object' ? Object.values(made).map(spoken).join('') : '';
}

describe('any ledger', () => {
  test('has a digest whose terms add up to what it says was due', () => {
    fc.assert(
      fc.property(anyRecord, anyDays, (record, days) => {
        const question = questionOver(days, record, { names: false });
        const lines = linesOf(question);
        const due = Number(/应办(\d+)项/.exec(lines.join('\n'))?.[1] ?? 0);
        expect(lines.includes('本期没有到期事项。')).toBe(due === 0);
        const terms = lines.find((l) => l.startsWith('其中')) ?? '';
        expect([...terms.matchAll(/\d+/g)].reduce((sum, [n]) => sum + Number(n), 0)).toBe(due);
        expect(due).toBe(countsOf(question).due);
      }),
      { numRuns: 50 },
    );
  });
});
