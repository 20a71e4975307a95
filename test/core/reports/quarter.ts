import { readFileSync } from 'node:fs';
import { occurrencesAfter } from '../../../src/core/after-event.ts';
import { addDays, dateAt, HOUR, type Instant, instantOf, type LocalDate } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import type { Entry, EntryBody, NewEntry } from '../../../src/core/ledger.ts';
import type { OccurrenceFacts, Settlement } from '../../../src/core/occurrence.ts';
import { occurrencesOf } from '../../../src/core/opening.ts';
import { slotContext } from '../../../src/core/opening-context.ts';
import type { Duty, Plan } from '../../../src/core/plan/plan.ts';
import { readPlans } from '../../../src/core/plan/read.ts';
import type { OfficeRecord } from '../../../src/core/reports/contract.ts';
import { slotsBetween } from '../../../src/core/slots.ts';

// The sample office from 1 April to 30 June 2026, lived through by rule: most is done in time, some late, some excused,
// one talk is forgotten, one visit is overdue. Whoever reads a test can foresee what a report of it must say.

export const adopted = instantOf('2026-04-01', '00:00', 'Asia/Shanghai') - 1;
export const quarterEnd = instantOf('2026-07-01', '08:30', 'Asia/Shanghai');

export function samplePlan(file = 'sample-minzheng.yaml'): Plan {
  const path = new URL(`../../../plans/${file}`, import.meta.url);
  const texts = [{ path: file, text: readFileSync(path, 'utf8') }];
  const read = readPlans(texts, { officialTable: officialTable(), now: adopted + HOUR });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...read.plans[0]!, round: { title: '县委巡察反馈意见整改', feedback: '2026-03-30', report: '2026-09-30' } };
}

export function sampleQuarter(now: Instant = quarterEnd, plan: Plan = samplePlan()): OfficeRecord {
  const duties = plan.measures.flatMap((m) => m.duties);
  const since = Object.fromEntries(duties.map((d) => [d.id, adopted]));
  const context = { plan, planVersion: 1, since };
  const opened = duties.flatMap((duty) => openedOf(duty, context, now));
  const meetings = [...new Map(opened.filter((f) => f.duty === 'party-meeting').map((f) => [f.slot, f])).values()];
  const following = duties.filter(({ timing }) => timing.type === 'after' && timing.event === 'party-meeting');
  const after = meetings.flatMap((f) =>
    following.flatMap((duty) => occurrencesAfter(duty, { slot: `e${f.slot}`, at: f.scheduled + 3 * HOUR }, context)),
  );
  const lived = [...opened, ...after].filter((f) => f.openedAt <= now).map((f, i) => live(f, i, plan, now));
  const told = Object.fromEntries(lived.map((f) => [f.id, { at: f.openedAt, how: 'sent' as const }]));
  return { ...context, now, facts: lived, told, entries: entriesOf(lived), texts: {}, seal: '3F9A-27C1' };
}

function openedOf(duty: Duty, context: Parameters<typeof occurrencesOf>[2], now: Instant): readonly OccurrenceFacts[] {
  if (duty.timing.type === 'after') return [];
  const slots = slotsBetween(duty, slotContext(duty, context), adopted, now + 92 * 24 * HOUR);
  return slots.flatMap((slot) =>
    occurrencesOf(duty, slot, context).map(({ facts, opensAt }) => ({
      ...facts,
      openedAt: Math.max(opensAt, adopted),
    })),
  );
}

/** By position, so that every kind of outcome occurs: 1 in 7 late, 1 in 11 excused, 1 in 13 recorded by the office. */
function live(facts: OccurrenceFacts, i: number, plan: Plan, now: Instant): OccurrenceFacts {
  const { zone } = plan.organization;
  const forgotten = facts.counterpart === 'wu-li' || (facts.duty === 'facilities-visit' && facts.slot >= '2026-06');
  const late = i % 7 === 3 && !facts.gathering;
  const at = facts.gathering ? facts.scheduled + 2 * HOUR : late ? facts.due + 30 * HOUR : facts.due - 10 * HOUR;
  if (forgotten || at >= now || facts.person.startsWith('post.')) return facts;
  const how = i % 11 === 5 ? 'excused' : 'done';
  const settled: Settlement = {
    how,
    at,
    by: i % 13 === 7 ? 'li-xiu' : facts.asked,
    source: `bot:u${i}`,
    ...(how === 'excused' ? { reason: 'away' } : {}),
    ...(i % 13 === 7 && facts.asked !== 'li-xiu' ? { onBehalfOf: facts.asked } : {}),
    // A sentence about a meeting says when it was held; a tap on the others does not.
    ...(facts.gathering && how === 'done' ? { carriedOut: dateAt(at, zone) } : {}),
    ...(i % 5 === 0 && how === 'done' && !facts.gathering && !late
      ? { carriedOut: addDays(dateAt(at, zone), -1) as LocalDate }
      : {}),
  };
  return { ...facts, settled };
}

/** The ledger that leads to these facts: opened, then settled; one report is taken back and one due moved. */
export function entriesOf(facts: readonly OccurrenceFacts[]): readonly Entry[] {
  const of = (f: OccurrenceFacts, at: Instant, by: string, body: EntryBody): NewEntry => ({
    at,
    by,
    about: [f.id],
    measure: f.measure,
    planVersion: 1,
    ...body,
  });
  const entries = facts.flatMap((f) => {
    const { settled, ...open } = f;
    const begun = of(f, f.openedAt, 'bot', { kind: 'opened', facts: open });
    if (!settled) return [begun];
    const { at, by, reason = '' } = settled;
    const excused = settled.how === 'excused';
    return [
      begun,
      of(
        f,
        at,
        by,
        excused ? { kind: 'excused', settlement: settled, reason } : { kind: 'checked-in', settlement: settled },
      ),
    ];
  });
  const first = facts.find((f) => !f.settled && f.kind === 'talk') ?? facts[0]!;
  const mistaken: Settlement = { how: 'done', at: first.openedAt + HOUR, by: first.person, source: 'bot:mistake' };
  const corrections = [
    of(first, mistaken.at, first.person, { kind: 'checked-in', settlement: mistaken }),
    of(first, mistaken.at + HOUR, first.person, { kind: 'undone', undoes: 'bot:mistake' }),
    of(first, mistaken.at + 2 * HOUR, 'li-xiu', {
      kind: 'extended',
      from: first.due,
      due: first.due + 24 * HOUR,
      reason: '=HYPERLINK("http://x")',
      approver: 'zhang-jianguo',
    }),
  ];
  return [...entries, ...corrections].sort((a, b) => a.at - b.at).map((e, i) => ({ ...e, v: 1, seq: i + 1 }) as Entry);
}
