import type { Instant } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import type { Notice } from '../notice.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { mattersOf, nameOf, titlePhrase, whenPhrase } from './item.ts';
import { numberRows } from './rows.ts';

/** One message ready to forward: what people who have not joined would have heard; answered on their behalf by number. */
export function relayMessage(relay: {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly notices: readonly Notice[];
  readonly facts: ReadonlyMap<string, OccurrenceFacts>;
  readonly now: Instant;
}): Message {
  const { plan, to, notices, facts, now } = relay;
  const wanted = new Set(notices.flatMap((n) => (n.occurrence ? [n.occurrence] : [])));
  const matters = mattersOf([...wanted].flatMap((id) => facts.get(id) ?? []));
  const lines: Line[] = [{ text: phrase('relay-head', { name: nameOf(plan, to), count: matters.length }) }];
  matters.forEach((matter, i) => {
    const args = {
      no: i + 1,
      person: nameOf(plan, matter.first.asked),
      title: titlePhrase(matter, plan),
      when: whenPhrase(matter, plan, now),
    };
    lines.push({ text: phrase('relay-item', args), item: i + 1 });
  });
  lines.push({ text: phrase('relay-hint') });
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  return {
    lines,
    buttons: numberRows(items.map(({ no, about }) => ({ no, action: { command: 'handle', about } }))),
    items,
  };
}
