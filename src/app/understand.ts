import { MINUTE } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { additionIn } from '../core/reply/addition-words.ts';
import type { ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { readReply } from '../core/reply/reading.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { answersTo } from './answered.ts';
import { askedOf, noLongerAsked } from './asking.ts';
import { mayReportFor, owedBy } from './behalf.ts';
import { checksTyped } from './checks.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { joined } from './joined.ts';
import { excuseByOffice } from './leave.ts';
import { listedAnswers } from './listed-answers.ts';
import { addsRollCall, meant } from './meant.ts';
import { deedOfAnother, ofOthers } from './of-others.ts';
import { lineIn, newestAsked, reportLine, wantsLine } from './progress-line.ts';
import { refiled } from './refile.ts';
import { warned } from './sensitive.ts';
import { contextOf, openItem, type Surroundings, surroundings } from './surroundings.ts';
import { fromTheOtherSide } from './talk-confirmed.ts';
import { talkDenied } from './talk-denied.ts';
import { reportMeant } from './which-report.ts';

/**
 * A sentence: what it means is read by core/reply, what it changes is decided here; in doubt it is asked back.
 * `again`: what an earlier version of this very message had settled, open for this one.
 */
export async function understand(ask: Ask, text: string, again: readonly OccurrenceFacts[] = []): Promise<Reply> {
  const asked = await askedOf(ask);
  const found = await surroundings(ask, asked);
  const around = again.length > 0 ? reopened(found, again) : found;
  const reply = await decided(ask, text, around);
  return asked ? noLongerAsked(ask, reply) : reply;
}

/** As if the earlier version had never been sent; it is no longer what 更正 would mean. */
function reopened(around: Surroundings, again: readonly OccurrenceFacts[]): Surroundings {
  const ids = new Set(again.map((f) => f.id));
  return {
    ...around,
    open: [...around.open.filter((f) => !ids.has(f.id)), ...again],
    reports: [],
    last: [],
    about: around.about.length > 0 ? around.about : [...ids],
  };
}

async function decided(ask: Ask, text: string, around: Surroundings): Promise<Reply> {
  const checked = await checksTyped(ask, around, text);
  if (checked) return checked;
  const { replies, rest } = await listedAnswers(ask, around, text);
  if (replies.length > 0) return rest === '' ? joined(replies) : joined([...replies, await read(ask, rest, around)]);
  return read(ask, text, around);
}

async function read(whole: Ask, text: string, found: Surroundings): Promise<Reply> {
  const ask = { ...whole, words: text };
  const { around, context, reading } = await readBeside(ask, text, found);
  const answered = await answersTo(ask, around, text, reading);
  if (answered) return warned(ask, answered, reading);
  const moved = await refiled(ask, around, text);
  if (moved) return warned(ask, moved, reading);
  const denied = await talkDenied(ask, around, reading, context);
  if (denied) return warned(ask, denied, reading);
  const confirmed = await fromTheOtherSide(ask, text, context);
  if (confirmed) return warned(ask, confirmed, reading);
  const behalf = [reading, ...reading.acts].find((act) => act.onBehalfOf)?.onBehalfOf;
  if (behalf && behalf !== ask.speaker) return onBehalf(ask, text, around, behalf);
  const theirs = await ofOthers(ask, text, reading, context);
  if (theirs?.reading.intent === 'excuse') return excuseByOffice(ask, theirs.open);
  if (theirs)
    return meant(
      ask,
      { ...around, open: theirs.open, about: [], reports: [], last: [] },
      theirs.reading,
      theirs.context,
    );
  return (await deedOfAnother(ask, text, reading, context)) ?? meant(ask, around, reading, context);
}

/** 代孙伟报，进展：水电已通: the line that is asked of them, in the words of whoever reports it. */
async function lineBeside(ask: Ask, open: readonly OccurrenceFacts[], text: string): Promise<Reply | undefined> {
  const wanting = newestAsked(
    open.filter((f) => wantsLine([f])),
    ask.said.at,
  );
  const line = lineIn(wanting, text);
  return line && mattersOf(wanting).length === 1 ? reportLine(ask, wanting, {}, line) : undefined;
}

/** Read beside the last report, and again beside another one where the words mean that. */
async function readBeside(ask: Ask, text: string, found: Surroundings) {
  const before = contextOf(ask, found);
  const first = readAgain(text, before, found);
  const last = await reportMeant(ask, found, text, before, first);
  if (sameFacts(last, found.last)) return { around: found, context: before, reading: first };
  const around = { ...found, last };
  const context = contextOf(ask, around);
  return { around, context, reading: readAgain(text, context, around) };
}

const sameFacts = (a: readonly OccurrenceFacts[], b: readonly OccurrenceFacts[]): boolean =>
  a.length === b.length && a.every((f) => b.some((other) => other.id === f.id));

/** A correction is read beside what it corrects: the kind of duty tells what its names mean. */
function readAgain(text: string, context: ReplyContext, around: Surroundings): ReplyReading {
  const more = additionIn(text);
  if (more !== undefined && around.last.length > 0 && around.last.every((f) => isFresh(f, context))) {
    const adds = readReply(more, { ...context, open: around.last.map(openItem), about: [] });
    if (adds.corrects && adds.topic) return adds;
  }
  const reading = readReply(text, context);
  const added = around.last.some((f) => f.gathering) && around.open.every((f) => !f.gathering);
  if ((!reading.corrects && !added) || around.last.length === 0) return reading;
  const again = readReply(text, { ...context, open: [...context.open, ...around.last.map(openItem)] });
  return again.corrects || (added && addsRollCall(again, around)) ? again : reading;
}

/** So long a report is what the next words add to. */
const ADDED_MS = 30 * MINUTE;
const isFresh = ({ settled }: OccurrenceFacts, { now, speaker }: ReplyContext): boolean =>
  settled?.by === speaker && now - settled.at <= ADDED_MS;

/** 代某人报: read as that person would be, among what they owe; recorded as said by whoever says it. */
async function onBehalf(ask: Ask, text: string, around: Surroundings, person: string): Promise<Reply> {
  if (!mayReportFor(ask.office, ask.speaker, person, ask.said.at))
    return { message: answer(phrase('behalf-not-allowed')) };
  const theirs = { ...around, open: await owedBy(ask, person), about: [], reports: [], last: [] };
  if (theirs.open.length === 0) return { message: answer(phrase('behalf-nothing-open')) };
  const context = contextOf({ ...ask, speaker: person }, theirs);
  const reading = readReply(text, context);
  const line = reading.acts.length === 0 ? await lineBeside(ask, theirs.open, text) : undefined;
  return line ?? meant(ask, theirs, reading, context);
}
