import { DAY, dateAt } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Act, ReplyReading } from '../core/reply/contract.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { readReply } from '../core/reply/reading.ts';
import { targetsOf } from '../core/reply/targets.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer, dayDone } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { amend } from './amend.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { contextOf, openItem, type Surroundings } from './surroundings.ts';

/** How long a report is remembered as the answer to a second one. */
const REMEMBERED = 7 * DAY;

/**
 * 党组会开了, when the office has recorded it already: said so, instead of not understood. Looked for only where what is
 * open explains nothing.
 */
export async function settledAlready(ask: Ask, text: string, around: Surroundings): Promise<Reply | undefined> {
  const { world, office, speaker, said } = ask;
  const recent = await world.store.ledger.settledBetween(office.org, said.at - REMEMBERED, said.at + 1);
  const own = recent.filter((f) => f.settled?.how === 'done' && (f.asked === speaker || f.person === speaker));
  if (own.length === 0) return undefined;
  const context = { ...contextOf(ask, { ...around, shown: [], about: [], last: [] }), open: own.map(openItem) };
  const reading = readReply(text, context);
  const [target] = targetsOf(reading, context).filter(({ act }) => act.intent === 'done');
  const [first] = target && !('ask' in target) ? own.filter((f) => target.occurrences.includes(f.id)) : [];
  if (!first?.settled || !target || weight(target.act, first) <= best(target.act, around)) return undefined;
  const title = titlePhrase(mattersOf([first])[0]!, office.plan);
  if (first.settled.by === speaker) {
    const more = await withMoreFacts(ask, first, reading);
    return more ?? { message: answer(phrase('settled-before', { title })) };
  }
  return { message: answer(byOther(ask, first)) };
}

/** What fits was recorded of late: said so, the last of it. */
export async function toldBefore(
  { world, office, said, speaker }: Ask,
  fits: (facts: OccurrenceFacts) => boolean,
): Promise<Reply | undefined> {
  const recent = await world.store.ledger.settledBetween(office.org, said.at - REMEMBERED, said.at + 1);
  const first = recent.filter((f) => f.settled?.how === 'done' && fits(f)).at(-1);
  if (!first) return undefined;
  const title = titlePhrase(mattersOf([first])[0]!, office.plan);
  return {
    message: answer(first.settled?.by === speaker ? phrase('settled-before', { title }) : byOther({ office }, first)),
  };
}

function byOther({ office }: Pick<Ask, 'office'>, facts: OccurrenceFacts): Phrase {
  return phrase('settled-by', {
    title: titlePhrase(mattersOf([facts])[0]!, office.plan),
    person: comrade(office.plan, facts.settled!.by),
    day: fullDay(dayDone(facts, office.plan)),
  });
}

/** 党员大会昨天开了，应到23实到21, after a bare 已开: the day and the figures are added to what was reported. */
async function withMoreFacts(ask: Ask, first: OccurrenceFacts, reading: ReplyReading): Promise<Reply | undefined> {
  const today = dateAt(ask.said.at, ask.office.plan.organization.zone);
  const counted = reading.expected !== null || reading.present !== null;
  const other = reading.date !== null && reading.date !== today && reading.date !== dayDone(first, ask.office.plan);
  return counted || other ? amend(ask, [first], reading) : undefined;
}

const weight = ({ text, people }: Act, facts: OccurrenceFacts): number =>
  aboutness(normalize(text).text, openItem(facts)) + (people.includes(facts.counterpart ?? '') ? 3 : 0);

/** 都办完了 names nothing: then it is about what is open. */
const best = (act: Act, { open }: Surroundings): number =>
  open.reduce((most, facts) => Math.max(most, weight(act, facts)), NAMED - 1);

/** From here on its words name an item. */
const NAMED = 2;
