import { happened, readEvent } from '../happened.ts';
import type { Command } from './contract.ts';

/** `/event 岗位变动 王志强`: what calls for a talk (必谈), or for anything else that waits for an event of that name. */
export const event: Command = {
  id: 'event',
  typed: ['event', '事件'],
  who: 'office',
  async run(ask) {
    const { name, people } = readEvent(ask.words, ask.office.plan);
    return happened(ask, name, people);
  },
};
