import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import { shortDay } from '../wording/dates.ts';
import type { PaperQuestion, Report } from './contract.ts';
import { countsOf, dueIn } from './counts.ts';
import { legend, markOf } from './figures/marks.ts';
import { isOneLeaders, measureWords, titleWords } from './figures/naming.ts';
import { longDay } from './figures/record.ts';
import { type Days, instantsOf, monthsIn } from './figures/spans.ts';
import type { Words } from './form/words.ts';

/** More months than fit on a phone are left to the workbook. */
const shownMonths = 6;

/** Month by duty: how many of those due were carried out, and what needs attention; of one measure or of all. */
export const dutyMatrix = {
  id: 'duty-matrix',
  form: 'picture',
  span: 'round',
  compose(asked) {
    const question = { ...asked, names: asked.ask.names ?? false };
    const { plan, days, ask } = question;
    const measure = plan.measures.find((m) => m.id === ask.measure);
    if (ask.measure && !measure) return { refused: [phrase('report-refused-measure', { measure: ask.measure })] };
    const facts = dueIn(question).filter((f) => !measure || f.measure === measure.id);
    const months = monthsWith(facts, question);
    if (months.length === 0) return { refused: [phrase('report-refused-nothing-due')] };
    return {
      picture: 'matrix',
      fileName: phrase('report-duty-matrix-file', { office: plan.organization.name, day: days.last }),
      title: measure
        ? measureWords(measure, question)
        : phrase('report-duty-matrix-title', { office: plan.organization.name }),
      subtitle: phrase('report-duty-matrix-about', { from: longDay(months[0]!.first), to: shortDay(days.last) }),
      columns: months.map(({ first }) => phrase(`month-${Number(first.slice(5, 7))}`)),
      rows: rowsOf(facts, question).map(({ label, facts }) => ({
        label,
        cells: months.map((month) => cellOf(month, facts, question)),
      })),
      legend,
    };
  },
} satisfies Report;

/** The latest months of the span, from the first in which anything was due. */
function monthsWith(facts: readonly OccurrenceFacts[], { days, plan }: PaperQuestion): readonly Days[] {
  const months = monthsIn(days);
  const first = months.findIndex((month) => {
    const { from, to } = instantsOf(month, plan.organization.zone);
    return facts.some((f) => f.due >= from && f.due < to);
  });
  return first < 0 ? [] : months.slice(first).slice(-shownMonths);
}

interface Row {
  readonly label: Words;
  readonly facts: readonly OccurrenceFacts[];
}

/** A row for each title; what only one leader can hold stands together in one, without its titles. */
function rowsOf(facts: readonly OccurrenceFacts[], question: PaperQuestion): readonly Row[] {
  const hidden = question.names ? [] : facts.filter((f) => isOneLeaders(f, question.plan));
  const rows = new Map<string, { label: Words; facts: OccurrenceFacts[] }>();
  for (const f of facts) {
    if (hidden.includes(f)) continue;
    const label = titleWords(f, question);
    const key = JSON.stringify(label);
    rows.set(key, { label, facts: [...(rows.get(key)?.facts ?? []), f] });
  }
  return [...rows.values(), ...(hidden.length > 0 ? [{ label: phrase('report-leaders-own'), facts: hidden }] : [])];
}

function cellOf(month: Days, facts: readonly OccurrenceFacts[], question: PaperQuestion) {
  const counts = countsOf({ ...question, ...instantsOf(month, question.plan.organization.zone), facts });
  const mark = markOf(counts);
  return { mark, text: mark === 'none' ? '' : `${counts.done + counts.doneLate}/${counts.due}` };
}
