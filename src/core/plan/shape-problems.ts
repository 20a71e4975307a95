import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { type Place, type PlanProblem, problemAt, within } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Args = Readonly<Record<string, string>>;

/** What zod found wrong with a part of the file, in the words of this project, each at its own place. */
export function shapeProblems(
  issues: readonly Issue[],
  place: Place,
  value: unknown,
  keysOf: KeysOf,
): readonly PlanProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, place, value, keysOf));
}

/** Keys that may stand at a path below the part. */
export type KeysOf = (path: readonly PropertyKey[]) => readonly string[];

function problemsOf(issue: Issue, place: Place, value: unknown, keysOf: KeysOf): readonly PlanProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const here = within(place, ...path);
  const found = at(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(within(here, key), key, keysOf(path)));
    case 'invalid_type':
      return [found === undefined ? missing(here) : wrongType(here, issue.expected)];
    case 'invalid_value':
      if (found === undefined) return [missing(here)];
      return [problemAt(here, 'not-one-of', { value: shown(found), options: issue.values.map(String) })];
    case 'invalid_union':
      return unionProblems(issue, here, found, (more) => keysOf([...path, ...more]));
    default:
      return [problemAt(here, codeOf(issue), { value: shown(found) } satisfies Args)];
  }
}

/** The shape's own messages are codes; a limit that zod set by itself (safe integers) has a sentence instead. */
function codeOf({ message }: Issue): string {
  return /^[a-z-]+$/.test(message) ? message : 'out-of-range';
}

function missing(here: Place): PlanProblem {
  return problemAt(here, 'missing', { key: String(here.path.at(-1) ?? '') });
}

/** `expected` is a zod type name: it chooses the words. */
function wrongType(here: Place, expected: string): PlanProblem {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'list',
    object: 'map',
    boolean: 'boolean',
    int: 'number',
    number: 'number',
  };
  return problemAt(here, 'wrong-type', { expected: { id: `plan-type-${names[expected] ?? 'other'}` } });
}

function unknownKey(here: Place, key: string, known: readonly string[]): PlanProblem {
  // The colon of a Chinese keyboard makes one long key of `name：张建国`.
  if (key.includes('：')) return problemAt(here, 'full-width-colon', { key: shown(key) });
  const near = nearest(key, known);
  const problem = problemAt(here, 'unknown-key', { key: shown(key), known });
  if (near === undefined) return problem;
  return { ...problem, phrase: { id: 'plan-unknown-key-nearest', args: { key: shown(key), nearest: near } } };
}

/** Of a union only the branch that was meant is worth a word: the one of the same type as what stands there. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  here: Place,
  value: unknown,
  keysOf: KeysOf,
): readonly PlanProblem[] {
  if (value === undefined) return [missing(here)];
  const meant = issue.errors.find(
    (branch) =>
      !branch.some((inner) => inner.path.length === 0 && (isOtherType(inner) || inner.code === 'invalid_value')),
  );
  if (meant) return shapeProblems(meant, here, value, keysOf);
  return [problemAt(here, 'wrong-form', { value: shown(value) })];
}

function isOtherType(issue: Issue): boolean {
  return issue.code === 'invalid_type';
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let part = value;
  for (const key of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = Object.getOwnPropertyDescriptor(part, key)?.value;
  }
  return part;
}

/** At most a line of what stands there. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
