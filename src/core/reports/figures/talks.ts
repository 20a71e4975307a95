import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ReportQuestion } from '../contract.ts';
import { termAt } from '../counts.ts';

/** Heart-to-heart talks as pairs: spoken in the span, still owed of the windows now open, and owed of those that are over. */
export function talkCoverage(question: ReportQuestion): {
  readonly done: number;
  readonly left: number;
  readonly late: number;
} {
  const { facts, open, from, to } = question;
  const spoken = facts.filter(
    ({ settled, ...f }) => isTalk(f) && settled?.how === 'done' && within(settled.at, from, to),
  );
  const owed = open.filter((f) => isTalk(f) && !f.settled && !f.person.startsWith('post.'));
  const late = owed.filter((f) => ['overdue', 'missed'].includes(termAt(f, question))).length;
  return { done: spoken.length, left: owed.length - late, late };
}

/** 谈心谈话：已谈2对、本季度还有5对; undefined where the office has none to speak of. */
export function talkWords(question: ReportQuestion): Phrase | undefined {
  const { done, left, late } = talkCoverage(question);
  if (done + left + late === 0) return undefined;
  const period = phrase(`report-period-${periodOfTalks(question.plan)}`);
  const parts = [
    ...(done > 0 ? [phrase('report-talks-done', { n: done })] : []),
    ...(left > 0 ? [phrase('report-talks-left', { n: left, period })] : []),
    ...(late > 0 ? [phrase('report-talks-late', { n: late })] : []),
    ...(left + late === 0 ? [phrase('report-talks-all', { period })] : []),
  ];
  return phrase('report-talks', { parts });
}

/** The period that all talks of the plan have in common; talks of several periods are owed 本期. */
function periodOfTalks({ measures }: Plan): string {
  const talks = measures.flatMap((m) => m.duties).filter((d) => d.kind === 'talk');
  const periods = new Set(talks.flatMap(({ timing }) => (timing.type === 'quota' ? [timing.quota.per] : [])));
  return periods.size === 1 ? [...periods][0]! : 'any';
}

export function isTalk({ kind, counterpart, own }: Pick<OccurrenceFacts, 'kind' | 'counterpart' | 'own'>): boolean {
  return kind === 'talk' && counterpart !== undefined && !own;
}

const within = (at: number, from: number, to: number) => at >= from && at < to;
