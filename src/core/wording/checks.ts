import { openItems } from '../duties/contract.ts';
import { dutyKind } from '../duties/index.ts';
import type { Button, Message } from '../message.ts';
import type { CheckAnswer, OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Duty } from '../plan/plan.ts';
import { rows } from './own.ts';

/** An item in the plan's own words, or in ours where the plan names none. */
export function itemPhrase(item: string): Phrase {
  return item.startsWith('#') ? phrase(`check-item-${item.slice(1)}`) : phrase('title', { title: item });
}

/** The next question of a checklist, with one button per answer; undefined once all are answered. */
export function nextCheck(duty: Duty, facts: OccurrenceFacts): Message | undefined {
  const kind = dutyKind(facts.kind);
  const open = openItems(kind, duty, facts);
  const [item] = open;
  if (item === undefined || !kind.asks) return undefined;
  const total = duty.checklist.length || kind.asks.standard.length;
  const args = { title: facts.title, item: itemPhrase(item), no: total - open.length + 1, total };
  const buttons = kind.asks.answers.map((answer) => answerButton(facts, item, answer));
  return {
    lines: [{ text: phrase(total === 1 ? 'check-ask-one' : 'check-ask', args) }],
    buttons: rows(buttons, 3),
    items: [],
  };
}

function answerButton({ id }: OccurrenceFacts, item: string, answer: CheckAnswer): Button {
  return {
    label: phrase(`check-answer-${answer}`),
    action: { command: 'check', about: [id], with: { item, answer } },
  };
}
