import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import type { Measure, Problem } from '../plan/plan.ts';
import { countsTable } from './blocks/counts-table.ts';
import { sections, unreconciled } from './blocks/sections.ts';
import { clauses, numbered } from './blocks/sentences.ts';
import type { Evidence, PaperQuestion, Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { deedLines } from './figures/deeds.ts';
import { whoWords } from './figures/naming.ts';
import { countsWords } from './figures/progress.ts';
import { evidenceFor } from './figures/proof.ts';
import { closingWords, deadlineWords, holdersOf, momentAt, peopleWords, unitWords } from './figures/record.ts';
import { stateOf } from './figures/states.ts';
import type { Block, Paper } from './form/paper.ts';
import { columnsOf } from './sheets/columns.ts';
import { correctionSheet } from './sheets/corrections.ts';
import { entrySheet } from './sheets/entries.ts';
import { occurrenceSheet } from './sheets/occurrences.ts';
import { problemSheet } from './sheets/problems.ts';

/** 一问题一档: all that proves the rectification of one problem, to sign, to file, and to look back at. */
export const evidence = {
  id: 'evidence',
  form: 'bundle',
  span: 'all',
  about: 'problem',
  privately: true,
  compose(asked) {
    const problem = problemOf(asked);
    if (!problem) return { refused: [phrase('report-refused-problem', { problem: asked.ask.problem ?? '' })] };
    const question = onlyAbout(problem, asked);
    const refused = unreconciled(question);
    if (refused.length > 0) return { refused };
    const no = problem.no ?? question.plan.problems.indexOf(problem) + 1;
    const ids = new Set(question.facts.map((f) => f.id));
    const measures = new Set(question.plan.measures.map((m) => m.id));
    const entries = question.record.entries.filter(
      (e) =>
        e.about.some((id) => ids.has(id)) ||
        (e.about.length === 0 && e.measure !== undefined && measures.has(e.measure)) ||
        (e.kind === 'evidence' && e.problem === problem.no),
    );
    const files = filesOf(question);
    return {
      fileName: phrase('report-evidence-file', { no, office: asked.plan.organization.name, day: question.day }),
      folder: phrase('report-evidence-folder', { no }),
      papers: [{ name: phrase('report-evidence-paper'), paper: coverOf(problem, no, files, question) }],
      workbooks: [
        {
          name: phrase('report-evidence-workbook'),
          workbook: {
            fileName: phrase('report-evidence-workbook'),
            sheets: [
              ...[problemSheet, occurrenceSheet, correctionSheet].map((sheet) => sheet(question)),
              entrySheet(entries, question),
            ],
          },
        },
      ],
      records: [{ name: phrase('report-evidence-records'), lines: entries.map((entry) => JSON.stringify(entry)) }],
      files: files.flatMap(({ id, name, sha256 }) => (sha256 ? [{ id, name, sha256 }] : [])),
      index: phrase('report-evidence-index'),
    };
  },
} satisfies Report;

/** By the number of the letter, else by its id. */
function problemOf({ plan, ask }: PaperQuestion): Problem | undefined {
  const wanted = ask.problem?.trim();
  return plan.problems.find((p) => String(p.no) === wanted) ?? plan.problems.find((p) => p.id === wanted);
}

/** The same question about the measures that answer this problem, and about nothing else. */
function onlyAbout(problem: Problem, question: PaperQuestion): PaperQuestion {
  const measures = question.plan.measures.filter((m) => m.problems.includes(problem.id));
  const mine = (f: OccurrenceFacts) => measures.some((m) => m.id === f.measure);
  return {
    ...question,
    plan: { ...question.plan, problems: [problem], measures },
    facts: question.facts.filter(mine),
    open: question.open.filter(mine),
  };
}

function filesOf({ record, facts, plan }: PaperQuestion): readonly Evidence[] {
  return evidenceFor(record, facts, { measures: plan.measures.map(({ id }) => id), problem: plan.problems[0]?.no });
}

const fileColumns = columnsOf({ no: 6, file: 30, title: 24, 'recorded-at': 18, 'recorded-by': 12, place: 24 });

/** The paper to print and sign: the letter's words, the measures, what was done, the evidence, corrections, the seal. */
function coverOf(problem: Problem, no: number, files: readonly Evidence[], question: PaperQuestion): Paper {
  const { plan } = question;
  const corrections = correctionSheet(question);
  // What concerns no item, such as a new version of the plan, stands in the extract only.
  const corrected = corrections.rows.filter((row) => row[4] !== null);
  return {
    fileName: phrase('report-evidence-paper'),
    blocks: [
      { block: 'title', text: phrase('report-evidence-title', { no }) },
      { block: 'subtitle', text: plan.organization.name },
      ...sections([
        {
          title: phrase('report-evidence-problem'),
          blocks: [
            textBlock(phrase('report-evidence-words', { text: problem.text })),
            ...(problem.aspect ? [textBlock(phrase('report-evidence-aspect', { aspect: problem.aspect }))] : []),
            ...(problem.example ? [textBlock(phrase('report-evidence-example', { example: problem.example }))] : []),
          ],
        },
        { title: phrase('report-evidence-measures'), blocks: plan.measures.flatMap((m) => measureBlocks(m, question)) },
        { title: phrase('report-evidence-did'), blocks: didBlocks(question) },
        { title: phrase('report-evidence-proof'), blocks: [proofBlock(files, question)] },
        {
          title: phrase('report-evidence-corrections'),
          blocks:
            corrected.length > 0
              ? [
                  {
                    block: 'table',
                    columns: inPrint(corrections.columns),
                    rows: corrected.map(inPrint),
                  },
                ]
              : [textBlock(phrase('report-evidence-no-corrections'))],
        },
      ]),
      textBlock(
        question.seal && question.record.sealedTo
          ? phrase('report-evidence-seal', { seal: question.seal, entry: question.record.sealedTo })
          : phrase('report-evidence-unsealed'),
      ),
      { block: 'sign', text: phrase('report-sign-lead') },
      { block: 'sign', text: phrase('report-sign-head') },
      { block: 'signature', office: plan.organization.name, day: question.day },
    ],
  };
}

/** What of a correction fits across a page: when, by whom, what, of which item, before, after and why. */
function inPrint<T>(row: readonly T[]): readonly T[] {
  return [1, 2, 3, 4, 6, 7, 8].map((i) => row[i]!);
}

function textBlock(text: Extract<Block, { block: 'text' }>['text']): Block {
  return { block: 'text', text };
}

function measureBlocks(measure: Measure, question: PaperQuestion): readonly Block[] {
  const { plan, closings, asOf } = question;
  const args = {
    measure: measure.text ?? measure.title,
    lead: measure.lead ? whoWords(plan, measure.lead) : phrase('report-unset'),
    unit: unitWords(measure, plan) ?? phrase('report-unset'),
    people: peopleWords(holdersOf(measure), plan) ?? phrase('report-unset'),
    deadline: deadlineWords(measure) ?? phrase('report-unset'),
    state: phrase(`report-state-${stateOf(measure, question, asOf)}`),
    closed: closingWords(closings?.[measure.id]),
  };
  return [{ block: 'heading', level: 2, text: measure.title }, textBlock(phrase('report-evidence-measure', args))];
}

function didBlocks(question: PaperQuestion): readonly Block[] {
  const { plan } = question;
  const rows = plan.measures.map((measure) => {
    const facts = question.facts.filter((f) => f.measure === measure.id);
    return { label: measure.title, counts: countsOf({ ...question, facts }) };
  });
  const lines = plan.measures.flatMap((measure) => {
    const deeds = deedLines(measure.id, question);
    return deeds.length > 0 ? [phrase('report-movement', { measure: measure.title, deeds: clauses(deeds) })] : [];
  });
  return [
    textBlock(phrase('report-full-stop', { text: countsWords(countsOf(question)) })),
    ...(lines.length > 0 ? [textBlock(numbered(lines))] : []),
    countsTable(phrase('report-column-measure'), rows),
  ];
}

function proofBlock(files: readonly Evidence[], { plan, facts }: PaperQuestion): Block {
  if (files.length === 0) {
    const n = facts.filter((f) => f.settled?.how === 'done').length;
    return textBlock(phrase('report-evidence-only-entries', { n }));
  }
  return {
    block: 'table',
    columns: fileColumns,
    rows: files.map(({ name, about, measure, at, by, place, sha256 }, i) => [
      i + 1,
      name,
      facts.find((f) => about.includes(f.id))?.title ??
        plan.measures.find((m) => m.id === measure)?.title ??
        phrase('report-evidence-whole'),
      momentAt(at, plan),
      whoWords(plan, by),
      place ?? (sha256 ? phrase('report-evidence-here') : null),
    ]),
  };
}
