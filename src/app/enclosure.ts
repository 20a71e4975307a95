import type { ChatFile, ChatMessage } from '../chat/contract.ts';
import type { Enclosure, Send } from '../core/message.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { isRefusal } from '../core/reports/form/artefact.ts';
import { reportById } from '../core/reports/index.ts';
import type { Office } from './office.ts';
import { officeRecord } from './office-record.ts';
import type { ReportFile, World } from './ports.ts';

/** How often the chat is told that work goes on, and the claim on the send is renewed: machine milliseconds. */
const PULSE_MS = 4_000;
const MB = 1024 * 1024;

/**
 * Sends a message whose file is made now: nothing of it lies in the store before. A report that cannot be made is said in
 * words instead of the file. Throws `DeliveryFailure`.
 */
export async function sendEnclosed(
  world: World,
  office: Office,
  send: Send,
  enclosure: Enclosure,
  message: ChatMessage,
): Promise<{ readonly messageId: number }> {
  const pulse = openPulse(world, office, send, enclosure);
  try {
    const made = await fileOf(world, office, send, enclosure);
    if ('why' in made) return await world.chat.send(send.chat, instead(message, made.why, send, world));
    return await world.chat.sendFile(send.chat, made.file, message);
  } finally {
    await pulse.end();
  }
}

type Made = { readonly file: ChatFile } | { readonly why: readonly Phrase[] };

async function fileOf(world: World, office: Office, send: Send, { report, ask }: Enclosure): Promise<Made> {
  const made = await written(world, office, send, { report, ask });
  if (!made) return { why: [phrase('paper-broken')] };
  if (isRefusal(made)) return { why: made.refused };
  if (made.privately && send.to.startsWith('group/')) return { why: [phrase('paper-private')] };
  const { largestFile } = world.chat;
  if (made.bytes.length > largestFile) return { why: [tooLarge(made, largestFile)] };
  return { file: { bytes: made.bytes, name: made.fileName, picture: made.type.startsWith('image/') } };
}

/** A bug of ours in one paper is told to whoever asked; it must not look like a message that was lost. */
async function written(world: World, office: Office, send: Send, { report, ask }: Enclosure) {
  try {
    const record = await officeRecord(world, office);
    return await world.reports.write(report, record, ask, { org: office.org, language: send.language });
  } catch (error) {
    world.log.error({ error, org: office.org, report }, 'a report could not be made');
    return undefined;
  }
}

function tooLarge({ bytes, fileName }: ReportFile, limit: number): Phrase {
  return phrase('paper-too-large', {
    name: fileName,
    size: Math.ceil(bytes.length / MB),
    limit: Math.floor(limit / MB),
  });
}

function instead({ lines }: ChatMessage, why: readonly Phrase[], { language }: Send, { say }: World): ChatMessage {
  const [title] = lines;
  const head = title ? [title] : [];
  return { lines: [...head, ...why.map((text) => ({ text: say(text, language) }))], buttons: [] };
}

/** While a file is made and carried the chat shows it, and no other process takes the send for a dead one's. */
function openPulse(world: World, office: Office, send: Send, { report }: Enclosure) {
  const what = reportById(report)?.form === 'picture' ? 'picture' : 'file';
  const beat = async (renew: boolean): Promise<void> => {
    void world.chat.working(send.chat, what);
    if (renew) await world.store.outbox.settle(office.org, send);
  };
  let last = beat(false);
  const timer = setInterval(() => {
    last = last.then(() => beat(true)).catch(() => undefined);
  }, PULSE_MS);
  return {
    /** Afterwards nothing writes the send but whoever settles it. */
    end(): Promise<void> {
      clearInterval(timer);
      return last;
    },
  };
}
