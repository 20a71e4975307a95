import { randomUUID } from 'node:crypto';
import { DAY, dateAt, type LocalDate } from '../core/calendar.ts';
import { type Done, recordDone, recordUndone, together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { correctionOf, substanceOf } from '../core/reply/substance.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer, dayDone, recordedMessage, withMore } from '../core/wording/echo.ts';
import { comrade, reasonPhrase, titlePhrase } from '../core/wording/item.ts';
import { attendanceAfter } from './attendance-after.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { wholeGathering } from './gathering.ts';
import { askWhyAmended } from './late-amend.ts';
import { confided } from './meaning.ts';
import { tellPartners, unsay } from './partners.ts';
import { wantsLine } from './progress-line.ts';
import { refusals } from './report.ts';
import { saidFor } from './said-for.ts';
import { amendPeople } from './swap.ts';
import { takeBack, tellChange } from './take-back.ts';
import { sealed } from './text.ts';

/** 不是和王，是和陈; 不是周四，是周三; 实到20: taken back and recorded anew with the right value, both entries stay. */
export async function amend(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  reading: ReplyReading,
  reason?: string,
): Promise<Reply> {
  const talks = facts.filter((f) => f.counterpart !== undefined);
  const others = reading.people.filter((p) => talks.every((f) => f.counterpart !== p));
  if (talks.length > 0 && others.length > 0) {
    const meant = await reportedWith(ask, reading);
    if (meant.length > 0) return amend(ask, meant, reading, reason);
    const late = reason === undefined ? askWhyAmended(ask, talks, reading) : undefined;
    return late ?? amendPeople(ask, talks, reading, reason);
  }
  // 不是周洁，是孙伟, where both were reported: the wrong one is taken back, the right one stands as it is.
  const wrong = talks.filter((f) => reading.takenBack.includes(f.counterpart!));
  if (wrong.length > 0 && others.length === 0) return takeBack(ask, wrong);
  // 王志强是前天谈的, of a report of two: the other stays as it was.
  const named = talks.filter((f) => reading.people.includes(f.counterpart!));
  if (named.length > 0 && named.length < facts.length) return amend(ask, named, reading, reason);
  const why = reason === undefined ? askWhyAmended(ask, facts, reading) : undefined;
  if (why) return why;
  const { expected, present, absent } = reading;
  // An earlier correction may have left out whoever was excused: they belong to the same event.
  const whole = facts[0]?.gathering ? await wholeGathering(ask, facts[0]) : facts;
  const came = whole.filter((f) => f.settled?.how === 'excused' && reading.people.includes(f.person));
  const said = reading.topic && !confided(facts, ask.office) ? reading.topic : undefined;
  const line = newLine(ask, facts);
  const figures = expected !== null || present !== null || came.length > 0 || absent.length > 0;
  const other = figures || said !== undefined || line !== undefined;
  // The day of the message is what every sentence without a day says: then the day stays as it was.
  const today = dateAt(ask.said.at, ask.office.plan.organization.zone);
  const day = reading.date && (reading.date !== today || !other) ? reading.date : undefined;
  if (!day && !other) return { message: answer(phrase('amend-what')) };
  const held = facts.filter((f) => f.settled?.how === 'done');
  const base = restOf(held[0] ?? facts[0]!);
  const away = absent.flatMap(({ person, reason }) => (person ? [{ person, reason: reason ?? 'leave' }] : []));
  const attendance = attendanceAfter(base.attendance, reading, came, away);
  const topic = said === undefined ? undefined : sealed(maskedText(said), randomUUID());
  // Whoever was excused stays so, unless the correction says that they came.
  const reply = await anew(
    ask,
    [...held, ...came],
    (f) => ({
      ...(f.settled?.how === 'done' ? restOf(f) : base),
      carriedOut: day ?? (f.settled?.how === 'done' ? f : held[0])?.settled?.carriedOut,
      attendance,
      ...(topic ? { topic: topic.ref } : {}),
      ...(line ? { line: line.ref } : {}),
      absent: away,
    }),
    reason,
  );
  if (line && reply.recorded && reply.message)
    return {
      ...reply,
      texts: line.texts,
      message: withMore(reply.message, phrase('record-line', { line: line.said })),
    };
  if (!topic || !reply.recorded || !reply.message) return reply;
  const text = phrase('record-topic', { topic: maskedText(said ?? '') });
  return { ...reply, texts: topic.texts, message: withMore(reply.message, text) };
}

/** 改一下，合同已经签了: the line of a report of progress, anew. */
function newLine({ words }: Ask, facts: readonly OccurrenceFacts[]) {
  if (!wantsLine(facts)) return undefined;
  const said = substanceOf(correctionOf(words), facts[0]!.title);
  return said === undefined ? undefined : { said: maskedText(said), ...sealed(maskedText(said), randomUUID()) };
}

/** 王志强是昨天谈的: not the last report, but the one that names them. */
async function reportedWith({ world, office, said, speaker }: Ask, { people, takenBack }: ReplyReading) {
  if (takenBack.length > 0) return [];
  const settled = await world.store.ledger.settledBetween(office.org, said.at - 3 * DAY, said.at + 1);
  const theirs = settled.filter((f) => f.settled?.by === speaker && f.counterpart && people.includes(f.counterpart));
  return people.every((p) => theirs.some((f) => f.counterpart === p)) ? theirs : [];
}

/** It was carried out on another day than was recorded. */
export async function amendDate(ask: Ask, facts: readonly OccurrenceFacts[], day: LocalDate): Promise<Reply> {
  return anew(ask, facts, (f) => ({ ...restOf(f), carriedOut: day }));
}

/** What a report held, apart from its day, stays with it. */
function restOf({ settled }: OccurrenceFacts): Done {
  const { attendance, topic, presenter, amount, line } = settled ?? {};
  return { attendance, topic, presenter, amount, line };
}

async function anew(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  doneOf: (facts: OccurrenceFacts) => Done,
  reason?: string,
): Promise<Reply> {
  const { office, said } = ask;
  const { zone } = office.plan.organization;
  const days = facts.map((f) => doneOf(f).carriedOut).filter((d) => d !== undefined);
  if (days.some((day) => day > dateAt(said.at, zone))) return { message: answer(phrase('amend-future')) };
  const undone = recordUndone(facts, said, reason ?? 'amended');
  const again = together(
    undone.occurrences.map((f) => recordDone([f], saidFor(ask, f), doneOf(facts.find((one) => one.id === f.id)!))),
  );
  if (again.occurrences.length === 0) return { message: answer(...refusals(again, undone.occurrences, ask)) };
  await unsay(ask, facts);
  return {
    recorded: together([undone, again]),
    message: recordedMessage(again.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
    notices: [
      ...tellChange(
        ask,
        changeIn(ask, facts[0]!, again.occurrences[0]!),
        ...(reason === undefined ? [] : [phrase('change-why', { reason: reasonPhrase(reason) })]),
      ),
      ...tellPartners(ask, again.occurrences),
    ],
  };
}

/** What the secretary reads: the two days where the day changed, else that what else was recorded did. */
function changeIn({ office, speaker }: Ask, before: OccurrenceFacts, after: OccurrenceFacts): Phrase {
  const person = comrade(office.plan, speaker);
  const title = titlePhrase({ facts: [after], first: after }, office.plan);
  const [was, is] = [fullDay(dayDone(before, office.plan)), fullDay(dayDone(after, office.plan))];
  const same = dayDone(before, office.plan) === dayDone(after, office.plan);
  return same
    ? phrase('change-record', { person, title, day: is })
    : phrase('change-day', { person, title, before: was, after: is });
}
