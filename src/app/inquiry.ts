import { DAY } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { saysTalkedWith } from '../core/reply/talk-words.ts';
import { answer } from '../core/wording/echo.ts';
import { openMessage, standingMessage } from '../core/wording/inquiry.ts';
import { comrade, mattersOf } from '../core/wording/item.ts';
import { mayReportFor, owedBy } from './behalf.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { othersNamed } from './of-others.ts';
import { contextOf, openItem, type Surroundings } from './surroundings.ts';
import { comingFor } from './upcoming.ts';

/** How long something that was settled is still told of, to whoever asks whether it was. */
const REMEMBERED = 31 * DAY;
/** From here on words name an item. */
const NAMED = 2;

/**
 * 什么时候到期, 我还差什么, 王局的督导办了没有: answered as a secretary would, with the day and how it stands; what
 * somebody else owes only to whoever may report for them. Nothing is recorded. Undefined where there is nothing to tell.
 */
export async function inquired(ask: Ask, around: Surroundings, text: string): Promise<Reply | undefined> {
  const { office, speaker, said } = ask;
  const { plan } = office;
  const own = around.open.filter((f) => f.asked === speaker || f.person === speaker);
  const named = await namedAmong(ask, speaker, own, text);
  if (named.length > 0) return { message: standingMessage(mattersOf(named), plan, said.at) };
  const [person, another] = othersNamed(ask, text, contextOf(ask, around));
  if (person !== undefined && another === undefined) return ofAnother(ask, person, text);
  return own.length === 0 ? undefined : { message: openMessage(mattersOf(own), plan, said.at) };
}

async function ofAnother(ask: Ask, person: PersonId, text: string): Promise<Reply> {
  const { office, speaker, said } = ask;
  if (!mayReportFor(office, speaker, person, said.at)) return { message: answer(phrase('inquiry-not-yours')) };
  const open = (await owedBy(ask, person)).filter((f) => !f.own);
  const named = await namedAmong(ask, person, open, text);
  const told = named.length > 0 ? named : open;
  if (told.length === 0)
    return { message: answer(phrase('inquiry-of-nothing', { person: comrade(office.plan, person) })) };
  return { message: standingMessage(mattersOf(told), office.plan, said.at, person) };
}

/** What the words name best: of what is open, what was settled of late, and what comes next. */
async function namedAmong(
  ask: Ask,
  person: PersonId,
  open: readonly OccurrenceFacts[],
  text: string,
): Promise<readonly OccurrenceFacts[]> {
  const { office, world, said } = ask;
  const plain = normalize(text).text;
  const talks = saysTalkedWith(plain);
  const people = othersNamed(ask, text, contextOf(ask, { open, shown: [], about: [], last: [] }));
  const weight = (f: OccurrenceFacts) =>
    f.counterpart === undefined
      ? aboutness(plain, openItem(f))
      : talks && (people.length === 0 || people.includes(f.counterpart))
        ? NAMED
        : 0;
  const settled = await world.store.ledger.settledBetween(office.org, said.at - REMEMBERED, said.at + 1);
  const theirs = settled.filter((f) => f.asked === person || f.person === person);
  // What is owed now says more than what was, and that more than what will be.
  for (const facts of [open, theirs, comingFor(ask, person, open)]) {
    const best = Math.max(0, ...facts.map(weight));
    if (best >= NAMED) return newest(facts.filter((f) => weight(f) === best));
  }
  return [];
}

/** Of what was settled again and again the last; of what is open all, since each is owed. */
function newest(facts: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  return facts.filter((f) => !f.settled || facts.every((g) => g.duty !== f.duty || g.scheduled <= f.scheduled));
}
