import { ofWhom } from '../core/absence/of-whom.ts';
import { asksForLeave, namesAnItem, readSpan, reasonIn, tellsOfAbsence } from '../core/absence/read-span.ts';
import { dateAt, type LocalDate } from '../core/calendar.ts';
import { looksLikeNotice } from '../core/holiday-notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Intent, ReplyContext } from '../core/reply/contract.ts';
import { todayAt } from '../core/reply/day.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { readReply } from '../core/reply/reading.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import { tellAbsence } from './absence.ts';
import { showNotice } from './calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { alsoSaid } from './joined.ts';
import { actsForOffice } from './office.ts';
import { openItem } from './surroundings.ts';
import { gatheringsAhead } from './upcoming.ts';

/**
 * Sentences that are about no open item: the State Council's notice, pasted by the office, and absences, one's own or,
 * told by the office, somebody else's. Undefined for any other.
 */
export async function officeTalk(ask: Ask, text: string): Promise<Reply | undefined> {
  const { office, speaker, said } = ask;
  if (actsForOffice(office, speaker, said.at) && looksLikeNotice(text)) return showNotice(ask, text);
  return absenceTold(ask, text);
}

async function absenceTold(ask: Ask, text: string): Promise<Reply | undefined> {
  const { office, speaker, said } = ask;
  const { zone, calendar } = office.plan.organization;
  const span = readSpan(text, todayAt(said.at, zone, calendar));
  if (!span || namesAnItem(text)) return undefined;
  const { person, standIn, along = [] } = ofWhom(text, office.plan.people, speaker);
  const own = person === speaker;
  const tells = tellsOfAbsence(text, span) || (own && asksForLeave(text) && (await isFree(ask, text, span.from)));
  const context: ReplyContext = { now: said.at, zone, calendar, speaker, people: office.plan.people, open: [] };
  const { acts, intent, delegateTo, people } = readReply(text, context);
  if (!tells || acts.length > 1 || !(own ? ownIntents : othersIntents).includes(intent)) return undefined;
  if (!own && !actsForOffice(office, speaker, said.at)) return { message: answer(phrase('time-away-not-yours')) };
  if (person === 'unclear') return { message: answer(phrase('time-away-unclear'), phrase('time-away-usage')) };
  const acting = standIn ?? (own ? delegateTo : null);
  const told = await tellAbsence(ask, {
    person,
    ...span,
    reason: reasonIn(text),
    ...(acting ? { standIn: acting } : {}),
  });
  const beside = own ? [...new Set([...along, ...people])].filter((p) => p !== speaker && p !== acting) : [];
  return beside.length > 0 ? alsoSaid(told, answer(besidePhrase(ask, beside))) : told;
}

/** 我和王局下周出差 records the speaker's absence alone: nobody tells of another's but the office, and one at a time. */
function besidePhrase({ office, speaker, said }: Ask, people: readonly string[]) {
  const names = people.map((p) => comrade(office.plan, p));
  const byOffice = actsForOffice(office, speaker, said.at);
  return phrase(byOffice ? 'time-away-along-office' : 'time-away-along', { names });
}

const ownIntents: readonly Intent[] = ['excuse', 'delegate'];
const othersIntents: readonly Intent[] = [...ownIntents, 'none'];

/** 明天请假: leave from what happens that day, or from what the sentence names; with neither, a day of absence. */
async function isFree(ask: Ask, text: string, day: LocalDate): Promise<boolean> {
  const { world, office, speaker, event } = ask;
  if (event.type === 'text' && event.replyTo !== undefined) return false;
  const { zone } = office.plan.organization;
  const plain = normalize(text).text;
  const own = (await world.store.ledger.open(office.org)).filter((f) => f.asked === speaker || f.person === speaker);
  const named = (f: OccurrenceFacts) => aboutness(plain, openItem(f)) >= 2;
  if (own.some((f) => (f.gathering && dateAt(f.scheduled, zone) === day) || named(f))) return false;
  return !(await gatheringsAhead(ask, own)).some((f) => f.person === speaker && named(f));
}
