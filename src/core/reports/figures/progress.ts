import { type Phrase, phrase } from '../../phrase.ts';
import { clauses } from '../blocks/sentences.ts';
import type { PaperQuestion } from '../contract.ts';
import { type Counts, countsOf, termNames } from '../counts.ts';
import { deedLines } from './deeds.ts';
import { longDay } from './record.ts';

/** 应办12项，其中按时10、在办2: terms that are zero are not said, and the sum still holds. */
export function countsWords(counts: Counts): Phrase {
  const named = (name: (typeof termNames)[number] | 'void' | 'vacant') =>
    phrase('report-count', { what: phrase(`report-term-${name.toLowerCase()}`), n: counts[name] });
  const parts = termNames.filter((name) => counts[name] > 0).map(named);
  const beside = (['void', 'vacant'] as const).filter((name) => counts[name] > 0).map(named);
  const total = phrase(parts.length > 0 ? 'report-due-parts' : 'report-due', { due: counts.due, parts });
  return beside.length > 0 ? phrase('report-beside', { total, beside }) : total;
}

/** 进展情况 of one measure: what was due and what became of it, and the last thing that was done. */
export function progressWords(measure: string, question: PaperQuestion): Phrase {
  const facts = question.facts.filter((f) => f.measure === measure);
  const counts = countsOf({ ...question, facts });
  const day = longDay(question.days.last < question.day ? question.days.last : question.day);
  const deeds = deedLines(measure, question);
  if (deeds.length > 0)
    return phrase('report-progress-did', { day, deeds: clauses(deeds), counts: countsWords(counts) });
  if (counts.due + counts.void + counts.vacant === 0) return phrase('report-progress-none', { day });
  return phrase('report-progress', { day, counts: countsWords(counts) });
}
