import { phrase } from '../../core/phrase.ts';
import { askBack } from '../asking.ts';
import { putToUse } from '../put-to-use.ts';
import type { Command } from './contract.ts';

/** 学用结合: what a study decided for the work; whoever is named hears of it at once and owes it from then on. */
export const use: Command = {
  id: 'use',
  who: 'everyone',
  own: true,
  async run(ask) {
    const [study] = ask.facts;
    if (!study?.settled) return { toast: phrase('toast-settled') };
    const words = ask.event.type === 'text' ? ask.words.trim() : '';
    if (words !== '') return putToUse(ask, study, words);
    const head = [phrase('use-ask', { title: study.title }), phrase('use-ask-how')];
    return askBack(ask, {
      question: 'why',
      head,
      choices: [],
      free: { command: 'use', about: [study.id], with: { words: true } },
    });
  },
};
