import type { OutboxStore } from '../app/ports.ts';
import type { Action, Send } from '../core/message.ts';
import type { Recipient } from '../core/notice.ts';
import type { Base } from './base.ts';
import { botKeys } from './keys.ts';
import { currentChat } from './moved-chats.ts';
import { pack, unpack } from './record.ts';

const KEEP_SECONDS = 180 * 24 * 3600;

interface Binding {
  readonly org: string;
  readonly to: Recipient;
  readonly send: string;
  readonly chat: number;
  readonly actions: readonly Action[];
}

/**
 * What the buttons of each message do. A button carries `Send.token` (11 random characters) and one character for
 * its place in reading order (0-9A-Za-z); nothing else travels through the chat. Tokens are bound to the bot, by the
 * key, and to the chat of the message, and expire after 180 days.
 */
export function buttonTokens(
  base: Base,
): Pick<OutboxStore, 'action'> & { bind(org: string, send: Send, actions: readonly Action[]): Promise<void> } {
  const keyOf = botKeys(base.bot).token;
  return {
    async bind(org, send, actions) {
      if (actions.length === 0) return;
      if (send.token === '') throw new Error('buttons without a token');
      const binding: Binding = { org, to: send.to as Recipient, send: send.id, chat: send.chat, actions };
      await base.redis.set(keyOf(send.token), pack(binding), 'EX', KEEP_SECONDS);
    },
    async action(token, index, chat) {
      const found = await base.redis.get(keyOf(token));
      if (found === null) return undefined;
      const binding = unpack<Binding>(found);
      const action = binding.actions[index];
      if (!action || !(await isSameChat(base, binding.chat, chat))) return undefined;
      return { org: binding.org, to: binding.to, send: binding.send, action };
    },
  };
}

async function isSameChat(base: Base, bound: number, chat: number): Promise<boolean> {
  return bound === chat || (await currentChat(base, bound)) === (await currentChat(base, chat));
}
