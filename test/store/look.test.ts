import { expect, test } from 'vitest';
import type { Notice } from '../../src/core/notice.ts';
import { inOrder } from '../../src/store/look.ts';

const answered = (messageId: number, at = 0): Notice => ({
  id: `answer@org.mabc.${messageId}~person/li`,
  kind: 'answer',
  to: 'person/li',
  at,
});

test('answers of one instant come in the order of the messages they answer', () => {
  const ids = (notices: readonly Notice[]) => notices.map(({ id }) => id.split('.')[2]);
  expect(ids(inOrder([answered(100), answered(9), answered(10)]))).toEqual([
    '9~person/li',
    '10~person/li',
    '100~person/li',
  ]); // prettier-ignore
  expect(ids(inOrder([answered(3, 2), answered(10, 1)]))).toEqual(['10~person/li', '3~person/li']);
});
