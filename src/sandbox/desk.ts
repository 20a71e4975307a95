import type { Instant } from '../core/calendar.ts';
import type { Shelf } from './shelf.ts';
import type { GroupState, PersonState, SandboxState, StoredMessage } from './state.ts';
import type { Lifetimes, UpdateQueue } from './updates.ts';
import type { WireChat, WireUser } from './wire.ts';

export interface BotIdentity {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
  /** Whether a group shows the bot only commands, mentions and replies to it. Telegram's default. */
  readonly privacy: boolean;
}

export type Change =
  | { readonly kind: 'message'; readonly chat: number; readonly message: StoredMessage }
  | { readonly kind: 'answer'; readonly query: string; readonly person: number }
  /** The bot shows that it is at work: `upload_document`, `typing` … */
  | { readonly kind: 'action'; readonly chat: number; readonly action: string }
  | { readonly kind: 'seat' };

/** What every method of the Bot API and every act of a person works on. */
export interface Desk {
  readonly state: SandboxState;
  readonly bot: BotIdentity;
  readonly lifetimes: Lifetimes;
  readonly updates: UpdateQueue;
  readonly shelf: Shelf;
  /** Office time. */
  now(): Instant;
  /** Machine time, epoch ms. */
  machineNow(): number;
  changed(change: Change): void;
}

export function personOf(desk: Desk, id: number): PersonState | undefined {
  return desk.state.people[id];
}

export function groupOf(desk: Desk, id: number): GroupState | undefined {
  return desk.state.groups[id];
}

export function wireUserOf(desk: Desk, id: number): WireUser {
  if (id === desk.bot.id) return { id, is_bot: true, first_name: desk.bot.firstName, username: desk.bot.username };
  const person = personOf(desk, id);
  return {
    id,
    is_bot: false,
    first_name: person?.firstName ?? String(id),
    ...(person?.lastName && { last_name: person.lastName }),
    ...(person?.username && { username: person.username }),
    ...(person && { language_code: person.languageCode }),
  };
}

export function wireChatOf(desk: Desk, id: number): WireChat {
  const group = groupOf(desk, id);
  if (group) return { id, type: group.type, title: group.title };
  const { first_name, last_name, username } = wireUserOf(desk, id);
  return { id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) };
}
