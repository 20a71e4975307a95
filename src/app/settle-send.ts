import { secretaryOf } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts, Told } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { graceEndOf } from '../core/standing.ts';
import type { Office } from './office.ts';
import type { WakeKey, World } from './ports.ts';
import { relayAgain } from './relay.ts';

/** What became of a request. */
export type Outcome =
  | { readonly result: 'sent'; readonly messageId: number }
  /** `final`: trying again would not help. */
  | { readonly result: 'unconfirmed' | 'gone' | 'later'; readonly why: string; readonly final?: true };

/** Records what became of a message with what is said by it, and wakes whom that news was waited for. */
export async function settleSend(
  world: World,
  office: Office,
  send: Send,
  outcome: Outcome,
  notices: readonly Notice[],
  known?: readonly OccurrenceFacts[],
): Promise<void> {
  const { org, planVersion } = office;
  const now = world.clock.now();
  const result = outcome.result === 'later' ? 'unconfirmed' : outcome.result;
  const settled: Send = {
    ...send,
    state: result,
    ...(outcome.result === 'sent' ? { messageId: outcome.messageId } : {}),
  };
  const spoken = notices.filter((n) => n.kind !== 'answer');
  if (spoken.length === 0) await world.store.outbox.settle(org, settled);
  else {
    const told = toldBy(notices, send.to, result, now);
    const entry: NewEntry = {
      at: now,
      by: 'bot',
      about: [...new Set(spoken.flatMap((n) => (n.occurrence ? [n.occurrence] : [])))],
      planVersion,
      kind: 'said',
      to: send.to,
      notices: spoken.map((n) => n.id),
      result,
      ...(outcome.result === 'sent' ? {} : { why: outcome.why }),
    };
    const facts = known ?? (await world.store.ledger.occurrences(org, Object.keys(told)));
    const wakes = lateNews(office, facts, told, now);
    await world.store.ledger.append(org, {
      heads: {},
      entries: [entry],
      told,
      touch: { at: now, wakes },
      settles: settled,
    });
    // Nobody waits for a bell: one that is lost is found by reconcile.
    for (const wake of wakes) void world.timer.set(org, wake, now);
  }
  if (result === 'gone') await relayAgain(world, office, send, notices);
  if (result === 'unconfirmed' && send.to.startsWith('group/')) await reportUnconfirmed(world, office, send);
}

/** Whoever is asked for an occurrence has been told of it when a message to them about it was sent. */
function toldBy(
  notices: readonly Notice[],
  to: string,
  result: 'sent' | 'unconfirmed' | 'gone',
  at: number,
): Record<string, Told> {
  const own = ['reminder', 'ask', 'overdue', 'nudge'];
  const told: Record<string, Told> = {};
  for (const { kind, occurrence } of notices) {
    if (occurrence && own.includes(kind) && to.startsWith('person/')) told[occurrence] = { at, how: result };
    if (occurrence && kind === 'relay' && result !== 'gone') told[occurrence] = { at, how: 'relayed' };
  }
  return told;
}

/**
 * Measures whose ladder waits for this news: told when grace was already over, or not at all. Told before that it
 * changes nothing now: the measure wakes at the end of grace and reads it then.
 */
function lateNews(
  { plan }: Office,
  facts: readonly OccurrenceFacts[],
  told: Readonly<Record<string, Told>>,
  now: number,
): WakeKey[] {
  const isLate = (f: OccurrenceFacts) =>
    told[f.id]?.how === 'gone' || (f.due <= now && graceEndOf(f, undefined, plan.organization) <= now);
  const late = facts.filter((f) => told[f.id] !== undefined && isLate(f));
  return [...new Set(late.map((f): WakeKey => `measure/${f.measure}`))];
}

/** An unconfirmed group message is never sent again by itself: the secretary decides at once. */
async function reportUnconfirmed(world: World, office: Office, send: Send): Promise<void> {
  const secretary = secretaryOf(office.plan);
  if (!secretary) return;
  const group = office.plan.groups.find((g) => `group/${g.id}` === send.to)?.name ?? send.to;
  const again = { command: 'send-again', about: [], with: { send: send.id } };
  const message = {
    lines: [{ text: phrase('group-unconfirmed', { group }) }],
    buttons: [[{ label: phrase('button-send-again'), action: again }]],
    items: [],
  };
  const notice: Notice = {
    id: `unconfirmed@${send.id}~person/${secretary}`,
    kind: 'plain',
    to: `person/${secretary}`,
    at: world.clock.now(),
    message,
  };
  await world.store.ledger.append(office.org, { heads: {}, entries: [], notices: [notice] });
  await world.timer.ring('deliver');
}
