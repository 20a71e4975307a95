import type { Instant, LocalDate } from './calendar.ts';
import type { Check, OccurrenceFacts, OccurrenceId, Settlement } from './occurrence.ts';
import type { GroupId, MeasureId, PersonId } from './plan/plan.ts';

/**
 * The append-only record. Entries are never changed; a correction is a new entry. Free text and names lie beside
 * the stream under `text:<id>` and the entry holds only their salted hash (`TextRef`), so that text can be erased
 * and the chain stays whole. In the store, person ids are replaced by random keys; core sees plan ids.
 */
export type Entry = Envelope & EntryBody;

export interface Envelope {
  readonly v: 1;
  /** Given by the store on append: 1, 2, 3 … per organization. */
  readonly seq: number;
  /** When it happened (office time): the message's date, the tap's entry into the inbox, or the decision. */
  readonly at: Instant;
  readonly by: PersonId | 'bot';
  readonly onBehalfOf?: PersonId;
  /** What makes it unique: `<bot>:u<update>`, `cb:<id>`, `wake:<key>@<instant>` … */
  readonly source?: string;
  readonly about: readonly OccurrenceId[];
  readonly measure?: MeasureId;
  readonly planVersion: number;
}

/** Salted SHA-256 of a text kept beside the stream. */
export interface TextRef {
  readonly id: string;
  readonly sha256: string;
}

export type EntryBody =
  /** An occurrence begins to exist: everything it answers to from now on. `history`: already past at adoption. */
  | { readonly kind: 'opened'; readonly facts: OccurrenceFacts; readonly history?: true }
  /** What became of a message: which notices it said, to whom, and whether it arrived. */
  | {
      readonly kind: 'said';
      readonly to: string;
      readonly notices: readonly string[];
      readonly result: 'sent' | 'unconfirmed' | 'gone' | 'relayed' | 'dropped';
      readonly why?: string;
    }
  /** Notices decided by a wake: the rung and its recipients. */
  | { readonly kind: 'noticed'; readonly keys: readonly string[] }
  | { readonly kind: 'checked-in'; readonly settlement: Settlement; readonly text?: TextRef }
  | { readonly kind: 'acknowledged'; readonly until: Instant }
  | { readonly kind: 'snoozed'; readonly until: Instant }
  | { readonly kind: 'progressed'; readonly text?: TextRef }
  | { readonly kind: 'not-done'; readonly text?: TextRef }
  | {
      readonly kind: 'extended';
      readonly from: Instant;
      readonly due: Instant;
      readonly reason: string;
      readonly approver: PersonId | 'bot';
    }
  | { readonly kind: 'excused'; readonly settlement: Settlement; readonly reason: string }
  | { readonly kind: 'voided'; readonly settlement: Settlement; readonly reason: string }
  | { readonly kind: 'gap'; readonly settlement: Settlement }
  /** Takes back the settlement of that source. */
  | { readonly kind: 'undone'; readonly undoes: string; readonly reason?: string }
  /** What proves it: a file by its hash, or a line (place of deposit, document number) as text. About nothing: not yet assigned. */
  | {
      readonly kind: 'evidence';
      readonly form: EvidenceForm;
      readonly sha256?: string;
      readonly bytes?: number;
      /** Name of the file, or the line itself. */
      readonly text?: TextRef;
      /** Number of the problem in the feedback letter. */
      readonly problem?: number;
    }
  /** The named stand-in is asked from now on; whose duty it is does not change. */
  | { readonly kind: 'delegated'; readonly person: PersonId; readonly to: PersonId }
  /** Texts beside the ledger, and files by their hashes, that were erased: at somebody's wish, or since their time was over. */
  | {
      readonly kind: 'erased';
      readonly texts: readonly string[];
      readonly files?: readonly string[];
      readonly why: 'asked' | 'retention';
    }
  /** Somebody asks for leave or another day; the approver's answer is an entry of its own. */
  | {
      readonly kind: 'requested';
      readonly what: 'leave' | 'extension';
      readonly until?: LocalDate;
      readonly text?: TextRef;
    }
  | { readonly kind: 'declined'; readonly what: 'leave' | 'extension'; readonly asker: PersonId }
  | { readonly kind: 'held'; readonly until: Instant; readonly reason: string }
  | { readonly kind: 'nudged'; readonly to: PersonId }
  | {
      readonly kind: 'digest';
      readonly group: GroupId;
      readonly from: Instant;
      readonly to: Instant;
      readonly counts: Readonly<Record<string, number>>;
    }
  /** The office's hand on a digest: which line, in which words before and after; whether it may come out. */
  | {
      readonly kind: 'digest-edited';
      readonly group: GroupId;
      readonly what:
        | 'reworded'
        | 'hidden'
        | 'restored'
        | 'corrected'
        | 'held'
        | 'released'
        | 'approved'
        | 'merged'
        | 'arranged';
      readonly no?: number;
      readonly before?: TextRef;
      /** The line as it reads afterwards. */
      readonly text?: TextRef;
    }
  | {
      readonly kind: 'outage';
      readonly from: Instant;
      readonly to: Instant;
      readonly messagesLost?: { readonly from: Instant; readonly to: Instant };
    }
  | { readonly kind: 'adopted'; readonly version: number; readonly hash: string; readonly path?: string }
  | { readonly kind: 'linked'; readonly recipient: string; readonly how: 'plan' | 'invite' | 'claim' | 'group' }
  | { readonly kind: 'unlinked'; readonly recipient: string; readonly why: string }
  /** Every entry up to `upTo` hangs in the chain of hashes that ends here (core/seal.ts). */
  | { readonly kind: 'sealed'; readonly upTo: number; readonly sha256: string }
  /** Days off and working days: a year's notice (spans `from/to`) or the office's own days. */
  | {
      readonly kind: 'calendar';
      readonly year?: number;
      readonly daysOff: readonly string[];
      readonly workDays: readonly string[];
    }
  /** One question of a checklist answered, or how one site stands. */
  | { readonly kind: 'checked'; readonly check: Check }
  /** 验收 by the person whom the plan names; what is handed back is `undone` with its reason. */
  | { readonly kind: 'accepted' }
  /** One talk reported by both sides: the later report confirms the record of the earlier one, named by its source. */
  | { readonly kind: 'confirmed'; readonly of: string }
  /** A step of a measure on its way to 销号 (core/close-out.ts); the line of proof or the reason lies beside. */
  | {
      readonly kind: 'close-out';
      readonly step: 'submitted' | 'reviewed' | 'accepted' | 'returned' | 'reopened' | 'lapsed';
      readonly result?: 'finished' | 'phase';
      readonly text?: TextRef;
    }
  | {
      readonly kind: 'absent';
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly reason?: string;
    };

export type EvidenceForm =
  | 'photo'
  | 'document'
  | 'voice'
  | 'video'
  | 'other'
  | 'location'
  | 'place'
  | 'document-number';

export type EntryKind = EntryBody['kind'];

/** An entry before the store has numbered it. */
export type NewEntry = Omit<Envelope, 'v' | 'seq'> & EntryBody;
