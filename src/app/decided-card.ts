import type { Line, Message } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { Phrase } from '../core/phrase.ts';
import type { Ask } from './commands/contract.ts';

/**
 * The message whose button was tapped shows what was decided, and takes no second decision: its buttons of that command
 * are gone. `card`: the message that led to the tapped one, where a reason was asked in between.
 */
export async function decidedCard(ask: Ask, mark: Phrase, card?: number): Promise<readonly Notice[]> {
  const { world, office, event, action, said } = ask;
  if (!action || event.type === 'other') return [];
  const tapped = event.type === 'tap' ? event.messageId : undefined;
  const ids = new Set([tapped, card].flatMap((id) => id ?? []));
  const sends = await Promise.all([...ids].map((id) => world.store.outbox.byMessage(office.org, event.chat, id)));
  return sends.flatMap((send): readonly Notice[] => {
    if (!send) return [];
    const message = marked(send.message, action.command, mark);
    const to = send.to as Recipient;
    return [{ id: `edit@${said.source}.${send.id}`, kind: 'edit', to, at: said.at, send: send.id, message }];
  });
}

/** The stage of a measure stands in its own line; any other card gets one more. */
function marked(message: Message, command: string, mark: Phrase): Message {
  const isStage = ({ text }: Line) => text.id.startsWith('close-stage-');
  const lines = message.lines.some(isStage)
    ? message.lines.map((line) => (isStage(line) ? { ...line, text: mark } : line))
    : [...message.lines, { text: mark }];
  const buttons = message.buttons.map((row) =>
    row.map((button) => (button.action.command === command ? { ...button, hidden: true as const } : button)),
  );
  return { ...message, lines, buttons };
}
