import { dateAt } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { weekAhead, weekMessage } from '../../core/wording/personal.ts';
import { mayAsk } from '../may-ask.ts';
import { personalView } from '../personal.ts';
import type { Command } from './contract.ts';

/** 本周: the speaker's own days ahead; whoever may see it can have the office's week as a picture. */
export const week: Command = {
  id: 'week',
  typed: ['week', '本周', '一周'],
  who: 'everyone',
  async run({ world, office, speaker, said }) {
    const days = weekAhead(dateAt(world.clock.now(), office.plan.organization.zone));
    const message = weekMessage(await personalView(world, office, speaker, days));
    if (!mayAsk(office, speaker, said.at, 'week-card', {})) return { message };
    const action = { command: 'report', about: [], with: { report: 'week-card' } };
    return { message: { ...message, buttons: [[{ label: phrase('paper-name-week-card'), action }]] } };
  },
};
