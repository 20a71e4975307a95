import { phrase } from '../core/phrase.ts';
import { dutiesOf } from '../core/plan/look-up.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { sensitiveIn } from '../core/reply/sensitive.ts';
import type { Ask, Reply } from './commands/contract.ts';

/**
 * Numbers of people, clues and marks of secrecy: a private warning, with an offer to delete the message and what the
 * bot kept of it. Words that stand in the plan's own titles are the office's, not a leak.
 */
export function warned(ask: Ask, reply: Reply, reading: Pick<ReplyReading, 'sensitive'>): Reply {
  const { event, office } = ask;
  if (event.type !== 'text' || reading.sensitive.length === 0) return reply;
  const titles = dutiesOf(office.plan).all.map((d) => d.title);
  const spans = reading.sensitive.filter(({ from, to }) => {
    const words = event.text.slice(from, to);
    return !titles.some((title) => title.includes(words));
  });
  if (spans.length === 0) return reply;
  const kinds = [...new Set(spans.map((s) => s.kind))].map((kind) => phrase(`reply-sensitive-${kind}`));
  // In a group the bot may delete it where it is an administrator; if not, it says so.
  const said = event.origin
    ? { chat: event.origin.chat, message: event.origin.messageId, group: true }
    : { chat: event.chat, message: event.messageId, group: false };
  const texts = Object.keys(reply.texts ?? {}).join(',');
  const erase = { command: 'erase', about: [], with: { ...said, texts } };
  const message = reply.message ?? { lines: [], buttons: [], items: [] };
  const warning = { text: phrase('sensitive-warning', { what: kinds }) };
  return {
    ...reply,
    message: {
      ...message,
      lines: [...message.lines, warning],
      buttons:
        said.message > 0 ? [...message.buttons, [{ label: phrase('button-erase'), action: erase }]] : message.buttons,
    },
  };
}

/** Nothing but the warning, for what was said where only a report is answered. */
export function warnedOnly(ask: Ask, text: string): Reply {
  return warned(ask, {}, { sensitive: sensitiveIn(text) });
}
