import { dateAt, HOUR, type Instant } from '../core/calendar.ts';
import { toPerson } from '../core/ladder.ts';
import { type OccurrenceFacts, startOf } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { periodNamed } from '../core/reply/period-words.ts';
import { isPlainReport } from '../core/reply/revision.ts';
import { answer } from '../core/wording/echo.ts';
import { type Matter, mattersOf, whenPhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { alsoSaid } from './joined.ts';
import type { Meaning } from './meaning.ts';

/** So long after a message that asks for one thing alone, 开了 and 已报 are the answer to it. */
const ANSWERS_MS = 2 * HOUR;

/**
 * Of what a deed may be about, what the bot asked for last: of two weeks of one report the one that today's message
 * names; of different duties the only one of a message just sent. Empty where another is as likely, which is asked.
 */
export async function lastSaid(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  { date, intent, people }: Meaning,
  text: string,
): Promise<readonly OccurrenceFacts[]> {
  const { zone } = ask.office.plan.organization;
  const today = dateAt(ask.said.at, zone);
  if (intent !== 'done' || people.length > 0 || (date !== null && date !== today)) return [];
  const matters = mattersOf(facts);
  if (matters.length < 2) return [];
  const one = isOneDuty(matters);
  const named = one ? whichPeriod(facts, text, ask.said.at) : [];
  if (named.length > 0) return named;
  if (!one && !isPlainReport(text)) return [];
  const said = await lastOn(ask, facts);
  const [last, another] = matters.filter((m) => m.facts.some((f) => said?.about.includes(f.id)));
  if (!said || !last || another || last.facts.filter((f) => f.counterpart).length > 1) return [];
  if (one) return dateAt(said.at, zone) === today ? last.facts : [];
  const fresh = said.alone && ask.said.at - said.at <= ANSWERS_MS;
  return fresh && matters.every((m) => m === last || !wasHeld(m, ask)) ? last.facts : [];
}

/** 上周的报了: the one that is late; 这周的: the one that is not, if there is only one such. */
function whichPeriod(facts: readonly OccurrenceFacts[], text: string, now: Instant): readonly OccurrenceFacts[] {
  const named = periodNamed(text);
  const fitting = named ? facts.filter((f) => f.due <= now === (named === 'earlier')) : [];
  return mattersOf(fitting).length === 1 ? fitting : [];
}

/** The newest message to the speaker that asked for any of these, and for which. */
async function lastOn({ world, office, speaker }: Ask, facts: readonly OccurrenceFacts[]) {
  const { outbox } = world.store;
  const ids = facts.map((f) => f.id);
  const shown = await outbox.shownIn(office.org, toPerson(speaker), ids);
  const sends = await Promise.all([...new Set(Object.values(shown))].map((id) => outbox.send(office.org, id)));
  const [first, ...more] = sends.filter((send) => send !== undefined);
  if (!first) return undefined;
  const last = more.reduce((a, b) => (b.at > a.at ? b : a), first);
  return { at: last.at, about: ids.filter((id) => shown[id] === last.id), alone: last.message.items.length === 1 };
}

/** Another event of today or yesterday that nobody told of is as likely as what was asked for last. */
const wasHeld = ({ first }: Matter, { said }: Ask): boolean =>
  first.gathering && startOf(first) <= said.at && said.at - startOf(first) <= 48 * HOUR;

const isOneDuty = (matters: readonly Matter[]): boolean =>
  matters.every(({ first }) => first.duty === matters[0]!.first.duty);

/** Of two weeks one was meant: the other is still owed, and the echo says so. */
export function withOthersLeft(
  ask: Ask,
  reply: Reply,
  facts: readonly OccurrenceFacts[],
  meant: readonly OccurrenceFacts[],
): Reply {
  const matters = mattersOf(facts);
  const settled = reply.recorded?.occurrences.some((f) => f.settled) ?? false;
  const left = matters.filter((m) => m.first.openedAt < ask.said.at && m.facts.every((f) => !meant.includes(f)));
  if (!settled || !isOneDuty(matters) || left.length === 0) return reply;
  const whens = left.map((m) => whenPhrase(m, ask.office.plan, ask.said.at));
  return alsoSaid(reply, answer(...whens.map((when) => phrase('period-left', { when }))));
}
