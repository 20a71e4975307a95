import type { Draft, Item } from './draft.ts';
import { type PlanProblem, problemAt, within } from './problem.ts';

/**
 * Several plan files of one organization are its rounds: people, posts, departments and groups are the same ones,
 * problems and measures add up. What two files say of one person must agree; either may leave out what the other says.
 */
export function unite(drafts: readonly Draft[]): { readonly draft: Draft; readonly problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const all = <K extends 'departments' | 'posts' | 'groups' | 'reports' | 'people'>(key: K) =>
    uniteItems<Draft[K][number]['value']>(
      drafts.map((draft) => draft[key]),
      problems,
    );
  const organizations = drafts.map(({ organization }) => (organization ? [organization] : []));
  return {
    draft: {
      organization: uniteItems(organizations, problems)[0],
      rounds: drafts.flatMap(({ rounds }) => rounds),
      departments: all('departments'),
      posts: all('posts'),
      groups: all('groups'),
      reports: all('reports'),
      people: all('people'),
      problems: drafts.flatMap((draft) => draft.problems),
      measures: drafts.flatMap(({ measures }) => measures),
      broken: new Set(drafts.flatMap(({ broken }) => [...broken])),
      absent: new Set(drafts.flatMap(({ absent }) => [...absent])),
    },
    problems,
  };
}

/** One list per file. Doubles inside one file stay: another rule reports them. */
function uniteItems<T extends { readonly id: string }>(
  lists: readonly (readonly Item<T>[])[],
  problems: PlanProblem[],
): readonly Item<T>[] {
  const united: Item<T>[] = [];
  for (const list of lists) {
    const before = new Map(united.map(({ value }, i) => [value.id, i]));
    for (const item of list) {
      const index = before.get(item.value.id);
      if (index === undefined) united.push(item);
      else united[index] = together(united[index]!, item, problems);
    }
  }
  return united;
}

function together<T extends { readonly id: string }>(first: Item<T>, later: Item<T>, problems: PlanProblem[]): Item<T> {
  const known: Readonly<Record<string, unknown>> = { ...first.value };
  for (const [key, value] of Object.entries(later.value)) {
    if (!(key in known) || same(known[key], value)) continue;
    const file = first.place.source.file ?? '';
    problems.push(problemAt(within(later.place, key), 'files-disagree', { id: later.value.id, key, file }));
  }
  return { ...first, value: { ...later.value, ...first.value } };
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
