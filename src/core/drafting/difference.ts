import type { DutyShape, MeasureShape, PlanParts } from './plan-parts.ts';

/** What a new version changes, in titles. */
export interface Difference {
  readonly added: Change;
  readonly removed: Change;
  readonly changed: Change & {
    /** What of each changed measure is another one. */
    readonly what: readonly (readonly Changed[])[];
  };
}

export interface Change {
  readonly measures: readonly string[];
  readonly duties: readonly string[];
}

/** What of a measure another version may change. */
const keys = ['title', 'lead', 'department', 'deadline'] as const;
type Changed = (typeof keys)[number];

export function differenceOf(before: PlanParts, after: PlanParts): Difference {
  const duties = (parts: PlanParts): readonly DutyShape[] => parts.measures.flatMap((measure) => measure.duties ?? []);
  const [measures, tasks] = [
    changesIn(before.measures, after.measures, measureKey),
    changesIn(duties(before), duties(after), dutyKey),
  ];
  return {
    added: { measures: measures.added, duties: tasks.added },
    removed: { measures: measures.removed, duties: tasks.removed },
    changed: { measures: measures.changed, duties: tasks.changed, what: changedIn(before.measures, after.measures) },
  };
}

function changesIn<T extends { readonly id: string; readonly title: string }>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
) {
  const [old, fresh] = [byId(before), byId(after)];
  const titles = (items: readonly T[]): readonly string[] => items.map(({ title }) => title);
  return {
    added: titles(after.filter(({ id }) => !old.has(id))),
    removed: titles(before.filter(({ id }) => !fresh.has(id))),
    changed: titles(after.filter((item) => old.has(item.id) && keyOf(old.get(item.id)!) !== keyOf(item))),
  };
}

function changedIn(before: readonly MeasureShape[], after: readonly MeasureShape[]): readonly (readonly Changed[])[] {
  const old = byId(before);
  return after
    .filter((one) => old.has(one.id) && measureKey(old.get(one.id)!) !== measureKey(one))
    .map((one) => keys.filter((key) => partOf(old.get(one.id)!, key) !== partOf(one, key)));
}

/** 年底前，并长期坚持 is one deadline. */
function partOf(measure: MeasureShape, key: Changed): string {
  return JSON.stringify(key === 'deadline' ? [measure.deadline, measure.then] : measure[key]);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function measureKey({ title, lead, department, deadline, then }: MeasureShape): string {
  return JSON.stringify([title, lead, department, deadline, then]);
}

function dutyKey({ title, who, with: others, schedule, quota }: DutyShape): string {
  return JSON.stringify([title, who, others, schedule, quota]);
}
