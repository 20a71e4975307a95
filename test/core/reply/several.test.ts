import { describe, expect, test } from 'vitest';
import type { ReplyContext } from '../../../src/core/reply/contract.ts';
import { readReply, targetsOf } from '../../../src/core/reply/index.ts';
import { item, scene } from './office.ts';

const LIST = [
  item('study', 'study', '个人自学'),
  item('talk', 'talk', '与刘敏谈心谈话', undefined, { counterpart: 'liu' }),
  item('report', 'report', '报送整改进展报告'),
  item('committee', 'meeting', '支委会'),
];
const listed = scene({ more: { open: LIST, about: [], shown: LIST.map((i) => i.occurrence) } });

/** `occurrence: intent`, a question as `?: intent (candidates)`. */
function credited(text: string, context: ReplyContext): readonly string[] {
  return targetsOf(readReply(text, context), context).flatMap((t) =>
    'ask' in t
      ? [`?: ${t.act.intent}`]
      : t.occurrences.map((o) => `${o}: ${t.act.intent}${t.act.until ? ` ${t.act.until}` : ''}`),
  );
}

describe('numbers of the list last shown', () => {
  test.each([
    ['1、3完成，2推到周五', ['study: done', 'report: done', 'talk: postpone 2026-03-27']],
    ['1和3已完成，2还没', ['study: done', 'report: done', 'talk: not_done']],
    ['1 3 完成', ['study: done', 'report: done']],
    ['1,3完成；4改到下周一', ['study: done', 'report: done', 'committee: postpone 2026-03-30']],
    ['①③完成', ['study: done', 'report: done']],
    ['１、３完成', ['study: done', 'report: done']],
    ['第1项完成，第2项明天', ['study: done', 'talk: not_done']],
    ['1-3完成', ['study: done', 'talk: done', 'report: done']],
    ['一、三已完成', ['study: done', 'report: done']],
    ['1✅ 2❌', ['study: done']],
    ['2昨天谈了', ['talk: done']],
    [
      '1完成，其余下周三',
      ['study: done', 'talk: postpone 2026-04-01', 'report: postpone 2026-04-01', 'committee: postpone 2026-04-01'],
    ],
    ['全部完成', ['study: done', 'talk: done', 'report: done', 'committee: done']],
    ['1完成了吗？', []],
    ['1没完成', ['study: not_done']],
    ['1准备明天完成', ['study: not_done']],
  ] as const)('%s', (text, wanted) => {
    const got = credited(text, listed);
    for (const line of wanted) expect(got).toContain(line);
    expect(got.filter((line) => line.endsWith('done') && !line.endsWith('not_done')).sort()).toEqual(
      wanted.filter((l) => l.endsWith(': done')).sort(),
    );
  });

  test('a number that the list does not have credits nothing', () => {
    expect(credited('7完成', listed).filter((line) => !line.startsWith('?') && line.endsWith(': done'))).toEqual([]);
  });

  test('amounts and days are no numbers of the list', () => {
    expect(credited('3号跟刘敏谈了', listed)).toEqual(['talk: done']);
    expect(credited('支委会开了，4人参加', listed)).toEqual(['committee: done']);
  });
});

describe('duties by name', () => {
  test.each([
    ['支委会和进展报告都弄完了', ['report: done', 'committee: done']],
    ['支委会昨天开了', ['committee: done']],
    ['自学完成，支委会推到下周一', ['study: done', 'committee: postpone 2026-03-30']],
    ['跟刘敏谈了', ['talk: done']],
    ['整改进展报告报上去了', ['report: done']],
    ['跟赵建军谈了', ['?: done']],
    ['已完成', ['?: done']],
    ['明天弄', ['?: not_done']],
  ] as const)('%s', (text, wanted) => {
    expect(credited(text, scene({ more: { open: LIST, about: [] } }))).toEqual(wanted);
  });

  test('都 means the list last shown, unless the words name what is not on it', () => {
    const context = scene({ more: { open: LIST, about: [], shown: ['report'] } });
    expect(credited('都办完了', context)).toEqual(['report: done']);
    expect(credited('支委会和自学都完成了', context)).toEqual(['study: done', 'committee: done']);
    expect(credited('四项都办完了', listed)).toHaveLength(4);
    expect(credited('三项都办完了', listed)).toEqual(['?: done']);
    expect(credited('支委会和自学都完成了', listed)).toEqual(['study: done', 'committee: done']);
  });

  test('the message replied to decides', () => {
    expect(credited('已完成', scene({ more: { open: LIST, about: ['report'] } }))).toEqual(['report: done']);
  });

  test('two duties that fit equally are asked about', () => {
    const open = [item('m1', 'meeting', '一季度支部党员大会'), item('m2', 'meeting', '二季度支部党员大会')];
    const context = scene({ more: { open, about: [] } });
    expect(targetsOf(readReply('党员大会开了', context), context)).toMatchObject([{ ask: ['m1', 'm2'] }]);
  });
});

