import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Act, ReplyContext, ReplyReading, Targets } from '../core/reply/contract.ts';
import { saidOf } from '../core/reply/deed-words.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { readReply } from '../core/reply/reading.ts';
import { saysAll, saysTogether } from '../core/reply/sayings.ts';
import { ownWords, targetsOf } from '../core/reply/targets.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { amend } from './amend.ts';
import { answersTo } from './answered.ts';
import { askedOf, noLongerAsked } from './asking.ts';
import { mayReportFor, owedBy } from './behalf.ts';
import { carryOut } from './carry-out.ts';
import { checksTyped } from './checks.ts';
import { askWhich } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { earlyOf } from './early.ts';
import { withLines } from './evidence.ts';
import { joined } from './joined.ts';
import { askName } from './names.ts';
import { notUnderstood } from './not-understood.ts';
import { ofOthers } from './of-others.ts';
import { inPeriod } from './periods.ts';
import { maybeLine } from './progress-line.ts';
import { excuseByOffice } from './request.ts';
import { warned } from './sensitive.ts';
import { settledAlready } from './settled-already.ts';
import { contextOf, openItem, type Surroundings, surroundings, withGathering } from './surroundings.ts';
import { takeBack } from './take-back.ts';
import { fromTheOtherSide } from './talk-confirmed.ts';

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
    last: [],
    about: around.about.length > 0 ? around.about : [...ids],
  };
}

async function decided(ask: Ask, text: string, around: Surroundings): Promise<Reply> {
  const checked = await checksTyped(ask, around, text);
  if (checked) return checked;
  const context = contextOf(ask, around);
  const reading = readAgain(text, context, around);
  const answered = await answersTo(ask, around.asked, text, reading);
  if (answered) return warned(ask, answered, reading);
  const confirmed = await fromTheOtherSide(ask, text, context);
  if (confirmed) return warned(ask, confirmed, reading);
  const behalf = [reading, ...reading.acts].find((act) => act.onBehalfOf)?.onBehalfOf;
  if (behalf && behalf !== ask.speaker) return onBehalf(ask, text, around, behalf);
  const theirs = await ofOthers(ask, text, reading, context);
  if (theirs?.reading.intent === 'excuse') return excuseByOffice(ask, theirs.open);
  if (theirs) return meant(ask, { ...around, open: theirs.open, about: [], last: [] }, theirs.reading, theirs.context);
  return meant(ask, around, reading, context);
}

/** A correction is read beside what it corrects: the kind of duty tells what its names mean. */
function readAgain(text: string, context: ReplyContext, around: Surroundings): ReplyReading {
  const reading = readReply(text, context);
  const added = around.last.some((f) => f.gathering) && around.open.every((f) => !f.gathering);
  if ((!reading.corrects && !added) || around.last.length === 0) return reading;
  const again = readReply(text, { ...context, open: [...context.open, ...around.last.map(openItem)] });
  return again.corrects || (added && addsRollCall(again, around)) ? again : reading;
}

