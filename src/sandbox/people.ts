import { randomInt } from 'node:crypto';
import type { Desk } from './desk.ts';
import type { FileKind } from './files.ts';
import { setBlocked, setBot, upgrade } from './membership.ts';
import type { Upload } from './params.ts';
import type { BotMembership, StoredMessage } from './state.ts';
import { react, tap } from './tapping.ts';
import { edit, say, seatOf, sendFile, type Written, write } from './writing.ts';

/** What people do. Every act takes effect at once; the bot hears of it through getUpdates. */
export interface People {
  start(person: number, payload?: string): StoredMessage;
  say(person: number, chat: number, written: Written): StoredMessage;
  edit(person: number, chat: number, message: number, text: string): void;
  /** Taps a button by its callback data; answers the query's id. */
  tap(person: number, chat: number, message: number, data: string): string;
  sendFile(person: number, chat: number, kind: FileKind, upload: Upload, written?: Written): StoredMessage;
  sendAlbum(person: number, chat: number, uploads: readonly Upload[], written?: Written): StoredMessage[];
  sendLocation(person: number, chat: number, latitude: number, longitude: number): StoredMessage;
  /** An empty emoji takes the reaction back. */
  react(person: number, chat: number, message: number, emoji: string): void;
  block(person: number): void;
  unblock(person: number): void;
  /** The account is gone for good. */
  deactivate(person: number): void;
  /** Adds the bot to a group, makes it administrator, or removes it. */
  setBot(by: number, group: number, membership: BotMembership, payload?: string): void;
  /** Turns a group into a supergroup; answers its new id. */
  upgrade(by: number, group: number): number;
}

export function openPeople(desk: Desk): People {
  return {
    start: (person, payload) => say(desk, person, person, { text: payload ? `/start ${payload}` : '/start' }),
    say: (person, chat, written) => say(desk, person, chat, written),
    edit: (person, chat, message, text) => edit(desk, person, chat, message, text),
    tap: (person, chat, message, data) => tap(desk, person, chat, message, data),
    sendFile: (person, chat, kind, upload, written) => sendFile(desk, person, chat, kind, upload, written),
    sendAlbum: (person, chat, uploads, written) => {
      const albumId = String(randomInt(1e12));
      return uploads.map((upload, i) =>
        sendFile(desk, person, chat, 'photo', upload, i === 0 ? written : undefined, albumId),
      );
    },
    sendLocation: (person, chat, latitude, longitude) =>
      write(desk, { chat, from: person, attachment: { kind: 'location', latitude, longitude } }),
    react: (person, chat, message, emoji) => react(desk, person, chat, message, emoji),
    block: (person) => setBlocked(desk, person, true),
    unblock: (person) => setBlocked(desk, person, false),
    deactivate: (person) => {
      seatOf(desk, person).deactivated = true;
      desk.changed({ kind: 'seat' });
    },
    setBot: (by, group, membership, payload) => setBot(desk, by, group, membership, payload),
    upgrade: (by, group) => upgrade(desk, by, group),
  };
}
