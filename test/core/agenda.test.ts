import { describe, expect, test } from 'vitest';
import { agendaOf, type Outlook } from '../../src/core/agenda.ts';
import { DAY, isoOf, readInstant } from '../../src/core/calendar.ts';
import { recordExtended } from '../../src/core/extension.ts';
import { recordLater, recordSeen } from '../../src/core/mute.ts';
import type { OccurrenceFacts, Told } from '../../src/core/occurrence.ts';
import { openOccurrences } from '../../src/core/open.ts';
import type { Duty } from '../../src/core/plan/plan.ts';
import { li, sun } from '../support/cast.ts';
import { aDuty, aMeasure, aPlan } from '../support/make.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;
const wall = (instant: number | null) => instant && isoOf(instant, zone).slice(5, 16).replace('T', ' ');

/** Owed by Sun on the 25th of each month, reminded two days before and on the day; Wang leads him, Zhang all. */
const reminded: Duty['remind'] = {
  type: 'offsets',
  offsets: [
    { unit: 'd', n: -2 },
    { unit: 's', n: 0 },
  ],
};
const plan = aPlan({ measures: [aMeasure({ duties: [aDuty({ who: [{ person: sun.id }], remind: reminded })] })] });
const measure = plan.measures[0]!;
const since = { 'monthly-report': at('2026-03-01 00:00') };

/** Asks what is to be said at that instant about what is open; whoever is reminded is told. */
function ask(open: readonly OccurrenceFacts[], now: string, told: Readonly<Record<string, Told>> = {}) {
  const agenda = agendaOf({
    plan,
    planVersion: 1,
    since,
    measure,
    openedTo: at('2026-03-01 00:00'),
    open: openOccurrences(open),
    existing: new Set(open.map((f) => f.id)),
    told,
    now: at(now),
    rungsAllowed: true,
  });
  const said = agenda.notices.map((n) => `${n.kind} ${n.to.slice('person/'.length).split('-')[0]}`);
  return { said, next: wall(agenda.next), facts: agenda.occurrences };
}

const opened = () => ask([], '2026-03-23 09:00').facts[0]!;
const sent = ({ id }: OccurrenceFacts, when: string) => ({ [id]: { at: at(when), how: 'sent' } as const });
const by = (who: string, when: string) => ({ by: who, at: at(when), source: 's', planVersion: 1 });

describe('what is said of one occurrence', () => {
  test('it opens with its first reminder, and the next is what the measure waits for', () => {
    expect(ask([], '2026-03-23 08:59')).toMatchObject({ said: [], next: '03-23 09:00' });
    expect(ask([], '2026-03-23 09:00')).toMatchObject({ said: ['reminder sun'], next: '03-25 09:00' });
  });

  test('after a stop only the newest step is said to each', () => {
    expect(ask([], '2026-03-25 12:00').said).toEqual(['reminder sun']);
  });

  test('a snooze mutes the reminders before it and nothing of the ladder', () => {
    const [later] = recordLater([opened()], by(sun.id, '2026-03-23 10:00'), at('2026-03-25 15:00')).occurrences;
    expect(ask([later!], '2026-03-25 09:00')).toMatchObject({ said: [], next: '03-25 15:00' });
    expect(ask([later!], '2026-03-25 15:00').said).toEqual(['reminder sun']);
    const [beyond] = recordLater([opened()], by(sun.id, '2026-03-23 10:00'), at('2026-03-28 09:00')).occurrences;
    const told = sent(beyond!, '2026-03-23 09:00');
    expect(ask([beyond!], '2026-03-26 09:00', told).said).toEqual(['overdue sun', 'alert li']);
  });

  test('收到 mutes until the next reminder and closes nothing', () => {
    const [seen] = recordSeen([opened()], by(sun.id, '2026-03-23 10:00')).occurrences;
    expect(ask([seen!], '2026-03-24 09:00')).toMatchObject({ said: [], next: '03-25 09:00' });
    expect(ask([seen!], '2026-03-25 09:00').said).toEqual(['reminder sun']);
  });

  test('an extension begins anew: its last morning, then the ladder from the new due', () => {
    const more = { due: at('2026-03-31 00:00'), reason: '等材料', approver: li.id };
    const [extended] = recordExtended([opened()], by(li.id, '2026-03-23 10:00'), more, plan.organization).occurrences;
    const told = sent(extended!, '2026-03-23 09:00');
    expect(ask([extended!], '2026-03-26 09:00', told)).toMatchObject({ said: [], next: '03-30 09:00' });
    expect(ask([extended!], '2026-03-30 09:00', told).said).toEqual(['reminder sun']);
    expect(ask([extended!], '2026-03-31 09:00', told).said).toContain('alert li');
  });

  test('nobody else hears before its own person was told, and nobody above whom she alone could pass it on to', () => {
    const facts = opened();
    expect(ask([facts], '2026-04-02 09:00').said).toEqual(['overdue sun']);
    const relayed = { [facts.id]: { at: at('2026-03-23 09:00'), how: 'relayed' } as const };
    expect(ask([facts], '2026-04-02 09:00', relayed).said).toEqual(['overdue sun', 'alert li']);
    expect(ask([facts], '2026-04-02 09:00', sent(facts, '2026-03-23 09:00')).said).toEqual([
      'overdue sun',
      'alert li',
      'escalation wang',
      'escalation zhang',
    ]);
  });
});

