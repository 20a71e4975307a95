import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isoOf, readInstant } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { readPlan } from '../../src/core/plan/read.ts';
import { loadOf } from '../../src/core/simulation/load.ts';
import { simulate } from '../../src/core/simulation/simulate.ts';
import { li, sun, wang, zhang } from '../support/cast.ts';
import { aDuty, aMeasure, anOrganization, aPlan } from '../support/make.ts';

const zone = 'Asia/Shanghai';
const day = (text: string) => readInstant(text, zone)!;
const wall = (at: number) => isoOf(at, zone).slice(5, 16).replace('T', ' ');

function heard(plan: Plan, from: string, to: string, answers: 'all' | 'none') {
  const { messages } = simulate({ plan, from: day(from), to: day(to), answers });
  return messages.map((m) => `${wall(m.at)} ${m.to.split('/')[1]} ${m.kind}`);
}

/** One report, due on the 25th of each month, owed by Sun. */
const monthlyPlan = aPlan({ measures: [aMeasure({ duties: [aDuty({ who: [{ person: sun.id }] })] })] });

test('who answers at the first reminder hears nothing more of it', () => {
  expect(heard(monthlyPlan, '2026-03-01', '2026-05-01', 'all')).toEqual([
    '03-25 09:00 sun-wei reminder',
    '04-24 09:00 sun-wei reminder',
  ]);
});

test('where nobody answers the ladder shows: the person and the secretary, the superior, the head', () => {
  const all = heard(monthlyPlan, '2026-03-01', '2026-04-20', 'none');
  expect(all).toEqual([
    '03-25 09:00 sun-wei reminder',
    expect.stringMatching(/^03-26 .* li-xiu alert$/),
    expect.stringMatching(/^03-26 .* sun-wei overdue$/),
    expect.stringMatching(/^03-3\d .* wang-zhiqiang escalation$/),
    expect.stringMatching(/^04-0\d .* zhang-jianguo escalation$/),
  ]);
});

test('quiet hours hold messages back until the morning', () => {
  const organization = anOrganization({ quietHours: { from: '21:30', to: '09:30' } });
  expect(heard({ ...monthlyPlan, organization }, '2026-03-01', '2026-04-01', 'all')).toEqual([
    '03-25 09:30 sun-wei reminder',
  ]);
});

test('two events at one hour collide for whoever owes both', () => {
  const at = (id: string, time: `${number}:${number}`, who: readonly string[]) =>
    aDuty({
      id,
      title: id,
      kind: 'meeting',
      gathering: true,
      who: who.map((person) => ({ person })),
      timing: {
        type: 'schedule',
        schedule: { kind: 'recurring', rule: { unit: 'month', step: 1, days: [{ on: 'day', n: 10 }] }, times: [time] },
        phrase: id,
      },
    });
  const duties = [
    at('study', '15:00', [wang.id, zhang.id]),
    at('meeting', '15:30', [wang.id, li.id]),
    at('later', '16:30', [wang.id]),
  ];
  const plan = aPlan({ measures: [aMeasure({ duties })] });
  const span = { from: day('2026-03-01'), to: day('2026-04-01') };
  const { collisions } = loadOf(plan, simulate({ plan, ...span, answers: 'all' }), span);
  expect(collisions.map(({ person, at: when, facts }) => [person, wall(when), facts.map((f) => f.title)])).toEqual([
    [wang.id, '03-10 15:00', ['study', 'meeting']],
  ]);
});

test('what follows a meeting is foreseen from its report', () => {
  const meeting = aDuty({ id: 'meeting', title: '例会', kind: 'meeting', who: [{ person: zhang.id }] });
  const minutes = aDuty({
    id: 'minutes',
    title: '核查',
    kind: 'minutes-check',
    who: [{ person: li.id }],
    timing: { type: 'after', event: 'meeting', within: { unit: 'wd', n: 3 } },
  });
  const plan = aPlan({ measures: [aMeasure({ duties: [meeting, minutes] })] });
  expect(heard(plan, '2026-03-01', '2026-04-01', 'all')).toEqual([
    '03-25 09:00 zhang-jianguo reminder',
    '03-25 09:00 li-xiu reminder',
  ]);
});

