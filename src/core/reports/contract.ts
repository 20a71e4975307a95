import type { Instant, LocalDate } from '../calendar.ts';
import type { Entry } from '../ledger.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from '../occurrence.ts';
import type { OpeningContext } from '../opening-context.ts';
import type { MeasureId, PersonId } from '../plan/plan.ts';
import type { Days } from './figures/spans.ts';
import type { FormName, Forms, Refusal } from './form/artefact.ts';
import type { Words } from './form/words.ts';

export interface Span {
  /** Half-open: [from, to). An occurrence belongs to the span that its due lies in. */
  readonly from: Instant;
  readonly to: Instant;
  /** At which moment standings are read; the end of the span if not set. */
  readonly asOf?: Instant;
}

/** What every report is read from: the office, a span of time, and what is known of it. Nothing else may be counted. */
export interface ReportQuestion extends OpeningContext, Span {
  /** Until when the report looks ahead. */
  readonly ahead: Instant;
  /** Occurrences with due in the span, and those settled in it. */
  readonly facts: readonly OccurrenceFacts[];
  /** Everything open now, whenever due. */
  readonly open: readonly OccurrenceFacts[];
  /** What falls due after the span and has opened already, settled or not. */
  readonly begun?: readonly OccurrenceFacts[];
  /** Free text that is still kept, by the id that facts name. */
  readonly texts?: OfficeRecord['texts'];
  /** Nothing was told of this office before: it has only begun. */
  readonly first?: boolean;
  readonly told: Readonly<Record<string, Told>>;
  /** Whether people may be named. */
  readonly names: boolean;
  readonly group: string;
  readonly closings?: Readonly<Record<MeasureId, Closing>>;
  /** Measures whose close-out the Party group is asked to decide. */
  readonly asked?: readonly MeasureId[];
  /** The ledger's seal as one short code. */
  readonly seal?: string;
  /** What the office did with a digest before it came out: worded or released it, or had it to look at. */
  readonly office?: 'checked' | 'previewed';
  /** Messages of the span that did not arrive: the group hears of the bot only then. */
  readonly failures?: number;
}

/** 销号: accepted as finished; finished for now while its job goes on (长期坚持); or reopened by a look-back. */
export interface Closing {
  readonly how: 'finished' | 'phase' | 'reopened';
  readonly at: Instant;
  readonly by: PersonId;
}

/** A file handed in for an occurrence, or a paper that lies elsewhere. */
export interface Evidence {
  readonly id: string;
  readonly about: readonly OccurrenceId[];
  /** Of a measure or a problem (by the letter's number) as a whole. */
  readonly measure?: MeasureId;
  readonly problem?: number;
  readonly name: Words;
  readonly sha256?: string;
  readonly at: Instant;
  readonly by: PersonId;
  /** 存放地点, where the thing itself is not in the store. */
  readonly place?: string;
}

/** All that an office has on record: what papers are read from. */
export interface OfficeRecord extends OpeningContext {
  readonly now: Instant;
  /** Every occurrence, settled or not. */
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly entries: readonly Entry[];
  /** Free text that is still kept, by the id its entry names. */
  readonly texts: Readonly<Record<string, string>>;
  readonly closings?: Readonly<Record<MeasureId, Closing>>;
  /** Read from the entries where it is not given. */
  readonly evidence?: readonly Evidence[];
  readonly seal?: string;
  /** The entry that the seal was made up to. */
  readonly sealedTo?: number;
}

/** What somebody asked for. */
export interface ReportAsk {
  /** `2026-06`, `2026-W13`, `2026-Q2`, `2026-H1`, `2026`, or `2026-06-01..2026-06-30`. */
  readonly span?: string;
  /** Number of a problem in the feedback letter, or its id. */
  readonly problem?: string;
  readonly measure?: MeasureId;
  readonly person?: PersonId;
  readonly names?: boolean;
  /** 督办提醒函: only items of that colour. */
  readonly colour?: 'green' | 'yellow' | 'red';
  /** 主送: to whom a paper goes; a line to fill in by hand where it is not said. */
  readonly to?: string;
}

export interface PaperQuestion extends ReportQuestion {
  readonly now: Instant;
  readonly asOf: Instant;
  /** The span as days, both included. */
  readonly days: Days;
  readonly record: OfficeRecord;
  readonly ask: ReportAsk;
  /** The day that stands under the paper. */
  readonly day: LocalDate;
}

/** Which span a report covers where none is named. */
export type SpanKind = 'week' | 'month' | 'quarter' | 'round' | 'all';

interface ReportOf<Form extends FormName> {
  readonly id: string;
  readonly form: Form;
  readonly span: SpanKind;
  /** What must be named with it. */
  readonly about?: 'problem' | 'person';
  /** Never posted to a group: it names who owes what. */
  readonly privately?: true;
  compose(question: PaperQuestion): Forms[Form] | Refusal;
}

/** Something worth telling, computed from the record. A new report is one file, its line in `index.ts`, and its words. */
export type Report = { [Form in FormName]: ReportOf<Form> }[FormName];
