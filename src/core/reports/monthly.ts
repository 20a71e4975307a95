import { periodPaper } from './blocks/period.ts';
import type { Report } from './contract.ts';

/** 整改工作月报, as a paper to file. */
export const monthly = {
  id: 'monthly',
  form: 'paper',
  span: 'month',
  compose: (question) => periodPaper('monthly', question),
} satisfies Report;
