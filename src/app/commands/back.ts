import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade } from '../../core/wording/item.ts';
import { tellReturn } from '../absence.ts';
import { actsForOffice } from '../office.ts';
import { personIn } from './away.ts';
import type { Command } from './contract.ts';

/** `/back`: somebody is back earlier than was said. */
export const back: Command = {
  id: 'back',
  typed: ['back', '返回', '销假'],
  who: 'everyone',
  async run(ask) {
    const { office, speaker, said, words } = ask;
    const person = personIn(words, office.plan)?.id ?? speaker;
    if (person !== speaker && !actsForOffice(office, speaker, said.at))
      return { message: answer(phrase('not-allowed')) };
    const nothing = answer(phrase('time-back-nothing', { person: comrade(office.plan, person) }));
    return (await tellReturn(ask, person)) ?? { message: nothing };
  },
};
