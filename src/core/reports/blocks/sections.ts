import { type Phrase, phrase } from '../../phrase.ts';
import type { PaperQuestion } from '../contract.ts';
import { countsOf } from '../counts.ts';
import { comingClauses } from '../figures/coming.ts';
import { activity, deedLines } from '../figures/deeds.ts';
import { laggingLines } from '../figures/lagging.ts';
import { han, measureWords } from '../figures/naming.ts';
import { countsWords } from '../figures/progress.ts';
import { differences } from '../figures/reconcile.ts';
import { longDay } from '../figures/record.ts';
import { resultDifferences, resultsIn, resultWords } from '../figures/results.ts';
import { stateCounts } from '../figures/states.ts';
import { countsPeople } from '../figures/totals.ts';
import type { Block } from '../form/paper.ts';
import { countsByMeasure, type MeasureCounts } from '../sheets/measures.ts';
import { clauses, numbered } from './sentences.ts';

/** 一、总体情况 … with their numbers, in order; sections without anything to say are left out. */
export function sections(
  all: readonly { readonly title: Phrase; readonly blocks: readonly Block[] }[],
): readonly Block[] {
  return all
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, i): readonly Block[] => [
      { block: 'heading', level: 1, text: phrase('report-section', { han: han(i + 1), title }) },
      ...blocks,
    ]);
}

/** Why the sums of a paper do not agree, if they do not: by measure, and what was done against what is told of it. */
export function unreconciled(question: PaperQuestion): readonly Phrase[] {
  const total = countsOf(question);
  const byMeasure = countsByMeasure(question).map(({ counts }) => counts);
  const told = activity(question).reduce((sum, { times }) => sum + times, 0);
  const done = total.done + total.doneLate;
  const deeds = phrase('report-refused-deeds', { total: done, parts: told, difference: done - told });
  const sums = [...differences(question, total, byMeasure), ...resultDifferences(question)];
  return [...sums, ...(done === told ? [] : [deeds])];
}

/** Problems, measures by state, what was due and what became of it, and what was done, in one paragraph each. */
export function overview(question: PaperQuestion): readonly Block[] {
  const { plan, days, day } = question;
  const states = stateCounts(question).filter(({ n }) => n > 0);
  const measures = phrase('report-overview-measures', {
    problems: plan.problems.length,
    measures: plan.measures.length,
    day: longDay(days.last < day ? days.last : day),
    states: states.map(({ state, n }) => phrase('report-overview-state', { what: phrase(`report-state-${state}`), n })),
  });
  const counted = countsPeople(question) ? 'report-overview-due-people' : 'report-overview-due';
  const due = phrase(counted, { counts: countsWords(countsOf(question)) });
  const did = activity(question).map(({ words }) => words);
  return [
    { block: 'text', text: measures },
    { block: 'text', text: phrase('report-overview-results', { results: clauses(resultWords(resultsIn(question))) }) },
    { block: 'text', text: due },
    ...(did.length > 0 ? [{ block: 'text' as const, text: phrase('report-overview-did', { did }) }] : []),
  ];
}

/** Each measure with what was done for it, as 一是…二是…. */
export function movements(question: PaperQuestion): readonly Block[] {
  const moved = question.plan.measures
    .map((measure) => ({ measure, deeds: deedLines(measure.id, question) }))
    .filter(({ deeds }) => deeds.length > 0);
  if (moved.length === 0) return [];
  const lines = moved.map(({ measure, deeds }) =>
    phrase('report-movement', { measure: measureWords(measure, question), deeds: clauses(deeds) }),
  );
  return [{ block: 'text', text: numbered(lines) }];
}

export function pushes(question: PaperQuestion): readonly Block[] {
  const lines = laggingLines(question);
  return lines.length > 0
    ? [{ block: 'text', text: numbered(lines) }]
    : [{ block: 'text', text: phrase('report-nothing-late') }];
}

export function plans(question: PaperQuestion): readonly Block[] {
  const lines = comingClauses(question);
  return lines.length > 0 ? [{ block: 'text', text: phrase('report-full-stop', { text: clauses(lines) }) }] : [];
}

/** Measures that anything was due for; what is left out is zero, so the table still adds up. */
export function rowsByMeasure(question: PaperQuestion) {
  return countsByMeasure(question)
    .filter(({ counts }) => counts.due + counts.void + counts.vacant > 0)
    .map(({ measure, counts }: MeasureCounts) => {
      const known = question.plan.measures.find((m) => m.id === measure);
      return { label: known ? measureWords(known, question) : phrase('report-measure-gone', { id: measure }), counts };
    });
}

/** What the two words for being late mean, where either stands in a table. */
export function termsNote(question: PaperQuestion): readonly Block[] {
  return countsOf(question).missed > 0 ? [{ block: 'text', text: phrase('report-terms-note') }] : [];
}

export function signature({ plan, day }: PaperQuestion): Block {
  return { block: 'signature', office: plan.organization.name, day };
}
