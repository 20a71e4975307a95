import type { Instant } from '../core/calendar.ts';
import type { BotCommand, ChatType, InlineKeyboard, WireEntity, WireUpdate } from './wire.ts';

export interface PersonState {
  id: number;
  firstName: string;
  lastName?: string;
  username?: string;
  /** What the page shows beside the name, such as a post. */
  post?: string;
  languageCode: string;
  started: boolean;
  blocked: boolean;
  deactivated?: boolean;
}

export type BotMembership = 'administrator' | 'member' | 'left' | 'kicked';

export interface GroupState {
  id: number;
  title: string;
  type: Exclude<ChatType, 'private'>;
  bot: BotMembership;
  members: number[];
  migratedTo?: number;
  /** A supergroup counts its own messages; private chats and basic groups share one count per bot. */
  nextMessageId: number;
  pinned?: number;
}

export interface Attachment {
  kind: 'photo' | 'document' | 'voice' | 'location';
  fileId?: string;
  latitude?: number;
  longitude?: number;
}

export interface StoredMessage {
  id: number;
  chat: number;
  /** The person's id, or the bot's. */
  from: number;
  /** Office time. */
  date: Instant;
  edited?: Instant;
  text: string;
  entities: WireEntity[];
  attachment?: Attachment;
  albumId?: string;
  replyTo?: number;
  markup?: InlineKeyboard;
  /** Whether the bot asked for a reply to this message. */
  forceReply?: boolean;
  /** Fields of a service message, as they go over the wire. */
  service?: Record<string, unknown>;
  reactions?: Record<string, string>;
  deleted?: boolean;
}

export interface StoredQuery {
  id: string;
  from: number;
  chat: number;
  message: number;
  data: string;
  /** Machine time. */
  at: number;
  answer?: { text: string; alert: boolean };
}

export interface StoredFile {
  id: string;
  uniqueId: string;
  path: string;
  name?: string;
  type: string;
  size: number;
  width?: number;
  height?: number;
  duration?: number;
}

export interface QueuedUpdate {
  /** Machine time, from which the update's lifetime counts. */
  at: number;
  ttlMs: number;
  update: WireUpdate;
}

/** All that a sandbox remembers: plain JSON, so that a snapshot is this object as it stands. */
export interface SandboxState {
  v: 1;
  /** Machine time of the first opening: tells the page one world from another. */
  openedAt: number;
  nextUpdateId: number;
  nextMessageId: number;
  nextFile: number;
  nextQuery: number;
  people: Record<string, PersonState>;
  groups: Record<string, GroupState>;
  messages: Record<string, StoredMessage[]>;
  updates: QueuedUpdate[];
  allowedUpdates?: string[];
  queries: Record<string, StoredQuery>;
  commands: Record<string, BotCommand[]>;
  files: Record<string, StoredFile>;
  webhook?: string;
}

/**
 * @param machineNow epoch ms. Update ids start at the second the sandbox was first opened: a bot that kept its offset
 *   from an earlier sandbox would otherwise confirm the new updates unseen.
 */
export function emptyState(machineNow: number): SandboxState {
  return {
    v: 1,
    openedAt: machineNow,
    nextUpdateId: Math.floor(machineNow / 1000),
    nextMessageId: 1,
    nextFile: 1,
    nextQuery: 1,
    people: {},
    groups: {},
    messages: {},
    updates: [],
    queries: {},
    commands: {},
    files: {},
  };
}
