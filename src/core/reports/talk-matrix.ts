import { phrase } from '../phrase.ts';
import { shortDay } from '../wording/dates.ts';
import type { Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { legend, markOf } from './figures/marks.ts';
import { whoWords } from './figures/naming.ts';
import { partsBy } from './figures/reconcile.ts';
import { carriedOutOn, longDay } from './figures/record.ts';

/** Who has talked with whom in the quarter, and when: for the secretary and the head only, since it names pairs. */
export const talkMatrix = {
  id: 'talk-matrix',
  form: 'picture',
  span: 'quarter',
  privately: true,
  compose(question) {
    const { plan, days, facts } = question;
    const talks = facts.filter((f) => f.kind === 'talk' && f.counterpart !== undefined);
    if (talks.length === 0) return { refused: [phrase('report-refused-no-talks')] };
    const rank = (id: string) => plan.people.findIndex((p) => p.id === id);
    const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort((a, b) => rank(a) - rank(b));
    const talkers = inOrder(talks.map((f) => f.person));
    const others = inOrder(talks.map((f) => f.counterpart!));
    const total =
      partsBy({ ...question, facts: talks }, () => 'all')[0]?.counts ?? countsOf({ ...question, facts: [] });
    return {
      picture: 'matrix',
      fileName: phrase('report-talk-matrix-file', { office: plan.organization.name, day: days.first }),
      title: phrase('report-talk-matrix-title'),
      subtitle: phrase('report-talk-matrix-about', {
        from: longDay(days.first),
        to: shortDay(days.last),
        done: total.done + total.doneLate,
        due: total.due,
      }),
      columns: others.map((id) => whoWords(plan, id)),
      rows: talkers.map((talker) => ({
        label: whoWords(plan, talker),
        cells: others.map((other) => {
          const pair = talks.filter((f) => f.person === talker && f.counterpart === other);
          const day = pair.map((f) => carriedOutOn(f, plan)).findLast((d) => d !== undefined);
          const mark = markOf(countsOf({ ...question, facts: pair }));
          return { mark, text: day ? `${Number(day.slice(5, 7))}.${Number(day.slice(8))}` : '' };
        }),
      })),
      legend,
    };
  },
} satisfies Report;
