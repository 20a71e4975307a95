import type { Item } from './draft.ts';
import type { Department, Group, Person, Post, RegularReport } from './plan.ts';
import { readPlanDates } from './plan-phrase.ts';
import { within } from './problem.ts';
import { dayOf, durationOf, given, type Resolving } from './resolving.ts';
import { departmentId, rolesOf } from './selectors.ts';
import type { DepartmentShape, GroupShape, PersonShape, PostShape, ReportShape } from './shape.ts';

export function personOf(shape: PersonShape, { draft, organization }: Resolving): Person {
  const department = departmentId(shape.department, draft.departments);
  return {
    id: shape.id,
    name: shape.name,
    ...given('post', shape.post),
    ...given('department', department),
    aliases: shape.aliases ?? [],
    roles: rolesOf(shape),
    ...given('telegram', shape.telegram),
    superior: shape.superior ?? null,
    standIn: shape.standIn ?? null,
    language: shape.language ?? organization.language,
    away: (shape.away ?? []).map(({ from, to, reason }) => ({
      from: dayOf(from),
      to: dayOf(to),
      ...given('reason', reason),
    })),
  };
}

export function departmentOf({ id, name, contact }: DepartmentShape): Department {
  return { id, name, ...given('contact', contact ?? undefined) };
}

export function postOf({ id, name, holder }: PostShape): Post {
  return { id, name, holder: holder ?? null };
}

/** Undefined where its schedule cannot be read, which is told. */
export function reportOf({ place, value }: Item<ReportShape>, resolving: Resolving): RegularReport | undefined {
  const schedule = readPlanDates(value.schedule, within(place, 'schedule'), resolving);
  return schedule ? { id: value.id, report: value.report, to: value.to, schedule } : undefined;
}

export function groupOf({ place, value }: Item<GroupShape>, resolving: Resolving): Group {
  const {
    id,
    name,
    telegram,
    digest,
    names = false,
    preview = digest === undefined ? 'none' : '2h',
    publish = 'auto',
  } = value;
  return {
    id,
    name,
    ...given('telegram', telegram),
    digest: digest === undefined ? null : readPlanDates(digest, within(place, 'digest'), resolving),
    names,
    preview: preview === 'none' ? null : durationOf(preview),
    publish,
  };
}
