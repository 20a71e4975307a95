import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../src/core/calendar.ts';
import { readInstant } from '../../../src/core/calendar.ts';
import type { Difference } from '../../../src/core/drafting/difference.ts';
import { newDrafting } from '../../../src/core/drafting/drafting.ts';
import { foreseen } from '../../../src/core/drafting/foreseen.ts';
import { detailsMessage, type Preview, previewMessage } from '../../../src/core/drafting/preview-message.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import type { Message } from '../../../src/core/message.ts';
import { readPlans } from '../../../src/core/plan/read.ts';
import { openSpeech } from '../../../src/speech.ts';
import { planOf } from '../../support/plans.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const say = openSpeech();
const wordsOf = ({ lines }: Message) => lines.map(({ text }) => say(text, 'zh'));
const span = { from: at('2026-03-02 10:00'), to: at('2026-04-01 10:00') };

function previewOf(duties: readonly string[], more: Partial<Preview> = {}): Preview {
  const read = readPlans([{ path: 'p', text: planOf({ duties }) }], { officialTable: officialTable(), now: span.from });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const plan = read.plans[0]!;
  const drafting = { ...newDrafting('1', '2026-03-02' as LocalDate, false), answers: { a: 'b' } };
  const base = { drafting, plan, foreseen: foreseen(plan, span), open: [], difference: undefined };
  return { ...base, effect: 'replace', ...more };
}

const duty = (i: number, who: string, schedule: string) =>
  `{ id: d${i}, kind: report, title: 第${i}项工作进展报告, who: [${who}], schedule: ${schedule} }`;
const many = (count: number, who: string, schedule: string) =>
  Array.from({ length: count }, (_, i) => duty(i + 1, who, schedule));

describe('the load of each person is seen before a plan is adopted', () => {
  test('too much for one person on one day is named with its day', () => {
    const words = wordsOf(previewMessage(previewOf(many(8, 'sun', '每月25日前'))));
    expect(words.find((line) => line.includes('过密'))).toContain('孙伟 3月25日（周三）8项');
  });

  test('and in one week, where no day is too much', () => {
    const days = ['每周一', '每周二', '每周三', '每周四', '每周五'];
    const duties = days.flatMap((day, d) => [1, 2, 3].map((i) => duty(d * 3 + i, 'sun', day)));
    const words = wordsOf(previewMessage(previewOf(duties)));
    expect(words.find((line) => line.includes('过密'))).toMatch(/孙伟 3月\d+日（周一）那周15项/);
  });

  test('who has a few things a day is not named', () => {
    expect(wordsOf(previewMessage(previewOf(many(4, 'sun', '每月25日前')))).join()).not.toContain('过密');
  });
});

describe('a preview fits on a phone, and the rest is a tap away', () => {
  const titles = (count: number, what: string) =>
    Array.from({ length: count }, (_, i) => `${what}第${i + 1}条整改措施`);
  const difference: Difference = {
    added: { measures: titles(9, '新增'), duties: titles(9, '任务') },
    removed: { measures: titles(7, '取消'), duties: titles(9, '任务') },
    changed: { measures: titles(6, '调整'), duties: titles(9, '任务'), what: titles(6, '').map(() => ['deadline']) },
  };
  const full = previewOf(
    [
      ...many(8, 'sun', '每月25日前'),
      ...['zhang', 'wang'].map(
        (who, i) =>
          `{ id: g${i}, kind: meeting, title: 会议${i}, who: [zhang, ${who}], reporter: li, schedule: 每周三 15:00 }`,
      ),
    ],
    { difference, open: titles(4, '待定'), replaces: '县委巡察反馈意见整改方案' },
  );

  test('whatever it has to say, it has at most 12 lines', () => {
    const message = previewMessage(full);
    expect(message.lines.length).toBeLessThanOrEqual(12);
    const text = wordsOf(message).join('\n');
    for (const part of ['新增措施9条', '取消措施7条', '调整措施6条', '今后30天', '过密', '待定4项', '点“采用新版”'])
      expect(text).toContain(part);
    expect(message.buttons.flat().map(({ action }) => action.with?.what)).toContain('details');
  });

  test('its details come page by page, each as short, and leave nothing out', () => {
    const said: string[] = [];
    for (let page = 0; page < 20; page++) {
      const message = detailsMessage(full, page);
      expect(message.lines.length).toBeLessThanOrEqual(12);
      said.push(...wordsOf(message));
      if (message.buttons.flat().length === 0) break;
    }
    for (const title of [...difference.added.measures, ...difference.removed.measures, ...difference.changed.measures])
      expect(said.join('\n')).toContain(title);
  });

  test('a short one says all, and has no such button', () => {
    const message = previewMessage(previewOf(many(2, 'sun', '每月25日前'), { effect: 'new' }));
    expect(message.buttons.flat().map(({ action }) => action.with?.what)).not.toContain('details');
    expect(wordsOf(message).join('\n')).toContain('第2项工作进展报告');
  });
});
