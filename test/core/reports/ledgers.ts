import fc from 'fast-check';
import { addDays, DAY, endOfDay, instantOf, type LocalDate } from '../../../src/core/calendar.ts';
import type { OccurrenceFacts, Settlement, Told } from '../../../src/core/occurrence.ts';
import type { OfficeRecord } from '../../../src/core/reports/contract.ts';
import { cast } from '../../support/cast.ts';
import { aDuty, aMeasure, aPlan } from '../../support/make.ts';

const zone = 'Asia/Shanghai';
const measures = ['m1', 'm2', 'm3'];
const people = [...cast.map(({ id }) => id), 'post.deputy'];

/** A measure that the plan does not have any more still has occurrences. */
const measureIds = [...measures, 'gone'];

export const plan = aPlan({
  posts: [{ id: 'deputy', name: '副局长', holder: null }],
  // The last one is answered by nothing, the one before by two measures.
  problems: ['p1', 'p2', 'p3'].map((id, i) => ({ id, no: i + 1, text: `问题${id}` })),
  measures: measures.map((id, i) =>
    aMeasure({ id, title: `措施${id}`, problems: i === 0 ? ['p1', 'p2'] : ['p2'], duties: [aDuty({ id: `d-${id}` })] }),
  ),
});

export const begin: LocalDate = '2026-03-02';
const spanDays = 120;

const settlement = fc.record({
  how: fc.constantFrom<Settlement['how']>('done', 'done', 'done', 'excused', 'void', 'gap'),
  after: fc.integer({ min: -10 * DAY, max: 20 * DAY }),
  carriedOutDaysBefore: fc.option(fc.nat(8), { nil: undefined }),
});

const occurrence = fc.record({
  measure: fc.constantFrom(...measureIds),
  person: fc.constantFrom(...people),
  kind: fc.constantFrom<OccurrenceFacts['kind']>('meeting', 'talk', 'report', 'study'),
  day: fc.nat(spanDays),
  hour: fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined }),
  next: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
  own: fc.constantFrom(false, false, false, true),
  settled: fc.option(settlement, { nil: undefined }),
  told: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
});

/** Any ledger: every standing, timed and whole-day dues, vacant posts, vanished measures, late and early reports. */
export const anyRecord: fc.Arbitrary<OfficeRecord> = fc
  .tuple(fc.array(occurrence, { maxLength: 40 }), anyClosings())
  .map(([drawn, closings]) => {
    const facts = drawn.map((one, i) => factsOf(one, i));
    const told: Record<string, Told> = {};
    drawn.forEach((one, i) => {
      if (one.told !== undefined) told[facts[i]!.id] = { at: facts[i]!.due + one.told * DAY, how: 'sent' };
    });
    const now = endOfDay(addDays(begin, spanDays), zone);
    return { plan, planVersion: 1, since: {}, now, facts, told, entries: [], texts: {}, closings };
  });

/** What was decided of some of the measures, on any day. */
function anyClosings() {
  const closing = fc.record({ how: fc.constantFrom('finished', 'phase', 'reopened'), day: fc.nat(spanDays) });
  return fc
    .array(fc.option(closing), { minLength: plan.measures.length, maxLength: plan.measures.length })
    .map(
      (drawn): NonNullable<OfficeRecord['closings']> =>
        Object.fromEntries(
          drawn.flatMap((one, i) =>
            one
              ? [[plan.measures[i]!.id, { how: one.how, at: endOfDay(addDays(begin, one.day), zone), by: 'zhang' }]]
              : [],
          ),
        ),
    );
}

type Drawn = typeof occurrence extends fc.Arbitrary<infer T> ? T : never;

function factsOf(one: Drawn, i: number): OccurrenceFacts {
  const day = addDays(begin, one.day);
  const timed = one.hour !== undefined;
  const scheduled = timed
    ? instantOf(day, `${String(one.hour).padStart(2, '0')}:00` as '00:00', zone)
    : instantOf(day, '09:00', zone);
  const due = timed ? scheduled : endOfDay(day, zone);
  const facts: OccurrenceFacts = {
    v: 1,
    id: `d-${one.measure}@${day}.${i}/${one.person}`,
    measure: one.measure,
    duty: `d-${one.measure}`,
    kind: one.kind,
    title: `事项${one.kind}`,
    slot: `${day}.${i}`,
    person: one.person,
    asked: one.person,
    gathering: false,
    planVersion: 1,
    openedAt: scheduled - DAY,
    creditFrom: 0,
    scheduled,
    due,
    timed,
    exact: false,
    own: one.own,
    revision: 0,
    grace: { unit: 's', n: 0 },
    reminders: [],
    ladder: [],
    nextSlot: one.next === null ? null : scheduled + one.next * DAY,
    noticed: [],
  };
  if (!one.settled || one.person.startsWith('post.')) return facts;
  const { how, after, carriedOutDaysBefore: back } = one.settled;
  const at = due + after;
  const carriedOut = back === undefined ? {} : { carriedOut: addDays(day, -back) };
  return { ...facts, settled: { how, at, by: one.person, source: `bot:u${i}`, ...(how === 'done' ? carriedOut : {}) } };
}

/** Any whole days within the ledger's time, and any cut of them into parts that touch. */
export const anyDays = fc
  .tuple(fc.nat(spanDays), fc.nat(spanDays))
  .map(([a, b]) => ({ first: addDays(begin, Math.min(a, b)), last: addDays(begin, Math.max(a, b)) }));
