import { phrase } from '../../phrase.ts';
import type { Measure, Problem } from '../../plan/plan.ts';
import type { Evidence, PaperQuestion } from '../contract.ts';
import { countsOf } from '../counts.ts';
import { deedLines } from '../figures/deeds.ts';
import { whoWords } from '../figures/naming.ts';
import { countsWords } from '../figures/progress.ts';
import { closingWords, deadlineWords, holdersOf, momentAt, peopleWords, unitWords } from '../figures/record.ts';
import { stateOf } from '../figures/states.ts';
import type { Block, Paper } from '../form/paper.ts';
import { columnsOf } from '../sheets/columns.ts';
import { correctionSheet } from '../sheets/corrections.ts';
import { countsTable } from './counts-table.ts';
import { sections } from './sections.ts';
import { clauses, numbered } from './sentences.ts';

const fileColumns = columnsOf({ no: 6, file: 30, title: 24, 'recorded-at': 18, 'recorded-by': 12, place: 24 });

/** The paper to print and sign: the letter's words, the measures, what was done, the evidence, corrections, the seal. */
export function evidenceCover(
  problem: Problem,
  no: number,
  files: readonly Evidence[],
  question: PaperQuestion,
): Paper {
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
