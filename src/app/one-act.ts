import { DAY, dateAt } from '../core/calendar.ts';
import { type OccurrenceFacts, startOf } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Act, Intent, ReplyContext, ReplyReading, Targets } from '../core/reply/contract.ts';
import { aboutness, namesAnother } from '../core/reply/duty-words.ts';
import { maskedText } from '../core/reply/mask.ts';
import { matterNamed, mayBeMeant, strangeMatter } from '../core/reply/matter-named.ts';
import { normalize } from '../core/reply/normalize.ts';
import { saysNotYet } from '../core/reply/sayings.ts';
import { tellsOfWork } from '../core/reply/substance.ts';
import { answer } from '../core/wording/echo.ts';
import { stillOpenMessage } from '../core/wording/inquiry.ts';
import { mattersOf } from '../core/wording/item.ts';
import { carryOut } from './carry-out.ts';
import { askWhich } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { earlyOf } from './early.ts';
import { lastSaid, withOthersLeft } from './last-said.ts';
import { askName } from './names.ts';
import { nothingMeant } from './not-understood.ts';
import { askBehalf } from './of-others.ts';
import { inPeriod } from './periods.ts';
import { askMeant, newestAsked, wantsLine } from './progress-line.ts';
import { settledAlready, toldBefore } from './settled-already.ts';
import { openItem, type Surroundings, withGathering } from './surroundings.ts';
import { talkNotOwed } from './talk-not-owed.ts';
import { heldTogether, itemFacts, mayMeanAnother, pairsOf } from './which-items.ts';

/** One act of a sentence, on what it is about; in doubt it is asked back. */
export async function oneAct(
  ask: Ask,
  around: Surroundings,
  target: Targets,
  context: ReplyContext,
  reading: ReplyReading,
): Promise<Reply> {
  const { act } = target;
  const { text, ...said } = act;
  const moves = ['postpone', 'delegate', 'excuse'].includes(act.intent) || act.void;
  const early =
    moves || (act.intent === 'done' && ('ask' in target || mayMeanAnother(target, around)))
      ? await earlyOf(ask, around, act, context)
      : undefined;
  if (early) return early;
  const strange = await noneSuch(ask, around, target, context);
  if (strange) return strange;
  const all = context.open.map((item) => item.occurrence);
  const together = heldTogether(act, 'ask' in target ? target.ask : all, context);
  const ids = together ?? ('ask' in target ? [] : target.occurrences);
  if ('ask' in target && ids.length === 0) return unsure(ask, around, target);
  const facts = withGathering(ids, around, ask.speaker);
  if (isForeign(ask, around, facts, reading) && act.intent === 'done' && act.numbers.length === 0)
    return askBehalf(ask, facts, act);
  const pairs = act.numbers.length > 0 ? pairsOf(ids, around, act) : undefined;
  if (pairs === 'ask') return askWhich(ask, itemFacts(ids, around), said, text);
  if (act.intent === 'done' && reading.headCount !== null && facts.length > 1 && said.people.length === 0 && !act.all)
    return askWhich(ask, facts, said, text);
  return inPeriod(ask, around, pairs ?? facts, said, text);
}

/** 整改月报报了, while no such paper is owed: it answers for nothing that is open, and what is open is shown. */
async function noneSuch(ask: Ask, around: Surroundings, { act }: Targets, context: ReplyContext) {
  if (act.numbers.length > 0 || around.about.length > 0 || !OF_THE_DEED.includes(act.intent)) return undefined;
  const name = strangeMatter(act.text, context.open);
  if (name === undefined) return undefined;
  const before = act.intent === 'done' ? await settledAlready(ask, act.text, around) : undefined;
  return before ?? nothingMeant(ask, around, phrase('none-such', { name: maskedText(name) }));
}
const OF_THE_DEED: readonly Intent[] = ['done', 'not_done', 'progress', 'postpone'];

/** 开了, under a list of what others could not be told: theirs, and nobody said that it is reported for them. */
function isForeign(ask: Ask, { about }: Surroundings, facts: readonly OccurrenceFacts[], reading: ReplyReading) {
  const named = [reading, ...reading.acts].some((act) => act.onBehalfOf !== null || act.people.length > 0);
  const own = facts.some((f) => f.asked === ask.speaker || f.person === ask.speaker);
  return facts.length > 0 && !own && !named && about.length === 0;
}

