import { describe, expect, test } from 'vitest';
import { isoOf, type LocalDate, readInstant } from '../../src/core/calendar.ts';
import { placedLadder } from '../../src/core/ladder.ts';
import type { OccurrenceFacts } from '../../src/core/occurrence.ts';
import { noChanges, withChanges } from '../../src/core/office-changes.ts';
import { occurrencesOf } from '../../src/core/opening.ts';
import type { Duty, PersonId, Plan } from '../../src/core/plan/plan.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import { alertMessage } from '../../src/core/wording/alert.ts';
import { escalationMessage } from '../../src/core/wording/escalation.ts';
import { openSpeech } from '../../src/speech.ts';
import { cast, li, sun, wang, zhang, zhao } from '../support/cast.ts';
import { aDuty, aMeasure, aPerson, aPlan } from '../support/make.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const say = openSpeech();

interface Case {
  readonly who: PersonId;
  readonly duty?: Partial<Duty>;
  readonly plan?: Partial<Omit<Plan, 'organization'>>;
  readonly away?: readonly { person: PersonId; from: LocalDate; to: LocalDate; standIn?: PersonId }[];
}

/** Due on Wednesday 25 March, at the end of the day; nobody answers. */
function owed({ who, duty = {}, plan: over = {}, away = [] }: Case): { plan: Plan; facts: OccurrenceFacts } {
  const plan = withChanges(
    aPlan({ ...over, measures: [aMeasure({ duties: [aDuty({ who: [{ person: who }], ...duty })] })] }),
    {
      ...noChanges,
      away,
    },
  );
  const owedDuty = plan.measures[0]!.duties[0]!;
  const { organization } = plan;
  const slots = slotsBetween(
    owedDuty,
    { organization, anchor: '2026-03-01' },
    at('2026-03-02 00:00'),
    at('2026-03-31 00:00'),
  );
  const context = { plan, planVersion: 1, since: { [owedDuty.id]: at('2026-03-01 00:00') } };
  return { plan, facts: occurrencesOf(owedDuty, slots[0]!, context)[0]!.facts };
}

function rungs(one: Case): readonly string[] {
  const { plan, facts } = owed(one);
  const told = { at: at('2026-03-25 09:00'), how: 'sent' as const };
  const hours = new Map<string, string[]>();
  for (const { key, at: when, person } of placedLadder(facts, told, plan)) {
    const hour = `${key} ${isoOf(when, zone).slice(5, 16)}`;
    hours.set(hour, [...(hours.get(hour) ?? []), person.split('-')[0]!]);
  }
  return [...hours].map(([hour, people]) => [hour.slice(3), ...people].join(' '));
}

describe('who hears of a lapse, and when', () => {
  test.each<[string, Case, readonly string[]]>([
    [
      'the person and the secretary, the superior, the head',
      { who: sun.id },
      ['03-26T09:00 sun li', '03-30T09:00 wang', '04-02T09:00 zhang'],
    ],
    ['two rungs to one person are one', { who: wang.id }, ['03-26T09:00 wang li', '03-30T09:00 zhang']],
    [
      'the head’s own: a supervisor where the superior would stand',
      { who: zhang.id },
      ['03-26T09:00 zhang li', '03-30T09:00 zhao'],
    ],
    ['the secretary’s own: a supervisor in her place', { who: li.id }, ['03-26T09:00 li zhao', '03-30T09:00 zhang']],
    [
      'with no supervisor the secretary stands in for the head',
      { who: zhang.id, plan: { people: cast.filter((p) => p !== zhao) } },
      ['03-26T09:00 zhang li'],
    ],
    [
      'with no supervisor the head stands in for the secretary',
      { who: li.id, plan: { people: cast.filter((p) => p !== zhao) } },
      ['03-26T09:00 li zhang'],
    ],
    [
      'rungs count working days from grace end',
      { who: sun.id, duty: { grace: { unit: 'wd', n: 1 } } },
      ['03-27T09:00 sun li', '03-31T09:00 wang', '04-03T09:00 zhang'],
    ],
    [
      'an inspector is passed over, whoever’s superior they are',
      { who: sun.id, plan: { people: cast.map((p) => (p.id === wang.id ? { ...p, roles: ['inspector'] } : p)) } },
      ['03-26T09:00 sun li', '03-30T09:00 zhang'],
    ],
    [
      'unless the plan names them for this duty',
      {
        who: sun.id,
        duty: { ladder: [{ after: { unit: 's', n: 0 }, tell: [{ person: 'chen-min' }] }] },
        plan: { people: [...cast, aPerson({ roles: ['inspector'] })] },
      },
      ['03-26T09:00 chen'],
    ],
    [
      'a stand-in hears in place of somebody absent',
      { who: sun.id, away: [{ person: wang.id, from: '2026-03-27', to: '2026-03-31', standIn: zhao.id }] },
      ['03-26T09:00 sun li', '03-30T09:00 zhao', '04-02T09:00 zhang'],
    ],
    [
      'without one it waits for the return',
      { who: sun.id, away: [{ person: li.id, from: '2026-03-26', to: '2026-03-27' }] },
      ['03-26T09:00 sun', '03-30T09:00 li', '03-30T09:00 wang', '04-02T09:00 zhang'],
    ],
    [
      'a stand-in who is the person themself does not hear of themself: it waits',
      { who: sun.id, away: [{ person: wang.id, from: '2026-03-30', to: '2026-03-30', standIn: sun.id }] },
      ['03-26T09:00 sun li', '03-31T09:00 wang', '04-02T09:00 zhang'],
    ],
  ])('%s', (_, one, expected) => expect(rungs(one)).toEqual(expected));

  test('nothing climbs above the secretary before a notice was delivered', () => {
    const { plan, facts } = owed({ who: sun.id });
    const may = (how?: 'sent' | 'gone' | 'relayed') =>
      placedLadder(facts, how && { at: facts.due, how }, plan).flatMap((step) => (step.may ? [step.as] : []));
    expect(may()).toEqual(['self']);
    expect(may('gone')).toEqual(['self', 'secretary']);
    expect(may('sent')).toEqual(['self', 'secretary', 'above', 'above']);
  });
});

