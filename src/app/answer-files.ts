import type { Event } from '../chat/contract.ts';
import { askedInWords, sourceOf } from './asked-in-words.ts';
import { commit } from './commit.ts';
import { paperIn } from './drafting/paper.ts';
import { paperOrProof } from './drafting/paper-or-proof.ts';
import type { Fetched } from './fetched.ts';
import type { Offices } from './office.ts';
import type { World } from './ports.ts';
import { speakerOf } from './speaker.ts';

/** Files are fetched in the background; what the message says is answered when they are kept. */
export async function waitForFiles(world: World, event: Event & { type: 'text' }): Promise<void> {
  const now = world.clock.machine();
  await world.store.files.put({ id: sourceOf(event), event, arrived: now, notBefore: now, tries: 0 });
}

/** A message, or an album of several, whose files were fetched. */
export async function answerFiles(
  world: World,
  offices: Offices,
  events: readonly (Event & { type: 'text' })[],
  fetched: readonly Fetched[],
): Promise<void> {
  const event = events.find(({ text }) => text.trim() !== '') ?? events[0];
  const who = event && (await speakerOf(world, offices, event));
  if (!event || !who) return;
  const paper = await paperIn(world, who.office, who.person, events, fetched);
  await commit(askedInWords(world, who, event), offices, (ask) => paperOrProof(ask, paper, fetched));
}
