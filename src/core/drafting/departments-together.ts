import { slugs } from '../intake/slug.ts';
import type { PlanParts } from './plan-parts.ts';

type Department = NonNullable<PlanParts['departments']>[number];

/** Departments of the plan in force, and those that a paper names besides. */
export interface DepartmentsTogether {
  readonly all: readonly Department[];
  /** How measures and people write a department; undefined for none. */
  idOf(name: string | undefined): string | undefined;
}

/** Where the plan lists no departments, names go on as they are. */
export function departmentsTogether(fresh: PlanParts, before: PlanParts): DepartmentsTogether {
  const listed = before.departments ?? [];
  if (listed.length === 0) return { all: [], idOf: (name) => name };
  const all = [...listed];
  const ids = slugs(all.map(({ id }) => id));
  for (const name of namesIn(fresh))
    if (!all.some((one) => one.name === name)) all.push({ id: ids.of(name, 'department'), name });
  // 财务股、人事股 answer together: a measure has one department, the first.
  return { all, idOf: (name) => all.find((one) => one.name === firstOf(name))?.id };
}

function namesIn({ measures, people }: PlanParts): readonly string[] {
  return [...measures, ...people].flatMap(({ department }) => firstOf(department) ?? []);
}

function firstOf(name: string | undefined): string | undefined {
  return name?.split(/[、，,；\s]/)[0] || undefined;
}
