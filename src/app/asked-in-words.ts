import { createHash } from 'node:crypto';
import type { Event } from '../chat/contract.ts';
import type { Instant } from '../core/calendar.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Ask } from './commands/contract.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';
import type { Speaker } from './speaker.ts';

/** A message of a linked person as a request. */
export function askedInWords(world: World, { office, person }: Speaker, event: Event & { type: 'text' }): Ask {
  // What an edit says is said when it is edited; its 昨天 is still the day before the message.
  const said = saidBy(office, person, event.edited ?? event.at, sourceOf(event));
  return { world, office, speaker: person, said, event, words: event.text, facts: [] };
}

/**
 * What makes a sentence unique, whatever number its update has: chat and message; of an edit also when it was made, and
 * its update, since two may fall into one second. The ledger names no chats: a short digest tells them apart.
 */
export function sourceOf(event: Event & { type: 'text' }): string {
  const { edited, updateId } = event;
  return `${originalOf(event)}${edited === undefined ? '' : `e${edited}.${updateId}`}`;
}

/** The source of the message as it was first sent. */
export function originalOf({ chat, messageId }: Event & { type: 'text' }): string {
  const digest = createHash('sha256').update(String(chat)).digest('hex').slice(0, 6);
  return `m${digest}.${messageId}`;
}

export function saidBy(office: Office, by: PersonId, at: Instant, source: string) {
  return { by, at, source, planVersion: office.planVersion };
}
