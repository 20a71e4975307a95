import { readSpan, tellsOfAbsence } from '../core/absence/read-span.ts';
import type { ReplyContext } from '../core/reply/contract.ts';
import { todayAt } from '../core/reply/dates.ts';
import { readReply } from '../core/reply/reading.ts';
import { reasonIn, tellAbsence } from './absence.ts';
import { looksLikeNotice, showNotice } from './calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { actsForOffice } from './office.ts';

/**
 * Sentences that are about no open item: the State Council's notice, pasted by the office, and an absence of the
 * speaker's own (周三到周五出差). Undefined for any other.
 */
export function officeTalk(ask: Ask, text: string): Promise<Reply> | undefined {
  const { office, speaker, said } = ask;
  if (actsForOffice(office, speaker, said.at) && looksLikeNotice(text)) return Promise.resolve(showNotice(ask, text));
  return ownAbsence(ask, text);
}

const NUMBERED = /^\s*[\d１-９]{1,2}\s*[、.．，,\s]*(?![\d月号日年天周个./-])/u;

function ownAbsence(ask: Ask, text: string): Promise<Reply> | undefined {
  const { office, speaker, said } = ask;
  const { zone, calendar } = office.plan.organization;
  const span = readSpan(text, todayAt(said.at, zone, calendar));
  if (!span || !tellsOfAbsence(text, span) || NUMBERED.test(text)) return undefined;
  const context: ReplyContext = { now: said.at, zone, calendar, speaker, people: office.plan.people, open: [] };
  const { acts, intent, delegateTo } = readReply(text, context);
  if (acts.length > 1 || (intent !== 'excuse' && intent !== 'delegate')) return undefined;
  return tellAbsence(ask, {
    person: speaker,
    ...span,
    reason: reasonIn(text),
    ...(delegateTo ? { standIn: delegateTo } : {}),
  });
}
