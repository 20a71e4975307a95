import type { Desk } from './desk.ts';
import { messagesOf } from './messages.ts';
import type { BotMembership } from './state.ts';
import { type ShownMessage, shown } from './transcript.ts';
import type { BotCommand } from './wire.ts';

// The page shows the end of a long chat.
const MAX_SHOWN = 300;

export interface SeatView {
  readonly id: number;
  readonly name: string;
  readonly post: string;
  readonly started: boolean;
  readonly blocked: boolean;
}

export interface GroupView {
  readonly id: number;
  readonly name: string;
  readonly bot: BotMembership;
}

export interface SeatsView {
  readonly people: readonly SeatView[];
  readonly groups: readonly GroupView[];
  readonly commands: Readonly<Record<'zh' | 'en', readonly BotCommand[]>>;
}

export function seatsView(desk: Desk): SeatsView {
  const people = Object.values(desk.state.people).map(({ id, firstName, post = '', started, blocked }) => {
    return { id, name: firstName, post, started, blocked };
  });
  const groups = Object.values(desk.state.groups)
    .filter((group) => !group.migratedTo)
    .map(({ id, title, bot }) => ({ id, name: title, bot }));
  return { people, groups, commands: { zh: commandsIn(desk, 'zh'), en: commandsIn(desk, 'en') } };
}

function commandsIn(desk: Desk, language: string): readonly BotCommand[] {
  const scopes = ['all_private_chats', 'default'].map((type) => JSON.stringify({ type }));
  const keys = [language, ''].flatMap((one) => scopes.map((scope) => `${scope}/${one}`));
  return keys.map((key) => desk.state.commands[key]).find((list) => list?.length) ?? [];
}

export function chatsView(desk: Desk): ShownMessage[] {
  return Object.keys(desk.state.messages).flatMap((chat) =>
    messagesOf(desk, Number(chat))
      .slice(-MAX_SHOWN)
      .map((message) => shown(desk, message)),
  );
}
