import { namesAnItem, readSpan, reasonIn, tellsOfAbsence } from '../core/absence/read-span.ts';
import { looksLikeNotice } from '../core/holiday-notice.ts';
import type { ReplyContext } from '../core/reply/contract.ts';
import { todayAt } from '../core/reply/day.ts';
import { readReply } from '../core/reply/reading.ts';
import { speakersOf } from '../core/reply/speakers.ts';
import { tellAbsence } from './absence.ts';
import { showNotice } from './calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { actsForOffice } from './office.ts';

/**
 * Sentences that are about no open item: the State Council's notice, pasted by the office, and an absence of the
 * speaker's own. Undefined for any other.
 */
export function officeTalk(ask: Ask, text: string): Promise<Reply> | undefined {
  const { office, speaker, said } = ask;
  if (actsForOffice(office, speaker, said.at) && looksLikeNotice(text)) return Promise.resolve(showNotice(ask, text));
  return ownAbsence(ask, text);
}

function ownAbsence(ask: Ask, text: string): Promise<Reply> | undefined {
  const { office, speaker, said } = ask;
  const { zone, calendar } = office.plan.organization;
  const span = readSpan(text, todayAt(said.at, zone, calendar));
  if (!span || !tellsOfAbsence(text, span) || namesAnItem(text)) return undefined;
  const context: ReplyContext = { now: said.at, zone, calendar, speaker, people: speakersOf(office.plan), open: [] };
  const { acts, intent, delegateTo } = readReply(text, context);
  if (acts.length > 1 || (intent !== 'excuse' && intent !== 'delegate')) return undefined;
  return tellAbsence(ask, {
    person: speaker,
    ...span,
    reason: reasonIn(text),
    ...(delegateTo ? { standIn: delegateTo } : {}),
  });
}
