import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import type { Problem } from '../plan/plan.ts';
import { evidenceCover } from './blocks/evidence-cover.ts';
import { unreconciled } from './blocks/sections.ts';
import type { Evidence, PaperQuestion, Report } from './contract.ts';
import { evidenceFor } from './figures/proof.ts';
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
      papers: [{ name: phrase('report-evidence-paper'), paper: evidenceCover(problem, no, files, question) }],
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
