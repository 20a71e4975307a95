import { type Desk, groupOf, wireChatOf, wireUserOf } from './desk.ts';
import { announce, messageOf, wireMessageOf } from './messages.ts';
import { ActRefused } from './refusal.ts';
import { enter } from './writing.ts';

export function tap(desk: Desk, person: number, chat: number, id: number, data: string): string {
  const message = messageOf(desk, chat, id);
  const button = message?.markup?.inline_keyboard.flat().find((one) => one.callback_data === data);
  if (!message || !button) throw new ActRefused('unknown-button');
  enter(desk, person, chat);
  const query = {
    id: `${desk.machineNow()}${desk.state.nextQuery}`,
    from: person,
    chat,
    message: id,
    data,
    at: desk.machineNow(),
  };
  desk.state.nextQuery += 1;
  if (desk.state.nextQuery % 500 === 0) forgetOldTaps(desk);
  desk.state.queries[query.id] = query;
  desk.updates.push('callback_query', {
    id: query.id,
    from: wireUserOf(desk, person),
    message: wireMessageOf(desk, message),
    chat_instance: String(chat),
    data,
  });
  return query.id;
}

function forgetOldTaps(desk: Desk): void {
  for (const { id, at } of Object.values(desk.state.queries))
    if (desk.machineNow() - at > desk.lifetimes.tapMs) delete desk.state.queries[id];
}

// Telegram tells a bot of reactions only in groups where it is an administrator, never in private chats.
export function react(desk: Desk, person: number, chat: number, id: number, emoji: string): void {
  const message = messageOf(desk, chat, id);
  if (!message) throw new ActRefused('unknown-message');
  const before = message.reactions?.[person];
  message.reactions = { ...message.reactions, [person]: emoji };
  announce(desk, message);
  if (groupOf(desk, chat)?.bot !== 'administrator') return;
  const list = (one: string | undefined) => (one ? [{ type: 'emoji', emoji: one }] : []);
  desk.updates.push('message_reaction', {
    chat: wireChatOf(desk, chat),
    message_id: id,
    user: wireUserOf(desk, person),
    date: Math.floor(desk.now() / 1000),
    old_reaction: list(before),
    new_reaction: list(emoji),
  });
}
