import { type Desk, wireChatOf, wireUserOf } from './desk.ts';
import type { BotMembership } from './state.ts';
import { presentGroup, say, seatOf, write } from './writing.ts';

export function setBlocked(desk: Desk, person: number, blocked: boolean): void {
  const seat = seatOf(desk, person);
  if (seat.blocked === blocked) return;
  seat.blocked = blocked;
  desk.changed({ kind: 'seat' });
  const [before, after] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  tellMembership(desk, person, person, before, after);
}

export function setBot(desk: Desk, by: number, id: number, membership: BotMembership, payload?: string): void {
  seatOf(desk, by);
  const group = presentGroup(desk, id);
  const before = group.bot;
  if (before === membership) return;
  group.bot = membership;
  if (!group.members.includes(by)) group.members.push(by);
  desk.changed({ kind: 'seat' });
  tellMembership(desk, by, id, before, membership);
  if (isIn(before) === isIn(membership)) return;
  const bot = wireUserOf(desk, desk.bot.id);
  const service = isIn(membership) ? { new_chat_members: [bot] } : { left_chat_member: bot };
  write(desk, { chat: id, from: by, service });
  if (isIn(membership) && payload !== undefined) say(desk, by, id, { text: `/start@${desk.bot.username} ${payload}` });
}

const isIn = (membership: BotMembership): boolean => membership === 'member' || membership === 'administrator';

function tellMembership(desk: Desk, by: number, chat: number, before: BotMembership, after: BotMembership): void {
  const user = wireUserOf(desk, desk.bot.id);
  const member = (status: BotMembership) => ({ user, status, ...(status === 'kicked' && { until_date: 0 }) });
  desk.updates.push('my_chat_member', {
    chat: wireChatOf(desk, chat),
    from: wireUserOf(desk, by),
    date: Math.floor(desk.now() / 1000),
    old_chat_member: member(before),
    new_chat_member: member(after),
  });
}

export function upgrade(desk: Desk, by: number, id: number): number {
  const group = presentGroup(desk, id);
  const to = -1_000_000_000_000 - Math.abs(id);
  desk.state.groups[to] = { ...group, id: to, type: 'supergroup', nextMessageId: 1, members: [...group.members] };
  write(desk, { chat: id, from: by, service: { migrate_to_chat_id: to } });
  group.migratedTo = to;
  write(desk, { chat: to, from: by, service: { migrate_from_chat_id: id } });
  desk.changed({ kind: 'seat' });
  return to;
}
