import type { Duration } from '../duration.ts';
import { standardLadder } from '../ladder-default.ts';
import type { CheckAnswer, OccurrenceFacts } from '../occurrence.ts';
import type { Cadence } from '../plan/cadence.ts';
import type { Duty, DutyKindId, LadderStep, Reminding } from '../plan/plan.ts';

/** A kind of duty: what it does where the plan is silent (table of DESIGN §5). Its words are `duty-<id>…`. */
export interface DutyKind {
  /** An event with a start, owed together, which cannot be done before it begins. */
  gathering(cadence: Cadence): boolean;
  defaults(cadence: Cadence): DutyDefaults;
  /** Between the person and themself: seen by nobody else, in no totals, never overdue. */
  own?(cadence: Cadence): boolean;
  /** 补学: how long whoever was absent has to make up for it; none for most kinds. */
  makeUp?(cadence: Cadence): Duration | undefined;
  /** What a valid record of it holds beside day and person (DOMAIN §1d); nobody is asked for more than these. */
  readonly fields: readonly RecordField[];
  /** One line in the person's own words, without which it does not count: 进展情况. */
  readonly line?: true;
  /** Questions of its own, each answered by one tap; none for most kinds. */
  readonly asks?: Questions;
  /** What one of it is in a digest: people met for it (场次 and 人次), a pair, or just one time. */
  readonly counts: 'gathering' | 'pair' | 'time';
}

export type RecordField =
  | 'attendance'
  | 'topic'
  | 'presenter'
  | 'counterpart'
  | 'checks'
  | 'evidence'
  | 'amount'
  | 'acceptance'
  | 'text';

export interface Questions {
  /** Before it counts as done, or right after it was recorded. */
  readonly when: 'before' | 'after';
  readonly answers: readonly CheckAnswer[];
  /** Where the plan names no `checklist`. */
  readonly standard: readonly string[];
}

/** The ids of a list of kinds, which are its keys. */
export function dutyIds<Id extends string>(kinds: Readonly<Record<Id, DutyKind>>): readonly [Id, ...Id[]] {
  // The keys of an object literal are exactly the names that it was written with.
  return Object.keys(kinds) as [Id, ...Id[]];
}

/** What a record still lacks, in the order in which it is asked for. */
export type Missing = 'checks' | 'text' | 'evidence';

/** What is still missing before this occurrence may count as done; what grew out of another lacks nothing. */
export function missingOf(kind: DutyKind, duty: Duty | undefined, facts: OccurrenceFacts): readonly Missing[] {
  if (!duty || facts.follows !== undefined) return [];
  const unanswered = kind.asks?.when === 'before' && openItems(kind, duty, facts).length > 0;
  const unproved = duty.evidence === 'required' && !facts.evidence;
  return [
    ...(unanswered ? (['checks'] as const) : []),
    ...(kind.line ? (['text'] as const) : []),
    ...(unproved ? (['evidence'] as const) : []),
  ];
}

/** The questions of this occurrence that nobody has answered yet. */
export function openItems(
  { asks }: DutyKind,
  { checklist }: Duty,
  { checks = [] }: OccurrenceFacts,
): readonly string[] {
  const items = checklist.length > 0 ? checklist : (asks?.standard ?? []);
  return asks ? items.filter((item) => checks.every((c) => c.item !== item)) : [];
}

export type DutyDefaults = Pick<Duty, 'remind' | 'grace' | 'ladder' | 'early' | 'evidence'>;

/** Phrase ids of a kind. `item` takes `title`. */
export interface DutyWords {
  /** What such a duty is called: 学习. */
  readonly name: string;
  /** Label of the button that records it: 已学. */
  readonly done: string;
  /** How it stands in a list of what somebody owes: 报“窗口服务”进展. */
  readonly item: string;
}

export function wordsOf(kind: DutyKindId): DutyWords {
  return {
    name: `duty-${kind}`,
    done: `duty-${kind}-done`,
    item: `duty-${kind}-item`,
  };
}

/** Offsets from the scheduled time, negative = before; in a kind's file they read as in a plan. */
export function offsets(...offsets: readonly Duration[]): Reminding {
  return { type: 'offsets', offsets };
}

export const none: Duration = { unit: 's', n: 0 };
const workday: Duration = { unit: 'wd', n: 1 };
const ladder: readonly LadderStep[] = standardLadder;

/** The default of an event that people attend: the day before and half an hour before; never done before it starts. */
export const asGathering: DutyDefaults = {
  remind: offsets({ unit: 'd', n: -1 }, { unit: 'm', n: -30 }),
  grace: workday,
  ladder,
  early: none,
  evidence: 'optional',
};

/** The default of what may be done on any day of its window. */
export const asWindow: DutyDefaults = {
  remind: { type: 'paced' },
  grace: none,
  ladder,
  early: none,
  evidence: 'optional',
};

/** The default of what follows an event: when it has happened, and at the end. */
export function asAftermath(within: Duration): DutyDefaults {
  const start: readonly Duration[] = within.n === 0 ? [] : [{ unit: within.unit, n: -within.n }];
  return { remind: offsets(...start, none), grace: none, ladder, early: null, evidence: 'optional' };
}

/** The default of what has a fixed day: windows and events go by their own rules first. */
export function byDay(cadence: Cadence, onDay: DutyDefaults): DutyDefaults {
  if (cadence.within) return asAftermath(cadence.within);
  return cadence.window ? asWindow : { ...onDay, remind: withinCycle(onDay.remind, cadence.every) };
}

const inDays = { s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1, wd: 7 / 5 } as const;

/** Nobody is reminded of the next one before this one is due: of a weekly report not ten days ahead. */
function withinCycle(remind: Reminding, every: number | null): Reminding {
  if (remind.type !== 'offsets' || every === null) return remind;
  return offsets(...remind.offsets.filter(({ n, unit }) => -n * inDays[unit] < every));
}

/** Inspection, progress: three working days before and on the day; a week early counts. */
export const asVisit: DutyDefaults = {
  remind: offsets({ unit: 'wd', n: -3 }, none),
  grace: workday,
  ladder,
  early: { unit: 'd', n: 7 },
  evidence: 'optional',
};

/** Report, deliverable, other: ten and three days before and on the day; any time before counts. */
export const asPaper: DutyDefaults = {
  remind: offsets({ unit: 'd', n: -10 }, { unit: 'd', n: -3 }, none),
  grace: none,
  ladder,
  early: null,
  evidence: 'optional',
};
