import type { Instant } from '../core/calendar.ts';
import { type Change, type Desk, wireUserOf } from './desk.ts';
import { htmlOf } from './formatted-text.ts';
import { messagesOf } from './messages.ts';
import type { StoredMessage } from './state.ts';
import type { InlineButton, WireEntity } from './wire.ts';

export interface ShownFile {
  readonly id: string;
  readonly kind: 'photo' | 'document' | 'voice';
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
}

/** A message as it stands in the chat now. */
export interface ShownMessage {
  readonly id: number;
  readonly chat: number;
  readonly from: { readonly id: number; readonly name: string; readonly bot: boolean };
  /** Office time. */
  readonly at: Instant;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly html: string;
  readonly buttons: readonly (readonly InlineButton[])[];
  readonly replyTo?: number;
  readonly albumId?: string;
  readonly file?: ShownFile;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly reactions: readonly string[];
  /** Which service message this is, such as `new_chat_members`. */
  readonly service?: string;
}

export function shown(desk: Desk, message: StoredMessage): ShownMessage {
  const { id, chat, text, entities, attachment, replyTo, albumId } = message;
  const from = { id: message.from, name: wireUserOf(desk, message.from).first_name, bot: message.from === desk.bot.id };
  return {
    id,
    chat,
    from,
    at: message.date,
    edited: message.edited !== undefined,
    deleted: message.deleted === true,
    text,
    entities,
    html: htmlOf({ text, entities }),
    buttons: message.markup?.inline_keyboard ?? [],
    reactions: Object.values(message.reactions ?? {}).filter(Boolean),
    ...(replyTo && { replyTo }),
    ...(albumId && { albumId }),
    ...(attachment?.fileId && { file: shownFile(desk, attachment.fileId, attachment.kind as ShownFile['kind']) }),
    ...(attachment?.kind === 'location' && {
      location: { latitude: attachment.latitude!, longitude: attachment.longitude! },
    }),
    ...(message.service && { service: Object.keys(message.service)[0]! }),
  };
}

function shownFile(desk: Desk, id: string, kind: ShownFile['kind']): ShownFile {
  const { name, path, type, size, width, height } = desk.state.files[id]!;
  return { id, kind, name: name ?? path.split('/').at(-1)!, type, size, ...(width && { width, height }) };
}

export interface WaitOptions {
  /** Machine milliseconds; 5 000 by default. */
  readonly within?: number;
  /** What is waited for, for the error. */
  readonly what?: string;
}

/** One chat, as its people see it. */
export interface Transcript {
  readonly id: number;
  messages(): ShownMessage[];
  /** Waits until the predicate finds something in the chat; throws, with the chat's last lines, when time is up. */
  until<Found>(predicate: (messages: ShownMessage[]) => Found, options?: WaitOptions): Promise<NonNullable<Found>>;
}

export type Listen = (listener: (change: Change) => void) => () => void;

export function openTranscript(desk: Desk, listen: Listen, chat: number): Transcript {
  const messages = () => messagesOf(desk, chat).map((message) => shown(desk, message));
  return {
    id: chat,
    messages,
    until: (predicate, options) =>
      waitFor(
        listen,
        (change) => change.kind !== 'message' || change.chat === chat,
        () => predicate(messages()),
        () => `chat ${chat}: ${options?.what ?? 'nothing expected came'}; it ends with\n${endOf(messages())}`,
        options?.within,
      ),
  };
}

const endOf = (messages: readonly ShownMessage[]): string =>
  messages
    .slice(-5)
    .map(({ id, from, text }) => `  #${id} ${from.name}: ${text.replaceAll('\n', ' / ')}`)
    .join('\n') || '  (nothing)';

/** Asks again after every change that concerns it, until there is an answer that is neither false nor missing. */
export function waitFor<Found>(
  listen: Listen,
  concerns: (change: Change) => boolean,
  ask: () => Found,
  problem: () => string,
  within = 5_000,
): Promise<NonNullable<Found>> {
  return new Promise((resolve, reject) => {
    const stop = listen((change) => concerns(change) && settle());
    const timer = setTimeout(() => finish(() => reject(new Error(problem()))), within);
    function finish(how: () => void): void {
      clearTimeout(timer);
      stop();
      how();
    }
    function settle(): void {
      try {
        const found = ask();
        if (found) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    }
    settle();
  });
}
