import { expect, test } from 'vitest';
import { maskedText } from '../../../src/core/reply/mask.ts';

test.each([
  ['已办，联系人13812345678', '已办，联系人＊＊＊＊＊＊＊＊＊＊＊'],
  ['身份证110101199003074514已核', '身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊已核'],
  ['把问题线索移交了', '把＊＊＊＊移交了'],
  ['月报已报', '月报已报'],
  ['', ''],
])('%s is kept as %s', (text, kept) => {
  expect(maskedText(text)).toBe(kept);
});

test('only the kinds that are asked for', () => {
  expect(maskedText('线索移交，电话13812345678', ['phone'])).toBe('线索移交，电话＊＊＊＊＊＊＊＊＊＊＊');
});
