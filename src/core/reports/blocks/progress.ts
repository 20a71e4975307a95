import { phrase } from '../../phrase.ts';
import type { Measure } from '../../plan/plan.ts';
import type { PaperQuestion } from '../contract.ts';
import { countsOf } from '../counts.ts';
import { deedLines } from '../figures/deeds.ts';
import { han, measureWords, ownWords, whoWords } from '../figures/naming.ts';
import { countsWords } from '../figures/progress.ts';
import { deadlineWords, longDay } from '../figures/record.ts';
import { stateOf } from '../figures/states.ts';
import type { Refusal } from '../form/artefact.ts';
import type { Block, Paper } from '../form/paper.ts';
import type { Words } from '../form/words.ts';
import { countsTable } from './counts-table.ts';
import { overview, plans, pushes, rowsByMeasure, sections, signature, termsNote, unreconciled } from './sections.ts';
import { clauses, numbered } from './sentences.ts';

/** 整改进展情况报告 goes up and names who is responsible; 通报 goes to everybody and names nobody. */
export function progressPaper(which: 'report' | 'bulletin', asked: PaperQuestion): Paper | Refusal {
  const question = which === 'bulletin' ? { ...asked, names: asked.ask.names ?? false } : asked;
  const refused = unreconciled(question);
  if (refused.length > 0) return { refused };
  const { plan, days } = question;
  const round = plan.round.title ?? phrase('report-round');
  return {
    fileName: phrase(`report-progress-${which}-file`, { office: plan.organization.name, day: question.day }),
    blocks: [
      { block: 'title', text: plan.organization.name },
      { block: 'title', text: phrase(`report-progress-${which}-title`, { round }) },
      ...(which === 'report' ? [addressee(question)] : []),
      {
        block: 'text',
        text: phrase(`report-progress-${which}-opening`, { round, from: longDay(days.first), to: longDay(days.last) }),
      },
      ...sections([
        { title: phrase('report-section-overview'), blocks: overview(question) },
        { title: phrase('report-section-problems'), blocks: problemsOf(question, which === 'report') },
        { title: phrase('report-section-late'), blocks: pushes(question) },
        { title: phrase('report-section-plans'), blocks: plans(question) },
        {
          title: phrase('report-section-table'),
          blocks: [countsTable(phrase('report-column-measure'), rowsByMeasure(question)), ...termsNote(question)],
        },
      ]),
      ...(which === 'report' ? [{ block: 'sign' as const, text: phrase('report-sign-head') }] : []),
      signature(question),
    ],
  };
}

function addressee({ ask }: PaperQuestion): Block {
  return { block: 'to', text: ask.to ? phrase('report-to', { to: ask.to }) : phrase('report-to-superior') };
}

/** （一）关于…问题的整改: every problem of the letter, those without a measure as well. */
function problemsOf(question: PaperQuestion, responsible: boolean): readonly Block[] {
  const told = new Map<string, number>();
  return question.plan.problems.flatMap((problem, i): readonly Block[] => {
    const measures = question.plan.measures.filter((m) => m.problems.includes(problem.id));
    const text = ownWords(problem.text, question) ?? phrase('report-problem-no', { n: problem.no ?? i + 1 });
    const heading: Block = {
      block: 'heading',
      level: 2,
      text: phrase('report-problem-heading', { han: han(i + 1), text }),
    };
    if (measures.length === 0) return [heading, { block: 'text', text: phrase('report-problem-open') }];
    const lines = measures.map((measure) => {
      const before = told.get(measure.id);
      if (before !== undefined)
        return phrase('report-measure-see', { measure: measureWords(measure, question), han: han(before) });
      told.set(measure.id, i + 1);
      return measureLine(measure, question);
    });
    const who = responsible ? measures.filter((m) => told.get(m.id) === i + 1).map((m) => whoLine(m, question)) : [];
    return [
      heading,
      { block: 'text', text: numbered(lines) },
      ...who.map((words) => ({ block: 'text' as const, text: words })),
    ];
  });
}

/** What was done for it by duty, and where it stands. */
function measureLine(measure: Measure, question: PaperQuestion): Words {
  const deeds = deedLines(measure.id, question);
  const facts = question.facts.filter((f) => f.measure === measure.id);
  const counts = countsOf({ ...question, facts });
  const state = phrase(`report-state-${stateOf(measure, question, question.asOf)}`);
  const args = { measure: measureWords(measure, question), state };
  if (deeds.length > 0)
    return phrase('report-measure-did', { ...args, deeds: clauses(deeds), counts: countsWords(counts) });
  if (counts.due > 0) return phrase('report-measure-due', { ...args, counts: countsWords(counts) });
  return phrase('report-measure-not-due', args);
}

function whoLine(measure: Measure, { plan }: PaperQuestion): Words {
  const unit = plan.departments.find((d) => d.id === measure.department)?.name ?? measure.department;
  return phrase('report-measure-who', {
    measure: measure.title,
    lead: measure.lead ? whoWords(plan, measure.lead) : phrase('report-unset'),
    unit: unit ?? phrase('report-unset'),
    deadline: deadlineWords(measure) ?? phrase('report-unset'),
  });
}
