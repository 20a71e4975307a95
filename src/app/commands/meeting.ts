import { happened } from '../happened.ts';
import type { Command } from './contract.ts';

/** `/meeting 党组会 已开`: something took place that other duties wait for. */
export const meeting: Command = {
  id: 'meeting',
  typed: ['meeting', '会议'],
  who: 'office',
  run(ask) {
    const event = ask.action?.with?.event;
    const words = ask.words.replace(/(已经?|刚)?(开了|已开|开完|召开)\S*$/u, '').trim();
    return happened(ask, typeof event === 'string' ? event : words);
  },
};
