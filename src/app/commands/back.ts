import { ofWhom } from '../../core/absence/of-whom.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade } from '../../core/wording/item.ts';
import { tellReturn } from '../absence.ts';
import { actsForOffice } from '../office.ts';
import { startsWithStranger } from './away.ts';
import type { Command } from './contract.ts';

/** `/back`: somebody is back earlier than was said. */
export const back: Command = {
  id: 'back',
  typed: ['back', '返回', '销假'],
  who: 'everyone',
  async run(ask) {
    const { office, speaker, said, words } = ask;
    const { person } = ofWhom(words, office.plan.people, speaker);
    if (person === 'unclear' || (person === speaker && startsWithStranger(ask)))
      return { message: answer(phrase('time-away-unclear'), phrase('time-back-usage')) };
    if (person !== speaker && !actsForOffice(office, speaker, said.at))
      return { message: answer(phrase('not-allowed')) };
    const nothing = answer(phrase('time-back-nothing', { person: comrade(office.plan, person) }));
    return (await tellReturn(ask, person)) ?? { message: nothing };
  },
};
