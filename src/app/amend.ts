import { randomUUID } from 'node:crypto';
import { DAY, dateAt, type LocalDate } from '../core/calendar.ts';
import { type Done, type Recorded, recordDone, recordUndone, together } from '../core/check-in.ts';
import { recordFreed } from '../core/extension.ts';
import type { Attendance, OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { correctionOf, substanceOf } from '../core/reply/substance.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer, dayDone, recordedMessage, withMore } from '../core/wording/echo.ts';
import { comrade, mattersOf, nameOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { wholeGathering } from './gathering.ts';
import { confided } from './meaning.ts';
import { tellPartners, unsay } from './partners.ts';
import { wantsLine } from './progress-line.ts';
import { refusals } from './report.ts';
import { saidFor } from './said-for.ts';
import { tellChange } from './take-back.ts';
import { sealed } from './text.ts';

/** 不是和王，是和陈; 不是周四，是周三; 实到20: taken back and recorded anew with the right value, both entries stay. */
export async function amend(ask: Ask, facts: readonly OccurrenceFacts[], reading: ReplyReading): Promise<Reply> {
  const talks = facts.filter((f) => f.counterpart !== undefined);
  const others = reading.people.filter((p) => talks.every((f) => f.counterpart !== p));
  if (talks.length > 0 && others.length > 0) {
    const meant = await reportedWith(ask, reading);
    return meant.length > 0 ? amend(ask, meant, reading) : amendPeople(ask, talks, reading);
  }
  // 王志强是前天谈的, of a report of two: the other stays as it was.
  const named = talks.filter((f) => reading.people.includes(f.counterpart!));
  if (named.length > 0 && named.length < facts.length) return amend(ask, named, reading);
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
  const reply = await anew(ask, [...held, ...came], (f) => ({
    ...(f.settled?.how === 'done' ? restOf(f) : base),
    carriedOut: day ?? (f.settled?.how === 'done' ? f : held[0])?.settled?.carriedOut,
    attendance,
    ...(topic ? { topic: topic.ref } : {}),
    ...(line ? { line: line.ref } : {}),
    absent: away,
  }));
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

type Away = readonly { readonly person: PersonId; readonly reason: string }[];

/** 陈敏也来了: no longer among the absent, and one more who came, unless the sentence counts anew. */
function attendanceAfter(
  before: Attendance | undefined,
  { expected, present }: ReplyReading,
  came: readonly OccurrenceFacts[],
  away: Away,
): Attendance | undefined {
  const back = new Set(came.map((f) => f.person));
  const absent = [...(before?.absent ?? []).filter((a) => away.every((b) => b.person !== a.person)), ...away];
  const left = absent.filter((a) => !back.has(a.person));
  const gone = away.filter((a) => before?.absent?.every((b) => b.person !== a.person) ?? true);
  const { absent: _, ...rest } = before ?? {};
  const counted = present ?? (before?.present === undefined ? undefined : before.present + back.size - gone.length);
  const after: Attendance = {
    ...rest,
    ...(expected === null ? {} : { expected }),
    ...(counted === undefined ? {} : { present: counted }),
    ...(left.length > 0 ? { absent: left } : {}),
  };
  return Object.keys(after).length > 0 ? after : undefined;
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
): Promise<Reply> {
  const { office, said } = ask;
  const { zone } = office.plan.organization;
  const days = facts.map((f) => doneOf(f).carriedOut).filter((d) => d !== undefined);
  if (days.some((day) => day > dateAt(said.at, zone))) return { message: answer(phrase('amend-future')) };
  const undone = recordUndone(facts, said, 'amended');
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
      ...tellChange(ask, changeIn(ask, facts[0]!, again.occurrences[0]!)),
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

/** The talk was with somebody else: that pair is credited, the other one is owed again and has two working days. */
async function amendPeople(ask: Ask, wrong: readonly OccurrenceFacts[], reading: ReplyReading): Promise<Reply> {
  const { people, takenBack } = reading;
  const [first] = wrong;
  const open = await ask.world.store.ledger.askedOf(ask.office.org, first!.asked);
  const right = open.filter(
    (f) => f.duty === first!.duty && f.slot === first!.slot && f.counterpart && people.includes(f.counterpart),
  );
  // 没跟陈谈，是跟周谈的: whoever else was reported with them stays as they were.
  const named = wrong.filter((f) => takenBack.includes(f.counterpart!));
  const gone = named.length > 0 ? named : wrong.filter((f) => !people.includes(f.counterpart!));
  if (right.length === 0) {
    const names = people.map((p) => nameOf(ask.office.plan, p));
    return { message: answer(phrase('amend-nobody', { names })) };
  }
  return swap(ask, gone, right);
}

/** What is owed beside what a correction touched: it is among those who are left. */
async function others({ world, office }: Ask, { occurrences }: Recorded): Promise<readonly OccurrenceFacts[]> {
  const [first] = occurrences;
  const open = first ? await world.store.ledger.askedOf(office.org, first.asked) : [];
  return open.filter((f) => occurrences.every((o) => o.id !== f.id));
}

/** 改人: the pairs that were wrong are set free, the right ones take their day. */
export async function swap(
  ask: Ask,
  wrong: readonly OccurrenceFacts[],
  right: readonly OccurrenceFacts[],
): Promise<Reply> {
  const { office, said } = ask;
  const day = dayDone(wrong[0] ?? right[0]!, office.plan);
  const freed = recordFreed(wrong, said, 'wrong-person', office.plan.organization);
  const done = together(right.map((f) => recordDone([f], saidFor(ask, f), { carriedOut: day })));
  if (done.occurrences.length === 0) return { message: answer(...refusals(done, right, ask)) };
  const title = (facts: readonly OccurrenceFacts[]) => titlePhrase(mattersOf(facts)[0]!, office.plan);
  const change = phrase('change-people', {
    person: comrade(office.plan, ask.speaker),
    before: title(wrong.length > 0 ? wrong : right),
    after: title(done.occurrences),
  });
  const recorded: Recorded = together([freed, done]);
  return {
    recorded,
    message: recordedMessage(done.occurrences, office.plan, [...(await others(ask, recorded)), ...freed.occurrences]),
    shows: [...wrong, ...right].map((f) => f.id),
    notices: [...tellChange(ask, change), ...(await unsay(ask, wrong)), ...tellPartners(ask, done.occurrences)],
    toast: phrase('toast-recorded'),
  };
}
