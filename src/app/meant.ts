import { MINUTE } from '../core/calendar.ts';
import { phrase } from '../core/phrase.ts';
import { numberBeyond } from '../core/reply/bare.ts';
import type { ReplyContext, ReplyReading, Targets } from '../core/reply/contract.ts';
import { saysDayWrong } from '../core/reply/undo-words.ts';
import { tellsOnlyWhen } from '../core/reply/when-words.ts';
import { amend } from './amend.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { earlyOf } from './early.ts';
import { lineAlone, withLines } from './evidence.ts';
import { joined } from './joined.ts';
import { nothingMeant, notUnderstood } from './not-understood.ts';
import { oneAct } from './one-act.ts';
import { maybeLine } from './progress-line.ts';
import { warned } from './sensitive.ts';
import { settledAlready } from './settled-already.ts';
import type { Surroundings } from './surroundings.ts';
import { takeBackSaid } from './take-back.ts';
import { targetsIn } from './which-items.ts';

/** What was read of a sentence, carried out: a correction of the last report, or each act on what it is about. */
export async function meant(
  ask: Ask,
  around: Surroundings,
  reading: ReplyReading,
  context: ReplyContext,
): Promise<Reply> {
  const text = ask.words;
  if (reading.pick?.from === 'item') return openPicked(ask, around, reading.pick.id);
  if (reading.intent === 'undo' && saysDayWrong(text) && around.last.length > 0)
    return commandById('date')!.run({ ...ask, facts: around.last });
  if (reading.intent === 'undo') return takeBackSaid(ask, context, around.last);
  if ((reading.corrects || addsRollCall(reading, around)) && around.last.length > 0)
    return amend(ask, around.last, reading);
  if (addsDay(ask, around, reading)) return amend(ask, around.last, reading);
  const beyond = numberBeyond(text, reading, context);
  if (beyond !== undefined) return nothingMeant(ask, around, phrase('number-beyond', { no: beyond }));
  const targets = telling(targetsIn(reading, context, around));
  if (targets.length === 0) {
    const [act] = reading.acts;
    const early = act?.intent === 'done' ? await earlyOf(ask, around, act, context) : undefined;
    if (early) return warned(ask, early, reading);
    const line = await maybeLine(ask, around, reading, ask.words);
    const reply = line ?? (await settledAlready(ask, text, around)) ?? (await lineOrNot(ask, around, reading));
    return warned(ask, reply, reading);
  }
  const replies: Reply[] = [];
  for (const target of targets) {
    const reply = await oneAct(ask, around, target, context, reading);
    replies.push(isLeft(target, targets) ? { ...reply, message: undefined } : reply);
  }
  return warned(ask, withLines(ask, joined(replies), around, reading), reading);
}

/** 她想加个人手, beside what was reported: nothing to record, and nothing to say of it. */
function telling(targets: readonly Targets[]): readonly Targets[] {
  const said = targets.filter(({ act }) => act.intent !== 'none');
  return said.length > 0 ? said : targets;
}

/** 和甲谈了，还差乙: the echo of the talks names who is left by itself. */
function isLeft(target: Targets, all: readonly Targets[]): boolean {
  if ('ask' in target || target.act.intent !== 'not_done') return false;
  const pairsOwed = (one: Targets) => ('ask' in one ? [] : one.occurrences.map((id) => id.split('+')[0]));
  const done = all.filter(({ act }) => act.intent === 'done').flatMap(pairsOwed);
  return target.occurrences.every((id) => id.includes('+') && done.includes(id.split('+')[0]));
}

/** 应到7实到6，李局请假, right after 已开: who came is added to what was just reported, where no other event waits. */
export function addsRollCall(reading: ReplyReading, around: Surroundings): boolean {
  const counted = reading.expected !== null || reading.present !== null;
  const [first] = around.last;
  const waiting = around.open.some((f) => f.gathering);
  return counted && !waiting && first?.gathering === true && first.settled?.attendance === undefined;
}

/** 纪要存办公室3号柜, said by itself after a report: evidence, and nothing else. */
async function lineOrNot(ask: Ask, around: Surroundings, reading: ReplyReading): Promise<Reply> {
  return reading.evidence.length > 0 ? lineAlone(ask, around, reading) : notUnderstood(ask, around, reading);
}

/** 是昨天谈的, right after the report: the day of what was just told, and not of another that is open. */
function addsDay({ said, speaker, words }: Ask, { last, about }: Surroundings, { date }: ReplyReading): boolean {
  const fresh = last.every(({ settled }) => settled?.by === speaker && said.at - settled.at <= JUST_TOLD);
  return date !== null && last.length > 0 && about.length === 0 && fresh && tellsOnlyWhen(words, last[0]!.kind);
}

/** So long a report is what the next words are about. */
const JUST_TOLD = 30 * MINUTE;

async function openPicked(ask: Ask, around: Surroundings, id: string): Promise<Reply> {
  const about = around.shown.find((ids) => ids.includes(id)) ?? [id];
  const facts = await ask.world.store.ledger.occurrences(ask.office.org, about);
  const foreign = facts.some((f) => f.asked !== ask.speaker && f.person !== ask.speaker);
  return commandById(foreign ? 'handle' : 'open')!.run({ ...ask, facts });
}
