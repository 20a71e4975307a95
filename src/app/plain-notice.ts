import { toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { Phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask } from './commands/contract.ts';

/** What somebody else hears of it, at once and without buttons. */
/** What somebody else hears of it, at once and without buttons. */
export function plain(ask: Ask, person: PersonId, ...lines: readonly Phrase[]): Notice {
  return {
    id: `told@${ask.said.source}~${toPerson(person)}`,
    kind: 'plain',
    to: toPerson(person),
    at: ask.said.at,
    message: answer(...lines),
  };
}
