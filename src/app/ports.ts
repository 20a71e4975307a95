import type { Chat, Event, Update } from '../chat/contract.ts';
import type { Instant } from '../core/calendar.ts';
import type { Drafting } from '../core/drafting/drafting.ts';
import type { Foreseen } from '../core/drafting/foreseen.ts';
import type { Draft, IntakeContext, PlainDocument } from '../core/intake/index.ts';
import type { Entry, NewEntry } from '../core/ledger.ts';
import type { Action, Message, Send } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from '../core/occurrence.ts';
import type { Phrase } from '../core/phrase.ts';
import type { DutyId, MeasureId, PersonId, PlanVersion } from '../core/plan/plan.ts';
import type { PlanText } from '../core/plan/read.ts';
import type { OfficeRecord, ReportAsk } from '../core/reports/contract.ts';
import type { Refusal } from '../core/reports/form/artefact.ts';

/** The doors to the outside, handed to every use case as one plain object. */
export interface World {
  readonly chat: Chat;
  readonly store: Store;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly log: Log;
  readonly archive: Archive;
  readonly papers: Papers;
  readonly reports: Reports;
  /** Where a calendar may be subscribed to; `reachable`: from elsewhere than this machine. */
  readonly feedAddress: (token: string) => { readonly url: string; readonly reachable: boolean };
  readonly say: (phrase: Phrase, language: 'zh' | 'en') => string;
  /** True once the platform's backlog was read and handled after a start: only then may rungs be raised. */
  readonly caughtUp: () => boolean;
}

export interface Clock {
  /** Office time: decides everything people see. */
  now(): Instant;
  /** Machine time: leases, gates, back-off. */
  machine(): Instant;
}

/** Files that prove something, named by their SHA-256; kept for years, never changed. */
export interface Archive {
  /** A kept file by its hash; undefined if it is missing. */
  read(org: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Durable when it answers. The same content twice is one file. */
  keep(org: string, content: Uint8Array): Promise<string>;
  has(org: string, sha256: string): Promise<boolean>;
  /** What is gone is gone: may be repeated. */
  remove(org: string, sha256: string): Promise<void>;
}

export interface Dice {
  /** `n` characters of [A-Za-z0-9], from the system's secure source. */
  token(n: number): string;
}

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Rings bells. Nothing is lost if a bell is: the wakes in the store are the truth. */
export interface Timer {
  /** Ring `wake` at that office instant; an earlier call for the same wake is replaced. */
  set(org: string, wake: WakeKey, at: Instant): Promise<void>;
  /** Run that job as soon as possible; many rings become one run. */
  ring(job: 'deliver' | 'inbox'): Promise<void>;
}

/** What an office as a whole is looked at for; the local chat names each (`time-event-…`). */
export const officeWakes = ['calendar', 'round', 'month', 'reports', 'drafting'] as const;

/** `measure/<id>`, `group/<id>`, `person/<id>` (held-back delivery), `org/<id>`. */
export type WakeKey = `${'measure' | 'group' | 'person' | 'org'}/${string}`;

/** A unit of compare-and-write: a measure, a group, the organization itself; of a person only their state. */
export type Thread = `measure/${string}` | `group/${string}` | `person/${string}` | 'org';

/** All that one decision writes, at once or not at all. */
export interface Change {
  /**
   * Head (last seq) of every thread whose state the decision was read from. `moved` if any differs. What a decision
   * read of occurrences is compared one by one, so that a hundred people can report on one measure at once.
   */
  readonly heads: Readonly<Partial<Record<Thread, number>>>;
  /** Remembered for 72 h or longer with `answer`: a second append of the same source answers `known`. */
  readonly source?: string;
  readonly answer?: string;
  /** Numbered in order; each belongs to the threads in `heads`, whose heads become the last seq written. */
  readonly entries: readonly NewEntry[];
  /**
   * Put as they are, each only if nobody else has written it since it was read (`writes`), else `moved`; the store
   * keeps its indexes (open by measure, asked by person, by due) in step.
   */
  readonly occurrences?: readonly OccurrenceFacts[];
  /** Small JSON state per thread: `openedTo` of a measure, `lastDigest` of a group … replaced as a whole. */
  readonly states?: Readonly<Partial<Record<Thread, ThreadState>>>;
  readonly told?: Readonly<Record<OccurrenceId, Told>>;
  readonly notices?: readonly Notice[];
  /** Office instants; null removes. */
  readonly wakes?: Readonly<Partial<Record<WakeKey, Instant | null>>>;
  /** Wakes that become due at this instant unless they are earlier already (what the change touches). */
  readonly touch?: { readonly at: Instant; readonly wakes: readonly WakeKey[] };
  /** What became of a message, written with what is said of it: as `outbox.settle`. */
  readonly settles?: Send;
  /** Free text by id, with its salt, kept beside the stream. */
  readonly texts?: Readonly<Record<string, { readonly salt: string; readonly text: string }>>;
}

export interface ThreadState {
  readonly openedTo?: Instant;
  readonly lastDigest?: Instant;
  readonly [more: string]: string | number | boolean | undefined;
}

export type Appended =
  | { readonly outcome: 'written'; readonly last: number }
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'known'; readonly answer: string };

