import type { Event } from '../chat/contract.ts';
import { waitForFiles } from './answer-files.ts';
import { answerInGroup } from './answer-group.ts';
import { answerMark, answerTap } from './answer-tap.ts';
import { answerText } from './answer-text.ts';
import { greetStranger, groupChanged, joinByToken } from './join.ts';
import type { Offices } from './office.ts';
import type { World } from './ports.ts';
import { speakerOf } from './speaker.ts';

/** What one update asks for: it is answered through the outbox, so that handling never waits for a send. */
export async function answerTo(world: World, offices: Offices, event: Event): Promise<void> {
  if (event.type === 'migrated') return world.store.links.move(event.chat, event.toChat);
  if (event.type === 'membership') return groupChanged(world, offices, event);
  if (event.type === 'tap') return answerTap(world, offices, event);
  if (event.type === 'reaction') return answerMark(world, offices, event);
  if (event.type !== 'text') return;
  if (event.isGroup) return answerInGroup(world, offices, event);
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(event.text);
  if (start?.[1]) return joinByToken(world, offices, event, start[1]);
  const who = await speakerOf(world, offices, event);
  if (!who) return greetStranger(world, event);
  if (event.attachments.length > 0) return waitForFiles(world, event);
  await answerText(world, offices, who, event);
}
