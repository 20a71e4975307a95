import type { Instant, LocalDate, LocalTime, Zone } from '../calendar.ts';
import type { CloseOut } from '../close-out.ts';
import type { Duration } from '../duration.ts';
import type { DutyKindId } from '../duties/index.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/**
 * What an office has promised, read from a plan file, checked as a whole and resolved: selectors are people,
 * phrases are schedules, defaults of the duty kind are filled in. Made only by `readPlan`.
 */
export interface Plan {
  readonly organization: Organization;
  /** The latest round, by its feedback. */
  readonly round: Round;
  /** All rounds, in the order of their files; not set where there is but one. */
  readonly rounds?: readonly Round[];
  readonly departments: readonly Department[];
  readonly posts: readonly Post[];
  readonly groups: readonly Group[];
  /** Papers that come by themselves, in private. */
  readonly reports?: readonly RegularReport[];
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
  readonly measures: readonly Measure[];
}

export type PersonId = string;
export type MeasureId = string;
export type DutyId = string;
export type GroupId = string;
export type Language = 'zh' | 'en';
export type Role = 'leader' | 'secretary' | 'member' | 'supervisor' | 'inspector' | 'operator';
export type PeriodUnit = 'day' | 'week' | 'half-month' | 'month' | 'quarter' | 'half-year' | 'year';

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly zone: Zone;
  readonly language: Language;
  readonly calendar: WorkingCalendar;
  /** From 21:30 to 07:30 of the next day, say; null where messages may go out at any hour. */
  readonly quietHours: { readonly from: LocalTime; readonly to: LocalTime } | null;
  /** 主要负责人: last rung of the default ladder. */
  readonly head: PersonId | null;
  /** The hour at which a person's whole-day reminders go out together; null: each as written. */
  readonly bundle: LocalTime | null;
  /** Reminder messages per person per working day. */
  readonly budget: number;
  readonly undo: Duration;
  /** Whether what was said in a heart-to-heart talk may be kept. */
  readonly talkContent: 'none' | 'keep';
  /** How long text and evidence are kept; not set: for ever. */
  readonly retention?: { readonly text?: Retention; readonly evidence?: Retention };
}

export interface Retention {
  readonly unit: 'd' | 'y';
  readonly n: number;
}

export interface Round {
  readonly title?: string;
  /** Day of the feedback meeting or letter: anchor of 反馈后N个月内. */
  readonly feedback?: LocalDate;
  /** Day by which the round's report is due. */
  readonly report?: LocalDate;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly contact?: PersonId;
}

export interface Post {
  readonly id: string;
  readonly name: string;
  readonly holder: PersonId | null;
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly telegram?: number;
  readonly digest: Schedule | null;
  /** Whether the digest may name people. */
  readonly names: boolean;
  readonly preview: Duration | null;
  readonly publish: 'auto' | PersonId;
}

export interface RegularReport {
  readonly id: string;
  /** Id of a report. */
  readonly report: string;
  readonly to: readonly PersonId[];
  readonly schedule: Schedule;
}

export interface Absence {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason?: string;
  /** Who stands in this time; else whom the person's own `standIn` names. */
  readonly standIn?: PersonId;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly post?: string;
  /** Department id, or its plain name where the plan lists no departments. */
  readonly department?: string;
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  readonly telegram?: number;
  readonly superior: PersonId | null;
  readonly standIn: PersonId | null;
  readonly language: Language;
  readonly away: readonly Absence[];
}

export interface Problem {
  readonly id: string;
  /** Its number in the feedback letter; never reused. */
  readonly no?: number;
  readonly aspect?: string;
  readonly text: string;
  readonly example?: string;
}

export interface Measure {
  readonly id: MeasureId;
  readonly title: string;
  readonly text?: string;
  readonly problems: readonly string[];
  readonly lead: PersonId | null;
  readonly department?: string;
  readonly deadline: LocalDate | 'immediate' | 'ongoing' | null;
  /** 年底前，并长期坚持: the job goes on after the deadline. */
  readonly thenOngoing: boolean;
  readonly warn: readonly Duration[];
  readonly duties: readonly Duty[];
  /** The round it belongs to, where the plan has several. */
  readonly round?: Round;
  /** Where it stands on its way to 销号: laid over the plan from the ledger, never written in a plan file. */
  readonly closeOut?: CloseOut;
}

/** Who owes a duty: a person, or a post that nobody holds (its occurrences are vacant). */
export type Holder = { readonly person: PersonId } | { readonly post: string };

export interface Quota {
  readonly count: number;
  readonly per: PeriodUnit;
}

/** When a duty falls due. */
export type Timing =
  | { readonly type: 'schedule'; readonly schedule: Schedule; readonly phrase: string }
  | { readonly type: 'quota'; readonly quota: Quota }
  | { readonly type: 'after'; readonly event: string; readonly within: Duration };

export interface LadderStep {
  /** Counted from grace end. */
  readonly after: Duration;
  readonly tell: readonly LadderTarget[];
}

export type LadderTarget = 'person' | 'secretary' | 'superior' | 'head' | 'supervisor' | { readonly person: PersonId };

/** Reminders before the ladder: offsets from the scheduled time, or paced over a window. */
export type Reminding =
  | { readonly type: 'offsets'; readonly offsets: readonly Duration[] }
  /** First day; one per item left at three working days each; the last three working days (DESIGN §5). */
  | { readonly type: 'paced' }
  /** One line once a week (daily self-study), no ladder. */
  | { readonly type: 'weekly-line' };

export interface Duty {
  readonly id: DutyId;
  readonly measure: MeasureId;
  readonly kind: DutyKindId;
  readonly title: string;
  readonly who: readonly Holder[];
  /** Counterparts of a talk, or co-units' contacts; never includes the person who owes it. */
  readonly with: readonly PersonId[];
  readonly reporter: PersonId | null;
  readonly timing: Timing;
  readonly remind: Reminding;
  readonly grace: Duration;
  readonly ladder: readonly LadderStep[];
  /** How long before the scheduled day a report already counts for it; null: any time. */
  readonly early: Duration | null;
  readonly shift: 'none' | 'next' | 'previous' | 'skip';
  /** Whether reminders may go out on days off. */
  readonly daysOff: boolean;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly evidence: 'none' | 'optional' | 'required';
  readonly checklist: readonly string[];
  readonly accept: PersonId | null;
  readonly presenter: PersonId | null;
  readonly origin: 'text' | 'rule' | 'office';
  readonly text?: string;
  /** An event with a start: owed together, and cannot be done before it begins. */
  readonly gathering: boolean;
  /** Daily self-study that nobody pressed for: shown to the person only, in no totals, never overdue. */
  readonly own?: true;
  /** Who answers for the co-units; they stand in `who` as well, since each owes its own part. */
  readonly coUnits?: readonly PersonId[];
  /** 补学: how long after an absence the make-up is due. */
  readonly makeUp?: Duration;
  /** 每年累计不少于12天: a sum beside the occurrences. */
  readonly amount?: { readonly n: number; readonly unit: 'h' | 'd'; readonly per: PeriodUnit };
  /** After how many slots without movement it counts as stalled. */
  readonly stalledAfter?: number;
}

export { dutyKindIds } from '../duties/index.ts';
export type { DutyKindId };

/** A plan as stored: its text is the truth, read again whenever a process starts. */
export interface PlanVersion {
  readonly version: number;
  readonly text: string;
  readonly adoptedAt: Instant;
  /** File path it was adopted from, if any, and the hash of that file's content. */
  readonly path?: string;
  readonly hash: string;
  readonly by: PersonId | 'file';
}
