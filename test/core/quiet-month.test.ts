import { expect, test } from 'vitest';
import { instantOf } from '../../src/core/calendar.ts';
import type { OccurrenceFacts } from '../../src/core/occurrence.ts';
import { quietMonth } from '../../src/core/quiet-month.ts';
import { aDuty, aMeasure, aPlan } from '../support/make.ts';

const check = aDuty({
  id: 'check',
  kind: 'minutes-check',
  timing: { type: 'after', event: '党组会', within: { unit: 'wd', n: 3 } },
});
const measure = aMeasure({ duties: [check] });
const plan = aPlan({ measures: [measure] });
const at = (day: `${number}-${number}-${number}`, time: `${number}:${number}` = '09:00') =>
  instantOf(day, time, plan.organization.zone);
const opened = (duty: string, day: `${number}-${number}-${number}`) =>
  ({ duty, openedAt: at(day) }) as unknown as OccurrenceFacts;

test.each([
  ['nothing was heard: asked on the last working day', at('2026-04-30'), [], undefined, 1],
  ['not before that', at('2026-04-29'), [], undefined, 0],
  ['once a month', at('2026-04-30', '10:00'), [], '2026-04', 0],
  ['a check that opened this month was heard of', at('2026-04-30'), [opened('check', '2026-04-10')], undefined, 0],
  ['one of last month is not this month’s', at('2026-04-30'), [opened('check', '2026-03-30')], undefined, 1],
  ['a meeting that is open has its own question', at('2026-04-30'), [opened('党组会', '2026-03-30')], undefined, 0],
])('%s', (_, now, open, asked, count) => {
  const since = { check: at('2026-01-05') };
  const found = quietMonth(measure, plan, { asked, heard: new Set() }, open, since, now);
  expect(found.notices).toHaveLength(count);
  expect(found.next).toBeGreaterThan(now);
});

test('of a month that was half over before the duty counted nobody is asked', () => {
  const meetings = { asked: undefined, heard: new Set<string>() };
  const asked = (since: number) => quietMonth(measure, plan, meetings, [], { check: since }, at('2026-04-30')).notices;
  expect(asked(at('2026-04-10'))).toHaveLength(1);
  expect(asked(at('2026-04-20'))).toHaveLength(0);
});

test('a measure without minutes to check has nothing to ask', () => {
  const meetings = { asked: undefined, heard: new Set<string>() };
  expect(quietMonth(aMeasure(), plan, meetings, [], {}, at('2026-04-30'))).toMatchObject({ notices: [], next: null });
});
