import type { Instant, LocalDate, LocalTime, Zone } from '../calendar.ts';
import type { DutyKindId } from '../plan/plan.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** What a sentence wants, by DOMAIN §9. Only `done` and `progress` ever credit anything. */
export type Intent =
  | 'done'
  | 'not_done'
  | 'progress'
  | 'postpone'
  | 'excuse'
  | 'delegate'
  | 'undo'
  | 'question'
  | 'acknowledge'
  | 'none';

/** The kinds of the plan file (DESIGN §6). Unknown kinds are read like `other`. */
export type ItemKind = DutyKindId;

export interface ReplyPerson {
  readonly id: string;
  readonly name: string;
  /** As the roster words it: 党组成员、副局长. */
  readonly post?: string;
  readonly aliases: readonly string[];
  readonly department?: string;
  readonly roles: readonly string[];
}

/** Something the speaker owes or may report on (as reporter or secretary). */
export interface OpenItem {
  readonly occurrence: string;
  readonly duty: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Null where no day is set: a promise then moves nothing, and 延期三天 counts from the message. */
  readonly due: Instant | null;
  readonly scheduled: Instant;
  /** The other person of a talk, by id. */
  readonly counterpart?: string;
  /** One record of the speaker counts for all who owe it together. */
  readonly gathering?: boolean;
  /** Happens at an hour: cannot be done before `scheduled`. */
  readonly timed?: boolean;
}

/** The bot's own last question, still unanswered. A bare number or a label chooses among `choices`. */
export interface Asking {
  readonly question: 'which-item' | 'which-person' | 'when' | 'why' | 'until' | 'who' | 'yes-no';
  /** In the order of the buttons: occurrence ids for `which-item`, person ids for `which-person`. */
  readonly choices: readonly string[];
  /** The form of the name that was asked about, for `which-person`. */
  readonly name?: string;
}

/** What the speaker reported last, for 撤回 and 更正. */
export interface LastCheckIn {
  readonly occurrences: readonly string[];
  readonly intent: Intent;
  readonly at: Instant;
}

/** Everything a colleague would know when reading the sentence. `now` is the message's own date. */
export interface ReplyContext {
  readonly now: Instant;
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
  /** Person id of who speaks. */
  readonly speaker: string;
  readonly people: readonly ReplyPerson[];
  readonly open: readonly OpenItem[];
  /** Occurrence ids of the numbered list last shown, in its order: number n is `shown[n - 1]`. A bare 1 opens its line. */
  readonly shown?: readonly string[];
  /** Occurrence ids of the message replied to (or of the tapped reminder). */
  readonly about?: readonly string[];
  readonly asking?: Asking;
  readonly lastCheckIn?: LastCheckIn;
}

/** A form of a name that fits nobody or several: the bot asks back, with `candidates` as buttons. */
export interface UnresolvedName {
  readonly name: string;
  /** Empty if it fits nobody. */
  readonly candidates: readonly string[];
}

export interface Absence {
  /** Absent if the name fits nobody or several. */
  readonly person?: string;
  /** As written. */
  readonly name: string;
  /** As written (出差, 病假); null if no reason was given: ask. */
  readonly reason: string | null;
}

export type SensitiveKind = 'id-number' | 'phone' | 'case' | 'classified';

/** A span of the original text, in UTF-16 units, `to` exclusive. */
export interface SensitiveSpan {
  readonly kind: SensitiveKind;
  readonly from: number;
  readonly to: number;
}

/** Where the paper lies, or its number: `纪要存办公室3号柜`, `某政发〔2026〕12号`. */
export interface EvidenceLine {
  readonly kind: 'place' | 'document-number';
  readonly text: string;
}

/** What one sentence, or one part of it, says. */
export interface Facts {
  readonly intent: Intent;
  /** When it was carried out; only with `done` and `progress`; null if the text is vague (上周, 前几天): ask. */
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
  /** Who took part, or with whom a talk is still owed. Never the speaker as 我. */
  readonly people: readonly string[];
  readonly unresolved: readonly UnresolvedName[];
  /** To which day it moves; only with `postpone`; null if none was named: ask. */
  readonly until: LocalDate | null;
  readonly delegateTo: string | null;
  /** As written, titles with their brackets. Do not keep it for talks (DESIGN §4.14). */
  readonly topic: string | null;
  /** Cancelled, or merged into another gathering (一并开了). */
  readonly void: boolean;
  /** As written: 党员大会. */
  readonly mergedInto: string | null;
  readonly absent: readonly Absence[];
  /** 应到. */
  readonly expected: number | null;
  /** 实到. */
  readonly present: number | null;
  /** Why not, why later, why void: as written. */
  readonly reason: string | null;
  /** Person id: 代张三报. */
  readonly onBehalfOf: string | null;
  /** Last day away (出差到周五, 请假三天), with `excuse`. */
  readonly awayUntil: LocalDate | null;
}

/** The reading per target, when one sentence speaks of several. */
export interface Act extends Facts {
  /** Numbers of the list shown, from 1, also of lines it does not have; empty if the act names none. */
  readonly numbers: readonly number[];
  /** True for 全部, 都, 其余: every item that no other act names. */
  readonly all: boolean;
  /** The words this act was read from, as written. */
  readonly text: string;
  /** Which of several things open these words tell of: all of them, or one of them that they do not tell apart. */
  readonly of?: { readonly occurrences: readonly string[]; readonly each: boolean };
}

export interface ReplyReading extends Facts {
  /** At least one, unless the intent is `none` or `question`. With one act it equals the whole. */
  readonly acts: readonly Act[];
  /** A bare number that chooses from the bot's question (`choice`) or opens an item of a list (`item`); records nothing. */
  readonly pick: { readonly number: number; readonly from: 'choice' | 'item'; readonly id: string } | null;
  /** The sentence corrects an earlier report (更正, 不是周四，是周三): amend `lastCheckIn`, do not add. */
  readonly corrects: boolean;
  /** With `corrects`: who was wrongly named before (没跟陈敏谈，是跟周洁谈的). */
  readonly takenBack: readonly string[];
  /** What the rules alone would have read, where the ear moved it, and how likely (0 to 1) the ear finds what it became. */
  readonly swayed: { readonly read: Intent; readonly likely: number } | null;
  /** A count of people without their names (谈了3个): ask for the names. */
  readonly headCount: number | null;
  readonly sensitive: readonly SensitiveSpan[];
  readonly evidence: readonly EvidenceLine[];
}

/** Which open occurrences an act is about; on a tie the candidates, as buttons. Never a guess. */
export type Targets =
  | { readonly act: Act; readonly occurrences: readonly string[] }
  | { readonly act: Act; readonly ask: readonly string[] };
