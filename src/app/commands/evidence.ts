import { phrase } from '../../core/phrase.ts';
import { readReportWords } from '../../core/reply/report-words.ts';
import { answer, withButtons } from '../../core/wording/echo.ts';
import { rows } from '../../core/wording/rows.ts';
import { mayAsk } from '../may-ask.ts';
import { paperReply } from '../paper-reply.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** More problems than fit under one message are asked for by their number. */
const shown = 40;

/** 一问题一档: everything that proves one problem of the letter, by its number. */
export const evidence: Command = {
  id: 'evidence',
  typed: ['evidence', '佐证', '档案'],
  who: 'everyone',
  async run(ask) {
    const given = ask.action?.with?.problem;
    const problem = given === undefined ? problemIn(ask) : String(given);
    return problem === undefined ? choose(ask) : paperReply(ask, 'evidence', { problem });
  },
};

function problemIn({ words, action, office }: Ask): string | undefined {
  const text = action ? '' : words.trim();
  if (office.plan.problems.some(({ id }) => id === text)) return text;
  return readReportWords(text, '2000-01-01').ask.problem;
}

function choose(ask: Ask): Reply {
  const { office, speaker, said } = ask;
  const numbers = office.plan.problems
    .map(({ no, id }) => String(no ?? id))
    .filter((problem) => mayAsk(office, speaker, said.at, 'evidence', { problem }));
  if (numbers.length === 0) return { message: answer(phrase('paper-not-yours')) };
  const buttons = numbers.slice(0, shown).map((problem) => ({
    label: phrase('button-problem', { no: problem }),
    action: { command: 'evidence', about: [], with: { problem } },
  }));
  return { message: withButtons(answer(phrase('paper-which-problem')), ...rows(buttons, 5)) };
}
