import { parse, stringify } from 'yaml';
import type { z } from 'zod';
import type { DutyShape, MeasureShape, PersonShape, PostShape, planShape } from '../plan/shape.ts';

/** A plan file as data: its own keys, before anything is resolved. */
export type PlanParts = z.infer<typeof planShape>;
export type { DutyShape, MeasureShape, PersonShape, PostShape };

/** The stored files of one organization, taken together; they were checked when they were adopted. */
export function partsOfFiles(texts: readonly string[]): PlanParts {
  const all = texts.map((text) => parse(text) as PlanParts);
  const list = <K extends 'departments' | 'posts' | 'groups' | 'reports' | 'people' | 'problems' | 'measures'>(
    key: K,
  ) => {
    const items = all.flatMap((part) => (part[key] ?? []) as readonly { readonly id: string }[]);
    return [...new Map(items.map((item) => [item.id, item])).values()];
  };
  const parts = {
    organization: all[0]!.organization,
    ...(all[0]!.round ? { round: all[0]!.round } : {}),
    departments: list('departments'),
    posts: list('posts'),
    groups: list('groups'),
    reports: list('reports'),
    people: list('people'),
    problems: list('problems'),
    measures: list('measures'),
  };
  return parts as PlanParts;
}

export function textOfParts(parts: PlanParts): string {
  return stringify(parts, { lineWidth: 0 });
}