export interface MeasureFacts {
  readonly head: number;
  readonly state: ThreadState;
  /** Occurrences that are not settled, or were settled and may still be undone (the store keeps none longer than asked). */
  readonly open: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<OccurrenceId, Told>>;
}

export interface Store {
  readonly organizations: () => Promise<readonly string[]>;
  readonly plans: PlanStore;
  readonly drafts: DraftStore;
  readonly ledger: LedgerStore;
  readonly outbox: OutboxStore;
  readonly wakes: WakeStore;
  readonly links: LinkStore;
  readonly inbox: InboxStore;
  readonly files: FileQueue;
  /**
   * Makes the server's log hold only what there still is: a handled update lies in it until then. Does something only
   * if that was not done for `ms` of machine time; true if it did.
   */
  readonly rewriteLog: (ms: number) => Promise<boolean>;
  readonly gates: GateStore;
  readonly close: () => Promise<void>;
}

export interface PlanStore {
  /** Writes the next version if the current one is `expected` (0: none yet), and remembers new duties' first adoption. */
  adopt(
    org: string,
    expected: number,
    plan: Omit<PlanVersion, 'version'>,
    duties: readonly DutyId[],
  ): Promise<number | 'moved'>;
  current(org: string): Promise<PlanVersion | undefined>;
  /** Its number alone; 0: none yet. */
  currentVersion(org: string): Promise<number>;
  version(org: string, version: number): Promise<PlanVersion | undefined>;
  /** First adoption of each duty. */
  since(org: string): Promise<Readonly<Record<DutyId, Instant>>>;
}

/** Papers on their way to a plan, one per person; compare and set, so that two processes lose nothing. */
export interface DraftStore {
  read(org: string, person: PersonId): Promise<{ readonly version: number; readonly drafting: Drafting } | undefined>;
  /** Writes if the version still is `expected` (0: none yet); null forgets. False if somebody was faster. */
  write(org: string, person: PersonId, expected: number, drafting: Drafting | null): Promise<boolean>;
}

/** Reads papers that people send, off the main thread and within limits; a bad file is a refusal. */
export interface Papers {
  read(bytes: Uint8Array, name: string, context: IntakeContext): Promise<ReadPaper | RefusedPaper>;
  /** What a plan would bring; undefined if that takes too long to work out. */
  foresee(
    files: readonly PlanText[],
    span: { readonly from: Instant; readonly to: Instant },
  ): Promise<Foreseen | undefined>;
}

export interface ReadPaper {
  readonly document: PlainDocument;
  readonly draft: Draft;
}

export interface RefusedPaper {
  readonly refusal: { readonly code: string; readonly limit?: number };
}

/** Makes any report a file. */
export interface Reports {
  /** `language`: the reader's. Or why there is none. */
  write(
    name: string,
    record: OfficeRecord,
    ask: ReportAsk,
    /** `form`: a blank sheet to be filled instead of the one that the office sent. */
    how: { readonly org: string; readonly language: 'zh' | 'en'; readonly form?: Uint8Array },
  ): Promise<ReportFile | Refusal>;
}

export interface ReportFile {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  /** Never to be sent to a group. */
  readonly privately: boolean;
  /** What whoever asked should know of it. */
  readonly notes?: readonly Phrase[];
}

