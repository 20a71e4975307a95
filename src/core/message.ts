import type { Instant } from './calendar.ts';
import type { OccurrenceId } from './occurrence.ts';
import type { Phrase } from './phrase.ts';
import type { ReportAsk } from './reports/contract.ts';

/** What a button does when tapped. Kept in the store under a random token; never travels through the chat. */
export interface Action {
  /** Id of the command in `app/commands` that carries it out. */
  readonly command: string;
  /** The occurrences it is about; several only for one gathering or one list to choose from. */
  readonly about: readonly OccurrenceId[];
  /** Whatever else the command needs: a source to undo, a person, a date. */
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

export interface Button {
  readonly label: Phrase;
  readonly action: Action;
  /** Not shown (any more, or not yet); it keeps its place, on which the data of the others depends. */
  readonly hidden?: true;
  /** Answers a question of the bot: once that is answered, it is offered no more. */
  readonly answers?: true;
}

export interface Line {
  readonly text: Phrase;
  readonly bold?: boolean;
  /** Asks for something: stays last, beside the buttons that answer it. */
  readonly asks?: true;
  /** Number of the item this line shows, if it shows one: what a bare number in reply refers to. */
  readonly item?: number;
  /** Which lines of a digest it shows, several where they are folded: what a correction is about. */
  readonly keys?: readonly string[];
}

/** One numbered thing in a message: usually one occurrence, or all of one gathering or one person's talks of a period. */
export interface Item {
  /** 0: shown without a number, so that a bare number does not mean it. */
  readonly no: number;
  readonly about: readonly OccurrenceId[];
}

/** A report that goes with a message as a file. Made whenever the message is sent, as of that moment; never stored. */
export interface Enclosure {
  readonly report: string;
  readonly ask: ReportAsk;
}

/** A message before language and platform. */
export interface Message {
  readonly lines: readonly Line[];
  readonly buttons: readonly (readonly Button[])[];
  readonly items: readonly Item[];
  /** Its lines then stand under the file, which leaves them about a quarter of the room. */
  readonly file?: Enclosure;
}

/** A message that was frozen before its request went out; a retry sends this very message. */
export interface Send {
  readonly v: 1;
  /** Hash of its notice ids. */
  readonly id: string;
  readonly to: string;
  readonly chat: number;
  readonly notices: readonly string[];
  readonly message: Message;
  readonly language: 'zh' | 'en';
  /** Key under which the store keeps the actions of its buttons; empty without buttons. */
  readonly token: string;
  readonly state: 'sending' | 'sent' | 'unconfirmed' | 'gone';
  readonly attempts: number;
  /** Office time at which it was frozen. */
  readonly at: Instant;
  /** The platform's message id, once known. */
  readonly messageId?: number;
  /** Its message is what it looks like since something was decided in it, and no longer as it was frozen. */
  readonly decided?: true;
}
