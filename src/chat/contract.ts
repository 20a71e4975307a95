import type { Instant } from '../core/calendar.ts';

/** Where people are: one platform, seen from the use cases. The bot's words arrive here already worded. */
export interface Chat {
  readonly me: () => Promise<{ readonly id: number; readonly username: string }>;
  /** Sends one message. Throws `DeliveryFailure` and nothing else. */
  readonly send: (chat: number, message: ChatMessage) => Promise<{ readonly messageId: number }>;
  /** Sends a file with a few words under it: a picture to be seen in place, anything else to be kept. Fails as `send` does. */
  readonly sendFile: (chat: number, file: ChatFile, message: ChatMessage) => Promise<{ readonly messageId: number }>;
  /** Bytes of the largest file that `sendFile` takes. */
  readonly largestFile: number;
  /** Shows for about five seconds that something is being prepared; never throws. */
  readonly working: (chat: number, what: 'file' | 'picture') => Promise<void>;
  /** Replaces text and buttons; quietly succeeds if nothing differs or the message is gone. Throws `DeliveryFailure`. */
  readonly edit: (chat: number, messageId: number, message: ChatMessage) => Promise<void>;
  /** A short answer to a tap, shown as a toast; never throws. */
  readonly answerTap: (tapId: string, text?: string, alert?: boolean) => Promise<void>;
  /** Link that opens the bot with a start token. */
  readonly inviteLink: (token: string) => Promise<string>;
  /** Next updates after `offset`, waiting up to `seconds`; throws `PollFailure`. */
  readonly poll: (offset: number, seconds: number, signal: AbortSignal) => Promise<readonly Update[]>;
  readonly leave: (chat: number) => Promise<void>;
  /** Deletes a message, a person's own too, while the platform allows it; never throws. */
  readonly remove: (chat: number, messageId: number) => Promise<boolean>;
  /** The content of a file that somebody sent; never throws. */
  readonly file: (fileId: string) => Promise<FetchedFile>;
}

/** `too-large`: the platform does not hand it to bots. `gone`: it never will. `later`: worth another try. */
export type FetchedFile =
  | { readonly ok: true; readonly content: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'gone' | 'later' };

export interface ChatMessage {
  /** Plain text; `bold` lines are set apart where the platform can. Escaping is the platform's business. */
  readonly lines: readonly { readonly text: string; readonly bold?: boolean }[];
  /** Rows of buttons; data is ASCII, at most 64 bytes. */
  readonly buttons: readonly (readonly { readonly text: string; readonly data: string }[])[];
  readonly replyTo?: number;
}

/** A file that the bot made. */
export interface ChatFile {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly name: string;
  /** Shown in the chat itself where the platform can show it. */
  readonly picture: boolean;
}

/** One update as stored in the inbox: the platform's own JSON, which only the platform reads. */
export interface Update {
  readonly id: number;
  /** Updates of one lane are handled in order: the chat, else the person. */
  readonly lane: string;
  /** Office instant at which it entered the inbox: the moment of a tap. */
  readonly received: Instant;
  readonly raw: unknown;
}

/** What happened in a chat, read from an update. */
export type Event =
  | (EventBase & {
      readonly type: 'text';
      readonly text: string;
      readonly messageId: number;
      readonly replyTo?: number;
      /** Where it was really said, of the private copy of what somebody reported in a group. */
      readonly origin?: { readonly chat: number; readonly messageId: number };
      readonly edited?: Instant;
      /** Photos or documents sent together, one message each. */
      readonly album?: string;
      readonly attachments: readonly Attachment[];
    })
  | (EventBase & { readonly type: 'tap'; readonly tapId: string; readonly data: string; readonly messageId: number })
  /** The bot was blocked, unblocked, added to or removed from a chat. */
  | (EventBase & { readonly type: 'membership'; readonly member: boolean; readonly title?: string })
  /** Somebody put these marks on a message, or took all away. */
  | (EventBase & { readonly type: 'reaction'; readonly messageId: number; readonly marks: readonly string[] })
  | (EventBase & { readonly type: 'migrated'; readonly toChat: number })
  | (EventBase & { readonly type: 'other' });

export interface EventBase {
  readonly updateId: number;
  readonly chat: number;
  readonly isGroup: boolean;
  /** The platform's id of the person who wrote or tapped, and the name they show. */
  readonly from: number;
  readonly fromName: string;
  readonly languageHint?: string;
  /** Office instant: the message's date, or when the tap entered the inbox. */
  readonly at: Instant;
}

export interface Attachment {
  readonly kind: 'photo' | 'document' | 'voice' | 'video' | 'location' | 'other';
  readonly fileId?: string;
  readonly name?: string;
  readonly size?: number;
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

/** The world's failure to deliver. Made only in the platform's folder, from code and description. */
export class DeliveryFailure extends Error {
  readonly outcome: 'later' | 'unconfirmed' | 'gone';
  readonly retryAfterMs?: number;
  readonly movedTo?: number;
  constructor(
    outcome: 'later' | 'unconfirmed' | 'gone',
    why: string,
    more: { retryAfterMs?: number; movedTo?: number } = {},
  ) {
    super(why);
    this.name = 'DeliveryFailure';
    this.outcome = outcome;
    this.retryAfterMs = more.retryAfterMs;
    this.movedTo = more.movedTo;
  }
}

export class PollFailure extends Error {
  /** `conflict`: another poller (back off, never die); `unauthorized`: the token is wrong (stop); `away`: try again. */
  readonly reason: 'conflict' | 'unauthorized' | 'away';
  readonly retryAfterMs?: number;
  constructor(reason: 'conflict' | 'unauthorized' | 'away', why: string, retryAfterMs?: number) {
    super(why);
    this.name = 'PollFailure';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
