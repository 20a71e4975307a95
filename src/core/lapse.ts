import { secretaryOf, toPerson } from './ladder.ts';
import type { NewEntry } from './ledger.ts';
import type { Notice } from './notice.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { phrase } from './phrase.ts';
import type { Measure, Plan } from './plan/plan.ts';

export interface Lapses {
  readonly entries: readonly NewEntry[];
  readonly notices: readonly Notice[];
}

/**
 * 反弹: something of a measure that is finished for now and kept up (长期坚持) begins its ladder. Its lead hears it
 * with a way to reopen the measure (the secretary has the overdue item itself); later misses in the row say nothing new.
 */
export function lapsesOf(
  measure: Measure,
  occurrences: readonly OccurrenceFacts[],
  noticed: readonly Notice[],
  { plan, planVersion, now }: { readonly plan: Plan; readonly planVersion: number; readonly now: number },
): Lapses {
  const { closeOut } = measure;
  if (closeOut?.stage !== 'phase') return { entries: [], notices: [] };
  const begun = new Set(noticed.filter((n) => n.rung === 'l0').map((n) => n.occurrence));
  const lapsed = occurrences.filter((f) => begun.has(f.id) && f.scheduled > closeOut.at && f.streak === undefined);
  const [first] = lapsed;
  if (!first) return { entries: [], notices: [] };
  const about = lapsed.map((f) => f.id);
  const to = measure.lead ?? secretaryOf(plan);
  if (to === null) return { entries: [], notices: [] };
  return {
    entries: [{ at: now, by: 'bot', about, measure: measure.id, planVersion, kind: 'close-out', step: 'lapsed' }],
    notices: [
      {
        id: `lapse@${first.id}~${toPerson(to)}`,
        kind: 'plain',
        to: toPerson(to),
        at: now,
        measure: measure.id,
        message: {
          lines: [
            { text: phrase('lapse-head', { measure: measure.title }) },
            { text: phrase('lapse-what', { title: first.title, count: lapsed.length }) },
            { text: phrase('lapse-next') },
          ],
          buttons: [
            [
              {
                label: phrase('close-button-reopened'),
                action: { command: 'close', about: [], with: { measure: measure.id, step: 'reopened' } },
              },
            ],
          ],
          items: [],
        },
      },
    ],
  };
}
