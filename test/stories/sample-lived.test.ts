import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { addDays, DAY, localOf, weekdayOf } from '../../src/core/calendar.ts';
import type { ShownMessage } from '../../src/sandbox/transcript.ts';
import type { TestOffice } from '../support/office.ts';
import { story } from '../support/story.ts';

/** The sample plan lived by people who answer as an office does: some by button, some in a sentence, some too late. */
const plan = readFileSync(new URL('../../plans/sample-minzheng.yaml', import.meta.url), 'utf8');
const weeks = process.env.DUBAN_TEST === 'all' ? 10 : 2;
const begin = '2026-04-06';
const people = ['zhang-jianguo', 'wang-zhiqiang', 'chen-min', 'wu-li', 'li-xiu', 'sun-wei', 'zhou-jie', 'xu-fang'];

type Answer = { readonly says: string } | { readonly taps: string };

/** What somebody answers to the newest message with that on it; whoever comes first in the list. */
const habits: readonly (readonly [who: RegExp, on: RegExp, answer: Answer])[] = [
  [/./, /1\/3　城东/, { says: '1好转，其余持平' }],
  [/./, /比上次如何/, { taps: '持平' }],
  // What was recorded asks for nothing more.
  [/./, /^(?:已登记|已记下|周报)/, { taps: '' }],
  [/li-xiu/, /党组例会[\s\S]*会开了吗/, { says: '开了，应到4实到3，王局请假' }],
  [/xu-fang/, /支委会[\s\S]*会开了吗/, { says: '支委会开了，研究了发展党员和下月安排，都到了' }],
  [/xu-fang/, /主题党日[\s\S]*会开了吗/, { says: '主题党日搞完了，应到6实到5，老孙请假' }],
  [/li-xiu/, /中心组[\s\S]*学习开展了吗/, { says: '学了半天，人都齐了' }],
  [/li-xiu/, /更新议定事项办理清单[\s\S]*今天内/, { says: '清单更新了' }],
  [/li-xiu/, /整改工作月报/, { says: '月报报了' }],
  [/li-xiu/, /请转告/, { taps: '1' }],
  [/li-xiu/, /已请您转告/, { taps: '代为登记' }],
  [/sun-wei/, /幸福之家盘活进展[\s\S]*用一句话/, { says: '方案报县政府待批' }],
  [/wu-li/, /改进窗口服务[\s\S]*用一句话/, { says: '拨付由15天压到9天' }],
  [/zhou-jie/, /低保对象入户抽查/, { says: '抽了18户，2户已停发' }],
  [/wang-zhiqiang/, /实地督导[\s\S]*已去/, { says: '今天去了，三处都看了' }],
  [/xu-fang/, /党组会记录核查[\s\S]*已查/, { taps: '已查' }],
  [/xu-fang/, /1\/5　/, { says: '都有' }],
  [/zhang|wang/, /上周个人自学几天/, { says: '上周自学了4天' }],
  [/chen|wu/, /上周个人自学几天/, { says: '1 3天' }],
  [/./, /上周自学了几天/, { taps: '4' }],
  [/./, /的进展吗/, { taps: '是，记下' }],
];

story(
  'weeks of the sample plan: nothing that is said in its own words is misread, nobody hears anything twice, every sum holds',
  { plan, at: `${begin} 07:30` },
  async (office) => {
    const done = new Set<string>();
    for (let day = 0; day < weeks * 7; day++) {
      const date = addDays(begin, day);
      for (const hour of ['09:40', '17:20']) {
        await office.until(`${date} ${hour}`);
        if (weekdayOf(date) <= 5) await answerAll(office, done);
      }
    }
    const heard = people.flatMap((who) => spoken(office, who).map((m) => ({ who, ...m })));
    expect(heard.filter(({ text }) => /没有看懂|哪一项/.test(text))).toEqual([]);
    const asked = heard.filter(({ text }) => /请办|待办|本周有|已逾期/.test(text));
    const keys = asked.map(({ who, at, text }) => `${who} ${localOf(at, 'Asia/Shanghai').date} ${text}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const digests = office
      .group('party-group')
      .messages()
      .filter((m) => m.text.includes('应办'));
    expect(digests.length).toBeGreaterThanOrEqual(weeks - 1);
    for (const { text } of digests) expect(termsOf(text), text).toBe(dueOf(text));
    const facts = await office.bot().store.ledger.dueBetween('minzheng', 0, office.now() + 200 * DAY);
    const kinds = new Set(facts.filter((f) => f.settled?.how === 'done').map((f) => f.kind));
    const own = facts.filter((f) => f.own && f.settled?.how === 'done');
    expect(own.length).toBeGreaterThanOrEqual(4 * (weeks - 1));
    // 4 by a sentence or a tap, 3 by the number of the list and the days.
    expect(new Set(own.map((f) => f.settled?.amount))).toEqual(new Set([3, 4]));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['meeting', 'minutes-check', 'other', 'progress', 'study']),
    );
    expect(facts.filter((f) => f.kind === 'other' && f.follows).length).toBe(0);
  },
  weeks * 40_000,
);

async function answerAll(office: TestOffice, done: Set<string>): Promise<void> {
  // An answer may ask on: twice round is enough for the longest question.
  for (let round = 0; round < 3; round++)
    for (const who of people)
      for (const message of spoken(office, who)) {
        const key = `${who} ${message.id}`;
        const habit = habits.find(([one, on]) => one.test(who) && on.test(message.text) && message.buttons.length > 0);
        if (done.has(key) || !habit) continue;
        done.add(key);
        await give(office, who, message, habit[2]);
      }
}

async function give(office: TestOffice, who: string, message: ShownMessage, answer: Answer): Promise<void> {
  const person = office.person(who);
  if ('says' in answer) person.says(answer.says);
  else if (message.buttons.flat().some((b) => b.text === answer.taps)) person.taps(answer.taps, { on: message });
  await office.settle();
}

const spoken = (office: TestOffice, who: string) =>
  office
    .person(who)
    .messages()
    .filter((m) => m.from.bot);

const dueOf = (text: string): number => Number(/应办(\d+)项/.exec(text)?.[1] ?? 0);

function termsOf(text: string): number {
  const line = /其中(.*)。/.exec(text)?.[1] ?? '';
  return [...line.matchAll(/(\d+)/g)].reduce((sum, [n]) => sum + Number(n), 0);
}