test('messages are counted by person and week, and too many in one day are named', () => {
  const span = { from: day('2026-03-01'), to: day('2026-05-01') };
  const played = simulate({ plan: monthlyPlan, ...span, answers: 'all' });
  const { people, overload } = loadOf(monthlyPlan, played, span, 0);
  expect(people.find(({ person }) => person === sun.id)).toMatchObject({ messages: 2, weeks: { '2026-03-23': 1 } });
  expect(overload).toEqual([
    { person: sun.id, day: '2026-03-25', messages: 1 },
    { person: sun.id, day: '2026-04-24', messages: 1 },
  ]);
});

test('of one instant messages stand in the order of the plan, and a mixed one is named by the gravest thing it says', () => {
  const weekly = (id: string, weekday: 1 | 2, who: string) =>
    aDuty({
      id,
      measure: id,
      who: [{ person: who }],
      timing: {
        type: 'schedule',
        schedule: {
          kind: 'recurring',
          rule: { unit: 'week', step: 1, days: [{ on: 'weekday', n: 1, weekday }] },
          times: [],
        },
        phrase: id,
      },
    });
  const measures = [
    aMeasure({ id: 'a', duties: [weekly('a', 1, sun.id)] }),
    aMeasure({ id: 'b', duties: [weekly('b', 2, sun.id)] }),
    aMeasure({ id: 'c', duties: [weekly('c', 2, wang.id)] }),
  ];
  const day = (plan: Plan) => heard(plan, '2026-03-09', '2026-03-11', 'none').filter((m) => m.startsWith('03-10'));
  const said = ['03-10 09:00 wang-zhiqiang reminder', '03-10 09:00 sun-wei overdue', '03-10 09:00 li-xiu alert'];
  expect(new Set(day(aPlan({ measures })))).toEqual(new Set(said));
  expect(day(aPlan({ measures: [...measures].reverse() }))).toEqual(day(aPlan({ measures })));
});

test('the sample plan: everyone who owes something hears of it, nobody is told twice in one minute of the same', () => {
  const text = readFileSync(new URL('../../plans/sample-minzheng.yaml', import.meta.url), 'utf8');
  const read = readPlan(text, { officialTable: officialTable(), now: day('2026-03-01') });
  if (!read.ok) throw new Error('the sample plan cannot be read');
  const span = { from: day('2026-03-01'), to: day('2026-06-01') };
  const { messages, occurrences } = simulate({ plan: read.plan, ...span, answers: 'all' });
  const owing = new Set(occurrences.map(({ asked }) => `person/${asked}`));
  expect([...owing].filter((to) => messages.every((m) => m.to !== to))).toEqual([]);
  const keys = messages.flatMap((m) => m.facts.map((f) => `${m.at} ${m.to} ${f.id}`));
  expect(new Set(keys).size).toBe(keys.length);
});

/** How often each measure's agenda is asked is what a simulation costs: by its messages, not by the days of the span. */
function agendasAsked(measures: number): { asked: number; messages: number } {
  const plan = aPlan({
    measures: Array.from({ length: measures }, (_, i) =>
      aMeasure({ id: `m${i}`, duties: [aDuty({ id: `d${i}`, measure: `m${i}`, who: [{ person: sun.id }] })] }),
    ),
  });
  let asked = 0;
  const counted = plan.measures.map(
    (measure) =>
      new Proxy(measure, {
        get(target, key, receiver) {
          // The agenda of a measure warns of its deadline once each time it is asked.
          if (key === 'closeOut') asked++;
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  const span = { from: day('2026-01-01'), to: day('2027-01-01') };
  const { messages } = simulate({ plan: { ...plan, measures: counted }, ...span, answers: 'none' });
  return { asked, messages: messages.length };
}

test('a year costs a few looks for each message, and twice the plan costs twice', () => {
  const [few, many] = [agendasAsked(10), agendasAsked(20)];
  expect(few.asked).toBeLessThan(200 * 10);
  expect(many.asked / few.asked).toBeCloseTo(2, 1);
});
