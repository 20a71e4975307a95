import { recordSeen } from '../../core/mute.ts';
import { phrase } from '../../core/phrase.ts';
import { seenMessage } from '../../core/wording/echo.ts';
import type { Command } from './contract.ts';

/** 知道了: not a completion. */
export const seen: Command = {
  id: 'seen',
  who: 'everyone',
  async run({ office, speaker, said, facts }) {
    const waiting = facts.filter((f) => !f.settled);
    if (waiting.length === 0) return { toast: phrase('toast-settled') };
    return {
      recorded: recordSeen(waiting, said),
      toast: phrase('toast-seen'),
      message: seenMessage(waiting, office.plan, said.at, speaker),
    };
  },
};
