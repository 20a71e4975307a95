import type { Evidence } from '../../core/check-in.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { confided } from '../carry-out.ts';
import { added, attached } from '../filed.ts';
import type { Command } from './contract.ts';

/** Files that were kept before it was clear what they are about. */
export const attach: Command = {
  id: 'attach',
  who: 'everyone',
  own: true,
  async run(ask) {
    const files = ask.action?.with?.files;
    if (typeof files !== 'string' || ask.facts.length === 0) return { toast: phrase('toast-not-recorded') };
    if (confided(ask.facts, ask.office))
      return { message: answer(phrase('evidence-talk')), toast: phrase('toast-not-recorded') };
    const evidence = JSON.parse(files) as readonly Evidence[];
    return {
      recorded: attached(ask, ask.facts, evidence),
      message: added(ask, ask.facts, evidence.length, false),
      toast: phrase('toast-recorded'),
    };
  },
};
