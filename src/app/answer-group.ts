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
 * A report in a group is answered in private, and only a report: whatever else a group talks about is its own affair.
 * Numbers of people, clues and marks of secrecy are warned of in private too, whatever they were said for.
 */
export async function answerInGroup(world: World, offices: Offices, event: Event & { type: 'text' }): Promise<void> {
  const text = event.text.replace(/@\w+/g, ' ').trim();
  if (text === '' || text.startsWith('/') || event.attachments.length > 0 || event.text.length > LONGEST_TEXT) return;
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
    return isReport(reply, text !== event.text.trim()) ? reply : warnedOnly(ask, text);
  });
}

/** 这是……的进展吗 is asked of what was said to the bot, and not of what people say to each other. */
function isReport(reply: Reply, addressed: boolean): boolean {
  const question = questionIn(reply);
  const asks = question !== undefined && (addressed || question !== 'yes-no');
  return (reply.recorded?.entries.length ?? 0) > 0 || asks;
}
