import { readDate } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { reportLine } from '../progress-line.ts';
import { reportProved } from '../proof.ts';
import { reportDone } from '../report.ts';
import type { Command } from './contract.ts';

/** 已办: by a tap. `with.date`: carried out on that day (the bot asked when). */
export const done: Command = {
  id: 'done',
  who: 'everyone',
  own: true,
  async run(ask) {
    const { date, proof, line: asLine, said, unchanged } = ask.action?.with ?? {};
    const carriedOut = typeof date === 'string' ? readDate(date) : undefined;
    const line = ask.words.trim();
    const told = typeof said === 'string' ? said : asLine === true ? line : '';
    if (told !== '') return reportLine(ask, ask.facts, { carriedOut }, told);
    if (unchanged === true) return reportDone(ask, ask.facts, { carriedOut, unchanged });
    const reply =
      proof === true && line !== '' ? await reportProved(ask, line) : await reportDone(ask, ask.facts, { carriedOut });
    return { ...reply, toast: phrase(reply.recorded?.occurrences.length ? 'toast-recorded' : 'toast-not-recorded') };
  },
};
