import type { Event } from '../chat/contract.ts';
import type { Recipient } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { allowed, isTheirs } from './allowed.ts';
import { saidBy } from './asked-in-words.ts';
import { commandById } from './commands/index.ts';
import { commit } from './commit.ts';
import type { Offices } from './office.ts';
import type { World } from './ports.ts';
import { placeOf } from './render.ts';
import { speakerOf } from './speaker.ts';

/** A tap counts at the instant it entered the inbox; a forged or foreign button gets nothing (DESIGN §4.10). */
export async function answerTap(world: World, offices: Offices, event: Event & { type: 'tap' }): Promise<void> {
  const found = /^[0-9A-Za-z]{12}$/.test(event.data)
    ? await world.store.outbox.action(event.data.slice(0, 11), placeOf(event.data), event.chat)
    : undefined;
  const office = found && (await offices.of(found.org));
  const person = found?.to.startsWith('person/') ? found.to.slice('person/'.length) : undefined;
  const linked =
    found && person && event.from === event.chat && (await isLinked(world, found.org, found.to, event.chat));
  const command = found && commandById(found.action.command);
  if (!found || !office || !person || !linked || !command) {
    world.log.warn({ update: event.updateId, known: found !== undefined }, 'a button was refused');
    return world.chat.answerTap(event.tapId, world.say(phrase('toast-refused'), 'zh'));
  }
  const base = {
    world,
    office,
    speaker: person,
    said: saidBy(office, person, event.at, `cb${event.tapId}`),
    event,
    action: found.action,
    words: '',
    facts: [],
  };
  const reply = await commit(base, offices, async (ask) => {
    if (!allowed(command, ask) || !isTheirs(command, ask)) return { toast: phrase('not-allowed') };
    return command.run(ask);
  });
  const language = office.plan.people.find((p) => p.id === person)?.language ?? 'zh';
  await world.chat.answerTap(event.tapId, reply.toast ? world.say(reply.toast, language) : undefined);
}

async function isLinked(world: World, org: string, to: Recipient, chat: number): Promise<boolean> {
  return (await world.store.links.chatOf(org, to))?.chat === chat;
}

const nods = ['👍', '👌', '🫡', '❤', '🙏', '👏', '💯'];

/** 👍 on a message of the bot: seen, where the platform tells of it. It closes nothing. */
export async function answerMark(world: World, offices: Offices, event: Event & { type: 'reaction' }): Promise<void> {
  if (!event.marks.some((mark) => nods.includes(mark.replace('\ufe0f', '')))) return;
  const who = await speakerOf(world, offices, { ...event, chat: event.from });
  const send = who && (await world.store.outbox.byMessage(who.office.org, event.chat, event.messageId));
  const about = (send?.message.items ?? []).flatMap((item) => item.about);
  if (!who || about.length === 0) return;
  const said = saidBy(who.office, who.person, event.at, `r${event.updateId}`);
  const action = { command: 'seen', about };
  const base = { world, office: who.office, speaker: who.person, said, event, action, words: '', facts: [] };
  await commit(base, offices, (ask) => {
    const own = ask.facts.filter((f) => !f.settled && (f.asked === ask.speaker || f.person === ask.speaker));
    return own.length === 0 ? Promise.resolve({}) : commandById('seen')!.run({ ...ask, facts: own });
  });
}
