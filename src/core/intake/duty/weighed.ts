import { activityIn } from '../activities.ts';
import { type Cadence, cadencesIn, fuzzyIn } from '../cadence.ts';
import { readDeadline } from '../deadline.ts';
import type { DutyKind } from '../draft.ts';
import { clausesSeen } from '../sight/clauses.ts';
import { ASKED, ROLES } from '../sight/eye.ts';
import { wordsSeen } from '../sight/words.ts';
import { inCase, ordersInCase } from './conditions.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import { datedDuty } from './dated.ts';
import { onceDuty } from './once.ts';
import type { Sentence } from './sentence.ts';
import { timedDuty } from './timed.ts';

/** As good as sure that a clause asks for nothing of its own, though the rules found a duty there. */
const SURELY_NOTHING = 0.9;
/** The same where the paper says how often, or the rules take nothing but what has a time. */
const CERTAINLY_NOTHING = 0.99;
/** Where the rules leave it open. */
const PERHAPS_NOTHING = 0.5;
/** As good as sure that it asks for something where the rules found nothing. */
const HARDLY_NOTHING = 0.35;
/** The same in general requirements and rules. */
const SCARCELY_NOTHING = 0.1;
/** There a sentence has to promise something as a whole, too. */
const PROMISING = 0.6;
/** Of what it asks for, a kind that is likely, and one that is not. */
const LIKELY = 0.6;
const UNLIKELY = 0.15;

/** A duty, and the clause of its sentence that asks for it; -1 if none does by itself. */
interface Placed {
  readonly duty: FoundDuty;
  readonly at: number;
}
type Seen = readonly (readonly number[])[];

/**
 * Two readers of a sentence: the rules know what duties are called, the eye what clauses do that ask for one. The eye is
 * taken where it is as good as sure: a duty is left out or added, or is of another kind than the rules thought.
 */
export function weighedDuties(clauses: readonly string[], sentence: Sentence, context: MeasureContext): FoundDuty[] {
  const seen = clausesSeen(clauses, context.kind);
  const read = sentence.duties.map((duty) => ({ duty, at: clauseOf(duty, clauses) }));
  const kept = read.flatMap((one) => keptOf(one, read, seen, clauses, context));
  const taken = new Set([...read, ...kept].map(({ at }) => at));
  const added = clauses.flatMap((_, at): readonly Placed[] => {
    if (taken.has(at) || !asksFor(clauses, at, seen, context)) return [];
    return [{ duty: dutySeen(mostLikely(seen[at]!).kind, clauses, at, sentence, context), at }];
  });
  return joined(kept, added, clauses)
    .sort((a, b) => a.at - b.at)
    .map(({ duty, at }) => inCase(duty, clauses, at));
}

/** What becomes of a duty that the rules found. */
function keptOf(
  { duty, at }: Placed,
  read: readonly Placed[],
  seen: Seen,
  clauses: readonly string[],
  context: MeasureContext,
): readonly Placed[] {
  const likely = seen[at];
  if (!likely) return duty.perhaps ? [] : [{ duty, at }];
  const nothing = likely[0]!;
  // 组织生活会：次年1月底前完成 asks in its first clause for what its second tells the day of.
  const ahead = (seen[at - 1]?.[0] ?? 1) < HARDLY_NOTHING;
  if (nothing > SURELY_NOTHING && ahead && !read.some((one) => one.at === at - 1 && one.duty.origin === 'text'))
    return [{ duty: { ...duty, text: `${clauses[at - 1]}，${duty.text}` }, at: at - 1 }];
  const timed = context.timedOnly || duty.times;
  if (nothing > (duty.perhaps ? PERHAPS_NOTHING : timed ? CERTAINLY_NOTHING : SURELY_NOTHING)) return [];
  const alone = read.filter((one) => one.at === at).length === 1;
  return [{ duty: alone && !isKnown(duty, context) ? { ...duty, kind: kindOf(duty.kind, likely) } : duty, at }];
}

/** A clause asks for something though the rules found nothing there. */
function asksFor(clauses: readonly string[], at: number, seen: Seen, { timedOnly }: MeasureContext): boolean {
  if (isOnlyTime(clauses[at]!)) return false;
  const nothing = seen[at]![0]!;
  if (!timedOnly) return nothing <= (ordersInCase(clauses, at) ? SURELY_NOTHING : HARDLY_NOTHING);
  // Of what nothing says to be a measure, only what promises counts.
  return nothing <= SCARCELY_NOTHING && wordsSeen(clauses.join('，'))[ROLES.indexOf('measure')]! > PROMISING;
}

