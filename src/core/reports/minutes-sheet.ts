import { dateAt } from '../calendar.ts';
import { minutesCheck } from '../duties/minutes-check.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import { lastDayInTime } from '../standing.ts';
import { itemPhrase } from '../wording/checks.ts';
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
  const points = dutyOf(plan, facts.duty)?.checklist ?? [];
  const shown = points.length > 0 ? points : standard;
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
    {
      block: 'table',
      columns,
      rows: shown.map((point, i) => [i + 1, pointWords(point), ...boxesOf(point, facts), null]),
    },
    { block: 'sign', text: phrase('report-sign-check') },
  ];
}

const standard = minutesCheck.asks?.standard ?? [];

function pointWords(point: string): Words {
  return point.startsWith('#') ? itemPhrase(point) : point;
}

/** What was answered in the chat is ticked; what was not stays a box for whoever signs. */
function boxesOf(point: string, { checks = [] }: OccurrenceFacts): readonly [Words, Words] {
  const answer = checks.find(({ item }) => item === point)?.answer;
  if (answer === undefined) return [phrase('report-box'), phrase('report-box')];
  return answer === 'no' ? ['', phrase('report-tick')] : [phrase('report-tick'), ''];
}
