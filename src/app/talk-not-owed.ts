import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { personIn } from '../core/plan/look-up.ts';
import { familiarFor } from '../core/reply/familiar-words.ts';
import { answer } from '../core/wording/echo.ts';
import { counterpartsIn, nameOf } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Meaning } from './meaning.ts';

/** 和赵刚谈了, where none of the talks that are open is with 赵刚: said so, and with whom they are. */
export function talkNotOwed(
  { office, words }: Ask,
  { intent, people }: Meaning,
  facts: readonly OccurrenceFacts[],
): Reply | undefined {
  const talks = facts.length > 0 && facts.every((f) => f.counterpart !== undefined);
  const strangers = people.filter((p) => facts.every((f) => f.counterpart !== p));
  if (intent !== 'done' || !talks || strangers.length === 0 || strangers.length < people.length) return undefined;
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(office.plan, id));
  // 小李 need not be the one 李 of the roster.
  const called = strangers.map((id) => {
    const person = personIn(office.plan, id);
    return (person && familiarFor(words, person)) ?? nameOf(office.plan, id);
  });
  const left = counterpartsIn(facts, office.plan);
  return {
    message: answer(
      phrase('talk-not-owed', { names: called }),
      phrase('talks-left', { window: 'other', count: left.length, names: names(left.slice(0, 6)) }),
    ),
  };
}
