import { DAY } from '../core/calendar.ts';
import { type Recorded, recordUndone, together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { unsay } from './partners.ts';
import { understand } from './understand.ts';

/** Telegram lets people edit a message for 48 hours. */
const EDITABLE_MS = 3 * DAY;

/**
 * A message that was changed after it was sent. If it had reported something, that is amended: taken back and
 * recorded anew as the new words say, both entries stay. If not, it is read like any other.
 */
export async function understandEdit(ask: Ask, text: string, original: string): Promise<Reply> {
  const { ledger } = ask.world.store;
  const settled = await ledger.settledBetween(ask.office.org, ask.said.at - EDITABLE_MS, ask.world.clock.now() + 1);
  const before = settled.filter(
    ({ settled: s }) => s?.by === ask.speaker && (s.source === original || s.source.startsWith(`${original}e`)),
  );
  if (before.length === 0) return understand(ask, text);
  const undone = recordUndone(before, ask.said, 'edited');
  const reply = await understand(ask, text, undone.occurrences);
  const again = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
  // Words that report nothing and say nothing of it either: better left than lost.
  if (!reply.recorded?.entries.length) return { message: answer(phrase('edit-unclear')) };
  if (same(before, again)) return {};
  const gone = await unsay(ask, before);
  const still = new Set(again.map((f) => f.id));
  const untold = gone.filter(({ id }) => ![...still].some((one) => id.includes(`.${one}~`)));
  const taken = again.length === 0 && reply.message ? [{ text: phrase('edit-undone') }] : [];
  return {
    ...reply,
    ...(reply.message ? { message: { ...reply.message, lines: [...taken, ...reply.message.lines] } } : {}),
    notices: [...(reply.notices ?? []), ...untold],
    recorded: withUndone(undone, reply.recorded),
    shows: [...(reply.shows ?? []), ...before.map((f) => f.id)],
  };
}

/** A corrected typing mistake changes nothing, unless the words themselves are the record. */
function same(before: readonly OccurrenceFacts[], after: readonly OccurrenceFacts[]): boolean {
  if (after.some(({ settled }) => settled?.line || settled?.topic)) return false;
  const what = (facts: readonly OccurrenceFacts[]) =>
    JSON.stringify(
      facts
        .map(({ id, settled }) => [id, settled?.how, settled?.carriedOut ?? null, settled?.attendance ?? null])
        .sort(),
    );
  return what(before) === what(after);
}

const withUndone = (undone: Recorded, recorded: Recorded): Recorded => together([undone, recorded]);
