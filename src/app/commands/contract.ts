import type { Event } from '../../chat/contract.ts';
import type { Recorded, Said } from '../../core/check-in.ts';
import type { Drafting } from '../../core/drafting/drafting.ts';
import type { NewEntry } from '../../core/ledger.ts';
import type { Action, Message } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import type { OccurrenceFacts, OccurrenceId } from '../../core/occurrence.ts';
import type { Phrase } from '../../core/phrase.ts';
import type { PersonId } from '../../core/plan/plan.ts';
import type { ChatAdoption } from '../adopt-plan.ts';
import type { Office } from '../office.ts';
import type { Thread, ThreadState, WaitingFiles, WakeKey, World } from '../ports.ts';

/**
 * Something people can type or tap. A command reads and decides; it never sends and never writes. What it returns is
 * written in one append together with its answer; if something else was written meanwhile, it is asked again.
 */
export interface Command {
  /** Names the command in buttons and in the folder. */
  readonly id: string;
  /** What people may type after a slash, in any language; none for what is only tapped. */
  readonly typed?: readonly string[];
  /** Who may: everyone with a link, or only those roles (the plan's head counts as a secretary's stand-in). */
  readonly who: 'everyone' | 'office';
  /** Whether the tapper must be the one who is asked for the occurrences (or the secretary): true for reports. */
  readonly own?: boolean;
  run(ask: Ask): Promise<Reply>;
}

/** One request, already known to come from a linked person. */
export interface Ask {
  readonly world: World;
  readonly office: Office;
  readonly speaker: PersonId;
  readonly said: Said;
  readonly event: Event;
  /** Present for a tap. */
  readonly action?: Action;
  /** What was typed after the command's name. */
  readonly words: string;
  /** Facts of the action's occurrences, settled ones too, as they are now. */
  readonly facts: readonly OccurrenceFacts[];
}

export interface Reply {
  /** The answer, at once. Without one a tap only shows its toast. */
  readonly message?: Message;
  /** Shown over the chat for a moment. */
  readonly toast?: Phrase;
  /** What it changes. */
  readonly recorded?: Recorded;
  /** Occurrences whose messages show what changed: they are edited. */
  readonly shows?: readonly OccurrenceId[];
  /** Messages beside these that look otherwise now, by their sends. */
  readonly edits?: readonly string[];
  /** The place of the choice that it takes of the question asked last. */
  readonly answers?: number;
  /** What others hear of it. */
  readonly notices?: readonly Notice[];
  readonly entries?: readonly NewEntry[];
  readonly states?: Readonly<Partial<Record<Thread, ThreadState>>>;
  readonly heads?: Readonly<Partial<Record<Thread, number>>>;
  /** Wakes beyond the measures of what is recorded: what a change of calendar or absence touches. */
  readonly touches?: readonly WakeKey[];
  /** The speaker's draft of a plan, written before the answer; null forgets it. */
  readonly drafting?: { readonly expected: number; readonly value: Drafting | null };
  /** A plan she confirmed: it is in force before the answer is said. */
  readonly adopts?: ChatAdoption;
  /** Something to be read in the background: a lane never waits for a file. */
  readonly reads?: WaitingFiles;
  readonly texts?: Readonly<Record<string, { readonly salt: string; readonly text: string }>>;
}
