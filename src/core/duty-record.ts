import { type DutyKind, openItems, type RecordField } from './duties/contract.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty } from './plan/plan.ts';

type Held = Readonly<Record<RecordField, (facts: OccurrenceFacts, kind: DutyKind, duty: Duty | undefined) => boolean>>;

/** Where a record keeps each of its fields (DOMAIN §1d). */
const held: Held = {
  attendance: ({ settled }) => settled?.attendance !== undefined,
  topic: ({ settled }) => settled?.topic !== undefined,
  presenter: ({ settled }) => settled?.presenter !== undefined,
  counterpart: ({ counterpart }) => counterpart !== undefined,
  checks: (facts, kind, duty) => duty === undefined || openItems(kind, duty, facts).length === 0,
  evidence: ({ evidence }) => (evidence ?? 0) > 0,
  amount: ({ settled }) => settled?.amount !== undefined,
  acceptance: ({ accepted }) => accepted !== undefined,
  text: ({ settled }) => settled?.line !== undefined,
};

/** What the record of an occurrence holds, in the order of its kind. */
export function heldIn(kind: DutyKind, duty: Duty | undefined, facts: OccurrenceFacts): readonly RecordField[] {
  return kind.fields.filter((field) => held[field](facts, kind, duty));
}

/**
 * What a valid record would hold besides, as far as this plan calls for it: who came, where people met for it; hours,
 * where the plan sums them up; who gave the lecture, where it names somebody; proof and acceptance, where it wants them.
 * Nothing of it is pressed for: it counts all the same.
 */
export function lackingIn(kind: DutyKind, duty: Duty | undefined, facts: OccurrenceFacts): readonly RecordField[] {
  if (!duty || facts.settled?.how !== 'done' || facts.follows !== undefined) return [];
  const called: Readonly<Record<RecordField, boolean>> = {
    attendance: facts.gathering,
    topic: false,
    presenter: duty.presenter !== null,
    counterpart: duty.with.length > 0,
    checks: kind.asks !== undefined,
    evidence: duty.evidence === 'required',
    amount: duty.amount?.unit === 'h',
    acceptance: duty.accept !== null,
    text: kind.line === true,
  };
  return kind.fields.filter((field) => called[field] && !held[field](facts, kind, duty));
}
