import type { Event } from '../chat/contract.ts';
import { LONGEST_TEXT } from './answer-text.ts';
import { askedInWords, saidBy, sourceOf } from './asked-in-words.ts';
import { questionIn } from './asking.ts';
import type { Reply } from './commands/contract.ts';
import { commit } from './commit.ts';
import type { Offices } from './office.ts';
import type { World } from './ports.ts';
import { warnedOnly } from './sensitive.ts';
import { speakerOf } from './speaker.ts';
import { understand } from './understand.ts';

/**
 * A report in a group is answered in private, and so is whatever calls the bot by name, or they would take it for
 * recorded; what else a group talks about is its own affair.
 * Numbers of people, clues and marks of secrecy are warned of in private too, whatever they were said for.
 */
export async function answerInGroup(world: World, offices: Offices, event: Event & { type: 'text' }): Promise<void> {
  const text = event.text.replace(/@\w+/g, ' ').trim();
  if (text === '' || text.startsWith('/') || event.attachments.length > 0 || event.text.length > LONGEST_TEXT) return;
  const addressed = await callsBot(world, event.text);
  const { replyTo: _, ...rest } = event;
  const own = {
    ...rest,
    text,
    chat: event.from,
    isGroup: false,
    messageId: 0,
    origin: { chat: event.chat, messageId: event.messageId },
  };
  const who = await speakerOf(world, offices, own);
  if (!who) return;
  const base = { ...askedInWords(world, who, own), said: saidBy(who.office, who.person, event.at, sourceOf(event)) };
  await commit(base, offices, async (ask) => {
    const reply = await understand(ask, text);
    return addressed || isReport(reply) ? reply : warnedOnly(ask, text);
  });
}

/** Called by its own name, and not another member by theirs. */
async function callsBot(world: World, text: string): Promise<boolean> {
  const called = text.match(/@\w+/g) ?? [];
  if (called.length === 0) return false;
  const username = await world.chat.me().then(
    (me) => me.username.toLowerCase(),
    () => undefined,
  );
  return called.some((name) => name.slice(1).toLowerCase() === username);
}

/** 这是……的进展吗 is asked of what was said to the bot, and not of what people say to each other. */
function isReport(reply: Reply): boolean {
  const question = questionIn(reply);
  return (reply.recorded?.entries.length ?? 0) > 0 || (question !== undefined && question !== 'yes-no');
}
