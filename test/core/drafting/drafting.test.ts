import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../src/core/drafting/difference.ts';
import { newDrafting, openQuestions, stepped, withPaper } from '../../../src/core/drafting/drafting.ts';
import { dropped, earlierOf, rememberedOf, stillOpen, takenUp } from '../../../src/core/drafting/earlier.ts';
import { openReminder } from '../../../src/core/drafting/messages.ts';
import { nextPlan } from '../../../src/core/drafting/next-plan.ts';
import type { PlanParts } from '../../../src/core/drafting/plan-parts.ts';
import { knownRounds } from '../../../src/core/drafting/rounds.ts';
import { readTyped } from '../../../src/core/drafting/typed.ts';
import { draftOf, type PlainDocument } from '../../../src/core/intake/index.ts';

const before = {
  organization: { id: 'ju', name: '某局', head: 'zhang' },
  people: [
    { id: 'zhang', name: '张建国', post: '局长', roles: ['leader'], superior: null },
    { id: 'li', name: '李秀', post: '办公室主任', roles: ['secretary'] },
  ],
  measures: [],
} satisfies PlanParts;

function paperOf(...measures: readonly string[]): PlainDocument {
  const lines = [
    '某局党组关于巡察反馈意见的整改方案',
    '2026年2月20日',
    '一、政治理论学习方面',
    ...measures.flatMap((text, i) => [
      `${i + 1}.关于第${i + 1}项工作抓得不紧的问题`,
      `整改措施：${text}。`,
      '责任领导：张建国',
      '完成时限：长期坚持',
    ]),
  ];
  return { blocks: lines.map((text) => ({ kind: 'paragraph', text })) };
}

function draftingOf(...measures: readonly string[]) {
  const document = paperOf(...measures);
  return withPaper(newDrafting('m1', '2026-03-02', false), document, draftOf(document, { today: '2026-03-02' }));
}

describe('asking', () => {
  const vague = draftingOf('定期开展督导检查', '每月召开党组会', '定期开展督导检查');

  test('equal doubts are one question, and its answer holds for all', () => {
    const [question, ...more] = openQuestions(vague);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ kind: 'when', count: 2 });
    const done = stepped(vague, { type: 'answer', key: question!.key, value: '每季度' });
    expect(done.stage).toBe('preview');
    const { parts, open } = nextPlan(done, before, 'li');
    expect(parts.measures.map(({ duties }) => duties?.[0]?.schedule)).toEqual(['每季度', '每月', '每季度']);
    expect(parts.measures.map(({ duties }) => duties?.[0]?.origin)).toEqual(['office', 'text', 'office']);
    expect(open).toEqual([]);
  });

  test('what is left open does not run and is named', () => {
    const { parts, open } = nextPlan(stepped(vague, { type: 'leave-rest' }), before, 'li');
    expect(parts.measures.flatMap(({ duties }) => duties ?? [])).toHaveLength(1);
    expect(open).toHaveLength(2);
  });

  test('one step back asks again', () => {
    const left = stepped(vague, { type: 'leave-rest' });
    expect(openQuestions(stepped(left, { type: 'back' }))).toHaveLength(1);
  });

  test('an answer to a question that is not asked changes nothing', () => {
    expect(stepped(vague, { type: 'answer', key: 'nobody', value: '每月' }).answers).toEqual({});
  });

  test.each([
    ['每月25日前', 'answer'],
    ['待定', 'answer'],
    ['全部采用', 'take-all'],
    ['上一问', 'back'],
    ['已与王志强谈话', undefined],
    ['收到', undefined],
    ['', undefined],
  ])('%s, typed, is %s', (text, type) => {
    expect(readTyped(text, openQuestions(vague)[0]!, vague)?.type).toBe(type);
  });
});

describe('posts', () => {
  const office = [
    { name: '周洁', post: '社会救助股股长', department: null, place: { paragraph: 0 } },
    { name: '李秀', post: '办公室主任、机关党支部书记', department: null, place: { paragraph: 0 } },
    { name: '何平', post: '社会事务股副股长', department: null, place: { paragraph: 0 } },
  ] as const;
  const paper = draftingOf('社会救助股每月比对一次低保信息', '社会事务股每季度开展一次检查', '办公室每月核查会议记录');
  const drafting = { ...paper, people: office };

  test('a unit is answered by its head, and only who has none is asked for', () => {
    expect(openQuestions(drafting).map(({ key }) => key)).toEqual(['post|社会事务股']);
    const { parts } = nextPlan(stepped(drafting, { type: 'leave-rest' }), before, 'li');
    const holders = (parts.posts ?? []).map(({ name, holder }) => [
      name,
      parts.people.find(({ id }) => id === holder)?.name,
    ]);
    expect(holders).toContainEqual(['社会救助股', '周洁']);
    expect(holders).toContainEqual(['办公室', '李秀']);
  });

  test.each(['局办公室每月核查会议记录', '机关党支部每月开展主题党日', '支部书记每季度讲党课'])(
    '%s asks nobody',
    (text) => {
      expect(openQuestions({ ...draftingOf(text), people: office })).toEqual([]);
    },
  );

  test('what only an open post owes does not run and is named', () => {
    const { parts, open } = nextPlan(stepped(drafting, { type: 'leave-rest' }), before, 'li');
    expect(open).toHaveLength(1);
    expect(parts.measures.flatMap(({ duties }) => duties ?? [])).toHaveLength(2);
  });

  test('two names are no holder of a post', () => {
    const [question] = openQuestions(drafting);
    expect(readTyped('何平', question!, drafting)).toMatchObject({ value: '何平' });
    expect(readTyped('何平、周洁', question!, drafting)).toBeUndefined();
  });
});

