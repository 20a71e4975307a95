import { startOf } from '../core/occurrence.ts';
import { placesAttended, saysOfLine } from '../core/reply/attend-words.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { ownWeekTyped } from './own-week.ts';
import type { Surroundings } from './surroundings.ts';

/** 1 5天，2参加，4 已谈: what answers a line of the list in a way of its own, and what is left to be read. */
export async function listedAnswers(
  ask: Ask,
  around: Surroundings,
  text: string,
): Promise<{ readonly replies: readonly Reply[]; readonly rest: string }> {
  const clauses = text.split(/(?<=[；;，,\n])/u);
  const week = clauses.some(saysOfLine) ? undefined : await ownWeekTyped(ask, around, text);
  if (week) return { replies: [week], rest: '' };
  const replies: Reply[] = [];
  const rest: string[] = [];
  for (const clause of clauses) {
    const plain = clause.replace(/[；;，,\n]$/u, '');
    const listed = isNumbered(plain) ? await ownWeekTyped(ask, around, plain) : undefined;
    const reply = listed ?? (await attended(ask, around, plain));
    if (reply) replies.push(reply);
    else rest.push(clause);
  }
  return { replies, rest: rest.join('').trim() };
}

/** Beside other things a week of study is told with its number: 4天 alone may be said of anything. */
const isNumbered = (clause: string): boolean => /^\s*\d/.test(clause);

async function attended(ask: Ask, { shown, open }: Surroundings, clause: string): Promise<Reply | undefined> {
  const places = placesAttended(clause);
  const ids = places?.flatMap((no) => shown[no - 1] ?? []) ?? [];
  const facts = open.filter((f) => ids.includes(f.id) && f.gathering && startOf(f) > ask.said.at);
  return facts.length > 0 ? commandById('seen')!.run({ ...ask, facts }) : undefined;
}
