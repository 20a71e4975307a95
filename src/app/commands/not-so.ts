import { recordFreed } from '../../core/extension.ts';
import { secretaryOf, toPerson } from '../../core/ladder.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../../core/wording/item.ts';
import type { Command } from './contract.ts';

/** 不对: somebody else recorded it on this person's behalf, and they say it is not so. */
export const notSo: Command = {
  id: 'not-so',
  who: 'everyone',
  own: true,
  async run({ office, speaker, said, facts }) {
    const settled = facts.filter((f) => f.settled?.onBehalfOf === speaker);
    const [matter] = mattersOf(settled);
    if (!matter) return { toast: phrase('toast-not-undone') };
    const title = titlePhrase(matter, office.plan);
    const secretary = secretaryOf(office.plan);
    const notice = {
      id: `not-so@${said.source}~person/${secretary}`,
      kind: 'plain' as const,
      to: toPerson(secretary ?? speaker),
      at: said.at,
      message: answer(phrase('not-so-told', { person: comrade(office.plan, speaker), title })),
    };
    return {
      recorded: recordFreed(settled, said, 'not-so', office.plan.organization),
      message: answer(phrase('not-so-done', { title })),
      toast: phrase('toast-undone'),
      shows: settled.map((f) => f.id),
      notices: secretary && secretary !== speaker ? [notice] : [],
    };
  },
};
