import { periodPaper } from './blocks/period.ts';
import type { Report } from './contract.ts';

/** 整改工作周报, as a paper to file. */
export const weekly = {
  id: 'weekly',
  form: 'paper',
  span: 'week',
  compose: (question) => periodPaper('weekly', question),
} satisfies Report;
