import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Act, OpenItem, ReplyContext, ReplyReading, Targets } from '../core/reply/contract.ts';
import { saidOf } from '../core/reply/deed-words.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { isSaidOfNone } from '../core/reply/held-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { saysAll, saysOwnStudy, saysTogether, saysWasThere } from '../core/reply/sayings.ts';
import { tellsOfWork } from '../core/reply/substance.ts';
import { ownWords, targetsOf } from '../core/reply/targets.ts';
import { mattersOf } from '../core/wording/item.ts';
import { wantsLine } from './progress-line.ts';
import { openItem, type Surroundings } from './surroundings.ts';

/**
 * A deed means one of those that its words are said of: what has not begun cannot be done, 开了 is said of meetings and
 * not of what is done after them, and one's own study is told in days. A number or a reply says more than words do.
 */
export function targetsIn(reading: ReplyReading, context: ReplyContext, around: Surroundings): readonly Targets[] {
  const replied = (context.about?.length ?? 0) > 0;
  return targetsOf(reading, context).map((target) => {
    const { act } = target;
    const tellsHow = act.intent === 'progress' || (act.intent === 'not_done' && tellsOfWork(act.text));
    if (tellsHow && 'ask' in target && !replied) return ofLine(target, context, around);
    if (act.intent !== 'done' || act.numbers.length > 0 || replied) return target;
    const text = ownWords(act);
    if (namesEach(target, text, context)) return target;
    const begun = context.open.filter((item) => !item.gathering || item.scheduled <= context.now);
    const told = begun.filter(
      (item) => (!isOwn(item.occurrence, around) || saysOwnStudy(text)) && !(isMakeUp(item) && saysWasThere(text)),
    );
    const said = saidOf(text, told);
    if (said === undefined && isSaidOfNone(text, told)) return { act, ask: [] };
    if (
      told.length === 0 &&
      ('ask' in target || saysWasThere(text)) &&
      context.open.every((item) => isMakeUp(item) || aboutness(text, item) === 0)
    )
      return { act, ask: [] };
    if (said?.length === 0) return { act, ask: 'ask' in target ? target.ask : target.occurrences };
    const fitting = said ?? ('ask' in target && told.length > 0 ? told : context.open);
    const open = calledOver(act, fitting, context, around);
    if (open.length === context.open.length) return target;
    return targetsOf({ ...reading, acts: [act] }, { ...context, open })[0] ?? target;
  });
}

/** 应到4实到3，王局请假: who counts those who came reports an event for all, and not what somebody else is asked for. */
function calledOver(act: Act, open: ReplyContext['open'], { speaker }: ReplyContext, around: Surroundings) {
  const counts = act.expected !== null || act.present !== null || act.absent.length > 0;
  const asked = (id: string) => around.open.some((f) => f.id === id && f.gathering && f.asked === speaker);
  const own = counts ? open.filter((item) => asked(item.occurrence)) : [];
  return own.length > 0 ? own : open;
}

/** 正在对接: how far something is means what is asked for progress, where the words name nothing else. */
function ofLine(target: Extract<Targets, { ask: readonly string[] }>, context: ReplyContext, around: Surroundings) {
  const text = ownWords(target.act);
  const lines = around.open.filter((f) => target.ask.includes(f.id) && wantsLine([f])).map((f) => f.id);
  const others = context.open.filter(
    (item) => target.ask.includes(item.occurrence) && !lines.includes(item.occurrence),
  );
  return lines.length > 0 && others.every((item) => aboutness(text, item) === 0) ? { ...target, ask: lines } : target;
}

/** 例会和学习都开了: each of several is named; what has not begun is then said not to be recorded. */
function namesEach(target: Targets, text: string, { open }: ReplyContext): boolean {
  if ('ask' in target || !target.act.all || target.occurrences.length < 2) return false;
  return open.every((i) => !target.occurrences.includes(i.occurrence) || aboutness(text, i) >= 2);
}

/** 我去了中心组学习, of whoever was put down as absent: no make-up, whatever else it is. */
const isMakeUp = ({ occurrence }: OpenItem): boolean => /\.make-up\//.test(occurrence);

const isOwn = (id: string, { open }: Surroundings): boolean => open.some((f) => f.id === id && f.own);

/** 核查办法弄完了, while only 入户抽查 is open: words that hardly fit what is open may name what comes later. */
export function mayMeanAnother(target: Targets, around: Surroundings): boolean {
  if ('ask' in target || target.act.numbers.length > 0 || around.about.length > 0) return false;
  const [only] = around.open.filter((f) => target.occurrences.includes(f.id));
  const text = ownWords(target.act);
  return only !== undefined && text.length > BARE && aboutness(text, openItem(only)) < NAMED;
}

/** 都办完了, 已经办好了: shorter than this no sentence names a matter of its own. */
const BARE = 6;
/** From here on its words name an item. */
const NAMED = 4;

/** 党员大会和党课一起开的: one gathering counts for two duties, if they say so and name both. */
export function heldTogether(act: Act, ids: readonly string[], context: ReplyContext): readonly string[] | undefined {
  if (act.intent !== 'done' || !saysTogether(act.text)) return undefined;
  const text = normalize(act.text).text;
  const named = context.open.filter((item) => ids.includes(item.occurrence) && aboutness(text, item) >= 4);
  const duties = new Set(named.map((item) => item.duty));
  return duties.size > 1 && duties.size === named.length ? named.map((item) => item.occurrence) : undefined;
}

export function itemFacts(ids: readonly string[], around: Surroundings): readonly OccurrenceFacts[] {
  const listed = around.shown.filter((item) => item.some((id) => ids.includes(id))).flat();
  return around.open.filter((f) => ids.includes(f.id) || listed.includes(f.id));
}

/** A line of the list may stand for several talks: a name says which, 都 says all, a bare number asks. */
export function pairsOf(
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
