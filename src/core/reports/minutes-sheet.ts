import { dateAt } from '../calendar.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import { lastDayInTime } from '../standing.ts';
import type { PaperQuestion, Report } from './contract.ts';
import { standingAt } from './counts.ts';
import { dutyOf, whoWords } from './figures/naming.ts';
import { longDay } from './figures/record.ts';
import type { Block } from './form/paper.ts';
import type { Words } from './form/words.ts';
import { columnsOf } from './sheets/columns.ts';
import { inOrder } from './sheets/occurrences.ts';

const columns = columnsOf({ no: 6, 'check-point': 36, conforms: 8, 'does-not': 8, 'check-note': 30 });

/** 会议记录核查表: a page for each check of the span, with the plan's own points to tick and sign. */
export const minutesSheet = {
  id: 'minutes-sheet',
  form: 'paper',
  span: 'month',
  privately: true,
  compose(question) {
    const checks = inOrder(question.facts.filter((f) => f.kind === 'minutes-check'));
    if (checks.length === 0) return { refused: [phrase('report-refused-no-checks')] };
    return {
      fileName: phrase('report-minutes-file', { office: question.plan.organization.name, day: question.days.first }),
      blocks: checks.flatMap((check, i): readonly Block[] => {
        const blocks = sheetOf(check, question);
        return i === 0 ? blocks : [{ block: 'page' }, ...blocks];
      }),
    };
  },
} satisfies Report;

function sheetOf(facts: OccurrenceFacts, question: PaperQuestion): readonly Block[] {
  const { plan } = question;
  const points: readonly Words[] = dutyOf(plan, facts.duty)?.checklist ?? [];
  const shown = points.length > 0 ? points : [phrase('report-minutes-general')];
  return [
    { block: 'title', text: phrase('report-minutes-title', { title: facts.title }) },
    {
      block: 'text',
      text: phrase('report-minutes-about', {
        meeting: longDay(dateAt(facts.scheduled, plan.organization.zone)),
        last: longDay(lastDayInTime(facts, plan.organization)),
        person: whoWords(plan, facts.person),
        standing: phrase(`report-standing-${standingAt(facts, question)}`),
      }),
    },
    // The boxes stay empty: what was found is written by whoever signs.
    {
      block: 'table',
      columns,
      rows: shown.map((point, i) => [i + 1, point, phrase('report-box'), phrase('report-box'), null]),
    },
    { block: 'sign', text: phrase('report-sign-check') },
  ];
}
