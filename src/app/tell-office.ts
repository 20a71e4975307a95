import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Message } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf, nameOf, titlePhrase } from '../core/wording/item.ts';
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
    lines: [{ text: phrase(`told-${what}`, { title, name: nameOf(office.plan, speaker) }) }],
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
