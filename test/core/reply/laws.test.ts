import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemKind } from '../../../src/core/reply/contract.ts';
import { readReply, targetsOf } from '../../../src/core/reply/index.ts';
import { scene } from './office.ts';
import { runs } from './runs.ts';

const KINDS: readonly ItemKind[] = [
  'study',
  'talk',
  'meeting',
  'minutes-check',
  'inspection',
  'progress',
  'report',
  'deliverable',
  'other',
];
const kind = fc.constantFrom(...KINDS);
const deed = fc.constantFrom(
  '完成',
  '开',
  '谈',
  '学',
  '报',
  '交',
  '办完',
  '弄好',
  '落实',
  '签',
  '搞定',
  '报送',
  '上报',
  '谈完',
  '学完',
  '开完',
  '做完',
  '整改',
  '召开',
  '上传',
);
const subject = fc.constantFrom(
  '',
  '我',
  '我们',
  '这个',
  '那份材料',
  '党员大会',
  '这项',
  '今天',
  '谈话',
  '学习',
  '整改报告',
);
const tail = fc.constantFrom('', '。', '，', '！', '呢', '啊', ' ');

/** Pieces that each leave a deed undone, whatever deed it is. */
const undone = fc.oneof(
  fc.tuple(
    subject,
    fc.constantFrom(
      '还没',
      '没有',
      '没',
      '未',
      '尚未',
      '并未',
      '还没有',
      '没能',
      '未能',
      '来不及',
      '没来得及',
      '没法',
      '无法',
      '还没顾上',
      '从未',
    ),
    deed,
    tail,
  ),
  fc.tuple(
    subject,
    fc.constantFrom(
      '准备',
      '打算',
      '计划',
      '马上',
      '尽快',
      '争取',
      '明天',
      '后天',
      '下周',
      '要',
      '准备明天',
      '明天再',
      '过两天',
      '等会',
      '抓紧',
      '保证',
      '一定会',
      '我会',
      '想',
      '正准备',
      '下周五',
      '月底前',
    ),
    deed,
    tail,
  ),
  fc.tuple(subject, fc.constantFrom('准备', '打算', '马上', '明天', '下周'), deed, fc.constant('了')),
  fc.tuple(
    subject,
    deed,
    fc.constantFrom('了吗', '了没', '了没有', '了吗？', '了？', '了么', '没', '没有？', '过吗', '好了吗', '了吧？'),
  ),
  fc.tuple(
    fc.constantFrom('等他来了就', '如果有空就', '要是顺利', '听说', '听说他们', '他说他', '别人都', '做梦'),
    deed,
    fc.constantFrom('了', '', '完了'),
  ),
  fc.tuple(
    subject,
    deed,
    fc.constantFrom('不了', '完再说', '了再报', '了才怪', '个鬼', '之后再报', '的时候告诉你', '不成'),
  ),
);

