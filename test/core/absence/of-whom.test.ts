import { describe, expect, test } from 'vitest';
import { ofWhom } from '../../../src/core/absence/of-whom.ts';

const person = (id: string, name: string, post: string, ...aliases: string[]) => ({
  id,
  name,
  post,
  aliases,
  roles: [],
});
const people = [
  person('zhang', '张建国', '党组书记、局长', '张局', '张书记'),
  person('wang', '王志强', '党组成员、副局长（分管养老服务）', '王局'),
  person('chen', '陈敏', '党组成员、副局长（分管社会救助）', '陈局'),
  person('li', '李秀', '办公室主任', '李主任'),
  person('sun', '孙伟', '养老服务股股长', '老孙'),
];

describe('whose absence is told of, by the secretary', () => {
  test.each([
    ['周三到周五出差', 'li'],
    ['请假三天', 'li'],
    ['请假三天，由孙伟代', 'li', 'sun'],
    ['我下周出差', 'li'],
    ['我和王局周三到周五出差', 'li'],
    ['陪张局出差三天', 'li'],
    ['跟陈敏去省里出差三天', 'li'],
    ['王副局长下周出差由李秀代', 'wang', 'li'],
    ['王局下周出差，由陈局代', 'wang', 'chen'],
    ['陈敏下周一到周三出差', 'chen'],
    ['老孙休假到周五，陈敏代', 'sun', 'chen'],
    ['张书记下周去省委党校培训，王局主持工作', 'zhang', 'wang'],
    ['孙股长周三到周五出差', 'sun'],
    ['王局和陈敏下周出差', 'unclear'],
    ['王局、陈局下周出差', 'unclear'],
    ['王局下周出差由王局代', 'wang'],
    ['我周三到周五出差，请假期间请孙伟代', 'li', 'sun'],
  ])('%s', (text, of, standIn?: string) =>
    expect(ofWhom(text, people, 'li')).toMatchObject({ person: of, ...(standIn ? { standIn } : {}) }),
  );
});

test.each([
  ['我和王局周三到周五出差', ['wang']],
  ['王局和我下周出差', ['wang']],
  ['陪张局出差三天', ['zhang']],
  ['我和王局、陈敏下周出差', ['wang', 'chen']],
  ['我周三到周五出差，请假期间请孙伟代', undefined],
  ['周三到周五出差', undefined],
])('%s: whoever goes along is named beside the speaker', (text, along) =>
  expect(ofWhom(text, people, 'li')).toMatchObject({ person: 'li', ...(along ? { along } : {}) }),
);
