import { dateAt } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { monthOf } from '../../core/reports/figures/spans.ts';
import { nameOf } from '../../core/wording/item.ts';
import { personalMessage } from '../../core/wording/personal.ts';
import { personalView } from '../personal.ts';
import type { Command } from './contract.ts';

/** 我的: this month's duties of whoever asks, and what became of them; their calendar as a file. */
export const mine: Command = {
  id: 'mine',
  typed: ['mine', '我的'],
  who: 'everyone',
  async run({ world, office, speaker }) {
    const days = monthOf(dateAt(world.clock.now(), office.plan.organization.zone));
    const head = phrase('personal-head', {
      name: nameOf(office.plan, speaker),
      month: phrase(`month-${Number(days.first.slice(5, 7))}`),
    });
    const message = personalMessage(await personalView(world, office, speaker, days), head);
    const action = { command: 'report', about: [], with: { report: 'calendar' } };
    return { message: { ...message, buttons: [[{ label: phrase('paper-name-calendar'), action }]] } };
  },
};
