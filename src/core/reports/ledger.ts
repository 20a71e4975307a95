import { phrase } from '../phrase.ts';
import type { Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { differences } from './figures/reconcile.ts';
import { resultDifferences } from './figures/results.ts';
import { correctionSheet } from './sheets/corrections.ts';
import { countsByMeasure, measureSheet } from './sheets/measures.ts';
import { occurrenceSheet } from './sheets/occurrences.ts';
import { problemSheet } from './sheets/problems.ts';
import { talkSheet } from './sheets/talks.ts';

/** 整改台账: all that is on record, in the inspectors' own columns. */
export const ledger = {
  id: 'ledger',
  form: 'workbook',
  span: 'all',
  privately: true,
  compose(question) {
    const parts = countsByMeasure(question).map(({ counts }) => counts);
    const refused = [...differences(question, countsOf(question), parts), ...resultDifferences(question)];
    if (refused.length > 0) return { refused };
    return {
      fileName: phrase('report-ledger-file', { office: question.plan.organization.name, day: question.day }),
      sheets: [problemSheet, measureSheet, occurrenceSheet, talkSheet, correctionSheet].map((sheet) => sheet(question)),
    };
  },
} satisfies Report;
