import type { Anchors, ReadDeadline } from '../deadline.ts';
import type { Place } from '../document.ts';
import type { DraftDuty, PaperKind } from '../draft.ts';

/** What is known about a measure when its duties are looked for. */
export interface MeasureContext {
  readonly kind: PaperKind;
  readonly owner: string | null;
  readonly deadline: ReadDeadline | undefined;
  readonly evidence: string | null;
  readonly anchors: Anchors;
  readonly names: readonly string[];
  readonly place: Place;
  /** A self-examination promises much in passing: only named results count there. */
  readonly strict: boolean;
  /** The title of the measure, for clauses that name no deed of their own. */
  readonly title: string;
  /** Rules and feedback: only what has a time counts. */
  readonly timedOnly?: boolean;
  /** A year's plan: what it names is held, not handed in. */
  readonly events?: boolean;
}

/** A duty, with what must be asked about it. */
export interface FoundDuty extends DraftDuty {
  /** The word that promises regularity without a period. */
  readonly fuzzy?: string;
  readonly offer?: string;
  readonly openDeadline?: 'year' | 'anchor';
  /** The rules alone would not take it for a duty: it is one only if the eye thinks so too. */
  readonly perhaps?: true;
}
