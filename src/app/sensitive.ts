import { phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import type { Ask, Reply } from './commands/contract.ts';

/**
 * Numbers of people, clues and marks of secrecy: a private warning, with an offer to delete the message and what the
 * bot kept of it. Words that stand in the plan's own titles are the office's, not a leak.
 */
export function warned(ask: Ask, reply: Reply, reading: ReplyReading): Reply {
  const { event, office } = ask;
  if (event.type !== 'text') return reply;
  const titles = office.plan.measures.flatMap((m) => m.duties).map((d) => d.title);
  const spans = reading.sensitive.filter(({ from, to }) => {
    const words = event.text.slice(from, to);
    return !titles.some((title) => title.includes(words));
  });
  if (spans.length === 0) return reply;
  const kinds = [...new Set(spans.map((s) => s.kind))].map((kind) => phrase(`reply-sensitive-${kind}`));
  const texts = Object.keys(reply.texts ?? {}).join(',');
  const erase = { command: 'erase', about: [], with: { chat: event.chat, message: event.messageId, texts } };
  const message = reply.message ?? { lines: [], buttons: [], items: [] };
  const warning = { text: phrase('sensitive-warning', { what: kinds }) };
  return {
    ...reply,
    message: {
      ...message,
      lines: [...message.lines, warning],
      // A message in a group is not the bot's to delete.
      buttons:
        event.messageId > 0
          ? [...message.buttons, [{ label: phrase('button-erase'), action: erase }]]
          : message.buttons,
    },
  };
}
