import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty } from '../core/plan/plan.ts';
import { nextCheck } from '../core/wording/checks.ts';
import { askBack } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';

/** The next question; a sentence in reply answers it too. */
export function askCheck(ask: Ask, duty: Duty, facts: OccurrenceFacts): Reply {
  const message = nextCheck(duty, facts);
  if (!message) return { toast: phrase('toast-settled') };
  const free = { command: 'check', about: [facts.id] };
  return { ...askBack(ask, { question: 'why', head: [], choices: [], free }), message };
}