describe('consecutive misses of one duty', () => {
  test('share one ladder: those above hear of the first, each tells the person and the secretary its number', () => {
    let open: readonly OccurrenceFacts[] = [];
    const heard: string[] = [];
    for (const now of [
      '2026-03-25 09:00',
      '2026-04-02 09:00',
      '2026-04-25 09:00',
      '2026-05-06 09:00',
      '2026-06-03 09:00',
    ]) {
      const told = Object.assign({}, ...open.map((f) => sent(f, '2026-03-25 09:00'))) as Record<string, Told>;
      const { said, facts } = ask(open, now, told);
      open = [...open.filter((f) => facts.every((g) => g.id !== f.id)), ...facts];
      heard.push(...said.filter((one) => one.startsWith('escalation')));
    }
    expect(heard).toEqual(['escalation wang', 'escalation zhang']);
    expect(open.map(({ streak }) => streak)).toEqual([undefined, 2, 3]);
  });
});

// Told at once, or so late that all its steps lie behind it: then its ladder is said when the measure is looked at again.
test.each([
  ['at once', 0, 10 * 2 + (10 * 2 - 1) + 2],
  ['ten days late, the last alert falls into the next year', 10 * DAY, 9 * 2 + 1 + (10 * 2 - 1) + 2],
])('whoever keeps what rests and what lies ahead hears the same as whoever asks anew; told %s', (_, late, expected) => {
  const kept = openOccurrences();
  const all = new Map<string, OccurrenceFacts>();
  const told: Record<string, Told> = {};
  let outlook: Outlook | undefined;
  let openedTo: number | undefined;
  let said = 0;
  const untold = new Map<string, number>();
  for (let now: number | null = at('2026-03-01 00:00'); now !== null && now < at('2026-12-31 00:00'); ) {
    for (const [id, since] of untold) {
      if (now < since + late) continue;
      untold.delete(id);
      told[id] = { at: now, how: 'sent' };
      kept.wake(id);
    }
    const asked = { plan, planVersion: 1, since, measure, openedTo, existing: new Set(all.keys()), told, now };
    const question = { ...asked, rungsAllowed: true };
    const anew = agendaOf({ ...question, open: openOccurrences([...all.values()]) });
    const same = agendaOf({ ...question, open: kept, ...(outlook ? { outlook } : {}) });
    expect(same.notices).toEqual(anew.notices);
    expect(same.occurrences).toEqual(anew.occurrences);
    for (const facts of same.occurrences) {
      all.set(facts.id, facts);
      kept.put(facts);
    }
    for (const { facts, next } of same.looked) kept.rest(facts.id, next);
    for (const { occurrence } of same.notices)
      if (occurrence && !told[occurrence] && !untold.has(occurrence)) untold.set(occurrence, now);
    said += same.notices.length;
    outlook = same.outlook;
    openedTo = now;
    now = same.next;
  }
  // Ten months: the person and the secretary hear of each; two reminders, of which one Friday says both; those above once.
  expect(said).toBe(expected);
});