/** 到企业上门辅导，每月不少于2户: the second clause says how often the first is done. */
function joined(kept: readonly Placed[], added: readonly Placed[], clauses: readonly string[]): Placed[] {
  const often = kept.filter(({ at }) => isOnlyRhythm(clauses[at]) && added.some((one) => one.at === at - 1));
  const first = added.map(({ duty, at }): Placed => {
    const timed = often.find((one) => one.at === at + 1)?.duty;
    if (!timed) return { duty, at };
    return { at, duty: { ...timed, kind: duty.kind, title: duty.title, text: `${duty.text}，${timed.text}` } };
  });
  const rest = kept
    .filter((one) => !often.includes(one))
    .map(({ duty, at }) => ({ at, duty: endingBefore(duty, clauses, added) }));
  return [...rest, ...first];
}

/** 自2026年二季度起 asks for nothing: what follows does. */
function isOnlyTime(clause: string): boolean {
  return (
    clause.length < 5 ||
    /^[自从]?[\d一二三四五六七八九十年月日号季度上下半旬底初末]+(?:起|开始|以来|前|内)?$/.test(clause)
  );
}

/** 每月不少于2户, 每人每年1次: nothing else is said. */
function isOnlyRhythm(clause: string | undefined): boolean {
  const cadence = clause === undefined ? undefined : cadencesIn(clause)[0];
  if (!cadence) return false;
  const rest = clause!.slice(0, cadence.at) + clause!.slice(cadence.end);
  return /^(?:每人|原则上|一般)?(?:不少于|至少|不低于)?[\d一二两三四五六七八九十]*[\u4e00-\u9fff]{0,2}(?:以上)?$/.test(
    rest,
  );
}

/** So many signs at the end tell a clause from its neighbours. */
const END = 6;

/** The clause that says when, else the first; -1 if its words are no clause of the sentence. */
function clauseOf({ text }: FoundDuty, clauses: readonly string[]): number {
  const own = clauses.flatMap((clause, i) => (text.includes(clause) ? [i] : []));
  // 6月组织测试 was made of 6月、11月各组织测试.
  const made = (): number => clauses.findIndex((clause) => clause.endsWith(text.slice(-END)));
  return own.find((i) => cadencesIn(clauses[i]!).length) ?? own[0] ?? made();
}

/** What every office calls by the same name; in a year's plan what is named is held. */
function isKnown({ kind, text }: FoundDuty, { events }: MeasureContext): boolean {
  const activity = activityIn(text);
  return events || (activity?.kind === kind && activity.standing === true);
}

function kindOf(read: DutyKind, likely: readonly number[]): DutyKind {
  const { kind, share } = mostLikely(likely);
  const own = likely[ASKED.indexOf(read)]! / (1 - likely[0]!);
  // What is looked into once is to some a result, to others an inspection.
  if (read === 'inspection' && kind === 'deliverable') return read;
  return share > LIKELY && own < UNLIKELY ? kind : read;
}

function mostLikely(likely: readonly number[]): { readonly kind: DutyKind; readonly share: number } {
  const most = Math.max(...likely.slice(1));
  return { kind: ASKED[likely.indexOf(most, 1)] as DutyKind, share: most / (1 - likely[0]!) };
}

/** What another duty begins with is no end of the one before. */
function endingBefore(duty: FoundDuty, clauses: readonly string[], added: readonly Placed[]) {
  const at = added.map((one) => duty.text.indexOf(`，${clauses[one.at]!}`)).filter((cut) => cut > 0);
  return at.length ? { ...duty, text: duty.text.slice(0, Math.min(...at)) } : duty;
}

function dutySeen(
  kind: DutyKind,
  clauses: readonly string[],
  at: number,
  sentence: Sentence,
  context: MeasureContext,
): FoundDuty {
  const clause = clauses[at]!;
  const activity = { kind, title: '', form: /$/ };
  const cadence: Cadence | undefined = cadencesIn(clause)[0] ?? fuzzyIn(clause);
  if (cadence) return timedDuty(activity, clause, cadence, sentence, context);
  const date = readDeadline(clause, context.anchors);
  if (date?.due && date.due !== 'immediate') return datedDuty(activity, clause, date, sentence, context);
  return { ...onceDuty({ kind, title: '' }, clause, sentence, context), kind };
}
