import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import learned from '../../../src/core/reply/hearing/ear.json' with { type: 'json' };
import { INTENTS } from '../../../src/core/reply/hearing/ear.ts';
import { featuresOf } from '../../../src/core/reply/hearing/features.ts';
import { heardIn, weighed } from '../../../src/core/reply/hearing/index.ts';
import { soundOf } from '../../../src/core/reply/hearing/sound.ts';
import { readReply } from '../../../src/core/reply/index.ts';
import { sentenceOf } from '../../../src/core/reply/sentence.ts';
import { corpus, corpusDigest } from '../../replies/corpus.ts';
import { scene } from './office.ts';

const heard = (text: string) => heardIn(sentenceOf(text, scene()), 'talk');

describe('what the ear takes in', () => {
  test.each([
    ['昨天跟刘敏谈了', 'G跟P谈了'],
    ['学了《党章》第3章', '学了T第0章'],
    ['周五下午 开', 'E开'],
    ['月底前报', 'B报'],
    ['I talked to 刘敏 yesterday', 'i talked to P G'],
  ])('%s sounds like %s', (text, sound) => {
    expect(soundOf(sentenceOf(text, scene()))).toBe(sound);
  });

  test('an emoji is one sign, so that what is learned can be written down', () => {
    for (const feature of featuresOf('好了👍👍', 'talk'))
      expect(/[\ud800-\udfff]/.test(feature.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))).toBe(false);
  });
});

describe('what it makes of it', () => {
  test('probabilities add up to one, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const sum = INTENTS.reduce((all, intent) => all + heard(text)[intent], 0);
        expect(sum).toBeCloseTo(1, 6);
      }),
      { numRuns: 200 },
    );
  });

  test('no name counts for more than another', () => {
    expect(heard('昨天跟刘敏谈了')).toEqual(heard('昨天跟陈志远谈了'));
  });

  test('it was learned from the sentences that lie beside the tests: after a change there, `npm run learn`', () => {
    expect(learned.corpus).toBe(corpusDigest());
  });

  test('no sentence is learned with two meanings for one kind of duty', () => {
    const seen = new Map<string, string>();
    const torn = corpus().filter(({ kind, text, intent }) => {
      const before = seen.get(`${kind} ${text}`) ?? intent;
      seen.set(`${kind} ${text}`, before);
      return before !== intent;
    });
    expect(torn.map(({ text }) => text)).toEqual([]);
  });
});

describe('two readers weighed', () => {
  const all = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<(typeof INTENTS)[number], number>;

  test.each([
    ['a deed that both find', 'done', { done: 0.6, progress: 0.4 }, true, 'done'],
    ['a deed that the ear doubts is not counted', 'done', { done: 0.45, progress: 0.3, not_done: 0.25 }, true, 'none'],
    ['nor one that sounds like part of it', 'done', { done: 0.4, progress: 0.6 }, true, 'progress'],
    ['a deed that was only heard', 'none', { done: 0.98, none: 0.02 }, true, 'none'],
    ['unless the ear is sure', 'none', { done: 0.999 }, true, 'done'],
    ['and nothing in the words denies it', 'not_done', { done: 0.999 }, false, 'not_done'],
    ['what was not read at all', 'none', { postpone: 0.6, none: 0.4 }, true, 'postpone'],
    ['what was read stays', 'question', { question: 0.2, postpone: 0.8 }, true, 'question'],
    ['unless it sounds like something else altogether', 'question', { question: 0.1, postpone: 0.9 }, true, 'postpone'],
  ] as const)('%s', (_why, read, sounds, mayBeDone, meant) => {
    expect(weighed(read, { ...all, ...sounds }, mayBeDone)).toBe(meant);
  });
});

test('the reading says what moved it', () => {
  const moved = corpus()
    .slice(0, 400)
    .map(({ text, kind }) => readReply(text, scene({ kind })))
    .find(({ swayed }) => swayed);
  expect(moved?.swayed?.likely).toBeGreaterThan(0.3);
  expect(moved?.intent).not.toBe(moved?.swayed?.read);
});
