import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '../../../src/app/split.ts';
import { changesSince, freshDraft, shownDraft } from '../../../src/core/digest/draft.ts';
import { correctedMessage, digestMessage } from '../../../src/core/digest/message.ts';
import type { DigestPart } from '../../../src/core/digest/part.ts';
import { phrase } from '../../../src/core/phrase.ts';
import { digestParts } from '../../../src/core/reports/digest.ts';
import { questionOver } from '../../../src/core/reports/figures/question.ts';
import { weekCard } from '../../../src/core/reports/week-card.ts';
import { wordingOf } from '../../../src/documents/wording.ts';
import { pictureSvg } from '../../../src/documents/write-png.ts';
import { openSpeech } from '../../../src/speech.ts';
import { sampleQuarter } from '../reports/quarter.ts';

const say = openSpeech();
const zh = (text: Parameters<typeof say>[0]) => say(text, 'zh');
const late = (keys: readonly string[]): DigestPart => ({
  id: 'late',
  title: phrase('digest-late'),
  room: 8,
  lines: [
    ...keys.map((key) => ({ key, text: phrase('digest-own', { text: `事项${key}。` }) })),
    { text: phrase('digest-late-leaders', { n: 3 }) },
  ],
});
const textOf = (message: ReturnType<typeof digestMessage>) => message.lines.map((line) => zh(line.text)).join('\n');
const keysUpTo = (n: number) => Array.from({ length: n }, (_, i) => `k${i}`);

describe('a long week', () => {
  test('is folded: every item is there, figures stay by themselves, and no message is too long', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (n) => {
        const keys = keysUpTo(n);
        const message = digestMessage([late(keys)]);
        const parts = split(message, zh);
        const all = parts.map(textOf).join('\n');
        for (const key of keys) expect(all).toContain(`事项${key}。`);
        expect(all).toContain('班子成员本人事项3项');
        expect(message.lines.length).toBeLessThanOrEqual(10 + n / 20);
        for (const part of parts) expect(textOf(part).length).toBeLessThanOrEqual(4096);
      }),
      { numRuns: 20 },
    ));

  test('is split between lines, rather before a heading, and loses none', () => {
    const lines = keysUpTo(300).map((key, i) => ({
      text: phrase('digest-own', { text: `${key}${'字'.repeat(40)}` }),
      bold: i % 40 === 0,
    }));
    const parts = split({ lines, buttons: [], items: [] }, zh);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(textOf(part).length).toBeLessThanOrEqual(4096);
    expect(parts.flatMap((part, i) => part.lines.slice(i === 0 ? 0 : 1))).toEqual(lines);
    expect(parts[1]!.lines[1]!.bold).toBe(true);
  });

  test('can be corrected, folded or not, and says when', () => {
    const posted = digestMessage([late(keysUpTo(20))]);
    const mark = phrase('digest-corrected', { when: '8:30' });
    const after = textOf(correctedMessage(posted, { k2: '改了', k15: '也改了' }, mark));
    expect(after).toContain('改了');
    expect(after).toContain('也改了');
    expect(after).not.toMatch(/事项k2。|事项k15。/);
    expect(after).toContain('事项k14。');
    expect(after.endsWith('8:30更正')).toBe(true);
    expect(correctedMessage(posted, { other: '与它无关' }, mark)).toBe(posted);
  });
});

describe('sections', () => {
  const section = (id: DigestPart['id'], keys: readonly string[]): DigestPart => ({
    id,
    title: phrase(`digest-${id}`),
    room: 8,
    lines: keys.map((key) => ({ key, text: phrase('digest-own', { text: key }) })),
  });
  const parts = [section('total', ['a']), section('progress', ['b']), section('late', ['c']), section('ahead', ['d'])];
  const headings = (edits: Record<string, string | null>) =>
    digestMessage(parts, edits)
      .lines.filter(({ bold }) => bold)
      .map(({ text }) => zh(text));

  test('are numbered without a hole, whatever was hidden', () => {
    expect(headings({})).toEqual(['一、总体', '二、进展', '三、需推进', '四、下期']);
    expect(headings({ b: null, c: null })).toEqual(['一、总体', '二、下期']);
  });
});

describe('a draft', () => {
  test('keeps its numbers when lines come and go, and tells what has changed', () => {
    const draft = shownDraft(freshDraft(1), [late(['a', 'b'])]);
    expect(shownDraft(draft, [late(['b', 'c'])]).numbers).toEqual(['a', 'b', 'c']);
    const changes = changesSince(draft, [late(['b', 'c'])]);
    expect(changes.map(({ was, is }) => [was && zh(was), is && zh(is)])).toEqual([
      [undefined, '事项c。'],
      ['事项a。', undefined],
    ]);
    expect(changesSince({ ...draft, edits: { a: null } }, [late(['b'])])).toEqual([]);
  });
});

test('with names off neither text nor picture nor the next week names anybody, in any words of a title', () => {
  const record = sampleQuarter();
  const { people } = record.plan;
  const names = people.flatMap(({ name, aliases }) => [name, ...aliases]);
  // Every title holds a name or an alias: what stands in a title is no less a name.
  const plan = {
    ...record.plan,
    measures: record.plan.measures.map((m, i) => ({
      ...m,
      title: `${names[i % names.length]}的${m.title}`,
      duties: m.duties.map((d, j) => ({ ...d, title: `${names[(i + j) % names.length]}${d.title}` })),
    })),
  };
  // So does every word that was said of what was done.
  const titled = (facts: typeof record.facts) =>
    facts.map((f, i) => ({
      ...f,
      title: `${names[i % names.length]}${f.title}`,
      ...(f.settled
        ? { settled: { ...f.settled, line: { id: `t${i}`, sha256: '' }, topic: { id: `t${i}`, sha256: '' } } }
        : {}),
    }));
  const texts = Object.fromEntries(
    record.facts.map((_, i) => [`t${i}`, `${names[i % names.length]}现场协调，运营单位已经进场施工`]),
  );
  const days = { first: '2026-06-15', last: '2026-06-21' } as const;
  const question = questionOver(days, { ...record, plan, texts, facts: titled(record.facts) }, { names: false });
  const parts = digestParts(question);
  expect(parts.find(({ id }) => id === 'ahead')!.lines.length).toBeGreaterThan(0);
  const card = weekCard.compose(question);
  if ('refused' in card) throw new Error('no card');
  const wording = wordingOf(say, 'zh');
  const words = [
    textOf(digestMessage(parts)),
    pictureSvg(card, wording, 'light'),
    pictureSvg(card, wording, 'dark'),
  ].join('\n');
  for (const name of names) expect(words).not.toContain(name);
});
