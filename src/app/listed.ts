import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { type OfficeWords, readOfficeWords } from '../core/reply/office-words.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { lateIn } from './late.ts';
import { actsForOffice } from './office.ts';
import { surroundings } from './surroundings.ts';

/** 催办 2: what the office may tap under a list, in words; undefined for any other sentence, and for anybody else. */
export function onListed(ask: Ask, text: string): Promise<Reply> | undefined {
  const words = readOfficeWords(text);
  if (!words || !actsForOffice(ask.office, ask.speaker, ask.said.at)) return undefined;
  return onLine(ask, words);
}

async function onLine(ask: Ask, { act, number, reason = '' }: OfficeWords): Promise<Reply> {
  const { shown, about } = await surroundings(ask);
  const line = number === null ? (shown.length === 1 ? shown[0] : undefined) : shown[number - 1];
  const facts = line
    ? await ask.world.store.ledger.occurrences(ask.office.org, line)
    : number === null || shown.length === 0
      ? await onlyOne(ask, about, number ?? 1)
      : [];
  if (facts.length === 0) return { message: answer(phrase('listed-which', { count: shown.length })) };
  if (facts.every((f) => f.settled)) return { message: answer(phrase('listed-settled')) };
  return commandById(act)!.run({ ...ask, facts, words: reason });
}

/** Without a list: what the message replied to is about, else the only thing that is overdue. */
async function onlyOne(ask: Ask, about: readonly string[], number: number): Promise<readonly OccurrenceFacts[]> {
  const { world, office } = ask;
  if (number !== 1) return [];
  if (about.length > 0) return world.store.ledger.occurrences(office.org, about);
  const { late } = await lateIn(world, office);
  const matters = mattersOf(late);
  return matters.length === 1 ? matters[0]!.facts : [];
}