async function unsure(
  ask: Ask,
  around: Surroundings,
  target: Extract<Targets, { ask: readonly string[] }>,
): Promise<Reply> {
  const { text, ...act } = target.act;
  // 马上办, which names nothing, is no more than a nod.
  const telling = act.intent === 'not_done' && tellsOfWork(text);
  const promises = act.intent === 'not_done' && act.people.length === 0 && !telling && matterNamed(text) === undefined;
  const last = promises || act.intent === 'acknowledge' ? lastShown(target.ask, around) : [];
  if (last.length > 0 && !(promises && named(target.act, last))) return nod(ask, last, target.act);
  // 三项都办完了, of a list of four: each line of it with all that it stands for.
  const ids = act.all && act.people.length === 0 ? itemFacts(target.ask, around).map((f) => f.id) : target.ask;
  const facts = withGathering(ids, around, ask.speaker);
  // 消防验收过几天来人: a promise that tells how the work stands may be what is asked for.
  if (telling && wantsLine(facts)) return askMeant(ask, facts, text);
  if (act.intent === 'done' && act.unresolved.length > 0) {
    const question = askName(ask, facts, act);
    if (question) return question;
  }
  const stranger = talkNotOwed(ask, act, facts);
  if (stranger) return (await settledAlready(ask, text, around)) ?? stranger;
  const newest = meantByNow(ask, facts, act);
  if (newest.length > 0) return carryOut(ask, newest, act, text);
  const asked = await lastSaid(ask, facts, act, text);
  if (asked.length > 0) return withOthersLeft(ask, await carryOut(ask, asked, act, text), facts, asked);
  const one = new Set(facts.map((f) => `${f.duty} ${f.gathering ? '' : f.person} ${f.counterpart ?? ''}`)).size === 1;
  const dated = act.date !== null && act.date !== dateAt(ask.said.at, ask.office.plan.organization.zone);
  // 党员大会是1日开的, while 党课 alone is open: another gathering is named.
  const another = facts.some((f) => namesAnother(normalize(text).text, openItem(f)));
  if (
    act.intent === 'done' &&
    one &&
    !another &&
    (dated || facts.every((f) => f.gathering) || named(target.act, facts))
  )
    return inPeriod(ask, around, facts, act, text);
  const before = act.intent === 'done' ? await settledAlready(ask, text, around) : undefined;
  if (before) return before;
  if (facts.length === 0 && act.intent === 'acknowledge') return { message: answer(phrase('seen-nothing')) };
  if (facts.length === 0) return noneFits(ask, around);
  const meant = new Set(mayBeMeant(text, facts.map(openItem)).map((item) => item.occurrence));
  return askWhich(
    ask,
    facts.filter((f) => meant.has(f.id)),
    act,
    text,
  );
}

/** 收到, or no more than that; 还没弄 is told what is still open. */
async function nod(ask: Ask, facts: readonly OccurrenceFacts[], { text, ...act }: Act): Promise<Reply> {
  const reply = await carryOut(ask, facts, { ...act, intent: 'acknowledge' });
  const denies = act.intent === 'not_done' && saysNotYet(text) && mattersOf(facts).length > 1;
  return denies ? { ...reply, message: stillOpenMessage(facts, ask.office.plan, ask.said.at, ask.speaker) } : reply;
}

/** 开了, while only talks are open: what was held today is recorded already, or nothing of it is owed. */
async function noneFits(ask: Ask, around: Surroundings): Promise<Reply> {
  const { zone } = ask.office.plan.organization;
  const today = dateAt(ask.said.at, zone);
  const theirs = (f: OccurrenceFacts) => f.gathering && (f.person === ask.speaker || f.asked === ask.speaker);
  const before = await toldBefore(ask, (f) => theirs(f) && dateAt(startOf(f), zone) === today);
  if (before) return before;
  return nothingMeant(ask, around, phrase('not-understood'));
}

/** So long after its beginning an event is what everybody speaks of. */
const FRESH = 2 * DAY;

/**
 * Of several times of one duty that are not told of yet, what is said of now: of an event the newest, within two days
 * of it; of progress always the newest, since a line tells how things stand.
 */
function meantByNow({ said, office }: Ask, facts: readonly OccurrenceFacts[], act: Omit<Act, 'text'>) {
  const telling = ['done', 'progress', 'not_done'].includes(act.intent);
  const now = act.date === null || act.date === dateAt(said.at, office.plan.organization.zone);
  if (!telling || !now || facts.some((f) => f.duty !== facts[0]!.duty)) return [];
  if (wantsLine(facts)) return newestAsked(facts, said.at);
  const newest = Math.max(...facts.map(startOf));
  const held = act.intent === 'done' && facts.every((f) => f.gathering) && said.at - newest <= FRESH;
  return held ? facts.filter((f) => startOf(f) === newest) : [];
}

/** 收到 by itself answers what the bot said last. */
function lastShown(ids: readonly string[], around: Surroundings): readonly OccurrenceFacts[] {
  const shown = around.shown.flat();
  return around.open.filter((f) => shown.includes(f.id) && ids.includes(f.id));
}

const named = (act: Act, facts: readonly OccurrenceFacts[]): boolean =>
  facts.some((f) => aboutness(normalize(act.text).text, openItem(f)) > 0 || act.people.includes(f.counterpart ?? ''));