describe('a false "done" is the worst error', () => {
  test('no sentence built of denial, plan, condition, hearsay or question is done', () => {
    fc.assert(
      fc.property(undone, kind, (pieces, k) => {
        const text = pieces.join('');
        expect({ text, intent: readReply(text, scene({ kind: k })).intent }).not.toMatchObject({ intent: 'done' });
      }),
      runs(3000),
    );
  });

  test('nor is any row of two of them', () => {
    fc.assert(
      fc.property(undone, undone, fc.constantFrom('，', '。', ' ', '；', '，不过'), kind, (a, b, join, k) => {
        const text = `${a.join('')}${join}${b.join('')}`;
        expect({ text, intent: readReply(text, scene({ kind: k })).intent }).not.toMatchObject({ intent: 'done' });
      }),
      runs(600),
    );
  });

  test('nothing inside a title or a quotation counts', () => {
    fc.assert(
      fc.property(deed, kind, fc.constantFrom('《', '“', '「'), (d, k, open) => {
        const close = { '《': '》', '“': '”', '「': '」' }[open];
        expect(readReply(`关于${open}${d}完成了${close}的通知`, scene({ kind: k })).intent).not.toBe('done');
      }),
    );
  });

  const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  // Of no verb, aspect or adverb by itself: 补 makes a plain deed another one.
  const word = fc
    .tuple(character, character)
    .map((two) => two.join(''))
    .filter(
      (two) => !/[补谈聊开学读看讲上听查签跑去报送交发传写改办做弄整走放念完好没未不已就都全再又也还刚早]/.test(two),
    );
  const told = fc.tuple(subject, deed, fc.constantFrom('了', '完了', '过了'));

  test('a word put directly before a deed never makes it more surely done', () => {
    fc.assert(
      fc.property(told, word, kind, ([who, what, end], before, k) => {
        // 做完完了 is nobody's word.
        fc.pre(!(what.endsWith('完') && end.startsWith('完')));
        const plain = readReply(`${who}${what}${end}`, scene({ kind: k })).intent;
        const text = `${who}${before}${what}${end}`;
        // What the ear alone found is weighed as a whole, and answers to the laws before this one.
        const { intent, swayed } = readReply(text, scene({ kind: k }));
        if (plain !== 'done' && !swayed) expect({ text, intent }).not.toMatchObject({ intent: 'done' });
      }),
      runs(1000),
    );
  });

  test('a word that nobody knows, put directly before a deed, leaves it to be asked', () => {
    const rare = fc.constantFrom('彧甪', '嘦朆', '覅恁', '懟擼', '薅撺', '掰扯', '忽悠', '撺掇', '糊弄', '瞎掰');
    fc.assert(
      fc.property(told, rare, kind, ([who, what, end], before, k) => {
        const text = `${who}${before}${what}${end}`;
        expect({ text, intent: readReply(text, scene({ kind: k })).intent }).not.toMatchObject({ intent: 'done' });
      }),
      runs(1000),
    );
  });

  test('an acknowledgement records nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('收到', '好的', 'OK', '嗯', '1', '👍', '知道了', '明白', '行', '好'),
        fc.constantFrom('', '。', '！', '，谢谢'),
        kind,
        (word, end, k) => {
          expect(readReply(word + end, scene({ kind: k })).intent).toBe('acknowledge');
        },
      ),
    );
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '完成',
    '没',
    '未',
    '吗',
    '？',
    '，',
    '。',
    '《',
    '》',
    '"',
    '1',
    '、',
    '3',
    '周',
    '五',
    '昨天',
    '张',
    '老',
    '王',
    '局',
    '刘敏',
    '推',
    '到',
    '了',
    '不是',
    '是',
    '✅',
    '👍',
    '\n',
    ' ',
    '🙂',
    '〔2026〕',
    '号',
    'done',
    '除了',
    '差',
    '三位',
    '副局长',
  );

  test('never throws, and names only people and days that exist', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 40 }).map((p) => p.join('')),
        ),
        kind,
        (text, k) => {
          const context = scene({
            kind: k,
            more: { shown: ['o1'], lastCheckIn: { occurrences: ['o1'], intent: 'done', at: 0 } },
          });
          const reading = readReply(text, context);
          const ids = new Set(context.people.map((p) => p.id));
          expect(reading.people.every((p) => ids.has(p))).toBe(true);
          expect(reading.sensitive.every((s) => 0 <= s.from && s.from < s.to && s.to <= text.length)).toBe(true);
          for (const target of targetsOf(reading, context))
            expect('ask' in target || target.occurrences.every((o) => o === 'o1')).toBe(true);
          if (reading.intent === 'done') expect(reading.date === null || reading.date <= '2026-03-25').toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  test.each([
    '没',
    '1、',
    '《',
    '完成了，',
    '周五',
    '老王',
    '(',
    '"',
    '昨天',
    ' ',
    '。',
    '还差',
    '不是没',
    '在',
    'a ',
    '1',
    '除了',
    '跟李',
    '改到',
    '应到1实到',
    '\n',
    '😀',
    'will ',
    '3月',
    '节前',
    '十一点报完',
    '昨天和陈敏三位副局长',
    '谈了陈志远',
    '救助站李主任',
    'helen ',
    '都收完',
  ])('takes no longer than it is long: %j', (piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      // Of the processor, not of the wall: a busy machine is not a slow reading.
      const start = process.cpuUsage();
      readReply(text, scene({ kind: 'talk' }));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    time(4096);
    expect(time(4096)).toBeLessThan(1000);
    expect(time(100_000)).toBeLessThan(1000);
  });
});
