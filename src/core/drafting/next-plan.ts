import { parse } from 'yaml';
import { type Draft, planTextOf } from '../intake/index.ts';
import type { PersonId } from '../plan/plan.ts';
import { castTogether } from './cast-together.ts';
import { departmentsTogether } from './departments-together.ts';
import type { Drafting } from './drafting.ts';
import { freeId } from './free-id.ts';
import { measuresTogether } from './measures-together.ts';
import type { MeasureShape, PlanParts } from './plan-parts.ts';
import { filesOfRounds, type RoundParts, targetRound } from './rounds.ts';
import { decidedByOffice, settledDraft } from './settled.ts';
import { absent } from './vocabulary.ts';

export interface Successor {
  /** All rounds together. */
  readonly parts: PlanParts;
  /** The same, one file for each round. */
  readonly files: readonly PlanParts[];
  /** Position of the paper's round among the files. */
  readonly round: number;
  /** Whom the secretary is in it. */
  readonly secretary: PersonId;
  /** Measures and duties of the paper that stay open (待定) and do not run. */
  readonly open: readonly string[];
}

/**
 * The plan that follows from a drafting and the plan in force. People, posts, measures and duties that go on keep their
 * ids, and with them their history, their links and whatever the office set; ids of what vanished are not used again.
 * The paper replaces one round or is another one: the rest of the plan stays as it is.
 */
export function nextPlan(
  drafting: Drafting,
  before: PlanParts,
  secretary: PersonId,
  rounds: readonly RoundParts[] = [before],
): Successor {
  const draft = settledDraft(drafting);
  const fresh = parse(planTextOf(draft, () => '')) as PlanParts;
  const departments = departmentsTogether(fresh, before);
  const cast = castTogether(drafting, fresh, before, secretary, departments);
  const at = targetRound(drafting.answers.round, drafting.rounds ?? [], rounds);
  const others = rounds.filter((_, i) => i !== at);
  const decided = markDecided(fresh, decidedByOffice(drafting));
  const together = measuresTogether(decided, { own: rounds[at]?.measures ?? [], before }, cast, departments);
  const numbered = besideOthers({ problems: fresh.problems ?? [], measures: [...together] }, others);
  const own: RoundParts = { ...(fresh.round ? { round: { ...fresh.round } } : {}), ...numbered };
  const all = [...rounds.slice(0, at), own, ...rounds.slice(at + 1)];
  const head = cast.head ?? before.organization.head ?? cast.idOf(fresh.organization.head);
  const parts: PlanParts = {
    organization: {
      ...before.organization,
      ...(drafting.nameless ? { name: fresh.organization.name } : {}),
      ...(head ? { head } : {}),
    },
    ...(own.round ? { round: own.round } : {}),
    ...(departments.all.length ? { departments: [...departments.all] } : {}),
    ...(cast.posts.length ? { posts: [...cast.posts] } : {}),
    ...(before.groups?.length ? { groups: before.groups } : {}),
    ...(before.reports?.length ? { reports: before.reports } : {}),
    people: [...cast.people],
    ...listed(all.flatMap(({ problems }) => problems ?? [])),
    measures: all.flatMap(({ measures }) => measures),
  };
  return { parts, files: filesOfRounds(parts, all), round: at, secretary: cast.secretary, open: openIn(draft, fresh) };
}

function listed(problems: NonNullable<PlanParts['problems']>): Partial<PlanParts> {
  return problems.length ? { problems } : {};
}

/** Ids of problems are those of the whole plan; their numbers are of their own feedback letter. */
function besideOthers(
  { problems = [], measures }: RoundParts,
  others: readonly RoundParts[],
): Pick<RoundParts, 'problems' | 'measures'> {
  const taken = new Set(others.flatMap((one) => (one.problems ?? []).map(({ id }) => id)));
  const ids = new Map<string, string>();
  for (const { id } of problems) {
    ids.set(id, freeId(id, taken));
    taken.add(ids.get(id)!);
  }
  return {
    problems: problems.map((problem) => ({ ...problem, id: ids.get(problem.id)! })),
    measures: measures.map((measure) =>
      measure.problems ? { ...measure, problems: measure.problems.map((id) => ids.get(id) ?? id) } : measure,
    ),
  };
}

function openIn(draft: Draft, fresh: PlanParts): readonly string[] {
  const ran = new Set(fresh.measures.flatMap(({ id, duties }) => [id, ...(duties ?? []).map((duty) => duty.id)]));
  return draft.measures.flatMap(({ closed, title, duties }, m) => {
    if (closed) return [];
    const whole = !ran.has(`m${m + 1}`) || duties.length === 0;
    if (whole && duties.length === 0) return ran.has(`m${m + 1}`) ? [] : [title];
    return duties.flatMap((duty, d) =>
      isRunning(ran, `m${m + 1}-${duty.kind}${d ? `-${d + 1}` : ''}`) || duty.event === absent ? [] : [duty.title],
    );
  });
}

function isRunning(ran: ReadonlySet<string>, id: string): boolean {
  return ran.has(id) || ran.has(`${id}-a`);
}

/** Schedules that nobody but the office decided are marked as such. */
function markDecided(fresh: PlanParts, decided: ReadonlySet<string>): readonly MeasureShape[] {
  const ids = new Set(
    [...decided].map((key) => key.split('.').map(Number) as [number, number]).map(([m, d]) => `${m}.${d}`),
  );
  return fresh.measures.map((measure) => ({
    ...measure,
    ...(measure.duties
      ? {
          duties: measure.duties.map((duty) => {
            const place = /^m(\d+)-[a-z-]*?(?:-(\d+))?$/.exec(duty.id);
            const key = place ? `${Number(place[1]) - 1}.${place[2] ? Number(place[2]) - 1 : 0}` : '';
            return ids.has(key) ? { ...duty, origin: 'office' as const } : duty;
          }),
        }
      : {}),
  }));
}
