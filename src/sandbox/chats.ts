import { type Desk, groupOf, personOf } from './desk.ts';
import { type Params, textOf } from './params.ts';
import { badRequest, forbidden } from './refusal.ts';
import type { GroupState } from './state.ts';

/** The chat that a request names, known to the bot or not yet allowed to be written to. */
export function chatIdOf(desk: Desk, params: Params): number {
  const given = textOf(params, 'chat_id');
  if (!given) throw badRequest('chat_id is empty');
  const id = Number(given);
  if (!Number.isSafeInteger(id)) throw badRequest('chat not found');
  if (id === desk.bot.id || personOf(desk, id) || groupOf(desk, id)) return id;
  throw badRequest('chat not found');
}

/** The chat of a request, if the bot may act in it now; otherwise Telegram's reason why not. */
export function writableChat(desk: Desk, params: Params): number {
  const id = chatIdOf(desk, params);
  const group = groupOf(desk, id);
  if (group) checkGroup(group);
  else checkPerson(desk, id);
  return id;
}

function checkGroup(group: GroupState): void {
  if (group.migratedTo)
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: group.migratedTo });
  if (group.bot === 'kicked') throw forbidden(`bot was kicked from the ${group.type} chat`);
  if (group.bot === 'left') throw forbidden(`bot is not a member of the ${group.type} chat`);
}

function checkPerson(desk: Desk, id: number): void {
  if (id === desk.bot.id) throw forbidden("bots can't send messages to bots");
  const person = personOf(desk, id)!;
  if (person.deactivated) throw forbidden('user is deactivated');
  if (person.blocked) throw forbidden('bot was blocked by the user');
  if (!person.started) throw forbidden("bot can't initiate conversation with a user");
}