export interface LedgerStore {
  /** One atomic append: TypeScript has decided, this only compares and writes. */
  append(org: string, change: Change): Promise<Appended>;
  measure(org: string, measure: MeasureId): Promise<MeasureFacts>;
  head(org: string, thread: Thread): Promise<{ readonly head: number; readonly state: ThreadState }>;
  /** Facts by id, settled ones too; unknown ids are left out. */
  occurrences(org: string, ids: readonly OccurrenceId[]): Promise<readonly OccurrenceFacts[]>;
  told(org: string, ids: readonly OccurrenceId[]): Promise<Readonly<Record<OccurrenceId, Told>>>;
  /** Unsettled occurrences for which this person is asked. */
  askedOf(org: string, person: PersonId): Promise<readonly OccurrenceFacts[]>;
  /** Occurrences with due in [from, to), settled or not. */
  dueBetween(org: string, from: Instant, to: Instant): Promise<readonly OccurrenceFacts[]>;
  /** Occurrences settled in [from, to). */
  settledBetween(org: string, from: Instant, to: Instant): Promise<readonly OccurrenceFacts[]>;
  /** Those that this person settled in [from, to), by report or tap; forgotten after three days. */
  settledBy(org: string, person: PersonId, from: Instant, to: Instant): Promise<readonly OccurrenceFacts[]>;
  /** Every occurrence not settled. */
  open(org: string): Promise<readonly OccurrenceFacts[]>;
  /** Entries with seq > after, in order, at most `limit`. */
  entries(org: string, after: number, limit: number): Promise<readonly Entry[]>;
  text(org: string, id: string): Promise<string | undefined>;
  /** Entries with seq > after exactly as stored, people by key, fields in order: what a seal is made over. */
  raw(org: string, after: number, limit: number): Promise<readonly { readonly seq: number; readonly json: string }[]>;
  /** Forgets these texts; the hashes in the entries stay, so that the chain stays whole. */
  erase(org: string, ids: readonly string[]): Promise<void>;
}

export interface OutboxStore {
  /** Recipients whose first waiting notice arrived at least 250 ms of machine time ago, of all organizations. */
  ready(machine: Instant, limit: number): Promise<readonly { readonly org: string; readonly to: Recipient }[]>;
  waiting(org: string, to: Recipient): Promise<readonly Notice[]>;
  /** All that decides what is said to each of these recipients, as of one moment; `day`: the office's. */
  look(org: string, recipients: readonly Recipient[], day: string): Promise<readonly Looked[]>;
  /**
   * Moves the notices out of waiting into a frozen send, all or nothing; false if another process was faster. `counted`:
   * the days, kinds of message told apart, under which it is counted (see `spoken`).
   */
  freeze(
    org: string,
    send: Send,
    actions: readonly Action[],
    dropped: readonly string[],
    counted?: readonly string[],
  ): Promise<boolean>;
  /** Drops notices that need not be said any more; false if they were already gone. */
  drop(org: string, to: Recipient, ids: readonly string[]): Promise<boolean>;
  /** Hands waiting notices on to another recipient (relay), all or nothing. */
  redirect(org: string, from: Recipient, ids: readonly string[], notices: readonly Notice[]): Promise<boolean>;
  /** Not before that machine instant (`ready` leaves it out until then). */
  defer(org: string, to: Recipient, machine: Instant): Promise<void>;
  send(org: string, id: string): Promise<Send | undefined>;
  /** Writes the outcome of a request and, once the message id is known, the index from (chat, message id). */
  settle(org: string, send: Send): Promise<void>;
  /** The send that a message of a chat belongs to. */
  byMessage(org: string, chat: number, messageId: number): Promise<Send | undefined>;
  /** The last message with numbered items that this recipient was sent. */
  lastList(org: string, to: Recipient): Promise<Send | undefined>;
  /** The last message to this recipient that showed each of these occurrences. */
  shownIn(org: string, to: Recipient, ids: readonly OccurrenceId[]): Promise<Readonly<Record<OccurrenceId, string>>>;
  /** Sends in state `sending` frozen before that machine instant, their process having died or lost its way. */
  stuck(org: string, machine: Instant): Promise<readonly Send[]>;
  /** The action of a button; undefined if the token is unknown, or bound to another chat. */
  action(
    token: string,
    index: number,
    chat: number,
  ): Promise<
    { readonly org: string; readonly to: Recipient; readonly send: string; readonly action: Action } | undefined
  >;
  /** Replaces the buttons of a sent message: new actions under a new token. */
  rebind(org: string, send: Send, actions: readonly Action[]): Promise<void>;
  /** How many reminder messages this person was sent on that office day. */
  spoken(org: string, to: Recipient, day: string): Promise<number>;
  /** Whether anything waits or is being sent at all: the sandbox clock waits for this to become false. */
  busy(): Promise<boolean>;
}

