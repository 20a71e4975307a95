import { expect, test } from 'vitest';
import { periodNamed } from '../../../src/core/reply/period-words.ts';

test.each([
  ['上周的也报了', 'earlier'],
  ['上个月的报了', 'earlier'],
  ['上期的补上了', 'earlier'],
  ['这周的报了', 'this'],
  ['本月的已报', 'this'],
  ['last week is done too', 'earlier'],
  // A day on which it was done names no period.
  ['上周五报了', undefined],
  ['本周三报的', undefined],
  ['上周和这周的都报了', undefined],
  ['已报', undefined],
])('%s: %s', (text, period) => expect(periodNamed(text)).toBe(period));
