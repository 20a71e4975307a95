import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Command } from './contract.ts';

/** 删除: the person's own message, while the platform allows it, and what the bot kept of its words. */
export const erase: Command = {
  id: 'erase',
  who: 'everyone',
  async run({ world, office, action, said, event }) {
    const { message, chat, texts, group } = action?.with ?? {};
    // The button is the bot's own: in a group it names the message that this person wrote there.
    if (typeof message !== 'number' || typeof chat !== 'number' || (chat !== event.chat && group !== true))
      return { toast: phrase('toast-refused') };
    const ids = typeof texts === 'string' ? texts.split(',').filter(Boolean) : [];
    // Both may be repeated: what is gone is gone.
    await world.store.ledger.erase(office.org, ids);
    const gone = await world.chat.remove(chat, message);
    const entry = {
      at: said.at,
      by: said.by,
      source: said.source,
      about: [],
      planVersion: office.planVersion,
      kind: 'erased',
      texts: ids,
      why: 'asked',
    } as const;
    return {
      ...(ids.length > 0 ? { entries: [entry] } : {}),
      message: answer(phrase(gone ? 'erased' : 'erased-here')),
      toast: phrase('toast-erased'),
    };
  },
};