export interface Looked {
  readonly to: Recipient;
  readonly notices: readonly Notice[];
  readonly link: { readonly chat: number; readonly blocked: boolean } | undefined;
  /** Of every occurrence that a notice names and the store knows. */
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<OccurrenceId, Told>>;
  /** Messages of the day so far. */
  readonly spoken: Readonly<Record<'reminders' | 'relays' | 'alerts', number>>;
}

export interface WakeStore {
  /** Wakes at or before that office instant, earliest first, of all organizations. */
  due(
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly org: string; readonly wake: WakeKey; readonly at: Instant }[]>;
  next(): Promise<{ readonly org: string; readonly wake: WakeKey; readonly at: Instant } | undefined>;
  all(org: string): Promise<readonly { readonly wake: WakeKey; readonly at: Instant }[]>;
  set(org: string, wake: WakeKey, at: Instant | null): Promise<void>;
}

export interface LinkStore {
  /** Chat of a person or group; undefined while nobody joined. `blocked` since a 403. */
  chatOf(org: string, to: Recipient): Promise<{ readonly chat: number; readonly blocked: boolean } | undefined>;
  /** Everyone that a chat is, over all organizations. */
  recipientsOf(chat: number): Promise<readonly { readonly org: string; readonly to: Recipient }[]>;
  link(org: string, to: Recipient, chat: number): Promise<void>;
  /** For links that a plan names: only where nobody is linked yet. True if it was linked now. */
  linkIfNew(org: string, to: Recipient, chat: number): Promise<boolean>;
  unlink(org: string, to: Recipient): Promise<void>;
  block(org: string, to: Recipient, blocked: boolean): Promise<void>;
  /** Moves a chat id (group became a supergroup). */
  move(from: number, to: number): Promise<void>;
  /** True the first time a stranger's chat is met in 30 days: they get one polite sentence and nothing else. */
  greetOnce(chat: number): Promise<boolean>;
  /** One-time token for joining; expires after `hours` of machine time. `purpose` is 'person/<id>', 'group/<id>' or 'claim'. */
  invite(org: string, token: string, purpose: string, hours: number): Promise<void>;
  /** Uses up a token: undefined if unknown, used or expired. */
  redeem(token: string): Promise<{ readonly org: string; readonly purpose: string } | undefined>;
}

/** Messages whose files have still to be fetched: a lane never waits for one. */
export interface FileQueue {
  put(waiting: WaitingFiles): Promise<void>;
  all(): Promise<readonly WaitingFiles[]>;
  done(ids: readonly string[]): Promise<void>;
}

export interface WaitingFiles {
  /** Of the message, or of its edit. */
  readonly id: string;
  readonly event: Event & { readonly type: 'text' };
  /** Machine instants. */
  readonly arrived: Instant;
  readonly notBefore: Instant;
  readonly tries: number;
}

export interface InboxStore {
  /** Writes a batch durably, in order per chat, each update once (known ids are skipped for 72 h), and the next offset. */
  receive(updates: readonly Update[], offset: number): Promise<void>;
  offset(): Promise<number>;
  /** Takes the lease of one lane that has work and hands out its head without removing it. */
  take(
    worker: string,
    leaseMs: number,
  ): Promise<{ readonly lane: string; readonly update: Update; readonly tries: number } | undefined>;
  /** Removes the head after it was handled (or moves it to `poison`) and gives the lane back. */
  handled(worker: string, lane: string, updateId: number, outcome: 'handled' | 'poison'): Promise<void>;
  /** Gives the lane back after a failure; the head stays, its tries are counted. */
  failed(worker: string, lane: string): Promise<void>;
  busy(): Promise<boolean>;
  /** True for the one process that may poll, renewed by calling again. */
  leasePoll(worker: string, leaseMs: number): Promise<boolean>;
  releasePoll(worker: string): Promise<void>;
  /** Office instant at which the bot was last known to be running. */
  alive(): Promise<Instant | undefined>;
  beat(now: Instant): Promise<void>;
}

export interface GateStore {
  /** Reserves a slot to send to a chat; returns how long to wait first, in machine milliseconds. */
  reserve(chat: number, isGroup: boolean, machine: Instant): Promise<number>;
  /** Telegram asked everyone to wait. */
  pause(untilMachine: Instant): Promise<void>;
}

export type { Chat, Update } from '../chat/contract.ts';
export type { Message };
