import { type Draft, readDraft } from './draft.ts';
import type { Plan } from './plan.ts';
import type { PlanProblem } from './problem.ts';
import { resolve } from './resolve.ts';
import type { PlanContext } from './resolving.ts';
import { planRules } from './rules/index.ts';
import { readSource } from './source.ts';
import { unite } from './unite.ts';
import { warningsOf } from './warnings.ts';

export type { PlanProblem } from './problem.ts';
export type { PlanContext } from './resolving.ts';

export type PlanReading =
  | { readonly ok: true; readonly plan: Plan; readonly warnings: readonly PlanProblem[] }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

export type PlansReading =
  | {
      readonly ok: true;
      /** One plan per organization, in the order of their first files. */
      readonly plans: readonly Plan[];
      /** `paths[i]`: the files that made `plans[i]`. */
      readonly paths: readonly (readonly string[])[];
      readonly warnings: readonly PlanProblem[];
    }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

export interface PlanText {
  readonly path: string;
  readonly text: string;
}

/** Reads one plan file (DESIGN §5): the plan, or every problem it has. Never throws, whatever the text. */
export function readPlan(text: string, context: PlanContext): PlanReading {
  const read = readTexts([{ text }], context);
  if (!read.ok) return read;
  return { ok: true, plan: read.plans[0]!, warnings: read.warnings };
}

/** Reads a folder of plan files; several files of one organization are its rounds and become one plan. */
export function readPlans(files: readonly PlanText[], context: PlanContext): PlansReading {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return readTexts(
    sorted.map(({ path, text }) => ({ file: path, text })),
    context,
  );
}

function readTexts(
  texts: readonly { readonly file?: string; readonly text: string }[],
  context: PlanContext,
): PlansReading {
  const cut = texts.map(({ file, text }) => readOne(text, file, context.limit));
  const offices = byOrganization(cut.flatMap(({ draft }) => draft ?? [])).map((drafts) => readOffice(drafts, context));
  const problems = [...cut, ...offices].flatMap((part) => part.problems);
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return {
    ok: true,
    plans: offices.map(({ plan }) => plan),
    paths: offices.map(({ paths }) => paths),
    warnings: offices.flatMap(({ warnings }) => warnings),
  };
}

function readOne(
  text: string,
  file: string | undefined,
  limit: number | undefined,
): { readonly draft?: Draft; readonly problems: readonly PlanProblem[] } {
  const { source, problems } = readSource(text, file, limit);
  return source ? readDraft(source) : { problems };
}

function readOffice(drafts: readonly Draft[], context: PlanContext) {
  const united = unite(drafts);
  const broken = planRules.flatMap(({ check }) => check(united.draft));
  const resolved = resolve(united.draft, context);
  return {
    plan: resolved.plan,
    paths: drafts.flatMap(({ organization }) => organization?.place.source.file ?? []),
    problems: [...united.problems, ...broken, ...resolved.problems],
    warnings: [...resolved.warnings, ...warningsOf(resolved.plan, united.draft)],
  };
}

/** A file without a readable organization stands alone, so that its other problems show as well. */
function byOrganization(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const offices = new Map<string | number, Draft[]>();
  for (const [i, draft] of drafts.entries()) {
    const id = draft.organization?.value.id ?? i;
    offices.set(id, [...(offices.get(id) ?? []), draft]);
  }
  return [...offices.values()];
}

function inOrder(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  return [...problems].sort((a, b) => {
    if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  });
}
