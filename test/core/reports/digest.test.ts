import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

  test('tells of talk coverage', () => expect(text).toMatch(/谈心谈话\d+对，本期还有\d+对/));

  test('ends with the seal', () => expect(lines.at(-1)).toBe('办公室已核　校验码3F9A-27C1'));

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
        const due = Number(/应办(\d+)项/.exec(lines.find((l) => l.startsWith('应办'))!)![1]);
        const terms = lines.find((l) => l.startsWith('其中')) ?? '';
        expect([...terms.matchAll(/\d+/g)].reduce((sum, [n]) => sum + Number(n), 0)).toBe(due);
        expect(due).toBe(countsOf(question).due);
      }),
      { numRuns: 50 },
    );
  });
});
