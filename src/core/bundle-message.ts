import type { Waiting } from './bundle.ts';
import { saidOnReturn } from './hold.ts';
import type { Message } from './message.ts';
import type { Notice, NoticeKind } from './notice.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { phrase } from './phrase.ts';
import { alertMessage } from './wording/alert.ts';
import { escalationMessage } from './wording/escalation.ts';
import { ownMessage } from './wording/own.ts';
import { relayMessage } from './wording/relay.ts';
import { warnMessage } from './wording/warn.ts';

/** The words of what `bundleOf` decided to say; lines that join it stand under it. */
export function messageOf(notices: readonly Notice[], joining: readonly Notice[], waiting: Waiting): Message {
  const first = notices[0]!;
  const message = first.message ?? composed(first.kind, notices, waiting);
  const under = joining.flatMap((n) => n.message ?? []);
  const [other] = joining.filter((n) => n.message === undefined);
  const after = Math.max(0, ...message.items.map(({ no }) => no));
  if (other)
    under.push(
      composed(
        other.kind,
        joining.filter((n) => n.kind === other.kind),
        waiting,
        after,
      ),
    );
  return {
    ...message,
    lines: [...message.lines, ...under.flatMap(({ lines }) => lines)],
    buttons: [...message.buttons, ...under.flatMap(({ buttons }) => buttons)],
    items: [...message.items, ...under.flatMap(({ items }) => items)],
  };
}

/** Each occurrence that these notices name, once. */
export function factsOf(notices: readonly Notice[], facts: Waiting['facts']): readonly OccurrenceFacts[] {
  const found = new Map<string, OccurrenceFacts>();
  for (const { occurrence } of notices) {
    const one = occurrence === undefined ? undefined : facts.get(occurrence);
    if (one) found.set(one.id, one);
  }
  return [...found.values()];
}

function composed(kind: NoticeKind, notices: readonly Notice[], waiting: Waiting, after = 0): Message {
  const { plan, told, now, overdue: total } = waiting;
  const to = waiting.to.slice('person/'.length);
  const facts = factsOf(notices, waiting.facts);
  if (kind === 'alert') return alertMessage({ plan, to, facts, told, total, now, after });
  if (kind === 'warn') return warnMessage({ plan, to, notices, now });
  if (kind === 'relay') return relayMessage({ plan, to, notices, facts: waiting.facts, now });
  if (kind === 'escalation') return escalationMessage({ plan, to, facts, told, now, after });
  const why = [...(saidOnReturn(waiting) ? [phrase('time-back-why')] : []), ...notices.flatMap((n) => n.why ?? [])];
  const distinct = why.filter((p, i) => why.findIndex((q) => JSON.stringify(q) === JSON.stringify(p)) === i);
  return ownMessage({ plan, person: to, facts, told, now, why: distinct });
}
