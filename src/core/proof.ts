import { entry, type Recorded, type Said, together } from './check-in.ts';
import type { EntryBody } from './ledger.ts';
import type { Check, OccurrenceFacts } from './occurrence.ts';

export type Evidence = Omit<Extract<EntryBody, { kind: 'evidence' }>, 'kind'>;

/** Evidence may come with the report or long after it: the entry's own time is the date of adding. */
export function recordEvidence(facts: readonly OccurrenceFacts[], said: Said, evidence: Evidence): Recorded {
  const measures = [...new Set(facts.map((f) => f.measure))];
  return together(
    measures.map((measure) => {
      const those = facts.filter((f) => f.measure === measure);
      const about = those.map((f) => f.id);
      return {
        entries: [{ ...entry(those[0]!, said, { kind: 'evidence', ...evidence }), about }],
        occurrences: those.map((one) => ({ ...one, evidence: (one.evidence ?? 0) + 1 })),
        refused: [],
      };
    }),
  );
}

/** One question of its kind answered: kept, and nothing is closed by it. A later answer to the same item wins. */
export function recordCheck(facts: OccurrenceFacts, said: Said, check: Check): Recorded {
  const checks = [...(facts.checks ?? []).filter((c) => c.item !== check.item), check];
  return {
    entries: [entry(facts, said, { kind: 'checked', check })],
    occurrences: [{ ...facts, checks }],
    refused: [],
  };
}

/** 验收: the named person accepts what was reported as done. */
export function recordAccepted(facts: readonly OccurrenceFacts[], said: Said): Recorded {
  return together(
    facts
      .filter((one) => one.settled?.how === 'done' && !one.accepted)
      .map((one) => ({
        entries: [entry(one, said, { kind: 'accepted' })],
        occurrences: [{ ...one, accepted: { at: said.at, by: said.by } }],
        refused: [],
      })),
  );
}
