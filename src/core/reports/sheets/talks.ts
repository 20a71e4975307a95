import { isConfirmed } from '../../confirmed.ts';
import { person } from '../../ladder.ts';
import { phrase } from '../../phrase.ts';
import { lastDayInTime } from '../../standing.ts';
import type { PaperQuestion } from '../contract.ts';
import { standingAt } from '../counts.ts';
import { whoWords } from '../figures/naming.ts';
import { carriedOutOn, isByOther, isLateEntry, momentAt } from '../figures/record.ts';
import type { Cell } from '../form/words.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';
import { inOrder } from './occurrences.ts';

export const talkColumns = columnsOf({
  no: 6,
  talker: 12,
  'talked-to': 12,
  'their-post': 22,
  'talk-day': 15,
  'recorded-at': 20,
  'recorded-by': 10,
  'late-entry': 8,
  'by-other': 8,
  'both-sides': 8,
  'last-day': 15,
  standing: 12,
});

/** 谈心谈话: who with whom, when, recorded by whom. What was said is not kept (DESIGN §4.14). */
export function talkSheet(question: PaperQuestion): Sheet {
  return {
    name: phrase('report-sheet-talks'),
    title: phrase('report-sheet-talks-title', { office: question.plan.organization.name }),
    columns: talkColumns,
    rows: talkRows(question),
    fixed: 3,
  };
}

export function talkRows(question: PaperQuestion): readonly (readonly Cell[])[] {
  const { plan } = question;
  return inOrder(question.facts.filter((f) => f.kind === 'talk')).map((facts, i) => {
    const { settled, counterpart } = facts;
    const done = carriedOutOn(facts, plan);
    return [
      i + 1,
      whoWords(plan, facts.person),
      counterpart ? whoWords(plan, counterpart) : null,
      (counterpart && person(plan, counterpart)?.post) || null,
      done ? { day: done } : null,
      settled ? momentAt(settled.at, plan) : null,
      settled ? whoWords(plan, settled.by) : null,
      isLateEntry(facts, plan) ? phrase('report-yes') : null,
      isByOther(facts) ? phrase('report-yes') : null,
      isConfirmed(facts) ? phrase('report-yes') : null,
      { day: lastDayInTime(facts, plan.organization) },
      phrase(`report-standing-${standingAt(facts, question)}`),
    ];
  });
}
