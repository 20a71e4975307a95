import { chatIdOf, writableChat } from '../chats.ts';
import { type Desk, groupOf, wireChatOf, wireUserOf } from '../desk.ts';
import { limits } from '../files.ts';
import { announce, messageOf, wireFileOf } from '../messages.ts';
import { flagOf, integerOf, isRecord, objectOf, type Params, textOf } from '../params.ts';
import { badRequest, forbidden } from '../refusal.ts';
import type { GroupState } from '../state.ts';
import type { Methods } from './contract.ts';

const MAX_ANSWER = 200;

export const chatMethods: Methods = {
  answerCallbackQuery: (desk, params) => {
    const query = desk.state.queries[textOf(params, 'callback_query_id')];
    const text = textOf(params, 'text');
    if (text.length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    if (!query || query.answer || desk.machineNow() - query.at > desk.lifetimes.tapMs)
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    query.answer = { text, alert: flagOf(params, 'show_alert') };
    desk.changed({ kind: 'answer', query: query.id, person: query.from });
    return true;
  },

  getChat: (desk, params) => ({
    ...wireChatOf(desk, visibleChat(desk, params)),
    accent_color_id: 0,
    max_reaction_count: 11,
  }),
  getChatMember: (desk, params) => {
    const chat = visibleChat(desk, params);
    return memberOf(desk, chat, integerOf(params, 'user_id'));
  },
  getChatMemberCount: (desk, params) => {
    const group = groupOf(desk, visibleChat(desk, params));
    return group ? group.members.length + 1 : 2;
  },
  getChatAdministrators: (desk, params) => {
    const group = groupOf(desk, visibleChat(desk, params));
    if (!group) throw badRequest('there are no administrators in the private chat');
    return administratorsOf(group, desk).map((id) => memberOf(desk, group.id, id));
  },
  leaveChat: (desk, params) => {
    const group = groupOf(desk, writableChat(desk, params));
    if (!group) throw badRequest("chat member status can't be changed in private chats");
    group.bot = 'left';
    desk.changed({ kind: 'seat' });
    return true;
  },
  pinChatMessage: (desk, params) => {
    const chat = writableChat(desk, params);
    const message = messageOf(desk, chat, integerOf(params, 'message_id'));
    if (!message) throw badRequest('message to pin not found');
    const group = groupOf(desk, chat);
    if (group && group.bot !== 'administrator')
      throw badRequest('not enough rights to manage pinned messages in the chat');
    if (group) group.pinned = message.id;
    announce(desk, message);
    return true;
  },
  setMessageReaction: (desk, params) => {
    const chat = writableChat(desk, params);
    const message = messageOf(desk, chat, integerOf(params, 'message_id'));
    if (!message) throw badRequest('message to react not found');
    message.reactions = { ...message.reactions, [desk.bot.id]: emojiOf(params) };
    announce(desk, message);
    return true;
  },
  getFile: (desk, params) => {
    const file = desk.state.files[textOf(params, 'file_id')];
    if (!file) throw badRequest('invalid file_id');
    if (file.size > limits.fetch) throw badRequest('file is too big');
    const { file_id, file_unique_id, file_size } = wireFileOf(file);
    return { file_id, file_unique_id, file_size, file_path: file.path };
  },
};

function emojiOf(params: Params): string {
  const value = objectOf(params, 'reaction', "can't parse reaction");
  if (value === undefined) return '';
  if (!Array.isArray(value) || value.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const [first] = value;
  if (first === undefined) return '';
  if (!isRecord(first) || typeof first.emoji !== 'string') throw badRequest('REACTION_INVALID');
  return first.emoji;
}

function visibleChat(desk: Desk, params: Params): number {
  const id = chatIdOf(desk, params);
  const group = groupOf(desk, id);
  if (group?.migratedTo)
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: group.migratedTo });
  if (group?.bot === 'kicked') throw forbidden(`bot was kicked from the ${group.type} chat`);
  if (!group && !desk.state.people[id]?.started) throw badRequest('chat not found');
  return id;
}

const administratorsOf = (group: GroupState, desk: Desk): number[] => [
  ...group.members.slice(0, 1),
  ...(group.bot === 'administrator' ? [desk.bot.id] : []),
];

function memberOf(desk: Desk, chat: number, id: number): { status: string; user: unknown } {
  const group = groupOf(desk, chat);
  const user = wireUserOf(desk, id);
  if (id === desk.bot.id) return { status: group?.bot ?? 'member', user };
  if (!group) {
    if (id !== chat) throw badRequest('PARTICIPANT_ID_INVALID');
    return { status: 'member', user };
  }
  if (!desk.state.people[id]) throw badRequest('PARTICIPANT_ID_INVALID');
  // The first member of a group is its creator here.
  return { status: group.members[0] === id ? 'creator' : group.members.includes(id) ? 'member' : 'left', user };
}