describe('what the secretary reads of it', () => {
  const line = (one: Case, noticed: readonly string[], now: string, more: Partial<OccurrenceFacts> = {}) => {
    const { plan, facts } = owed(one);
    const fact = { ...facts, ...more, noticed };
    const told = { [facts.id]: { at: at('2026-03-16 09:00'), how: 'sent' as const } };
    const { lines } = alertMessage({ plan, to: li.id, facts: [fact], told, total: 1, now: at(now) });
    return lines.map(({ text }) => say(text, 'zh')).join(' ');
  };
  const marks = (...keys: readonly string[]) => keys.map((key) => `0.${key}~person/${sun.id}`);
  const reminders = ['03-16 09:00', '03-20 09:00', '03-25 09:00'].map((day, i) => ({
    key: `r${i}`,
    at: at(`2026-${day}`),
  }));

  test.each<[string, readonly string[], Partial<OccurrenceFacts>, string]>([
    ['what left in the same breath is no reminder yet', marks('r0', 'r1', 'r2', 'l0'), { reminders }, '提醒3次'],
    [
      'two reminders of one hour were one message',
      marks('r0', 'r1', 's3', 'r2', 'l0'),
      { reminders: [...reminders, { key: 's3', at: at('2026-03-20 09:00') }] },
      '提醒3次',
    ],
    [
      'one put off until the ladder began went out as the overdue message',
      marks('r0', 'r1', 'r2', 's3', 'l0'),
      { reminders: [...reminders, { key: 's3', at: at('2026-03-26 09:00') }] },
      '提醒3次',
    ],
  ])('%s', (_, noticed, more, expected) =>
    expect(line({ who: sun.id }, noticed, '2026-03-26 09:00', more)).toContain(expected),
  );

  test('a day later the overdue message counts too', () =>
    expect(line({ who: sun.id }, marks('r0', 'l0'), '2026-03-27 09:00', { reminders })).toContain('提醒2次'));

  test('a stand-in is named with whom they stand in for', () => {
    const away = [{ person: wang.id, from: '2026-03-30', to: '2026-03-30', standIn: zhao.id }] as const;
    expect(line({ who: sun.id, away }, marks('r0', 'l0'), '2026-03-26 09:00')).toContain(
      '将报赵敏同志（代王志强同志）',
    );
  });

  test('at the hour at which it was due it is not a day late', () => {
    const due = { due: at('2026-03-25 17:00'), timed: true };
    expect(line({ who: sun.id }, marks('r0', 'l0'), '2026-03-25 17:00', due)).toContain('应于今天17:00前，已过时限');
  });
});

test('a single item is not numbered', () => {
  const { plan, facts } = owed({ who: sun.id });
  const { lines } = escalationMessage({ plan, to: wang.id, facts: [facts], told: {}, now: at('2026-03-30 09:00') });
  expect(say(lines[1]!.text, 'zh')).toBe('孙伟同志　报送月报');
});

describe('why it comes to this person', () => {
  const why = (to: PersonId, one: Case) => {
    const { plan, facts } = owed(one);
    const { lines } = escalationMessage({ plan, to, facts: [facts], told: {}, now: at('2026-03-30 09:00') });
    return say(lines.at(-2)!.text, 'zh');
  };
  test.each<[string, PersonId, Case, string]>([
    ['the superior', wang.id, { who: sun.id }, '报分管领导'],
    ['the head', zhang.id, { who: sun.id }, '报主要负责人'],
    ['a supervisor', zhao.id, { who: zhang.id }, '由监督联系人过问'],
    ['whoever the plan names', zhao.id, { who: sun.id }, '这一项逾期报您'],
    [
      'a stand-in',
      zhao.id,
      { who: sun.id, away: [{ person: wang.id, from: '2026-03-30', to: '2026-03-30', standIn: zhao.id }] },
      '王志强同志外出，由您代为过问',
    ],
  ])('%s', (_, to, one, words) => expect(why(to, one)).toContain(words));

  test('a lapse that follows others says so', () => {
    const { plan, facts } = owed({ who: sun.id });
    const message = escalationMessage({
      plan,
      to: wang.id,
      facts: [{ ...facts, streak: 3 }],
      told: {},
      now: at('2026-03-30 09:00'),
    });
    expect(message.lines.map((l) => say(l.text, 'zh'))).toContain('连续第3次未按期');
  });
});
