import type { Ask } from './commands/contract.ts';

/** The send whose button was tapped, by its id: none for words, and none that is not known any more. */
export async function tappedSends({ event, office, world }: Ask): Promise<readonly string[]> {
  if (event.type !== 'tap') return [];
  const send = await world.store.outbox.byMessage(office.org, event.chat, event.messageId);
  return send ? [send.id] : [];
}
