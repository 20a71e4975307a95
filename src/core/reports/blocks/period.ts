import { phrase } from '../../phrase.ts';
import { shortDay } from '../../wording/dates.ts';
import type { PaperQuestion } from '../contract.ts';
import { countsOf } from '../counts.ts';
import { differences } from '../figures/reconcile.ts';
import { longDay } from '../figures/record.ts';
import { type Days, instantsOf, monthOf, weeksIn } from '../figures/spans.ts';
import type { Refusal } from '../form/artefact.ts';
import type { Block, Paper } from '../form/paper.ts';
import { countsTable } from './counts-table.ts';
import {
  movements,
  overview,
  plans,
  pushes,
  rowsByMeasure,
  sections,
  signature,
  termsNote,
  unreconciled,
} from './sections.ts';

/** 周报, 月报: counts first, then what was done, what needs a push, and what comes next. */
export function periodPaper(which: 'weekly' | 'monthly', question: PaperQuestion): Paper | Refusal {
  const weeks = which === 'monthly' ? countsByWeek(question) : [];
  const byWeek = differences(
    question,
    countsOf(question),
    weeks.map(({ counts }) => counts),
  );
  const refused = [...unreconciled(question), ...(which === 'monthly' ? byWeek : [])];
  if (refused.length > 0) return { refused };
  const { plan, days } = question;
  const tables: readonly Block[] = [
    ...(weeks.length > 0 ? [countsTable(phrase('report-column-week'), weeks)] : []),
    countsTable(phrase('report-column-measure'), rowsByMeasure(question)),
    ...termsNote(question),
  ];
  return {
    fileName: phrase(`report-${which}-file`, { office: plan.organization.name, day: nameOfSpan(days) }),
    blocks: [
      { block: 'title', text: phrase(`report-${which}-title`, { office: plan.organization.name }) },
      { block: 'subtitle', text: phrase('report-span', { from: longDay(days.first), to: longDay(days.last) }) },
      ...sections([
        { title: phrase('report-section-overview'), blocks: [...overview(question), ...tables] },
        { title: phrase('report-section-moved'), blocks: movements(question) },
        { title: phrase('report-section-late'), blocks: pushes(question) },
        { title: phrase('report-section-next'), blocks: plans(question) },
      ]),
      signature(question),
    ],
  };
}

/** As a file is named by it: a whole month by itself, anything else by its first day. */
function nameOfSpan({ first, last }: Days): string {
  const month = monthOf(first);
  return month.first === first && month.last === last ? first.slice(0, 7) : first;
}

/** A week that crosses the month's end is cut there, so the weeks add up to the month. */
function countsByWeek(question: PaperQuestion) {
  const { zone } = question.plan.organization;
  return weeksIn(question.days).map((week: Days) => ({
    label: phrase('report-week', { from: shortDay(week.first), to: shortDay(week.last) }),
    counts: countsOf({ ...question, ...instantsOf(week, zone) }),
  }));
}
