import { laterAt, recordLater } from '../../core/mute.ts';
import { phrase } from '../../core/phrase.ts';
import { dayAndTime } from '../../core/wording/dates.ts';
import { laterMessage } from '../../core/wording/echo.ts';
import type { Command } from './contract.ts';

/** 稍后: says it again later and moves nothing. */
export const later: Command = {
  id: 'later',
  who: 'everyone',
  own: true,
  async run({ office, said, facts }) {
    const waiting = facts.filter((f) => !f.settled);
    const [first] = waiting;
    if (!first) return { toast: phrase('toast-settled') };
    const { organization } = office.plan;
    const at = laterAt(first, organization, said.at);
    const when = dayAndTime(at, organization.zone, said.at);
    const message = laterMessage(waiting, office.plan, at, said.at);
    return {
      recorded: recordLater(waiting, said, at),
      toast: phrase('toast-later', { when }),
      message,
    };
  },
};
