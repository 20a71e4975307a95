import { recordFreed } from '../../core/extension.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade } from '../../core/wording/item.ts';
import { leaveUnsaid } from '../partners.ts';
import { plain } from '../plain-notice.ts';
import type { Command } from './contract.ts';

/** 不是我: the other side of a talk says that it was not with them; it is owed again with two working days, and whoever reported it hears it. */
export const notMe: Command = {
  id: 'not-me',
  who: 'everyone',
  async run(ask) {
    const { office, speaker, said, facts } = ask;
    const mine = facts.filter((f) => f.counterpart === speaker && f.settled?.how === 'done');
    const [first] = mine;
    if (!first) return { toast: phrase('toast-not-undone') };
    await leaveUnsaid(ask, mine);
    const text = phrase('talk-denied', { person: comrade(office.plan, speaker) });
    return {
      recorded: recordFreed(mine, said, 'not-me', office.plan.organization),
      message: answer(phrase('talk-not-me')),
      notices: first.asked === speaker ? [] : [plain(ask, first.asked, text)],
      shows: mine.map((f) => f.id),
      toast: phrase('toast-undone'),
    };
  },
};
