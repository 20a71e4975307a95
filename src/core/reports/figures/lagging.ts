import { person } from '../../ladder.ts';
import type { OccurrenceFacts, Told } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { overdueBy, standingOf } from '../../standing.ts';
import { mattersOf, nameOf } from '../../wording/item.ts';
import type { ReportQuestion } from '../contract.ts';
import { departmentName, isOneLeaders, titleWords } from './naming.ts';

/** What of the span, or of one before, is overdue at the moment of reading, in order of due. */
export function lagging({ open, told, plan, to, asOf = to }: ReportQuestion): readonly OccurrenceFacts[] {
  return open.filter(
    (f) => !f.own && f.due < to && ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, asOf)),
  );
}

/** A line that people may reword; without `key` it is a figure, which is only ever counted. */
export interface Keyed {
  readonly key?: string;
  readonly text: Phrase;
}

/** By item and department; what only one leader can hold is merely counted; who was never reached is said apart. */
export function laggingItems(question: ReportQuestion): readonly Keyed[] {
  const { plan, told, names } = question;
  const overdue = lagging(question);
  const reached = overdue.filter((f) => wasReached(told[f.id]));
  const leaders = reached.filter((f) => !names && isOneLeaders(f, plan));
  const matters = mattersOf(reached.filter((f) => !leaders.includes(f)));
  const shown = alike(
    matters.map(({ first }) => first),
    question,
  );
  const unreached = overdue.length - reached.length;
  return [
    ...shown.map((those) => ({ key: keyOf(those[0]!), text: lineOf(those, question) })),
    ...(leaders.length > 0 ? [{ text: phrase('digest-late-leaders', { n: mattersOf(leaders).length }) }] : []),
    ...(unreached > 0 ? [{ text: phrase('digest-unreached', { n: unreached }) }] : []),
  ];
}

const keyOf = ({ duty, slot, asked }: OccurrenceFacts): string => `late:${duty}@${slot}/${asked}`;

/** The same thing of the same people, missed several times, is one line; the earliest first. */
function alike(all: readonly OccurrenceFacts[], question: ReportQuestion): readonly (readonly OccurrenceFacts[])[] {
  const lines = new Map<string, OccurrenceFacts[]>();
  for (const one of all) {
    const words = JSON.stringify([titleWords(one, question), question.names ? one.asked : departmentOf(one, question)]);
    lines.set(words, [...(lines.get(words) ?? []), one]);
  }
  return [...lines.values()];
}

/** What lies with the office to be passed on has not reached its own person yet. */
function wasReached(told: Told | undefined): boolean {
  return told !== undefined && told.how !== 'gone' && told.how !== 'relayed';
}

export function laggingLines(question: ReportQuestion): readonly Phrase[] {
  return laggingItems(question).map(({ text }) => text);
}

function lineOf(those: readonly OccurrenceFacts[], question: ReportQuestion): Phrase {
  const { plan, to, asOf = to, names } = question;
  const first = those[0]!;
  const n = those.length;
  const args = { title: titleWords(first, question), days: overdueBy(first, plan.organization, asOf), n };
  const line = n > 1 ? 'report-late-many' : 'digest-late';
  if (names) return phrase(`${line}-person`, { ...args, person: nameOf(plan, first.asked) });
  const department = departmentOf(first, question);
  return department ? phrase(`${line}-department`, { ...args, department }) : phrase(`${line}-item`, args);
}

function departmentOf(facts: OccurrenceFacts, { plan }: ReportQuestion): string | undefined {
  const measure = plan.measures.find((m) => m.id === facts.measure);
  return departmentName(plan, person(plan, facts.asked)?.department ?? measure?.department);
}
