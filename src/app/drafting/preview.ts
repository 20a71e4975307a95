import { DAY } from '../../core/calendar.ts';
import { type Difference, differenceOf } from '../../core/drafting/difference.ts';
import { draftButton } from '../../core/drafting/draft-button.ts';
import { type Drafting, mayGoBack } from '../../core/drafting/drafting.ts';
import { nextPlan } from '../../core/drafting/next-plan.ts';
import { type PlanParts, partsOfFiles, textOfParts } from '../../core/drafting/plan-parts.ts';
import { detailsMessage, type Preview, previewMessage } from '../../core/drafting/preview-message.ts';
import { type RoundParts, roundsOfFiles } from '../../core/drafting/rounds.ts';
import { officialTable } from '../../core/holidays.ts';
import type { Line, Message } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type PlanProblem, type PlanText, readPlans } from '../../core/plan/read.ts';
import { filesOf } from '../adopt-plan.ts';
import type { Ask } from '../commands/contract.ts';

/** How far the preview looks ahead. */
const AHEAD = 30 * DAY;

export type Candidate =
  | {
      readonly ok: true;
      readonly plan: Plan;
      readonly files: readonly PlanText[];
      /** Position of the paper's round. */
      readonly round: number;
      readonly open: readonly string[];
      readonly expected: number;
      readonly difference: Difference | undefined;
      readonly effect: 'new' | 'another' | 'replace';
      readonly replaces?: string;
    }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** The plan in force and its rounds, as data. */
export async function inForce({ world, office }: Ask): Promise<{
  readonly version: number;
  readonly parts: PlanParts;
  readonly rounds: readonly RoundParts[];
}> {
  const current = await world.store.plans.current(office.org);
  if (!current) throw new Error('an office without a plan');
  const texts = filesOf(current.text).map(({ text }) => text);
  return { version: current.version, parts: partsOfFiles(texts), rounds: roundsOfFiles(texts) };
}

/** The plan that a draft would become if it were adopted now. */
export async function candidateOf(ask: Ask, drafting: Drafting): Promise<Candidate> {
  const before = await inForce(ask);
  const next = nextPlan(drafting, before.parts, ask.speaker, before.rounds);
  const files = next.files.map((parts, i) => ({
    path: `chat-${String(i + 1).padStart(2, '0')}.yaml`,
    text: textOfParts(parts),
  }));
  const read = readPlans(files, { officialTable: officialTable(), now: ask.world.clock.now() });
  if (!read.ok) return { ok: false, problems: read.problems };
  const difference = isFirst(before.parts) ? undefined : differenceOf(before.parts, next.parts);
  const { round, open } = next;
  // What was adopted already and is taken up again only goes on.
  const goesOn = difference === undefined || drafting.left !== undefined;
  const effect = goesOn ? 'new' : round < before.rounds.length ? 'replace' : 'another';
  const title = before.rounds.length > 1 ? before.rounds[round]?.round?.title : undefined;
  const replaces = effect === 'replace' && title ? { replaces: title } : {};
  return {
    ok: true,
    plan: read.plans[0]!,
    files,
    round,
    open,
    expected: before.version,
    difference,
    effect,
    ...replaces,
  };
}

function isFirst({ measures }: PlanParts): boolean {
  return measures.length === 0;
}

export async function preview(ask: Ask, drafting: Drafting): Promise<Message> {
  return previewed(ask, drafting, previewMessage);
}

/** All that the preview only counts, a page at a time. */
export async function previewDetails(ask: Ask, drafting: Drafting, page: number): Promise<Message> {
  return previewed(ask, drafting, (found) => detailsMessage(found, page));
}

async function previewed(ask: Ask, drafting: Drafting, word: (preview: Preview) => Message): Promise<Message> {
  const candidate = await candidateOf(ask, drafting);
  if (!candidate.ok) return problemsMessage(candidate.problems, drafting);
  const now = ask.world.clock.now();
  const foreseen = await ask.world.papers.foresee(candidate.files, { from: now, to: now + AHEAD });
  return word({ ...candidate, drafting, foreseen });
}

/** A draft that makes no plan: what is wrong is said, and nothing is adopted. */
export function problemsMessage(problems: readonly PlanProblem[], drafting: Drafting): Message {
  const back = draftButton(phrase('button-draft-back'), drafting, 'back');
  const lines: Line[] = problems.slice(0, 8).map((problem) => ({ text: problem.phrase }));
  return {
    lines: [{ text: phrase('drafting-problems', { count: problems.length }) }, ...lines],
    buttons: [...(mayGoBack(drafting) ? [[back]] : []), [draftButton(phrase('button-draft-drop'), drafting, 'drop')]],
    items: [],
  };
}
