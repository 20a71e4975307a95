import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { changedFeed } from '../feeds.ts';
import type { Command } from './contract.ts';

/** Words that take the address back. */
const off = /^(?:off|stop|关闭|取消|停用|作废)$/i;

/** 日历订阅: an address of one's own for the calendar of one's phone. A new one replaces the old; only its owner sees it. */
export const feed: Command = {
  id: 'feed',
  typed: ['feed', '日历订阅', '订阅日历', '订阅'],
  who: 'everyone',
  async run({ world, office, speaker, words }) {
    const wanted = !off.test(words.trim());
    const token = wanted ? world.dice.token(40) : undefined;
    const { had, heads, states } = await changedFeed(world, office.org, speaker, token);
    if (token === undefined) return { heads, states, message: answer(phrase(had ? 'feed-revoked' : 'feed-none')) };
    const { url, reachable } = world.feedAddress(token);
    const lines = [phrase('feed-address'), phrase('title', { title: url }), phrase('feed-secret')];
    return { heads, states, message: answer(...lines, ...(reachable ? [] : [phrase('feed-local')])) };
  },
};