describe('pairs', () => {
  const PAIRS = ['chen', 'liu', 'zhao'].map((p) =>
    item(p, 'talk', '与班子成员谈心谈话', undefined, { counterpart: p }),
  );
  const context = scene({ kind: 'talk', more: { open: PAIRS, about: PAIRS.map((i) => i.occurrence) } });

  test.each([
    ['和陈志远、刘敏都谈了，还差赵建军', ['chen: done', 'liu: done', 'zhao: not_done']],
    ['三位副局长都谈过了', ['chen: done', 'liu: done', 'zhao: done']],
    ['两位副局长谈过了', ['?: done']],
    ['和老赵谈了', ['zhao: done']],
    ['谈了陈志远，刘敏明天谈', ['chen: done', 'liu: not_done']],
    ['还没跟刘敏谈', ['liu: not_done']],
    ['跟孙立新谈了', ['?: done']],
  ] as const)('%s', (text, wanted) => {
    expect(credited(text, context)).toEqual(wanted);
  });
});

describe('talks among other things', () => {
  const MIXED = [
    item('study', 'study', '个人自学'),
    item('weekly', 'meeting', '党组例会', undefined, { gathering: true }),
    item('check', 'inspection', '低保对象入户抽查'),
    ...['chen', 'liu', 'zhao'].map((p) => item(p, 'talk', '谈心谈话', undefined, { counterpart: p })),
  ];
  const context = scene({ more: { open: MIXED, about: [], shown: MIXED.map((i) => i.occurrence) } });

  test.each([
    ['跟陈志远和刘敏都谈了，还差赵建军', ['chen: done', 'liu: done', 'zhao: not_done']],
    ['和刘敏谈了半小时，聊了低保核查', ['liu: done']],
    ['例会开完了，又跟刘敏谈了谈', ['weekly: done', 'liu: done']],
    ['刘敏那个推到下周五', ['liu: postpone 2026-04-03']],
    ['陈志远昨天谈的，刘敏前天谈的', ['chen: done', 'liu: done']],
    // Whoever spoke at a meeting, or came to it, was not talked with.
    ['例会开了，刘敏谈了看法', ['weekly: done']],
    ['例会开了，刘敏、赵建军参加', ['weekly: done']],
    ['今天自学了，和刘敏一起', ['study: done']],
  ] as const)('%s', (text, wanted) => {
    expect(credited(text, context).filter((line) => !line.endsWith(': none'))).toEqual(wanted);
  });
});

test('two talks of two days are each of their own day', () => {
  const open = ['chen', 'liu', 'zhao'].map((p) => item(p, 'talk', '谈心谈话', undefined, { counterpart: p }));
  const context = scene({ more: { open, about: [] } });
  const dates = (text: string) => readReply(text, context).acts.map((act) => [act.people, act.date]);
  const each = [
    [['chen'], '2026-03-24'],
    [['liu'], '2026-03-23'],
  ];
  expect(dates('陈志远昨天谈的，刘敏前天谈的')).toEqual(each);
  expect(dates('昨天和陈志远谈了，前天和刘敏谈了')).toEqual(each);
  expect(dates('昨天和陈志远、刘敏谈了，还差赵建军').map(([people]) => people)).toEqual([['chen', 'liu'], ['zhao']]);
});

describe('a bare number', () => {
  test('opens a line of the list and records nothing', () => {
    expect(readReply('2', listed)).toMatchObject({
      intent: 'acknowledge',
      pick: { number: 2, from: 'item', id: 'talk' },
      acts: [],
    });
  });
  test('is the choice in the bot’s own question', () => {
    const context = scene({ more: { asking: { question: 'which-person', choices: ['li1', 'li2'], name: '李主任' } } });
    expect(readReply('2', context)).toMatchObject({ intent: 'acknowledge', pick: { from: 'choice', id: 'li2' } });
    expect(readReply('第二个', context).pick).toMatchObject({ id: 'li2' });
  });
  test('is 收到 otherwise', () => {
    expect(readReply('1', scene())).toMatchObject({ intent: 'acknowledge', pick: null });
  });
});

describe('a tick', () => {
  test('in answer to a reminder is done', () => expect(readReply('✅', scene()).intent).toBe('done'));
  test('to nothing is a nod', () =>
    expect(readReply('✅', scene({ more: { open: LIST, about: [] } })).intent).toBe('acknowledge'));
});

test('what begins at three cannot be done at ten', () => {
  const context = scene({ item: { timed: true, scheduled: Date.UTC(2026, 2, 25, 7) } });
  expect(readReply('开完了', context).intent).toBe('none');
});

describe('corrections', () => {
  const more = { lastCheckIn: { occurrences: ['o1'], intent: 'done' as const, at: 0 } };
  test.each([
    ['不对，是周一谈的，不是周二', { intent: 'done', date: '2026-03-23' }],
    ['更正：不是刘敏，是赵建军', { intent: 'done', people: ['zhao'] }],
    ['更正，实到20人', { intent: 'done', present: 20 }],
    ['不是周四，是周三', { intent: 'done', date: '2026-03-25' }],
    ['更正：没有谈', { intent: 'undo' }],
    ['其实还没谈', { intent: 'undo' }],
    ['撤回', { intent: 'undo' }],
  ] as const)('%s', (text, wanted) => {
    expect(readReply(text, scene({ kind: 'talk', more }))).toMatchObject(wanted);
  });
});

test('例会9个人到，学习8个人: two gatherings, each with its own figure', () => {
  const open = [
    item('weekly', 'meeting', '党组例会'),
    item('group', 'study', '中心组集中学习', undefined, { gathering: true }),
  ];
  const { acts } = readReply('例会9个人到，学习8个人', scene({ more: { open, about: [] } }));
  expect(acts.map((act) => [act.intent, act.present])).toEqual([
    ['done', 9],
    ['done', 8],
  ]);
});
