import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../src/core/calendar.ts';
import { readPlan } from '../../../src/core/plan/read.ts';
import { plainWeek } from '../../../src/core/working-calendar.ts';
import { languages, openSpeech } from '../../../src/speech.ts';

const root = new URL('../../../', import.meta.url);
const code = ['plan', 'plan/rules'].flatMap((folder) =>
  readdirSync(new URL(`src/core/${folder}/`, root))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(`src/core/${folder}/${name}`, root), 'utf8')),
);

/** Codes as the sources name them: second argument of `problemAt`, or the message of a check in the shape. */
function codes(): readonly string[] {
  const found = code.flatMap((text) => [
    ...[...text.matchAll(/problemAt\(\s*(?:within\([^)]*\)|[\w.]+),\s*'([a-z-]+)'/g)].map((match) => match[1]!),
    ...[...text.matchAll(/'((?:bad|too|out)-[a-z-]+|empty)'/g)].map((match) => match[1]!),
  ]);
  return [...new Set(found)];
}

describe.each(languages)('in %s', (language) => {
  const words = readFileSync(new URL(`locales/${language}.ftl`, root), 'utf8');

  test('every mistake in a plan file has its words', () => {
    expect(codes().length).toBeGreaterThan(30);
    expect(codes().filter((one) => !words.includes(`\nplan-${one} = `))).toEqual([]);
  });

  test('and they can be said with what the problem carries', () => {
    const say = openSpeech();
    const bad = `
organization: { id: A, nam: x, bunde: "08:30", timezone: Nowhere, budget: 0, quietHours: late, retention: { text: 1m } }
people:
  - { id: a, name: A, superior: a, roles: [boss], telegram: 5, standIn: a, aliases: no }
  - { id: a, name: A, telegram: 5, away: [{ from: 2026-02-02, to: 2026-02-01 }] }
measures:
  - id: m1
    title: T
    lead: z
    problems: [p]
    duties:
      - { id: d1, kind: study, title: t, who: [role:x, post:y, z], schedule: 定期, quota: 1 per moon, grace: 1w }
      - { id: d2, kind: other, title: t, who: [], schedule: { after: d2, within: 1d }, ladder: 3 }
  - { id: m2, title: U }
`;
    const read = readPlan(bad, { officialTable: plainWeek, now: readInstant('2026-03-02', 'Asia/Shanghai')! });
    if (read.ok) throw new Error('it should not read');
    expect(read.problems.length).toBeGreaterThan(20);
    for (const problem of read.problems) expect(say(problem.phrase, language)).toMatch(/\S/);
  });
});
