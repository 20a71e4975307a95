import type { Draft, Item } from '../draft.ts';
import { nearest } from '../nearest.ts';
import { type Path, type PlanProblem, problemAt, within } from '../problem.ts';
import { splitSelector } from '../selectors.ts';
import { type DutyShape, ladderTargets, roles } from '../shape.ts';
import type { PlanRule } from './contract.ts';

type Target = keyof typeof lists;
const lists = {
  person: 'people',
  post: 'posts',
  department: 'departments',
  problem: 'problems',
  role: 'roles',
} as const;

/** A word at a path inside an item that must name something. */
type Reference = readonly [path: Path, to: Target, name: string | null | undefined];

/** Whatever names a person, post, department or problem names one that exists. */
export const references: PlanRule = {
  id: 'references',
  check(draft) {
    const known = knownIn(draft);
    const each = <T>(items: readonly Item<T>[], refs: (value: T) => readonly Reference[]) =>
      items.flatMap(({ place, value }) =>
        refs(value).flatMap(([path, to, name]) => {
          if (name === undefined || name === null || draft.absent.has(lists[to])) return [];
          if (known[to].has(name) || draft.broken.has(name)) return [];
          return [unknown(problemAt(within(place, ...path), `unknown-${to}`, { name }), to, name, known[to])];
        }),
      );
    return [
      ...each(draft.organization ? [draft.organization] : [], ({ head }) => [[['head'], 'person', head]]),
      ...each(draft.departments, ({ contact }) => [[['contact'], 'person', contact]]),
      ...each(draft.posts, ({ holder }) => [[['holder'], 'person', holder]]),
      ...each(draft.groups, ({ publish }) => [[['publish'], 'person', publish === 'auto' ? null : publish]]),
      ...each(draft.reports, ({ to }) => to.map((id, i): Reference => [['to', i], 'person', id])),
      ...each(draft.people, (person) => [
        [['superior'], 'person', person.superior],
        [['standIn'], 'person', person.standIn],
        ...departmentNamed(draft, person.department),
      ]),
      ...each(draft.measures, (measure) => [
        [['lead'], 'person', measure.lead],
        ...departmentNamed(draft, measure.department),
        ...(measure.problems ?? []).map((id, i): Reference => [['problems', i], 'problem', id]),
      ]),
      ...each(
        draft.measures.flatMap(({ duties }) => duties),
        (duty) => dutyReferences(draft, duty),
      ),
    ];
  },
};

function dutyReferences(draft: Draft, duty: DutyShape): readonly Reference[] {
  const selectors = (key: 'who' | 'with') =>
    (duty[key] ?? []).map((selector, i): Reference => {
      const [kind, name] = splitSelector(selector);
      return [[key, i], kind, kind === 'department' ? (departmentNamed(draft, name)[0]?.[2] ?? null) : name];
    });
  const units = (duty.coUnits ?? []).map(
    (name, i): Reference => [['coUnits', i], 'department', departmentNamed(draft, name)[0]?.[2] ?? null],
  );
  const ladder = Array.isArray(duty.ladder) ? duty.ladder : [];
  const targets = ladder.flatMap(({ tell }, i) =>
    typeof tell === 'string'
      ? [[['ladder', i, 'tell'], 'person', personTold(tell)] satisfies Reference]
      : tell.map((one, j): Reference => [['ladder', i, 'tell', j], 'person', personTold(one)]),
  );
  return [
    ...selectors('who'),
    ...selectors('with'),
    ...units,
    ...targets,
    [['reporter'], 'person', duty.reporter],
    [['presenter'], 'person', duty.presenter],
    [['accept'], 'person', duty.accept],
  ];
}

function personTold(target: string): string | null {
  return ladderTargets.some((word) => word === target) ? null : target;
}

/** A department may be a plain name where the plan lists none (DESIGN §5). */
function departmentNamed({ departments }: Draft, name: string | undefined): readonly Reference[] {
  return departments.length === 0 || name === undefined ? [] : [[['department'], 'department', name]];
}

function knownIn(draft: Draft): Readonly<Record<Target, ReadonlySet<string>>> {
  const ids = (items: readonly Item<{ readonly id: string }>[]) => new Set(items.map(({ value }) => value.id));
  return {
    person: ids(draft.people),
    post: ids(draft.posts),
    department: new Set(draft.departments.flatMap(({ value }) => [value.id, value.name])),
    problem: ids(draft.problems),
    role: new Set(roles),
  };
}

/** Beyond so many, a suggestion costs more than it helps. */
const comparable = 300;

function unknown(problem: PlanProblem, to: Target, name: string, known: ReadonlySet<string>): PlanProblem {
  const near = nearest(name, [...known].slice(0, comparable));
  return near === undefined
    ? problem
    : { ...problem, phrase: { id: `plan-unknown-${to}-nearest`, args: { name, nearest: near } } };
}
