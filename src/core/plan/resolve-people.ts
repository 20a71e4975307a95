import type { Item } from './draft.ts';
import type { Department, Group, Person, Post } from './plan.ts';
import { readPlanDates } from './plan-phrase.ts';
import { within } from './problem.ts';
import { dayOf, durationOf, given, type Resolving } from './resolving.ts';
import { departmentId, rolesOf } from './selectors.ts';
import type { DepartmentShape, GroupShape, PersonShape, PostShape } from './shape.ts';

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

export function groupOf({ place, value }: Item<GroupShape>, resolving: Resolving): Group {
  const { id, name, telegram, digest, names = false, preview = digest === undefined ? 'none' : '2h', publish = 'auto' } = value;
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
