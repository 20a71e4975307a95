import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';

/** What only the office can decide: the secretary hears it with her own buttons. */
export function tellOffice(ask: Ask, facts: readonly OccurrenceFacts[], what: 'void' | 'delegate'): Reply {
  const { office, said, speaker } = ask;
  const secretary = secretaryOf(office.plan);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const about = facts.map((f) => f.id);
  const handle = [{ label: phrase('button-handle'), action: { command: 'handle', about } }];
  const message: Message = {
    lines: [{ text: phrase(`told-${what}`, { title, person: comrade(office.plan, speaker) }) }],
    buttons: what === 'void' ? [[...voidButtons(about), ...handle]] : [handle],
    items: [{ no: 1, about }],
  };
  const to = secretary && secretary !== speaker ? secretary : office.plan.organization.head;
  const notice = {
    id: `${what}@${said.source}~person/${to}`,
    kind: 'plain' as const,
    to: toPerson(to ?? speaker),
    at: said.at,
    message,
  };
  return { notices: to && to !== speaker ? [notice] : [], message: answer(phrase(`telling-${what}`, { title })) };
}

/** 改期, 并入, 本期不开: for whoever may act on a meeting that was called off. */
export function voidButtons(about: readonly string[]) {
  return [
    { label: phrase('button-more'), action: { command: 'more', about } },
    { label: phrase('button-merge'), action: { command: 'merge', about } },
    { label: phrase('button-cancel'), action: { command: 'cancel', about } },
  ];
}

/** Everyone who was reminded of it, and whoever is asked for it, hears at once that it is off or moved. */
export async function tellReminded(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  text: Phrase,
): Promise<readonly Notice[]> {
  const heard = await ask.world.store.ledger.told(
    ask.office.org,
    facts.map((f) => f.id),
  );
  const reminded = facts.filter((f) => heard[f.id]).flatMap((f) => [f.person, f.asked]);
  const people = [...new Set(reminded)].filter((person) => person !== ask.speaker && !person.startsWith('post.'));
  return people.map((person) => ({
    id: `off@${ask.said.source}~${toPerson(person)}`,
    kind: 'plain',
    to: toPerson(person),
    at: ask.said.at,
    message: answer(text),
  }));
}