async function meant(ask: Ask, around: Surroundings, reading: ReplyReading, context: ReplyContext): Promise<Reply> {
  const text = ask.words;
  if (reading.pick?.from === 'item') return openPicked(ask, around, reading.pick.id);
  if (reading.intent === 'undo') return takeBack(ask, undefined);
  if ((reading.corrects || addsRollCall(reading, around)) && around.last.length > 0)
    return amend(ask, around.last, reading);
  const targets = telling(targetsIn(reading, context, around));
  if (targets.length === 0) {
    const [act] = reading.acts;
    const early = act?.intent === 'done' ? await earlyOf(ask, around, act, context) : undefined;
    if (early) return warned(ask, early, reading);
    const line = await maybeLine(ask, around, reading, ask.words);
    const reply = line ?? (await settledAlready(ask, text, around)) ?? lineOrNot(ask, around, reading);
    return warned(ask, reply, reading);
  }
  const replies: Reply[] = [];
  for (const target of targets) {
    const reply = await carried(ask, around, target, context, reading);
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
function addsRollCall(reading: ReplyReading, around: Surroundings): boolean {
  const counted = reading.expected !== null || reading.present !== null;
  const [first] = around.last;
  const waiting = around.open.some((f) => f.gathering);
  return counted && !waiting && first?.gathering === true && first.settled?.attendance === undefined;
}

/** 纪要存办公室3号柜, said by itself after a report: evidence, and nothing else. */
function lineOrNot(ask: Ask, around: Surroundings, reading: ReplyReading): Reply {
  const lines = reading.evidence.length > 0 ? withLines(ask, {}, around, reading) : {};
  return lines.recorded ? lines : notUnderstood(ask, around, reading);
}

/** 代某人报: read as that person would be, among what they owe; recorded as said by whoever says it. */
async function onBehalf(ask: Ask, text: string, around: Surroundings, person: string): Promise<Reply> {
  if (!mayReportFor(ask.office, ask.speaker, person, ask.said.at))
    return { message: answer(phrase('behalf-not-allowed')) };
  const theirs = { ...around, open: await owedBy(ask, person), about: [], last: [] };
  if (theirs.open.length === 0) return { message: answer(phrase('behalf-nothing-open')) };
  const context = contextOf({ ...ask, speaker: person }, theirs);
  const reading = readReply(text, context);
  return meant(ask, theirs, reading, context);
}

/**
 * Where several fit, a deed means one of those that its words are said of: what has not begun cannot be done, 开了 is
 * said of meetings, and one's own study is told in days.
 */
function targetsIn(reading: ReplyReading, context: ReplyContext, around: Surroundings): readonly Targets[] {
  return targetsOf(reading, context).map((target) => {
    if (!('ask' in target) || target.act.intent !== 'done') return target;
    const text = ownWords(target.act);
    const begun = context.open.filter((item) => !item.gathering || item.scheduled <= context.now);
    const told = begun.filter((item) => item.kind === 'study' || !isOwn(item.occurrence, around));
    const open = saidOf(text, told.length > 0 ? told : begun);
    if (open.length === 0 || open.length === context.open.length) return target;
    const [among] = targetsOf({ ...reading, acts: [target.act] }, { ...context, open });
    return among ?? target;
  });
}

const isOwn = (id: string, { open }: Surroundings): boolean => open.some((f) => f.id === id && f.own);

/** 核查办法弄完了, while only 入户抽查 is open: words that hardly fit what is open may name what comes later. */
function mayMeanAnother(target: Targets, around: Surroundings): boolean {
  if ('ask' in target || target.act.numbers.length > 0 || around.about.length > 0) return false;
  const [only] = around.open.filter((f) => target.occurrences.includes(f.id));
  const text = ownWords(target.act);
  return only !== undefined && text.length > BARE && aboutness(text, openItem(only)) < NAMED;
}

/** 都办完了, 已经办好了: shorter than this no sentence names a matter of its own. */
const BARE = 6;
/** From here on its words name an item. */
const NAMED = 4;

async function carried(
  ask: Ask,
  around: Surroundings,
  target: Targets,
  context: ReplyContext,
  reading: ReplyReading,
): Promise<Reply> {
  const { act } = target;
  const { text, ...said } = act;
  const moves = act.intent === 'postpone' || act.void;
  const early =
    moves || (act.intent === 'done' && ('ask' in target || mayMeanAnother(target, around)))
      ? await earlyOf(ask, around, act, context)
      : undefined;
  if (early) return early;
  const all = context.open.map((item) => item.occurrence);
  const together = heldTogether(act, 'ask' in target ? target.ask : all, context);
  const ids = together ?? ('ask' in target ? [] : target.occurrences);
  if ('ask' in target && ids.length === 0) return unsure(ask, around, target);
  const facts = withGathering(ids, around, ask.speaker);
  const pairs = act.numbers.length > 0 ? pairsOf(ids, around, act) : undefined;
  if (pairs === 'ask') return askWhich(ask, itemFacts(ids, around), said);
  if (act.intent === 'done' && reading.headCount !== null && facts.length > 1 && said.people.length === 0 && !act.all)
    return askWhich(ask, facts, said);
  return inPeriod(ask, around, pairs ?? facts, said, text);
}

/** 党员大会和党课一起开的: one gathering counts for two duties, if they say so and name both. */
function heldTogether(act: Act, ids: readonly string[], context: ReplyContext): readonly string[] | undefined {
  if (act.intent !== 'done' || !saysTogether(act.text)) return undefined;
  const text = normalize(act.text).text;
  const named = context.open.filter((item) => ids.includes(item.occurrence) && aboutness(text, item) >= 4);
  const duties = new Set(named.map((item) => item.duty));
  return duties.size > 1 && duties.size === named.length ? named.map((item) => item.occurrence) : undefined;
}

function itemFacts(ids: readonly string[], around: Surroundings): readonly OccurrenceFacts[] {
  const listed = around.shown.filter((item) => item.some((id) => ids.includes(id))).flat();
  return around.open.filter((f) => ids.includes(f.id) || listed.includes(f.id));
}

/** A line of the list may stand for several talks: a name says which, 都 says all, a bare number asks. */
function pairsOf(
  ids: readonly string[],
  around: Surroundings,
  act: Act,
): readonly OccurrenceFacts[] | 'ask' | undefined {
  const facts = itemFacts(ids, around);
  const talks = facts.filter((f) => f.counterpart !== undefined);
  if (talks.length < 2 || act.intent === 'acknowledge') return undefined;
  const several = mattersOf(talks).some((m) => m.facts.length > 1);
  if (!several) return undefined;
  if (act.people.length > 0) return talks.filter((f) => act.people.includes(f.counterpart!));
  return act.all || saysAll(act.text) || act.intent !== 'done' ? facts : 'ask';
}

async function unsure(
  ask: Ask,
  around: Surroundings,
  target: Extract<Targets, { ask: readonly string[] }>,
): Promise<Reply> {
  const { text, ...act } = target.act;
  const last = act.intent === 'acknowledge' ? lastShown(target.ask, around) : [];
  if (last.length > 0) return carryOut(ask, last, act);
  const facts = withGathering(target.ask, around, ask.speaker);
  if (act.intent === 'done' && act.unresolved.length > 0) {
    const question = askName(ask, facts, act);
    if (question) return question;
  }
  const answered = act.intent === 'done' ? justAsked(facts, around) : [];
  if (answered.length > 0) return carryOut(ask, answered, act, text);
  const one = new Set(facts.map((f) => `${f.duty} ${f.gathering ? '' : f.person} ${f.counterpart ?? ''}`)).size === 1;
  if (act.intent === 'done' && one && (facts.every((f) => f.gathering) || named(target.act, facts)))
    return inPeriod(ask, around, facts, act, text);
  const before = act.intent === 'done' ? await settledAlready(ask, text, around) : undefined;
  if (before) return before;
  return facts.length === 0 ? { message: answer(phrase('nothing-open')) } : askWhich(ask, facts, act);
}

/** 会开了吗 was the last that was asked, of one event: where only times of that event fit, the answer means that one. */
function justAsked(facts: readonly OccurrenceFacts[], { shown }: Surroundings): readonly OccurrenceFacts[] {
  const [only, another] = shown;
  if (!only || another || facts.some((f) => !f.gathering || f.duty !== facts[0]!.duty)) return [];
  return facts.filter((f) => only.includes(f.id));
}

/** 收到 by itself answers what the bot said last. */
function lastShown(ids: readonly string[], around: Surroundings): readonly OccurrenceFacts[] {
  const shown = around.shown.flat();
  return around.open.filter((f) => shown.includes(f.id) && ids.includes(f.id));
}

const named = (act: Act, facts: readonly OccurrenceFacts[]): boolean =>
  facts.some((f) => aboutness(normalize(act.text).text, openItem(f)) > 0 || act.people.includes(f.counterpart ?? ''));

async function openPicked(ask: Ask, around: Surroundings, id: string): Promise<Reply> {
  const about = around.shown.find((ids) => ids.includes(id)) ?? [id];
  const facts = await ask.world.store.ledger.occurrences(ask.office.org, about);
  const foreign = facts.some((f) => f.asked !== ask.speaker && f.person !== ask.speaker);
  return commandById(foreign ? 'handle' : 'open')!.run({ ...ask, facts });
}
