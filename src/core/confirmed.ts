import type { Recorded, Said } from './check-in.ts';
import type { OccurrenceFacts } from './occurrence.ts';

/** 双方确认: the record stays as it is, and the ledger says that the other side reported the same talk. */
export function recordConfirmed(talks: readonly OccurrenceFacts[], said: Said): Recorded {
  const fresh = talks.filter((talk) => talk.settled?.how === 'done' && !isConfirmed(talk));
  return {
    entries: fresh.map(({ id, measure, settled }) => ({
      ...said,
      about: [id],
      measure,
      kind: 'confirmed',
      of: settled!.source,
    })),
    occurrences: fresh.map((talk) => ({
      ...talk,
      confirmed: { at: said.at, by: said.by, of: talk.settled!.source },
    })),
    refused: [],
  };
}

/** A confirmation holds for the report that it named: what was taken back and reported anew is not confirmed. */
export function isConfirmed({ confirmed, settled }: OccurrenceFacts): boolean {
  return confirmed !== undefined && confirmed.of === settled?.source;
}
