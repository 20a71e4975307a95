import type { NewEntry } from '../core/ledger.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Evidence } from '../core/proof.ts';
import { wholeIn } from '../core/reply/sayings.ts';
import type { Ask } from './commands/contract.ts';

/** A measure or a problem, of which there may be evidence as of any occurrence. */
export interface Whole {
  readonly measure?: string;
  readonly problem?: number;
  /** 措施“…”, 问题2. */
  readonly title: Phrase;
}

/** 措施3佐证, 问题2材料: evidence of a measure or a problem as a whole. */
export function wholeNamed({ office }: Ask, text: string): Whole | undefined {
  const { measures, problems } = office.plan;
  const named = wholeIn(text);
  const no = problems.find((p) => p.no === named.problem)?.no;
  if (no !== undefined) return { problem: no, title: phrase('whole-problem', { no }) };
  const measure = measures[(named.measure ?? 0) - 1] ?? measures.find((m) => text.includes(m.title));
  if (!measure) return undefined;
  return { measure: measure.id, title: phrase('whole-measure', { title: measure.title }) };
}

/** Evidence of a whole, or of what is yet to be chosen. */
export function looseEntry({ said, office }: Ask, evidence: Evidence, whole: Whole | undefined): NewEntry {
  return {
    at: said.at,
    by: said.by,
    source: said.source,
    about: [],
    ...(whole?.measure ? { measure: whole.measure } : {}),
    planVersion: office.planVersion,
    kind: 'evidence',
    ...evidence,
    ...(whole?.problem === undefined ? {} : { problem: whole.problem }),
  };
}
