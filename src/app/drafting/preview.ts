import { DAY } from '../../core/calendar.ts';
import { type Difference, differenceOf } from '../../core/drafting/difference.ts';
import type { Drafting } from '../../core/drafting/drafting.ts';
import { previewMessage } from '../../core/drafting/messages.ts';
import { nextPlan } from '../../core/drafting/next-plan.ts';
import { type PlanParts, partsOfFiles, textOfParts } from '../../core/drafting/plan-parts.ts';
import { officialTable } from '../../core/holidays.ts';
import { loadOf } from '../../core/load.ts';
import type { Line, Message } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type PlanProblem, readPlan } from '../../core/plan/read.ts';
import { simulate } from '../../core/simulate.ts';
import { filesOf } from '../adopt-plan.ts';
import type { Ask } from '../commands/contract.ts';

/** How far the preview looks ahead. */
const AHEAD = 30 * DAY;

export type Candidate =
  | {
      readonly ok: true;
      readonly plan: Plan;
      readonly text: string;
      readonly open: readonly string[];
      readonly expected: number;
      readonly difference: Difference | undefined;
    }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** The plan that a draft would become if it were adopted now. */
export async function candidateOf({ world, office, speaker }: Ask, drafting: Drafting): Promise<Candidate> {
  const current = await world.store.plans.current(office.org);
  if (!current) throw new Error('an office without a plan');
  const before = partsOfFiles(filesOf(current.text).map(({ text }) => text));
  const { parts, open } = nextPlan(drafting, before, speaker);
  const text = textOfParts(parts);
  const read = readPlan(text, { officialTable: officialTable(), now: world.clock.now() });
  if (!read.ok) return { ok: false, problems: read.problems };
  const difference = isFirst(before) ? undefined : differenceOf(before, parts);
  return { ok: true, plan: read.plan, text, open, expected: current.version, difference };
}

function isFirst({ measures }: PlanParts): boolean {
  return measures.length === 0;
}

export async function preview(ask: Ask, drafting: Drafting): Promise<Message> {
  const candidate = await candidateOf(ask, drafting);
  if (!candidate.ok) return problemsMessage(candidate.problems);
  const { plan, open, difference } = candidate;
  const now = ask.world.clock.now();
  const span = { from: now, to: now + AHEAD };
  const simulation = simulate({ plan, ...span, answers: 'all' });
  return previewMessage({ drafting, plan, simulation, load: loadOf(plan, simulation, span), open, difference, now });
}

/** A draft that makes no plan: what is wrong is said, and nothing is adopted. */
export function problemsMessage(problems: readonly PlanProblem[]): Message {
  const lines: Line[] = problems.slice(0, 8).map((problem) => ({ text: problem.phrase }));
  return {
    lines: [{ text: phrase('drafting-problems', { count: problems.length }) }, ...lines],
    buttons: [],
    items: [],
  };
}
