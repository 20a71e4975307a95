import { expect, test } from 'vitest';
import { phrase } from '../../src/core/phrase.ts';
import { personalMessage } from '../../src/core/wording/personal.ts';
import { openSpeech } from '../../src/speech.ts';
import { quarterEnd, sampleQuarter } from './reports/quarter.ts';

const say = openSpeech();
const record = sampleQuarter();
const days = { first: '2026-06-01', last: '2026-06-30' } as const;

function viewOf(person: string): string {
  const facts = record.facts.filter((f) => f.person === person || f.asked === person);
  const message = personalMessage({ ...record, person, days, facts, now: quarterEnd }, phrase('empty'));
  return message.lines.map(({ text }) => say(text, 'zh')).join('\n');
}

test('whoever records meetings for all is counted one record for each of them', () => {
  const meetings = new Set(
    record.facts
      .filter((f) => f.asked === 'li-xiu' || f.person === 'li-xiu')
      .filter((f) => f.due > Date.UTC(2026, 4, 31, 16) && f.due <= Date.UTC(2026, 5, 30, 16))
      .map((f) => (f.gathering ? `${f.duty}@${f.slot}` : f.id)),
  );
  expect(meetings.size).toBeGreaterThan(5);
  expect(viewOf('li-xiu')).toContain(`应办${meetings.size}项`);
});

test('what a view counts adds up', () => {
  for (const { id } of record.plan.people) {
    const line = /应办(\d+)项：(.*)。/.exec(viewOf(id));
    if (!line) continue;
    const sum = [...line[2]!.matchAll(/\d+/g)].reduce((n, [part]) => n + Number(part), 0);
    expect([id, sum]).toEqual([id, Number(line[1])]);
  }
});
