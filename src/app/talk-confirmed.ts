import { DAY } from '../core/calendar.ts';
import { recordConfirmed } from '../core/confirmed.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { readReply } from '../core/reply/reading.ts';
import { tellsOfTalk } from '../core/reply/talk-words.ts';
import { canBeDone } from '../core/standing.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer, dayDone, withButtons } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reportDone } from './report.ts';
import { openItem } from './surroundings.ts';

/** A talk of longer ago is not what somebody tells of today. */
const RECENT = 14 * DAY;
const QUARTER = 92 * DAY;

/**
 * One talk told by both sides is one record. What the other side has reported is confirmed by both; what only the other
 * side owes is recorded on their behalf, and they hear of it. Undefined: the speaker owes such a talk, or tells of none.
 */
export async function fromTheOtherSide(ask: Ask, text: string, context: ReplyContext): Promise<Reply | undefined> {
  if (!tellsOfTalk(text)) return undefined;
  const talks = await talksOf(ask);
  const seen = talks.filter((f) => f.counterpart === ask.speaker);
  // Read as if the speaker owed it: only beside a talk does 张局 mean whom it was with.
  const open = [...context.open, ...seen.map((f) => ({ ...openItem(f), counterpart: f.person }))];
  const reading = readReply(text, { ...context, open });
  const { people, intent, unresolved, corrects } = reading;
  const [partner] = people;
  if ((intent !== 'done' && intent !== 'none') || corrects || people.length !== 1 || !partner) return undefined;
  if (partner === ask.speaker || unresolved.length > 0) return undefined;
  const own = talks.filter((f) => f.person === ask.speaker && f.counterpart === partner);
  const theirs = seen.filter((f) => f.person === partner);
  if (own.some((f) => !f.settled)) return undefined;
  const known = [...own, ...theirs].filter((f) => isToldByOther(f, ask, reading));
  if (known.length > 0) return confirmation(ask, partner, known);
  const owed = theirs.filter((f) => !f.settled && canBeDone(f, ask.said.at) === 'yes').sort((a, b) => a.due - b.due);
  const done = reading.date ? { carriedOut: reading.date } : {};
  return owed[0] ? recordedForThem(ask, partner, await reportDone(ask, [owed[0]], done)) : undefined;
}

/** Whoever owes it hears of it; whom else they have not yet talked with is their own affair. */
function recordedForThem({ office }: Ask, partner: PersonId, reply: Reply): Reply {
  const [talk] = reply.recorded?.occurrences ?? [];
  if (!talk?.settled) return reply;
  const args = { day: fullDay(dayDone(talk, office.plan)), person: comrade(office.plan, partner) };
  const undo = { label: phrase('button-undo'), action: { command: 'undo', about: [talk.id] } };
  return { ...reply, message: withButtons(answer(phrase('talk-recorded-for', args)), [undo]) };
}

/** Talks of this time in which the speaker is one of the two. */
async function talksOf({ world, office, speaker, said }: Ask): Promise<readonly OccurrenceFacts[]> {
  const near = await world.store.ledger.dueBetween(office.org, said.at - QUARTER, said.at + 366 * DAY);
  return near.filter((f) => f.kind === 'talk' && (f.counterpart === speaker || f.person === speaker));
}

/** Recorded lately by somebody else than the speaker, and of that day where they name one. */
function isToldByOther(f: OccurrenceFacts, { said, speaker, office }: Ask, { date }: ReplyReading): boolean {
  if (f.settled?.how !== 'done' || f.settled.by === speaker || said.at - f.settled.at > RECENT) return false;
  return date === null || dayDone(f, office.plan) === date;
}

function confirmation(ask: Ask, partner: PersonId, talks: readonly OccurrenceFacts[]): Reply {
  const { office, said } = ask;
  const args = { day: fullDay(dayDone(talks[0]!, office.plan)), person: comrade(office.plan, partner) };
  // Confirmed by both only where the other one reported it; else whoever recorded it is named.
  const by = talks[0]!.settled!.by;
  const text =
    by === partner
      ? phrase('talk-confirmed', args)
      : phrase('talk-confirmed-one', { ...args, by: comrade(office.plan, by) });
  return { recorded: recordConfirmed(talks, said), message: answer(text) };
}
