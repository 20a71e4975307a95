import type { Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';
import { actionsOf } from './render.ts';
import { dispatch } from './send.ts';
import { type Outcome, settleSend } from './settle-send.ts';

/** A message whose process died: it may have arrived. Once more for a person, never for a group; settled items fall out. */
export async function resume(world: World, office: Office, send: Send): Promise<void> {
  const ids = send.notices.map((id) => id.split('#')[0]!);
  const facts = await world.store.ledger.occurrences(office.org, ids);
  const notices = noticesOf(send, facts);
  // The buttons' tokens are bound beside the freeze: a process that died in between left them unbound.
  await world.store.outbox.rebind(office.org, send, actionsOf(send.message));
  const unsure: Outcome = { result: 'unconfirmed', why: 'the process ended while it was being sent' };
  const isSpent = send.attempts > 0 && (send.to.startsWith('group/') || send.attempts >= 2);
  const isNeedless = facts.length > 0 && facts.every((f) => f.settled);
  if (isSpent || isNeedless) return settleSend(world, office, send, unsure, notices, facts);
  // A person's first attempt is not noted before it is made: it may have been made.
  const attempts = send.to.startsWith('person/') ? Math.max(1, send.attempts) : send.attempts;
  return dispatch(world, office, { ...send, attempts }, notices, { facts });
}

/** The notices of a send, as far as its ids tell: kind by rung and recipient. */
function noticesOf(send: Send, facts: readonly OccurrenceFacts[]): readonly Notice[] {
  return send.notices.map((id) => {
    const one = facts.find((f) => id.startsWith(`${f.id}#`));
    const own = one !== undefined && send.to === `person/${one.asked}`;
    const kind = id.startsWith('answer@')
      ? 'answer'
      : id.startsWith('relay@')
        ? 'relay'
        : own
          ? 'reminder'
          : one
            ? 'alert'
            : 'plain';
    return {
      id,
      kind,
      to: send.to as Notice['to'],
      at: send.at,
      ...(one ? { occurrence: one.id } : {}),
    } satisfies Notice;
  });
}