test('a department that the plan does not list is listed with its measure', () => {
  const lines = [
    '某局整改方案',
    '（2026年2月20日）',
    '1.关于账目不清的问题',
    '整改措施：每月核对一次账目。',
    '责任人：张建国',
    '责任股室：财务股、办公室',
  ];
  const document: PlainDocument = { blocks: lines.map((text) => ({ kind: 'paragraph', text })) };
  const drafting = withPaper(
    newDrafting('m1', '2026-03-02', false),
    document,
    draftOf(document, { today: '2026-03-02' }),
  );
  const listed = { ...before, departments: [{ id: 'office', name: '办公室' }] };
  const { parts } = nextPlan(stepped(drafting, { type: 'leave-rest' }), listed, 'li');
  expect(parts.departments).toEqual([...listed.departments, { id: 'cai-wu-gu', name: '财务股' }]);
  expect(parts.measures[0]?.department).toBe('cai-wu-gu');
});

describe('what stays open', () => {
  const adopted = (title: string, left: number) => {
    const drafting = draftingOf('每月召开党组会');
    return { ...drafting, stage: 'adopted' as const, left, draft: { ...drafting.draft!, title } };
  };
  const next = { ...draftingOf('每月召开党组会'), earlier: earlierOf(adopted('台账', 8)) };
  const texts = (lines: readonly { readonly text: unknown }[]) => JSON.stringify(lines);

  test('another paper does not make it forgotten', () => {
    expect(next.earlier).toMatchObject([{ title: '台账', left: 8 }]);
    const message = openReminder({ ...next, stage: 'adopted', left: 0 });
    expect(texts(message.lines)).toContain('台账');
    expect(message.buttons.flat()).toMatchObject([{ action: { with: { what: 'reopen' } } }]);
  });

  test('an earlier paper is taken up again with its answers, and the last one waits in its place', () => {
    const vague = draftingOf('定期开展督导检查', '定期召开党组会');
    const [question] = openQuestions(vague);
    const answered = stepped(stepped(vague, { type: 'answer', key: question!.key, value: '每周' }), {
      type: 'leave-rest',
    });
    const first = { ...answered, id: 'a', stage: 'adopted' as const, left: 1 };
    const last = { ...adopted('台账', 8), id: 'b', earlier: earlierOf(first) };
    const again = takenUp(last, 'a')!;
    expect(again).toMatchObject({ id: 'a', stage: 'asking', answers: { [question!.key]: '每周' } });
    expect(openQuestions(again)).toHaveLength(1);
    expect(again.earlier).toMatchObject([{ title: '台账', left: 8 }]);
    expect(earlierOf(again).map(({ title }) => title)).toEqual(['台账', first.draft!.title]);
    expect(takenUp(last, 'nobody')).toBeUndefined();
  });

  test('taken up again and dropped, it stays open as it was', () => {
    const paper = { ...adopted('台账', 8), id: 'b' };
    expect(earlierOf(dropped(takenUp(paper, 'b')!) ?? undefined)).toMatchObject([{ title: '台账', left: 8 }]);
  });

  test('what one pass had no room to ask is asked when it is taken up again', () => {
    const units = [...'财社商税法教医农林水商旅文体民政外侨港台地矿海渔电路桥港航车'].map(
      (one) => `${one}管股每季度开展一次检查`,
    );
    const many = draftingOf(...new Set(units));
    const questions = openQuestions(many);
    expect(questions).toHaveLength(20);
    const first = questions.reduce((d, { key }) => stepped(d, { type: 'answer', key, value: '孙伟' }), many);
    expect(first.stage).toBe('preview');
    const again = stepped(first, { type: 'reopen' });
    expect(openQuestions(again).length).toBeGreaterThan(0);
    expect(openQuestions(again).map(({ key }) => key)).not.toContain(questions[0]!.key);
  });

  test('a new version of the same paper settles it anew', () => {
    const rounds = [
      { title: '另一份', isAlike: false },
      { title: '台账', isAlike: true },
    ];
    expect(stillOpen({ ...next, rounds }, 1)).toEqual([]);
    expect(stillOpen({ ...next, rounds }, 0)).toEqual(next.earlier);
  });

  test('a draft that is dropped leaves it as it was', () => {
    expect(earlierOf(dropped(next) ?? undefined)).toEqual(next.earlier);
    expect(dropped(draftingOf('每月召开党组会'))).toBeNull();
  });
});

