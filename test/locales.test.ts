import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/app/commands/index.ts';
import { officeWakes } from '../src/app/ports.ts';
import { wordsOf } from '../src/core/duties/contract.ts';
import { dutyKinds } from '../src/core/duties/index.ts';
import { openSpeech } from '../src/speech.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (language: string) => readFileSync(join(root, 'locales', `${language}.ftl`), 'utf8');
const texts = { zh: messagesIn(read('zh')), en: messagesIn(read('en')) };

/** Key → its text, continuation lines included. */
function messagesIn(ftl: string): Map<string, string> {
  const found = new Map<string, string>();
  let key = '';
  for (const line of ftl.split('\n')) {
    const start = /^([a-z][\w-]*)\s*=\s?(.*)$/i.exec(line);
    if (start) {
      key = start[1]!;
      expect(found.has(key), `${key} stands twice`).toBe(false);
      found.set(key, start[2]!);
    } else if (key && /^\s+\S|^}/.test(line)) found.set(key, `${found.get(key)}\n${line}`);
    else key = '';
  }
  return found;
}

const variablesOf = (text: string) => [...new Set([...text.matchAll(/\$(\w+)/g)].map((match) => match[1]!))].sort();

describe('both languages say the same', () => {
  test('the same keys', () => {
    expect([...texts.en.keys()].filter((key) => !texts.zh.has(key))).toEqual([]);
    expect([...texts.zh.keys()].filter((key) => !texts.en.has(key))).toEqual([]);
  });

  test('with the same variables', () => {
    const different = [...texts.zh].filter(
      ([key, text]) => String(variablesOf(text)) !== String(variablesOf(texts.en.get(key) ?? '')),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

test('whatever the clock of the local chat can move on to has a name', () => {
  for (const id of officeWakes)
    expect([texts.zh.has(`time-event-${id}`), texts.en.has(`time-event-${id}`)], id).toEqual([true, true]);
});

test('a branch for a number is found also when the number comes as text', () => {
  const month = (n: string) => openSpeech()({ id: 'schedule-month', args: { month: n } }, 'en');
  expect([month('6'), month('12'), month('1')]).toEqual(['June', 'December', 'January']);
});

test('one item is not called items in English', () => {
  const things =
    'problems|measures|duties|days|hours|minutes|entries|items|messages|attachments|pairs|people|records|files';
  const plural = new RegExp(`\\{ \\$(?:n|count|days|[a-z]*s) \\} (?:\\w+ )?(?:${things})\\b`);
  const outside = [...texts.en].filter(
    ([key, text]) => !fixed.test(key) && plural.test(text.replace(/^\s+\*?\[.*$/gm, '')),
  );
  expect(outside.map(([key]) => key)).toEqual([]);
});

/** Counts that are never one: the interval of a schedule (`every day` has words of its own), and names of files. */
const fixed = /^(schedule-every|plan-check-office)|-file$/;

describe('the tone of an office', () => {
  test.each(['打卡', '签到', '积分', '排名', '亲，', '哦', '!', '！'])('never %s', (word) => {
    const guilty = (['zh', 'en'] as const).flatMap((language) =>
      [...texts[language]].filter(([, text]) => text.includes(word)).map(([key]) => `${language} ${key}`),
    );
    expect(guilty).toEqual([]);
  });

  test('no emoji', () => {
    const emoji = /\p{Extended_Pictographic}/u;
    expect([...texts.zh, ...texts.en].filter(([, text]) => emoji.test(text)).map(([key]) => key)).toEqual([]);
  });

  test('no rule of unverified status is quoted as law', () => {
    expect(
      [...texts.zh].filter(([, text]) => /第[一二三四五六七八九十]+条规定|条例规定/.test(text)).map(([key]) => key),
    ).toEqual([]);
  });
});

describe('whatever is said has words', () => {
  const files = ['src', 'jobs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, folder, file)),
  );
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bphrase\(\s*'([\w-]+)'/g)].map((match) => match[1]!),
  );

  test('every phrase that the code names', () => {
    expect([...new Set(used)].filter((key) => !texts.zh.has(key))).toEqual([]);
  });

  test('every kind of duty', () => {
    const keys = dutyKinds.flatMap(({ id }) => Object.values(wordsOf(id)));
    expect(keys.filter((key) => !texts.zh.has(key))).toEqual([]);
  });

  test('every button of a command', () => {
    const buttons = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/button\('([\w-]+)'\)/g)].map((match) => match[1]!),
    );
    expect([...new Set(buttons)].filter((id) => !texts.zh.has(`button-${id}`))).toEqual([]);
    expect(commands.length).toBeGreaterThan(20);
  });
});
