import type { Activity } from '../activities.ts';
import type { ReadDeadline } from '../deadline.ts';
import { evidenceIn } from '../evidence.ts';
import type { FoundDuty } from './context.ts';

export interface Sentence {
  readonly duties: FoundDuty[];
  readonly proofs: string[];
  subject: string | undefined;
  activity: Activity | undefined;
  /** A date that stands alone before what it is for: 4月底前，各支部召开组织生活会. */
  date: ReadDeadline | undefined;
  /** The clause before, for a recurrence that stands alone (…制度，每月1次). */
  before: string;
  skip: boolean;
  /** It began with a case (发现苗头性问题的，): what follows is done if that happens. */
  conditional: boolean;
}

export function emptySentence(): Sentence {
  return {
    duties: [],
    proofs: [],
    subject: undefined,
    activity: undefined,
    date: undefined,
    before: '',
    skip: false,
    conditional: false,
  };
}

export function noteProof(clause: string, sentence: Sentence): void {
  const proof = evidenceIn(clause);
  if (proof) sentence.proofs.push(proof);
}