describe('a second version', () => {
  const first = nextPlan(
    stepped(draftingOf('每月召开党组会', '每周组织集中学习'), { type: 'leave-rest' }),
    before,
    'li',
  ).parts;

  test('what goes on keeps its ids, what vanished gives its id to nobody', () => {
    const drafting = stepped(draftingOf('每季度组织集中学习', '每周组织集中学习'), { type: 'leave-rest' });
    const second = nextPlan(drafting, first, 'li').parts;
    expect(second.measures[1]!.id).toBe(first.measures[1]!.id);
    expect(first.measures.map(({ id }) => id)).not.toContain(second.measures[0]!.id);
    expect(second.people.map(({ id }) => id)).toEqual(['zhang', 'li']);
    expect(differenceOf(first, second)).toMatchObject({
      added: { measures: [second.measures[0]!.title] },
      removed: { measures: [first.measures[0]!.title] },
      changed: { measures: [], duties: [] },
    });
  });

  test('of a measure that goes on it is said what is another', () => {
    const was = first.measures[0]!;
    const moved = { ...first, measures: [{ ...was, deadline: '2026-12-31', lead: 'li' }, ...first.measures.slice(1)] };
    expect(differenceOf(first, moved).changed).toMatchObject({ measures: [was.title], what: [['lead', 'deadline']] });
  });

  test('what the office answered before is proposed again', () => {
    const vague = draftingOf('定期开展督导检查');
    const [question] = openQuestions(vague);
    expect(question!.proposed).toBe('每季度');
    const before = { ...stepped(vague, { type: 'answer', key: question!.key, value: '每周五' }), left: 0 };
    const again = { ...vague, remembered: rememberedOf({ ...before, stage: 'adopted' }) };
    expect(openQuestions(again)[0]).toMatchObject({ proposed: '每周五' });
    expect(openQuestions(again)[0]!.choices[0]).toBe('每周五');
    expect(rememberedOf(stepped(vague, { type: 'leave-rest' }))).toEqual({});
  });

  test.each([
    [['甲', '乙', '丙', '丁'], ['甲', '乙', '丙', '戊'], true],
    [['甲', '乙', '丙', '丁', '戊', '己'], ['甲', '乙'], false],
    [['甲', '乙'], ['丙', '丁'], false],
  ])('a round of %j is evidently meant by a paper of %j: %s', (was, now, isAlike) => {
    const text = (one: string) => `每月召开${one}组例会`;
    const { measures } = nextPlan(stepped(draftingOf(...was.map(text)), { type: 'leave-rest' }), before, 'li').parts;
    expect(knownRounds([{ measures }], draftingOf(...now.map(text)).draft!)[0]).toMatchObject({ isAlike });
  });

  test('the same paper again changes nothing', () => {
    const again = nextPlan(
      stepped(draftingOf('每月召开党组会', '每周组织集中学习'), { type: 'leave-rest' }),
      first,
      'li',
    ).parts;
    expect(again).toEqual(first);
  });
});

describe('三会一课', () => {
  const drafted = draftingOf('落实三会一课制度');
  const titles = (drafting: typeof drafted) =>
    nextPlan(drafting, before, 'li').parts.measures.flatMap(({ duties = [] }) =>
      duties.map(({ title, schedule, origin }) => [title, schedule, origin]),
    );

  test('is four duties after a yes, the lecture by the office’s own word', () => {
    expect(openQuestions(drafted).map(({ kind }) => kind)).toEqual(['split']);
    expect(titles(stepped(drafted, { type: 'answer', key: 'split', value: '分四项' }))).toEqual([
      ['支部党员大会', '每季度', 'rule'],
      ['支部委员会会议', '每月', 'rule'],
      ['党小组会', '每月', 'rule'],
      ['党课', '每季度', 'text'],
    ]);
  });
  test('is one after a no, and does not run before an answer', () => {
    expect(titles(stepped(drafted, { type: 'answer', key: 'split', value: '合为一项' }))).toHaveLength(1);
    expect(titles(stepped(drafted, { type: 'answer', key: 'split', value: '' }))).toEqual([]);
  });
  test.each([
    ['分开', '分四项'],
    ['合成一项', '合为一项'],
  ])('%s answers it', (text, value) => {
    const [question] = openQuestions(drafted);
    expect(readTyped(text, question!, drafted)).toEqual({ type: 'answer', key: 'split', value });
  });
});
