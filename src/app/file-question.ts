import { phrase } from '../core/phrase.ts';
import type { Evidence } from '../core/proof.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { type Asked, askBack, type Choice } from './asking.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { alsoSaid } from './joined.ts';
import type { Surroundings } from './surroundings.ts';

/** What is kept already, and not yet said what it is about. */
export function askWhere(ask: Ask, around: Surroundings, evidence: readonly Evidence[]): Reply {
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  const matters = mattersOf([...own, ...around.last]).slice(0, 9);
  if (matters.length === 0) return { message: answer(phrase('evidence-nothing')) };
  const files = JSON.stringify(evidence);
  const choices = matters.map((matter): Choice => {
    const about = matter.facts.map((f) => f.id);
    const line = choiceLine(matter, matters, ask);
    return { id: about[0]!, label: line, line, action: { command: 'attach', about, with: { files } } };
  });
  return askBack(ask, {
    question: 'which-item',
    head: [phrase(evidence.some((one) => one.sha256) ? 'evidence-which' : 'evidence-line-which')],
    choices,
  });
}

/** The caption was asked back: what is chosen takes the files along. */
export function withFiles(reply: Reply, evidence: readonly Evidence[]): Reply {
  const files = JSON.stringify(evidence);
  const carry = <T extends { readonly command: string; readonly with?: object }>(action: T): T =>
    action.command === 'choose' ? { ...action, with: { ...action.with, files } } : action;
  const states = Object.entries(reply.states ?? {}).map(([thread, state]) => {
    if (typeof state?.asking !== 'string') return [thread, state] as const;
    const asked = JSON.parse(state.asking) as Asked;
    return [thread, { ...state, asking: JSON.stringify({ ...asked, actions: asked.actions.map(carry) }) }] as const;
  });
  const message = reply.message && {
    ...reply.message,
    buttons: reply.message.buttons.map((row) => row.map((b) => ({ ...b, action: carry(b.action) }))),
  };
  const carried = { ...reply, ...(message ? { message } : {}), states: Object.fromEntries(states) };
  return alsoSaid(carried, answer(phrase('evidence-kept', { count: evidence.length })));
}
