import type { Ask, Command } from './commands/contract.ts';
import { actsForOffice } from './office.ts';

function isOffice({ office, speaker, said }: Ask): boolean {
  return actsForOffice(office, speaker, said.at);
}

export function allowed(command: Command, ask: Ask): boolean {
  return command.who === 'everyone' || isOffice(ask);
}

/** Other people's occurrences are refused, except to the office, which may act on their behalf. */
export function isTheirs(command: Command, ask: Ask): boolean {
  if (!command.own || isOffice(ask)) return true;
  return ask.facts.every((f) => f.asked === ask.speaker || f.person === ask.speaker);
}
