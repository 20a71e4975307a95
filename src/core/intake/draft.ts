import type { LocalDate } from '../calendar.ts';
import type { Phrase } from '../phrase.ts';
import type { Place } from './document.ts';

export const paperKinds = [
  'self-examination',
  'plan',
  'ledger',
  'feedback',
  'yearly-plan',
  'rules',
  'progress-report',
  'news',
  'talk-record',
  'roster',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const dutyKinds = [
  'study',
  'talk',
  'meeting',
  'minutes-check',
  'inspection',
  'progress',
  'report',
  'deliverable',
  'other',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** `text`: the document says when; `rule`: a rule we have read says so; `none`: somebody must be asked. */
export type Origin = 'text' | 'rule' | 'none';

/** 立行立改 is `immediate`, 长期坚持 is `ongoing`; 年底前，并长期坚持 has both parts. `text` is as written. */
export interface Deadline {
  readonly text: string;
  readonly due?: LocalDate | 'immediate';
  readonly ongoing: boolean;
}

export type Period = 'day' | 'week' | 'half-month' | 'month' | 'quarter' | 'half-year' | 'year';

export interface DraftDuty {
  readonly kind: DutyKind;
  readonly title: string;
  /** The document's own words. */
  readonly text: string;
  readonly scheduleText: string | null;
  /** A phrase that the schedule reader takes. */
  readonly schedule: string | null;
  readonly origin: Origin;
  /** Where the rule of an `origin: rule` stands. */
  readonly rule?: string;
  readonly owner: string | null;
  readonly with: string | null;
  readonly evidence: string | null;
  readonly deadline: Deadline | null;
  /** 每季度2次 is twice a quarter. */
  readonly times?: { readonly count: number; readonly period: Period };
  /** Counted after an event (会后3个工作日内). */
  readonly event?: string;
  readonly place: Place;
}

export interface DraftMeasure {
  readonly title: string;
  readonly text: string;
  /** Numbers of the problems it answers. */
  readonly problems: readonly number[];
  readonly owner: string | null;
  readonly department: string | null;
  readonly deadline: Deadline | null;
  readonly duties: readonly DraftDuty[];
  /** The paper says that it is finished or closed out. */
  readonly closed?: boolean;
  readonly place: Place;
}

export interface DraftProblem {
  readonly no: number;
  readonly aspect: string | null;
  readonly text: string;
  readonly example: string | null;
  readonly place: Place;
}

export interface DraftPerson {
  readonly name: string;
  readonly post: string | null;
  readonly department: string | null;
  readonly place: Place;
}

export const doubtCodes = [
  'no-year',
  'past-kind',
  'no-text',
  'nothing-found',
  'claimed-differs',
  'problem-without-measure',
  'measure-without-duty',
  'fuzzy-schedule',
  'no-schedule',
  'event-only',
  'unreadable-schedule',
  'nobody-named',
  'no-owner',
  'unclear-deadline',
  'past-dates',
  'masked',
  'macros',
  'pictures',
] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** Something to ask or to know before the plan is adopted. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly place?: Place;
  readonly about: Phrase;
  /** What it concerns: positions in `measures` and `duties`, or the number of a problem. */
  readonly item?: { readonly measure?: number; readonly duty?: number; readonly problem?: number };
  /** Doubts with the same key have one answer: they are asked once. */
  readonly same: string;
  /** An answer to accept with one tap; never taken without. */
  readonly proposed?: { readonly schedule?: string; readonly owner?: string };
}

export interface Draft {
  readonly kind: PaperKind;
  readonly title: string;
  readonly organization: string | null;
  /** The day the paper bears; without one, the day of the feedback it names. */
  readonly date: LocalDate | null;
  readonly feedback: LocalDate | null;
  readonly claimed: {
    readonly aspects: number | null;
    readonly problems: number | null;
    readonly measures: number | null;
  };
  readonly people: readonly DraftPerson[];
  readonly problems: readonly DraftProblem[];
  readonly causes: readonly { readonly text: string; readonly place: Place }[];
  readonly measures: readonly DraftMeasure[];
  readonly doubts: readonly Doubt[];
}
