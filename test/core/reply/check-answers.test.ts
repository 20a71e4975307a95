import { expect, test } from 'vitest';
import type { CheckAnswer } from '../../../src/core/occurrence.ts';
import { readChecks } from '../../../src/core/reply/check-answers.ts';

const labels = ['要素齐全', '逐人表态', '主要负责人末位表态', '党组会与办公会分开', '签字归档'];
const minutes = labels.map((label, i) => ({ item: label, label, no: i + 1 }));
const sites = ['城东幸福之家', '城西幸福之家', '创新基地'].map((label, i) => ({ item: label, label, no: i + 1 }));
const yesNo: readonly CheckAnswer[] = ['yes', 'no'];
const trends: readonly CheckAnswer[] = ['better', 'same', 'worse'];

const short = (found: ReturnType<typeof readChecks>, all: typeof minutes) =>
  found?.map(({ item, answer }) => `${all.findIndex((one) => one.item === item) + 1}${answer}`).join(' ');

test.each([
  ['有', '1yes'],
  ['合格', '1yes'],
  ['没有', '1no'],
  ['不合格', '1no'],
  ['没问题', '1yes'],
  ['都合格', '1yes 2yes 3yes 4yes 5yes'],
  ['全部没问题', '1yes 2yes 3yes 4yes 5yes'],
  ['3没有，其余都有', '1yes 2yes 3no 4yes 5yes'],
  ['1有 2有 3没有', '1yes 2yes 3no'],
  ['1、2、4有，3、5没有', '1yes 2yes 3no 4yes 5no'],
  ['第3项不合格，其他合格', '1yes 2yes 3no 4yes 5yes'],
  ['要素齐全有，逐人表态有，末位表态没有，分开开了没问题，签字缺', '1yes 2yes 3no 4yes 5no'],
  ['no', '1no'],
  ['3 missing, the rest fine', '1yes 2yes 3no 4yes 5yes'],
  ['还没查', undefined],
  ['明天看', undefined],
  ['老李出差了', undefined],
])('a checklist that was asked: %s', (text, expected) =>
  expect(short(readChecks(text, minutes, yesNo, true), minutes)).toBe(expected),
);

test.each([
  ['逐人表态没有，其余都有', '1yes 2no 3yes 4yes 5yes'],
  ['有', undefined],
  ['今天没有空', undefined],
  ['都办完了，没问题', undefined],
])('one that nobody asked for has to be named: %s', (text, expected) =>
  expect(short(readChecks(text, minutes, yesNo, false), minutes)).toBe(expected),
);

test.each([
  ['好转', '1better'],
  ['持平', '1same'],
  ['没有起色', '1same'],
  ['有起色', '1better'],
  ['城东好转，城西持平，创新基地变差', '1better 2same 3worse'],
  ['城东、城西都没变化，基地好多了', '1same 2same 3better'],
  ['1好转 2持平 3变差', '1better 2same 3worse'],
  ['都一样', '1same 2same 3same'],
  ['better', '1better'],
])('trends of several sites: %s', (text, expected) =>
  expect(short(readChecks(text, sites, trends, true), sites)).toBe(expected),
);

const title = '党组会记录核查';
test.each([
  ['党组会记录查过了，缺末位表态', '3no'],
  ['党组会记录查过了，都齐', '1yes 2yes 3yes 4yes 5yes'],
  ['记录核查完了，都有，就是末位表态没有', '1yes 2yes 3no 4yes 5yes'],
  ['党组会记录都合格', '1yes 2yes 3yes 4yes 5yes'],
  ['党组会与办公会没分开，其余都有', '1yes 2yes 3yes 4no 5yes'],
])('the words of its own title name no question: %s', (text, expected) =>
  expect(short(readChecks(text, minutes, yesNo, true, { title }), minutes)).toBe(expected),
);

test('a name that fits an answered question is not taken for what is left of it in another', () => {
  const left = minutes.filter(({ no }) => no !== 3);
  expect(short(readChecks('都有，就是末位表态没有', left, yesNo, true, { title, all: minutes }), minutes)).toBe(
    '1yes 2yes 4yes 5yes',
  );
});
