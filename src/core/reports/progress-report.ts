import { progressPaper } from './blocks/progress.ts';
import type { Report } from './contract.ts';

/** 整改进展情况报告: to the inspecting body, with who is responsible and a line for the head's signature. */
export const progressReport = {
  id: 'progress-report',
  form: 'paper',
  span: 'round',
  privately: true,
  compose: (question) => progressPaper('report', question),
} satisfies Report;
