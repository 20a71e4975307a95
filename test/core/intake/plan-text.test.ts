import { expect, test } from 'vitest';
import { officialTable } from '../../../src/core/holidays.ts';
import { draftOf, planTextOf } from '../../../src/core/intake/index.ts';
import { readPlan } from '../../../src/core/plan/read.ts';
import { readText } from '../../../src/documents/read-text.ts';
import { openSpeech } from '../../../src/speech.ts';
import { ledgerOf95 } from './ledger-of-95.ts';
import { papersIn } from './papers.ts';

const say = openSpeech();
const ledger = ledgerOf95();
const papers = [
  ...papersIn('./'),
  ...papersIn('papers/'),
  {
    name: 'ledger of 95',
    text: [ledger.title, ...ledger.rows.map((row) => row.join('｜'))].join('\n'),
    gold: ledger.gold,
  },
];

const planOf = (text: string) =>
  planTextOf(draftOf(readText(text), { today: '2026-03-02' }), (phrase) => say(phrase, 'zh'));
const read = (yaml: string) =>
  readPlan(yaml, { now: Date.parse('2026-03-02T01:00:00Z'), officialTable: officialTable() });

test.each(papers)('the plan made of $name can be checked before anything is answered', ({ text }) => {
  const yaml = planOf(text);
  const plan = read(yaml);
  expect(plan.ok ? [] : plan.problems).toEqual([]);
});

test('what nobody has answered does not run, and stands in comments', () => {
  const yaml = planOf(
    '县林业局整改方案\n（2026年3月1日）\n1.关于“学习不够”的问题\n整改措施：定期开展警示教育，每月集中学习1次。\n责任人：各责任单位\n2.关于“谈心谈话少”的问题\n整改措施：支部书记每季度与支委谈心谈话1次。\n责任人：张建国（支部书记）',
  );
  const plan = read(yaml);
  if (!plan.ok) throw new Error(yaml);
  expect(plan.plan.measures.map(({ duties }) => duties.map(({ title }) => title))).toEqual([['谈心谈话']]);
  expect(yaml).toContain('# - { id: m1-study, kind: study, title: 警示教育, schedule: 每半年');
  expect(yaml).toContain('# 待定：原文只写“各责任单位”，没有指明是谁，请确定责任人。');
});

test('三会一课 waits for a yes: its four meetings stand there, each by its own article, and none of them runs', () => {
  const yaml = planOf(
    '张建国个人对照检查材料\n（2026年3月1日）\n三、整改措施\n（一）严格党内生活。每月报送工作情况。落实“三会一课”制度。',
  );
  const titles = (text: string) => {
    const plan = read(text);
    if (!plan.ok) throw new Error(text);
    return plan.plan.measures.flatMap(({ duties }) => duties.map(({ title, origin }) => `${title} ${origin}`));
  };
  expect(yaml).toContain('# 待定：“三会一课”分成四项安排吗？');
  const before = titles(yaml);
  expect(before).toHaveLength(1);
  // The yes: the signs in front of the four are taken away.
  expect(titles(yaml.replace(/# (?=- \{ id: m1-meeting)/g, ''))).toEqual([
    ...before,
    '支部党员大会 rule',
    '支部委员会会议 rule',
    '党小组会 rule',
    '党课 text',
  ]);
});

test('ids are slugs, never twice', () => {
  const ids = papers.flatMap(({ text }) => {
    const found = [...planOf(text).matchAll(/\bid: ([^,\n]+)/g)].map((match) => match[1]!.trim());
    expect(new Set(found).size).toBe(found.length);
    return found;
  });
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,24}$/);
});

test('a post is held by whoever the paper says holds it, and by nobody else', () => {
  const yaml = planOf(
    '县林业局整改方案\n（2026年3月1日）\n成立整改领导小组，党组书记刘建明任组长。\n1.关于“谈心谈话少”的问题\n整改措施：党组书记每季度与班子成员谈心谈话1次，机关党支部书记每月检查一次会议记录。',
  );
  const plan = read(yaml);
  if (!plan.ok) throw new Error(yaml);
  const holder = Object.fromEntries(plan.plan.posts.map((post) => [post.name, post.holder]));
  const [liu] = plan.plan.people.filter(({ name }) => name === '刘建明');
  expect(holder.党组书记).toBe(liu?.id);
  expect(holder.机关党支部书记).toBeNull();
});
