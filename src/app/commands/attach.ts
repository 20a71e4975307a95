import { phrase } from '../../core/phrase.ts';
import type { Evidence } from '../../core/proof.ts';
import { answer } from '../../core/wording/echo.ts';
import { linesSaid } from '../evidence.ts';
import { added, attached } from '../kept-files.ts';
import { confided } from '../meaning.ts';
import { tappedSends } from '../tapped.ts';
import type { Command } from './contract.ts';

/** Files that were kept before it was clear what they are about. */
export const attach: Command = {
  id: 'attach',
  who: 'everyone',
  own: true,
  async run(ask) {
    const files = ask.action?.with?.files;
    if (typeof files !== 'string' || ask.facts.length === 0) return { toast: phrase('toast-not-recorded') };
    const evidence = JSON.parse(files) as readonly Evidence[];
    const lines = evidence.every((one) => one.sha256 === undefined);
    if (!lines && confided(ask.facts, ask.office))
      return { message: answer(phrase('evidence-talk')), toast: phrase('toast-not-recorded') };
    return {
      recorded: attached(ask, ask.facts, evidence),
      message: lines ? linesSaid(ask, ask.facts, evidence.length) : added(ask, ask.facts, evidence.length, false),
      edits: await tappedSends(ask),
      toast: phrase('toast-recorded'),
    };
  },
};
