import { person } from '../../ladder.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { overdueBy, standingOf } from '../../standing.ts';
import { mattersOf, nameOf } from '../../wording/item.ts';
import type { ReportQuestion } from '../contract.ts';
import { departmentName, isOneLeaders, titleWords } from './naming.ts';

/** What is overdue when the span ends, in order of due. */
export function lagging({ open, told, plan, to, asOf = to }: ReportQuestion): readonly OccurrenceFacts[] {
  return open.filter(
    (f) => !f.own && ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, asOf)),
  );
}

/** By item and department; what only one leader can hold is merely counted; who was never reached is said apart. */
export function laggingLines(question: ReportQuestion): readonly Phrase[] {
  const { plan, told, names } = question;
  const overdue = lagging(question);
  const reached = overdue.filter((f) => told[f.id] !== undefined && told[f.id]!.how !== 'gone');
  const leaders = reached.filter((f) => !names && isOneLeaders(f, plan));
  const shown = mattersOf(reached.filter((f) => !leaders.includes(f)));
  const unreached = overdue.length - reached.length;
  return [
    ...shown.map(({ first }) => lineOf(first, question)),
    ...(leaders.length > 0 ? [phrase('digest-late-leaders', { n: mattersOf(leaders).length })] : []),
    ...(unreached > 0 ? [phrase('digest-unreached', { n: unreached })] : []),
  ];
}

function lineOf(first: OccurrenceFacts, question: ReportQuestion): Phrase {
  const { plan, to, asOf = to, names } = question;
  const args = { title: titleWords(first, question), days: overdueBy(first, plan.organization, asOf) };
  if (names) return phrase('digest-late-person', { ...args, person: nameOf(plan, first.asked) });
  const department = departmentOf(first, question);
  return department ? phrase('digest-late-department', { ...args, department }) : phrase('digest-late-item', args);
}

function departmentOf(facts: OccurrenceFacts, { plan }: ReportQuestion): string | undefined {
  const measure = plan.measures.find((m) => m.id === facts.measure);
  return departmentName(plan, person(plan, facts.asked)?.department ?? measure?.department);
}
