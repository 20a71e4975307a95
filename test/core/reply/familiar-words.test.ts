import { expect, test } from 'vitest';
import { familiarFor } from '../../../src/core/reply/familiar-words.ts';

const li = { name: '李秀', aliases: ['李主任'] };
const sun = { name: '孙伟', aliases: ['老孙'] };

test.each([
  ['抽查已安排小李去', li, '小李'],
  ['老李出差', li, '老李'],
  ['委托李秀去', li, undefined],
  ['请李主任代', li, undefined],
  ['请老孙代', sun, undefined],
  ['小孙去', sun, '小孙'],
])('%s', (text, person, form) => expect(familiarFor(text, person)).toBe(form));
