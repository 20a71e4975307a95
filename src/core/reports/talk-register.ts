import { phrase } from '../phrase.ts';
import type { Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { countsWords } from './figures/progress.ts';
import { longDay } from './figures/record.ts';
import { talkColumns, talkRows } from './sheets/talks.ts';

/** 谈心谈话登记表: pair, day and who recorded it. Never what was said. */
export const talkRegister = {
  id: 'talk-register',
  form: 'paper',
  span: 'quarter',
  privately: true,
  compose(question) {
    const { plan, days, facts } = question;
    const talks = { ...question, facts: facts.filter((f) => f.kind === 'talk') };
    return {
      fileName: phrase('report-talks-file', { office: plan.organization.name, day: days.first }),
      landscape: true,
      blocks: [
        { block: 'title', text: phrase('report-sheet-talks-title', { office: plan.organization.name }) },
        { block: 'subtitle', text: phrase('report-span', { from: longDay(days.first), to: longDay(days.last) }) },
        { block: 'text', text: phrase('report-talks-note', { counts: countsWords(countsOf(talks)) }) },
        { block: 'table', columns: talkColumns, rows: talkRows(talks) },
        { block: 'sign', text: phrase('report-sign-record') },
      ],
    };
  },
} satisfies Report;
