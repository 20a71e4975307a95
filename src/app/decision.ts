import type { LocalDate } from '../core/calendar.ts';
import { recordExcused, together } from '../core/check-in.ts';
import type { Action } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { recordDeclined } from '../core/requested.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { decidedCard } from './decided-card.ts';
import { extend } from './extend.ts';
import { moveForAll } from './gathering.ts';
import { plain } from './plain-notice.ts';

/** The approver's answer to a request: given once, and shown in the message that asked. */
export async function decideRequest(ask: Ask): Promise<Reply> {
  const given = ask.action?.with ?? {};
  const waiting = ask.facts.filter((f) => isAsked(f, given));
  if (waiting.length === 0) return { message: answer(phrase('decide-over')), toast: phrase('toast-not-changed') };
  const reply = given.yes === true ? await agreed(ask, waiting) : declined(ask, waiting);
  const shown = await decidedCard(ask, phrase(given.yes === true ? 'card-agreed' : 'card-declined'));
  return { ...reply, notices: [...(reply.notices ?? []), ...shown] };
}

/** Still wanted, and for that very day: a later request takes the place of an earlier one. */
function isAsked({ settled, requested }: OccurrenceFacts, { what, until }: NonNullable<Action['with']>): boolean {
  return !settled && requested !== undefined && requested.what === what && requested.until === until;
}

function declined(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { what, asker } = givenIn(ask);
  const title = titlePhrase(mattersOf(facts)[0]!, ask.office.plan);
  return {
    recorded: recordDeclined(facts, ask.said, { what, asker }),
    message: answer(phrase('decline-recorded', { title })),
    notices: [plain(ask, asker, phrase('declined', { title }))],
    toast: phrase('toast-recorded'),
  };
}

async function agreed(ask: Ask, facts: readonly OccurrenceFacts[]): Promise<Reply> {
  const { what, asker, until, reason } = givenIn(ask);
  if (what === 'extension' && facts.every((f) => f.gathering)) return moveForAll(ask, facts, until);
  if (what === 'extension') return extend(ask, facts, until, reason, asker);
  const said = { ...ask.said, onBehalfOf: asker };
  const text = phrase('leave-agreed', { title: titlePhrase(mattersOf(facts)[0]!, ask.office.plan) });
  return {
    recorded: together(facts.map((f) => recordExcused([f], said, reason || 'leave'))),
    message: answer(text),
    notices: [plain(ask, asker, text)],
    shows: facts.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

function givenIn({ action }: Ask) {
  const given = action?.with ?? {};
  return {
    what: given.what === 'extension' ? ('extension' as const) : ('leave' as const),
    asker: String(given.by ?? ''),
    until: String(given.until) as LocalDate,
    reason: String(given.reason ?? ''),
  };
}
