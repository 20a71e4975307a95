import type { Entry } from '../../ledger.ts';
import { phrase } from '../../phrase.ts';
import { deedPhrase } from '../../wording/entry.ts';
import type { PaperQuestion } from '../contract.ts';
import { whoWords } from '../figures/naming.ts';
import { momentAt } from '../figures/record.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';

const columns = columnsOf({ 'entry-no': 8, 'recorded-at': 17, 'recorded-by': 12, 'entry-what': 90 });

/** 登记条目: every entry in words, under the number that it has in the ledger. */
export function entrySheet(entries: readonly Entry[], { plan }: PaperQuestion): Sheet {
  return {
    name: phrase('report-sheet-entries'),
    title: phrase('report-sheet-entries-title', { office: plan.organization.name }),
    columns,
    rows: entries.map((entry) => [
      entry.seq,
      momentAt(entry.at, plan),
      whoWords(plan, entry.by),
      deedPhrase(entry, plan),
    ]),
    fixed: 1,
  };
}
