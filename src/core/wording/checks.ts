import { openItems } from '../duties/contract.ts';
import { dutyKind } from '../duties/index.ts';
import type { Button, Message } from '../message.ts';
import type { CheckAnswer, OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Duty, DutyKindId } from '../plan/plan.ts';
import { rows } from './rows.ts';

/** An item in the plan's own words, or in ours where the plan names none. */
export function itemPhrase(item: string): Phrase {
  return item.startsWith('#') ? phrase(`check-item-${item.slice(1)}`) : phrase('title', { title: item });
}

/** All questions of a duty: the plan's, else the standard ones of its kind. */
export function itemsOf(duty: Duty, kind: DutyKindId): readonly string[] {
  return duty.checklist.length > 0 ? duty.checklist : (dutyKind(kind).asks?.standard ?? []);
}

/** The next question of a checklist, with one button per answer; undefined once all are answered. */
export function nextCheck(duty: Duty, facts: OccurrenceFacts): Message | undefined {
  const kind = dutyKind(facts.kind);
  const open = openItems(kind, duty, facts);
  const [item] = open;
  if (item === undefined || !kind.asks) return undefined;
  const all = itemsOf(duty, facts.kind);
  const args = { title: facts.title, item: itemPhrase(item), no: all.indexOf(item) + 1, total: all.length };
  const buttons = kind.asks.answers.map((answer) => answerButton(facts, item, answer));
  const others = open
    .slice(1)
    .map((one) => phrase('check-numbered', { no: all.indexOf(one) + 1, item: itemPhrase(one) }));
  // All that is to come is said once: whoever knows it all answers in one sentence.
  const first = all.length > 1 && open.length === all.length;
  return {
    lines: [
      { text: phrase(all.length === 1 ? 'check-ask-one' : 'check-ask', args) },
      ...(first ? [{ text: phrase('check-others', { items: others }) }] : []),
      ...(first ? [{ text: phrase(`check-hint-${kind.asks.when}`) }] : []),
    ],
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
