import { phrase } from '../../core/phrase.ts';
import type { Group } from '../../core/plan/plan.ts';
import { answer } from '../../core/wording/echo.ts';
import { handlesDigest } from '../digest/found.ts';
import { lastPosted, shownFor } from '../digest/show.ts';
import { digestTapped } from '../digest/talk.ts';
import { rolesOf } from '../office.ts';
import { paperReply } from '../paper-reply.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** 周报: for the office the next one as it would be now, with its buttons; for the Party group the last one again. */
export const digest: Command = {
  id: 'digest',
  typed: ['digest', '周报'],
  who: 'everyone',
  async run(ask) {
    const { what, group: id } = ask.action?.with ?? {};
    const groups = ask.office.plan.groups.filter((g) => g.digest);
    const group = groups.find((g) => g.id === id || g.name === ask.words.trim()) ?? groups[0];
    if (!group) return { message: answer(phrase('digest-none')) };
    if (!handlesDigest(ask, group)) return posted(ask, group);
    if (what === 'card') return paperReply(ask, 'week-card', { names: group.names });
    return what === undefined ? shownFor(ask, group) : digestTapped(ask, group, String(what), ask.action?.with);
  },
};

async function posted(ask: Ask, group: Group): Promise<Reply> {
  const roles = rolesOf(ask.office, ask.speaker);
  if (!['leader', 'supervisor', 'inspector'].some((role) => roles.includes(role)))
    return { message: answer(phrase('paper-not-yours')) };
  return { message: (await lastPosted(ask, group)) ?? answer(phrase('digest-none')) };
}
