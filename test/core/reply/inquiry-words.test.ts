import { describe, expect, test } from 'vitest';
import { asksForDraft, asksForHelp, asksWhatIsOpen, courtesyOf } from '../../../src/core/reply/inquiry-words.ts';
import { readReply } from '../../../src/core/reply/reading.ts';
import { scene } from './office.ts';

describe('who asks what is open', () => {
  test.each(
    [
      '我有几项没办',
      '我还有什么没办',
      '我还有几项没办？',
      '还有几项没办完',
      '我这周还有哪些没完成',
      '我一共有几项',
      '还剩多少事要办',
      '我还有几个没办',
      '我还差哪些',
    ], // prettier-ignore
  )('%s', (text) => {
    expect(asksWhatIsOpen(text)).toBe(true);
    expect(readReply(text, scene({ kind: 'meeting' }))).toMatchObject({ intent: 'question', acts: [] });
  });

  test.each(
    ['还有几个没谈', '我有一项没办', '办了两项，我还有几项没办', '还有两项没弄完', '没什么要办', '还没办'], // prettier-ignore
  )('%s does not', (text) => expect(asksWhatIsOpen(text)).toBe(false));
});

describe('who asks how this works', () => {
  test.each(
    [
      '帮助',
      '请帮助',
      '怎么用',
      '怎么用啊？',
      '这个怎么弄',
      '请问怎么操作',
      '你是谁',
      '你是谁呀？',
      '你能干什么',
      '你会什么',
      '这是什么',
      '使用说明',
      'help',
      'Help!',
      'who are you?',
      'what can you do',
      'how does this work',
    ], // prettier-ignore
  )('%s', (text) => expect(asksForHelp(text)).toBe(true));

  test.each(
    [
      '1 已办',
      '月报怎么报送',
      '帮助困难群众12户',
      '这是协议照片',
      '怎么还没开',
      '你是不是漏了',
      '王局的督导办了没有',
      '这是什么时候到期的',
    ], // prettier-ignore
  )('%s does not', (text) => expect(asksForHelp(text)).toBe(false));
});

test.each([
  ['方案到哪一步了', true],
  ['整改方案导入到哪了', true],
  ['草稿怎么样了？', true],
  ['how far is the plan', true],
  ['整改方案报了', false],
  ['核查办法到哪了', false],
  ['方案已经报巡察办了', false],
])('%s asks for the draft: %s', (text, asks) => expect(asksForDraft(text)).toBe(asks));

test.each([
  ['谢谢', 'thanks'],
  ['辛苦了', 'thanks'],
  ['你好', 'greeting'],
  ['早上好', 'greeting'],
  ['谢谢您，您好', 'thanks'],
  ['哈哈', 'other'],
  ['再见', 'other'],
] as const)('%s is a courtesy: %s', (text, kind) => expect(courtesyOf(text)).toBe(kind));
