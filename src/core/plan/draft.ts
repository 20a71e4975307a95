import type { z } from 'zod';
import { type Place, type PlanProblem, problemAt, type Source, within } from './problem.ts';
import {
  type DepartmentShape,
  type DutyShape,
  departmentShape,
  dutyShape,
  type GroupShape,
  groupShape,
  type MeasureShape,
  measureShape,
  type OrganizationShape,
  organizationShape,
  type PersonShape,
  type PostShape,
  type ProblemShape,
  personShape,
  planShape,
  postShape,
  problemShape,
  type ReportShape,
  type RoundShape,
  reportShape,
  roundShape,
} from './shape.ts';
import { keysIn, mapOf } from './shape-keys.ts';
import { shapeProblems } from './shape-problems.ts';

/** One part of the file that has the right shape, and where it stands. */
export interface Item<T> {
  readonly place: Place;
  readonly value: T;
  /** Keys that were left out because they are broken, and told already. */
  readonly dropped?: ReadonlySet<string>;
}

export interface MeasureItem extends Item<Omit<MeasureShape, 'duties'>> {
  readonly duties: readonly Item<DutyShape>[];
  /** Some of its duties are broken: it is not one without duties. */
  readonly brokenDuties: boolean;
  readonly round: RoundShape;
}

/** A plan file cut into parts. Broken parts are left out, but still `named`, so that one mistake is told once. */
export interface Draft {
  readonly organization: Item<OrganizationShape> | undefined;
  readonly rounds: readonly Item<RoundShape>[];
  readonly departments: readonly Item<DepartmentShape>[];
  readonly posts: readonly Item<PostShape>[];
  readonly groups: readonly Item<GroupShape>[];
  readonly reports: readonly Item<ReportShape>[];
  readonly people: readonly Item<PersonShape>[];
  readonly problems: readonly Item<ProblemShape>[];
  readonly measures: readonly MeasureItem[];
  /** Ids of broken parts. */
  readonly broken: ReadonlySet<string>;
  /** Top-level keys that are missing or no list: whatever refers to them is not wrong for it. */
  readonly absent: ReadonlySet<string>;
}

interface Cutting {
  readonly problems: PlanProblem[];
  readonly broken: Set<string>;
}

/** Cuts a parsed file into its parts; each part is checked by itself, so that all mistakes are found at once. */
export function readDraft(source: Source): { readonly draft: Draft; readonly problems: readonly PlanProblem[] } {
  const cut: Cutting = { problems: [], broken: new Set() };
  const root = { source, path: [] };
  const tree = mapOf(source.tree);
  if (!tree) cut.problems.push(problemAt(root, 'not-a-plan'));
  const top = rootOf(tree ?? {}, root, cut);
  const round = part(roundShape, top.round, within(root, 'round'), cut);
  const organization = part(organizationShape, top.organization, within(root, 'organization'), cut);
  const list = <T extends z.ZodObject>(key: string, shape: T) => parts(shape, top[key], within(root, key), cut);
  const draft: Draft = {
    organization,
    rounds: round ? [round] : [],
    departments: list('departments', departmentShape),
    posts: list('posts', postShape),
    groups: list('groups', groupShape),
    reports: list('reports', reportShape),
    people: list('people', personShape),
    problems: list('problems', problemShape),
    measures: measuresOf(top.measures, within(root, 'measures'), round?.value ?? {}, cut),
    broken: cut.broken,
    absent: new Set(lists.filter((key) => !Array.isArray(top[key]) && (key in (tree ?? {}) || required.includes(key)))),
  };
  return { draft, problems: cut.problems };
}

const lists: readonly string[] = ['departments', 'posts', 'groups', 'reports', 'people', 'problems', 'measures'];
const required: readonly string[] = ['people', 'measures'];

/** Top-level keys: which are missing, which nobody knows, and that each is a map or a list as it should. */
function rootOf(
  tree: Readonly<Record<string, unknown>>,
  root: Place,
  { problems }: Cutting,
): Readonly<Record<string, unknown>> {
  const hollow = Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, lists.includes(key) && Array.isArray(value) ? [] : value]),
  );
  const checked = planShape.safeParse(hollow);
  const own = (checked.error?.issues ?? []).filter(
    ({ path }) =>
      path.length === 0 || (path.length === 1 && (lists.includes(String(path[0])) || !mapOf(hollow[String(path[0])]))),
  );
  problems.push(...shapeProblems(own, root, hollow, () => Object.keys(planShape.shape)));
  return Object.fromEntries(Object.entries(tree).filter(([key]) => !own.some(({ path }) => path[0] === key)));
}

/** Stands in for a measure that is broken itself, so that its duties are looked at all the same. */
const nameless = { id: 'unknown', title: 'unknown' };

function measuresOf(list: unknown, place: Place, round: RoundShape, cut: Cutting): readonly MeasureItem[] {
  return itemsOf(list).flatMap((raw, i) => {
    const here = within(place, i);
    const map = mapOf(raw);
    const inner = map && Array.isArray(map.duties) ? map.duties : [];
    const duties = parts(dutyShape, inner, within(here, 'duties'), cut);
    const own = part(measureShape, map && inner.length > 0 ? { ...map, duties: [] } : raw, here, cut);
    const item = own ?? { place: here, value: nameless, dropped: new Set(Object.keys(measureShape.shape)) };
    return own || duties.length > 0 ? [{ ...item, duties, brokenDuties: duties.length < inner.length, round }] : [];
  });
}

function parts<T extends z.ZodObject>(
  shape: T,
  list: unknown,
  place: Place,
  cut: Cutting,
): readonly Item<z.infer<T>>[] {
  return itemsOf(list).flatMap((raw, i) => part(shape, raw, within(place, i), cut) ?? []);
}

/** The part, if it has the right shape, or has it once broken optional keys are left out. Undefined if absent. */
function part<T extends z.ZodObject>(shape: T, raw: unknown, place: Place, cut: Cutting): Item<z.infer<T>> | undefined {
  if (raw === undefined) return undefined;
  const read = shape.safeParse(raw);
  if (read.success) return { place, value: read.data };
  cut.problems.push(...shapeProblems(read.error.issues, place, raw, keysIn(shape)));
  const dropped = brokenKeys(read.error.issues);
  const rest = shape.safeParse(without(raw, dropped));
  if (rest.success) return { place, value: rest.data, dropped };
  const id = mapOf(raw)?.id;
  if (typeof id === 'string') cut.broken.add(id);
  return undefined;
}

function brokenKeys(issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> {
  return new Set(
    issues.flatMap((issue) =>
      issue.path.length > 0 ? [String(issue.path[0])] : issue.code === 'unrecognized_keys' ? issue.keys : [],
    ),
  );
}

function without(raw: unknown, keys: ReadonlySet<string>): unknown {
  const map = mapOf(raw);
  return map ? Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key))) : raw;
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
