import { type Phrase, phrase } from '../phrase.ts';

/** A mistake in a plan file, with its place. `code` is the phrase id without `plan-`. */
export interface PlanProblem {
  readonly code: string;
  /** `measures[0].duties[1].schedule`; empty for the file as a whole. */
  readonly where: string;
  /** Only where several files were read, or one with a name. */
  readonly file?: string;
  /** Both count from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly phrase: Phrase;
}

export type Path = readonly (string | number)[];

export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** One plan file, parsed, which still knows where everything stood. */
export interface Source {
  readonly file?: string;
  readonly tree: unknown;
  /** Where that part begins; for something missing, where it should have been. */
  spotOf(path: Path): Spot | undefined;
}

export interface Place {
  readonly source: Source;
  readonly path: Path;
}

export function within(place: Place, ...more: Path): Place {
  return { source: place.source, path: [...place.path, ...more] };
}

export function problemAt(place: Place, code: string, args?: Phrase['args']): PlanProblem {
  const { source, path } = place;
  return {
    code,
    where: whereOf(path),
    ...(source.file === undefined ? {} : { file: source.file }),
    ...source.spotOf(path),
    phrase: phrase(`plan-${code}`, args),
  };
}

/** A problem whose wording another part of core has already chosen (why a phrase cannot be read). */
export function problemSaying(place: Place, code: string, said: Phrase): PlanProblem {
  return { ...problemAt(place, code), phrase: said };
}

function whereOf(path: Path): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${part}`)).join('');
}
