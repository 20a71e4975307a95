import type { Instant } from '../../core/calendar.ts';
import { toPerson } from '../../core/ladder.ts';
import type { NewEntry } from '../../core/ledger.ts';
import type { Message } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import type { PersonId } from '../../core/plan/plan.ts';
import type { ThreadState } from '../ports.ts';

/** What one look at a group's digest writes, and when to look again. */
export interface Step {
  readonly state: ThreadState;
  readonly entries: readonly NewEntry[];
  readonly notices: readonly Notice[];
  readonly wake: Instant | null;
}

export function earliest(...all: readonly (Instant | undefined)[]): Instant | null {
  const known = all.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
}

export function noticeTo(reader: PersonId, id: string, at: Instant, message: Message): Notice {
  const to = toPerson(reader);
  return { id: `${id}~${to}`, kind: 'plain', to, at, message };
}
