import { type Api, GrammyError, InputFile } from 'grammy';
import type { ChatFile, ChatMessage } from '../contract.ts';
import { htmlOf } from './html.ts';

const MB = 1024 * 1024;
/** What a bot may upload (core.telegram.org/bots/api#sending-files). */
export const LARGEST_UPLOAD = 50 * MB;

/** What is shown as a photo: width and height together at most 10 000, one at most 20 times the other, 10 MB. */
const photo = { bytes: 10 * MB, sides: 10_000, ratio: 20 } as const;

/** Machine milliseconds that a file may take: a slow line carries 100 kB a second. */
const timeFor = (bytes: number): number => 25_000 + Math.ceil(bytes / 100);

type Options = Readonly<Record<string, unknown>>;

/** Errors of grammY as they come. What Telegram will not show as a picture it still carries as a file. */
export async function sendFile(api: Api, chat: number, file: ChatFile, message: ChatMessage, options: Options) {
  const caption = htmlOf(message);
  const more = { ...(caption && { caption, parse_mode: 'HTML' as const }), ...options };
  const signal = AbortSignal.timeout(timeFor(file.bytes.length)) as never;
  const content = () => new InputFile(file.bytes, file.name);
  const asDocument = () => api.sendDocument(chat, content(), more, signal);
  const sent = isPhoto(file)
    ? await api.sendPhoto(chat, content(), more, signal).catch((error: unknown) => {
        if (isPictureRefused(error)) return asDocument();
        throw error;
      })
    : await asDocument();
  return { messageId: sent.message_id };
}

function isPhoto({ bytes, picture }: ChatFile): boolean {
  if (!picture || bytes.length > photo.bytes || bytes.length < 24) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset, 24);
  const [width, height] = [head.getUint32(16), head.getUint32(20)];
  return width + height <= photo.sides && Math.max(width, height) <= photo.ratio * Math.min(width, height);
}

/** Refused before anything was posted. */
function isPictureRefused(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /PHOTO|IMAGE|too big/i.test(error.description);
}
