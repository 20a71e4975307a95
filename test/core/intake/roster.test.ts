import { expect, test } from 'vitest';
import { rosterOf } from '../../../src/core/intake/index.ts';
import { readText } from '../../../src/documents/read-text.ts';

const read = (text: string) => rosterOf(readText(text)).map(({ name, post, department }) => [name, post, department]);

test.each([
  ['张建国 党组书记、局长', ['张建国', '党组书记、局长', null]],
  ['党组书记、局长：张建国', ['张建国', '党组书记、局长', null]],
  ['1. 李秀，办公室主任', ['李秀', '办公室主任', null]],
  ['孙伟（养老股股长）', ['孙伟', '养老股股长', null]],
  ['吴丽　社会救助股　科员', ['吴丽', '社会救助股', null]],
])('one person a line: %s', (line, person) => {
  expect(read(line)[0]?.slice(0, 2)).toEqual(person.slice(0, 2));
});

test('headings, and heads of columns without a table, are nobody', () => {
  const people = read('县民政局通讯录\n一、领导班子\n张建国 局长\n电话 备注\n（二）下属单位\n福利院：王强 院长');
  expect(people.map(([name]) => name)).toEqual(['张建国', '王强']);
});

test('a table with heads, in any order of columns', () => {
  expect(read('序号\t科室\t姓名\t职务\n1\t办公室\t李秀\t主任\n2\t养老股\t孙　伟\t股长')).toEqual([
    ['李秀', '主任', '办公室'],
    ['孙伟', '股长', '养老股'],
  ]);
});
