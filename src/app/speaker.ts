import type { Event } from '../chat/contract.ts';
import { personIn } from '../core/plan/look-up.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Office, Offices } from './office.ts';
import type { World } from './ports.ts';

/** Whoever writes, in the office that they mean. */
export interface Speaker {
  readonly office: Office;
  readonly person: PersonId;
}

/** A person of several organizations: the message replied to decides, else the one with something open for them. */
export async function speakerOf(world: World, offices: Offices, event: Event): Promise<Speaker | undefined> {
  const found = await world.store.links.recipientsOf(event.chat);
  const speakers: Speaker[] = [];
  for (const { org, to } of found) {
    const office = await offices.of(org);
    const person = to.startsWith('person/') ? to.slice('person/'.length) : undefined;
    if (office && person && personIn(office.plan, person)) speakers.push({ office, person });
  }
  if (speakers.length < 2) return speakers[0];
  for (const speaker of speakers) {
    if (
      event.type === 'text' &&
      event.replyTo !== undefined &&
      (await world.store.outbox.byMessage(speaker.office.org, event.chat, event.replyTo))
    )
      return speaker;
  }
  for (const speaker of speakers) {
    if ((await world.store.ledger.askedOf(speaker.office.org, speaker.person)).length > 0) return speaker;
  }
  return speakers[0];
}
