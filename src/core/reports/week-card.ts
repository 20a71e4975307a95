import { phrase } from '../phrase.ts';
import { shortDay } from '../wording/dates.ts';
import type { Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { laggingLines } from './figures/lagging.ts';
import { marksOf, markWords } from './figures/marks.ts';
import { differences } from './figures/reconcile.ts';
import { longDay } from './figures/record.ts';
import { stateCounts } from './figures/states.ts';
import { talkWords } from './figures/talks.ts';
import { countsPeople } from './figures/totals.ts';
import { countsByMeasure } from './sheets/measures.ts';

/** Lines under the figures; what does not fit is counted. */
const listed = 3;

/** The week on one card: what was due and what became of it, the measures, and what needs a push. */
export const weekCard = {
  id: 'week-card',
  form: 'picture',
  span: 'week',
  compose(asked) {
    const question = { ...asked, names: asked.ask.names ?? false };
    const { plan, days } = question;
    const counts = countsOf(question);
    const refused = differences(
      question,
      counts,
      countsByMeasure(question).map((part) => part.counts),
    );
    if (refused.length > 0) return { refused };
    const late = laggingLines(question);
    const talks = talkWords(question);
    const states = stateCounts(question)
      .filter(({ n }) => n > 0)
      .map(({ state, n }) => phrase('report-state-count', { what: phrase(`report-state-${state}`), n }));
    return {
      picture: 'card',
      fileName: phrase('report-week-card-file', { office: plan.organization.name, day: days.first }),
      title: phrase('report-weekly-title', { office: plan.organization.name }),
      subtitle: phrase('report-span-plain', { from: longDay(days.first), to: shortDay(days.last) }),
      figures: [
        { n: counts.due, label: phrase('report-term-due') },
        { n: counts.done + counts.doneLate, label: phrase('report-figure-done') },
        { n: counts.overdue + counts.missed, label: phrase('report-figure-late') },
      ],
      parts: marksOf(counts).map(({ mark, n }) => ({ mark, n, label: markWords(mark) })),
      lines: [
        phrase('report-measures', { n: plan.measures.length, parts: states }),
        ...(talks ? [talks] : []),
        ...late.slice(0, listed),
        ...(late.length > listed ? [phrase('digest-more', { n: late.length - listed })] : []),
        ...(countsPeople(question) ? [phrase('report-people-note')] : []),
      ],
    };
  },
} satisfies Report;
