import type { Instant } from '../core/calendar.ts';
import type { Phrase } from '../core/phrase.ts';
import type { Language, Say } from '../speech.ts';

/** What a command of the shell may touch. Results go to `print`, reasons to `complain`, one sentence each. */
export interface CliIo {
  readonly say: Say;
  readonly now: () => Instant;
  /** Lines of standard input, for `-`. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** The shell's language, for whoever reads the terminal. */
  readonly language: Language;
  /** Run in reverse order before the process ends, however it ends. */
  readonly closers: (() => Promise<unknown>)[];
}

/** Ends a command with one sentence and exit code 1. */
export class Refused extends Error {
  readonly problems: readonly Phrase[];
  constructor(...problems: readonly Phrase[]) {
    super(problems.map(({ id }) => id).join(', '));
    this.name = 'Refused';
    this.problems = problems;
  }
}
