import type { PaperKind } from './draft.ts';
import { type Findings, noFindings, type RawMeasure, type RawProblem } from './findings.ts';
import type { Label } from './labels.ts';
import type { Role } from './sections.ts';

export interface State {
  readonly found: Findings;
  readonly kind: PaperKind;
  role: Role;
  roleLevel: number;
  aspect: string | null;
  aspectLevel: number;
  problem: RawProblem | undefined;
  problemLevel: number;
  measure: RawMeasure | undefined;
  measureLevel: number;
  /** Owner and deadline of the measure were told: what follows without a mark belongs to it no longer. */
  ended: boolean;
  /** The paper writes 整改措施： in front of its measures. */
  labelled: boolean;
  /** What lines without mark and label go on with. */
  open: Label | undefined;
  /** An owner or deadline that stood before its measure. */
  pending: { owner?: string; lead?: string; department?: string; deadline?: string; evidence?: string };
}

export const NO_LEVEL = 99;

export function fresh(kind: PaperKind): State {
  return {
    found: noFindings(),
    kind,
    role: 'none',
    roleLevel: 0,
    aspect: null,
    aspectLevel: 0,
    problem: undefined,
    problemLevel: NO_LEVEL,
    measure: undefined,
    measureLevel: NO_LEVEL,
    labelled: false,
    ended: false,
    open: undefined,
    pending: {},
  };
}
