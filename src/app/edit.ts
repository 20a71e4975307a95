import { DeliveryFailure } from '../chat/contract.ts';
import { correctedMessage } from '../core/digest/message.ts';
import type { Drafting } from '../core/drafting/drafting.ts';
import { movedOn } from '../core/drafting/moved-on.ts';
import type { Message, Send } from '../core/message.ts';
import { dayDone } from '../core/wording/echo.ts';
import { settledMessage } from '../core/wording/settled.ts';
import { correctionsOf } from './digest/correct.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';
import { rendered } from './render.ts';

/**
 * Shows in a message sent before what was recorded since: an unedited reminder means that nothing was recorded.
 * `decided`: what it shows from now on, where facts do not tell.
 */
export async function editSend(world: World, office: Office, sendId: string, decided?: Message): Promise<void> {
  const send = await world.store.outbox.send(office.org, sendId);
  // What stands under a file lists nothing.
  if (send?.messageId === undefined || send.message.file) return;
  if (decided) {
    // Whatever is shown in it later is shown in what it is now.
    await world.store.outbox.settle(office.org, { ...send, message: decided, decided: true });
    return edit(world, send, decided);
  }
  const corrections = await correctionsOf({ world, office }, send.to, send.id);
  if (corrections) return edit(world, send, correctedMessage(send.message, corrections.edits, corrections.mark));
  if (send.message.buttons.flat().some(({ action }) => action.command === 'draft'))
    return edit(world, send, movedOn(send.message, await draftOf(world, office, send)));
  const ids = send.message.items.flatMap((item) => item.about);
  const facts = await world.store.ledger.occurrences(office.org, ids);
  await edit(
    world,
    send,
    settledMessage(send.message, new Map(facts.map((f) => [f.id, f])), (f) => dayDone(f, office.plan)),
  );
}

async function draftOf({ store }: World, { org }: Office, { to }: Send): Promise<Drafting | undefined> {
  return (await store.drafts.read(org, to.slice('person/'.length)))?.drafting;
}

/** Editing is idempotent; what cannot be edited any more is left as it is. Buttons keep their place, so their data stays true. */
async function edit(world: World, send: Send, message: Message): Promise<void> {
  try {
    await world.chat.edit(send.chat, send.messageId!, rendered(message, send.language, send.token, world.say));
  } catch (failure) {
    if (!(failure instanceof DeliveryFailure)) throw failure;
    world.log.warn({ send: send.id, outcome: failure.outcome }, 'a message could not be edited');
  }
}
