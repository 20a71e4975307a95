import { progressPaper } from './blocks/progress.ts';
import type { Report } from './contract.ts';

/** 整改进展情况通报: within the Party or to the public; nobody is named unless it is asked for. */
export const bulletin = {
  id: 'bulletin',
  form: 'paper',
  span: 'round',
  compose: (question) => progressPaper('bulletin', question),
} satisfies Report;
