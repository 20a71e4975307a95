import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Command } from './contract.ts';

/** A group message whose arrival is unknown: the secretary looked, and it is not there. */
export const sendAgain: Command = {
  id: 'send-again',
  who: 'office',
  async run({ world, office, said, action }) {
    const send = await world.store.outbox.send(office.org, String(action?.with?.send ?? ''));
    if (!send) return { toast: phrase('toast-not-recorded') };
    const to = send.to as `group/${string}`;
    const notice = { id: `again@${send.id}~${to}`, kind: 'digest' as const, to, at: said.at, message: send.message };
    return { notices: [notice], toast: phrase('toast-sent-again'), message: answer(phrase('sent-again')) };
  },
};
