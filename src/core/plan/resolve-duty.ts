import type { Duration } from '../duration.ts';
import { dutyKind } from '../duties/index.ts';
import { cadenceOf } from './cadence.ts';
import type { Item, MeasureItem } from './draft.ts';
import type { Duty, Holder, LadderStep, LadderTarget, PeriodUnit, PersonId, Timing } from './plan.ts';
import { anchorOf, readPlanDates } from './plan-phrase.ts';
import { problemAt, within } from './problem.ts';
import { dayOf, durationOf, given, type Resolving, spanOf } from './resolving.ts';
import { departmentId, holdersOf, peopleOf } from './selectors.ts';
import { type DutyShape, ladderTargets } from './shape.ts';

/** A duty with its people found, its phrases read and its kind's defaults filled in; undefined if it falls nowhere. */
export function dutyOf(item: Item<DutyShape>, measure: MeasureItem, resolving: Resolving): Duty | undefined {
  const { value: shape } = item;
  const timing = timingOf(item, measure, resolving);
  if (!timing) return undefined;
  const kind = dutyKind(shape.kind);
  const cadence = cadenceOf(timing, {
    reported: shape.reporter !== undefined,
    pressed: shape.grace !== undefined || shape.ladder !== undefined,
  });
  const gathering = kind.gathering(cadence);
  if (shape.reporter !== undefined && !gathering) {
    resolving.warnings.push(problemAt(within(item.place, 'reporter'), 'reporter-unused', { title: shape.title }));
  }
  return {
    id: shape.id,
    measure: measure.value.id,
    kind: kind.id,
    title: shape.title,
    ...peopleIn(item, measure, resolving),
    timing,
    gathering,
    ...pressureOf(shape, kind.defaults(cadence)),
    shift: shape.shift ?? 'none',
    daysOff: shape.daysOff ?? false,
    from: shape.from === undefined ? null : dayOf(shape.from),
    until: shape.until === undefined ? null : dayOf(shape.until),
    checklist: shape.checklist ?? [],
    origin: shape.origin ?? 'office',
    ...(kind.own?.(cadence) ? { own: true as const } : {}),
    ...given('text', shape.text),
    ...given('makeUp', makeUpOf(shape, kind.makeUp?.(cadence))),
    ...given('amount', amountOf(shape.amount)),
    ...given('stalledAfter', shape.stalledAfter),
  };
}

function timingOf({ place, value }: Item<DutyShape>, measure: MeasureItem, resolving: Resolving): Timing | undefined {
  const { schedule, quota, from } = value;
  if (typeof schedule === 'object') {
    return { type: 'after', event: schedule.after, within: durationOf(schedule.within) };
  }
  if (quota !== undefined) {
    const [count, , per] = quota.split(/\s+/);
    return { type: 'quota', quota: { count: Number(count), per: per as PeriodUnit } };
  }
  if (schedule === undefined) return undefined;
  const here = within(place, 'schedule');
  const read = readPlanDates(schedule, here, resolving, anchorOf(from, measure.round));
  // 会后3个工作日内 is after each meeting, not once after today.
  if (read?.kind === 'once' && read.after && read.after.event !== 'feedback') return { type: 'after', ...read.after };
  return read ? { type: 'schedule', schedule: read, phrase: schedule } : undefined;
}

type People = Pick<Duty, 'who' | 'with' | 'reporter' | 'presenter' | 'accept' | 'coUnits'>;

function peopleIn(item: Item<DutyShape>, measure: MeasureItem, resolving: Resolving): People {
  const { value: shape } = item;
  const { draft } = resolving;
  const coUnits = shape.coUnits && coUnitContacts(item, resolving);
  const selected = holdersOf(shape.who ?? (measure.value.lead ? [measure.value.lead] : []), draft);
  const who = [
    ...selected,
    ...(coUnits ?? []).filter((id) => !has(selected, id)).map((person): Holder => ({ person })),
  ];
  return {
    who,
    with: counterpartsOf(item, who, resolving),
    reporter: shape.reporter ?? null,
    presenter: shape.presenter ?? null,
    accept: shape.accept ?? null,
    ...given('coUnits', coUnits),
  };
}

/** Nobody talks with themself: one who alone owes the talks is no counterpart of them. */
function counterpartsOf(item: Item<DutyShape>, who: readonly Holder[], resolving: Resolving): readonly PersonId[] {
  const selected = peopleOf(holdersOf(item.value.with ?? [], resolving.draft));
  const left = who.length === 1 ? selected.filter((id) => !has(who, id)) : selected;
  if (selected.length > 0 && left.length === 0) {
    resolving.problems.push(problemAt(within(item.place, 'with'), 'only-oneself', { title: item.value.title }));
  }
  return left;
}

/** A co-unit is a department, and answers through its contact. */
function coUnitContacts({ place, value }: Item<DutyShape>, { draft, problems }: Resolving): readonly PersonId[] {
  const contacts = (value.coUnits ?? []).flatMap((name, i) => {
    const id = departmentId(name, draft.departments);
    const contact = draft.departments.find((department) => department.value.id === id)?.value.contact;
    // An unknown department is told by the references; only where none are listed is nobody to be found.
    if (!contact && (id === undefined || draft.broken.has(name))) return [];
    if (!contact) problems.push(problemAt(within(place, 'coUnits', i), 'unit-without-contact', { name }));
    return contact ? [contact] : [];
  });
  return [...new Set(contacts)];
}

function has(holders: readonly Holder[], id: PersonId): boolean {
  return holders.some((holder) => 'person' in holder && holder.person === id);
}

type Pressure = Pick<Duty, 'remind' | 'grace' | 'ladder' | 'early' | 'evidence'>;

function makeUpOf({ makeUp }: DutyShape, standard: Duration | undefined): Duration | undefined {
  if (makeUp === undefined) return standard;
  return makeUp === 'none' ? undefined : durationOf(makeUp);
}

/** What the plan says wins over the kind's defaults, one by one. */
function pressureOf(shape: DutyShape, defaults: Pressure): Pressure {
  const { remind, grace, early, evidence } = shape;
  return {
    remind:
      remind === undefined
        ? defaults.remind
        : { type: 'offsets', offsets: remind === 'none' ? [] : remind.map(durationOf) },
    grace: grace === undefined ? defaults.grace : durationOf(grace),
    ladder: ladderOf(shape.ladder) ?? defaults.ladder,
    early: early === undefined ? defaults.early : spanOf(early),
    evidence: evidence ?? defaults.evidence,
  };
}

function ladderOf(ladder: DutyShape['ladder']): readonly LadderStep[] | undefined {
  if (ladder === undefined) return undefined;
  if (ladder === 'none') return [];
  return ladder.map(({ after, tell }) => ({ after: durationOf(after), tell: [tell].flat().map(targetOf) }));
}

function targetOf(word: string): LadderTarget {
  return ladderTargets.find((target) => target === word) ?? { person: word };
}

function amountOf(text: string | undefined): Duty['amount'] {
  const match = text === undefined ? null : /^(\d+)\s*(h|d)\s+per\s+(\S+)$/.exec(text);
  return match ? { n: Number(match[1]), unit: match[2] as 'h' | 'd', per: match[3] as PeriodUnit } : undefined;
}
