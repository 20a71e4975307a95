import { parse } from 'yaml';
import type { Draft } from '../intake/index.ts';
import { isSame } from './measures-together.ts';
import type { PlanParts } from './plan-parts.ts';

/** One file of a plan in force: a round (轮次) with its own problems and measures. */
export type RoundParts = Pick<PlanParts, 'round' | 'problems' | 'measures'>;

/** A round that a new paper may be a new version of. */
export interface KnownRound {
  /** Empty where the plan names none. */
  readonly title: string;
  /** The paper bears its title or repeats half of its measures. */
  readonly isAlike: boolean;
}

/** Which round a paper is about: the position of the one it replaces, or another one. */
export const ANOTHER = 'new';

export function roundsOfFiles(texts: readonly string[]): readonly RoundParts[] {
  return texts
    .map((text) => parse(text) as PlanParts)
    .map(({ round, problems = [], measures }) => ({ ...(round ? { round } : {}), problems, measures: measures ?? [] }));
}

/** The rounds in force, as the paper looks beside them; none where nothing runs yet. */
export function knownRounds(rounds: readonly RoundParts[], draft: Draft): readonly KnownRound[] {
  if (isBlank(rounds)) return [];
  return rounds.map(({ round, measures }) => {
    const same = measures.filter(({ title, text }) =>
      draft.measures.some((one) => isSame(one.title, title) || (text !== undefined && isSame(one.text, text))),
    ).length;
    // A short paper that repeats a few measures of a long round is not evidently its new version.
    const more = Math.max(measures.length, draft.measures.length);
    return {
      title: round?.title ?? '',
      isAlike: (round?.title !== undefined && isSame(round.title, draft.title)) || (more > 0 && same * 2 >= more),
    };
  });
}

/** No paper was adopted yet; one of which everything stays open (待定) has its title. */
function isBlank(rounds: readonly RoundParts[]): boolean {
  return rounds.every(({ round, measures }) => measures.length === 0 && !round?.title);
}

/** What needs no question: the only round that the paper is like. */
export function evidentRound(rounds: readonly KnownRound[]): number | undefined {
  const alike = rounds.flatMap(({ isAlike }, i) => (isAlike ? [i] : []));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Position of the round that the paper makes; as many as there are rounds for another one. */
export function targetRound(
  answer: string | undefined,
  known: readonly KnownRound[],
  rounds: readonly RoundParts[],
): number {
  if (isBlank(rounds)) return 0;
  if (answer === ANOTHER) return rounds.length;
  const at = answer === undefined || answer === '' ? (evidentRound(known) ?? 0) : Number(answer);
  return Math.min(at, rounds.length);
}

/** The files of a plan: the first holds whatever all rounds share, each holds one round. */
export function filesOfRounds(shared: PlanParts, rounds: readonly RoundParts[]): readonly PlanParts[] {
  const { round: _r, problems: _p, measures: _m, ...first } = shared;
  const { id, name } = shared.organization;
  return rounds.map(({ round, problems, measures }, i) => ({
    ...(i === 0 ? first : { organization: { id, name }, people: [] }),
    ...(round ? { round } : {}),
    ...(problems?.length ? { problems } : {}),
    measures,
  }));
}
