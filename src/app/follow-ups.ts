import { type Recorded, recordDone, recordUndone, recordVoid, together } from '../core/check-in.ts';
import { makeUpFor, openedEntry } from '../core/follow-up.ts';
import { type OccurrenceFacts, type OccurrenceId, occurrenceId, partsOfOccurrence } from '../core/occurrence.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { dutyIn } from './office.ts';

/**
 * What one record brings with it elsewhere, in the same append: leave opens a make-up study, the other side of a talk
 * is credited with it, and what is taken back takes its followers with it.
 */
export async function withFollowUps(ask: Ask, reply: Reply): Promise<Reply> {
  const touched = reply.recorded?.occurrences ?? [];
  const concerned = touched.filter((f) => f.gathering || f.kind === 'talk' || f.kind === 'minutes-check');
  if (concerned.length === 0) return reply;
  const ids = concerned.flatMap((f) => followersOf(f, ask));
  const known = ids.length > 0 ? await ask.world.store.ledger.occurrences(ask.office.org, ids) : [];
  const others = known.filter((k) => touched.every((t) => t.id !== k.id));
  const more = concerned.map((f) => {
    if (f.kind === 'talk') return mirrored(ask, f, others, reply);
    return f.gathering ? madeUp(ask, f, others) : withoutCorrection(ask, f, others);
  });
  return { ...reply, recorded: together([reply.recorded!, ...more]) };
}

function followersOf(facts: OccurrenceFacts, { office }: Ask): readonly OccurrenceId[] {
  if (facts.kind === 'talk') return mirrorOf(facts);
  if (facts.gathering) return makeUpIdOf(facts);
  const { duty, slot } = facts;
  return office.plan.people.map(({ id }) => occurrenceId({ duty, slot: `${slot}.fix`, person: id }));
}

/** A check of minutes that is taken back takes its open correction with it. */
function withoutCorrection(ask: Ask, check: OccurrenceFacts, others: readonly OccurrenceFacts[]): Recorded {
  const open = others.filter((f) => f.follows === check.id && !f.settled);
  return check.settled ? nothing : recordVoid(open, ask.said, 'correction');
}

function mirrorOf({ id, person, counterpart }: OccurrenceFacts): readonly OccurrenceId[] {
  return counterpart ? [occurrenceId({ ...partsOfOccurrence(id), person: counterpart, counterpart: person })] : [];
}

function makeUpIdOf({ duty, slot, person }: OccurrenceFacts): readonly OccurrenceId[] {
  return [occurrenceId({ duty, slot: `${slot}.make-up`, person })];
}

const nothing: Recorded = { entries: [], occurrences: [], refused: [] };

/** 两人互谈: one talk is one record for both who owe it; taking it back takes back both. */
function mirrored(ask: Ask, talk: OccurrenceFacts, others: readonly OccurrenceFacts[], reply: Reply): Recorded {
  const [id] = mirrorOf(talk);
  const mirror = others.find((f) => f.id === id);
  if (!mirror || !talk.counterpart) return nothing;
  const { settled } = talk;
  const said = { ...ask.said, onBehalfOf: talk.counterpart };
  if (settled?.how === 'done' && !mirror.settled) return recordDone([mirror], said, { carriedOut: settled.carriedOut });
  const undone = reply.recorded!.entries.find((e) => e.kind === 'undone' && e.about.includes(talk.id));
  const same = undone?.kind === 'undone' && mirror.settled?.source === undone.undoes;
  return same && !settled ? recordUndone([mirror], said) : nothing;
}

function madeUp(ask: Ask, facts: OccurrenceFacts, others: readonly OccurrenceFacts[]): Recorded {
  const { office, said } = ask;
  const [id] = makeUpIdOf(facts);
  const before = others.find((f) => f.id === id);
  const fresh = makeUpFor(facts, dutyIn(office, facts), office.plan.organization, said.at);
  if (!fresh) return before && !before.settled ? recordVoid([before], said, 'correction') : nothing;
  // Leave that was taken back and asked for again: the make-up that was void is owed again.
  if (before) return before.settled?.how === 'void' ? recordUndone([before], said) : nothing;
  return { entries: [openedEntry(fresh, said.at)], occurrences: [fresh], refused: [] };
}
