import type { DigestDraft } from '../../core/digest/draft.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { entryOf, type Found, stored, whenArgs } from './found.ts';
import { decidesOn } from './preview.ts';
import { withDraft } from './state.ts';

/** 暂缓: it stays back until somebody lets it out. */
export function holdDigest(ask: Ask, found: Found): Reply {
  const { group, course } = found;
  const draft = course.draft!;
  if (draft.held) return { message: answer(phrase('digest-held-before', { group: group.name })) };
  const { approved: _, ...open } = draft;
  const held = { by: ask.speaker, at: ask.said.at };
  return {
    ...stored(found, withDraft(course.state, { ...open, held })),
    entries: [entryOf(ask, found, 'held')],
    message: answer(phrase('digest-held', { group: group.name })),
    toast: phrase('toast-digest-held'),
  };
}

/** Lets out what was held; where somebody has to agree, their word is that agreement. */
export function release(ask: Ask, found: Found): Reply {
  const { group, course } = found;
  const draft = course.draft!;
  const { plan } = ask.office;
  const name = plan.people.find((p) => p.id === group.publish)?.name ?? '';
  if (!decidesOn(group, ask.speaker)) return { message: answer(phrase('digest-not-yours', { name })) };
  const { held, ...free } = draft;
  const agreed = group.publish !== 'auto' && !draft.approved;
  const args = whenArgs(ask, group, draft.at);
  if (!held && !agreed) return { message: answer(phrase('digest-released-before', args)) };
  const approved = { by: ask.speaker, at: ask.said.at };
  const next: DigestDraft = group.publish === 'auto' ? free : { ...free, approved };
  const late = draft.at <= ask.world.clock.now();
  return {
    ...stored(found, withDraft(course.state, next)),
    entries: [entryOf(ask, found, agreed ? 'approved' : 'released')],
    message: answer(phrase(late ? 'digest-released-now' : 'digest-released', args)),
    toast: phrase('toast-digest-released'),
    touches: [`group/${group.id}`],
  };
}
