import { Api, type Transformer } from 'grammy';
import type { Update as TelegramUpdate, UserFromGetMe } from 'grammy/types';
import type { Chat, ChatMessage, Update } from '../contract.ts';
import { askedUpdates, laneOf } from './event.ts';
import { deliveryFailureOf, isSettledEdit, isWebhookConflict, pollFailureOf } from './failure.ts';
import { fetchFile } from './file.ts';
import { assertFits, htmlOf, LONGEST_CAPTION } from './html.ts';
import { agentFor } from './proxy.ts';
import { type Line, plainRequests } from './request.ts';
import { LARGEST_UPLOAD, sendFile } from './send-file.ts';

export interface TelegramOptions {
  readonly token: string;
  /** Default: https://api.telegram.org */
  readonly apiRoot?: string;
  /** An http(s) proxy for Telegram; never used for a Bot API server at http. */
  readonly proxy?: string;
  /** Office instant: the moment at which an update, and so a tap, came in. */
  readonly now: () => number;
  readonly log: { warn(fields: object, message: string): void };
  /** After this a send is given up as unconfirmed. */
  readonly sendSeconds?: number;
}

/** Below this a slow send is taken for lost, above it a stop could not keep its 10 s by far. */
const SEND_SECONDS = 25;
/** The answer of a long poll may come this much later than asked. */
const POLL_SLACK_SECONDS = 10;
const LONGEST_POLL_SECONDS = 50;
/** Each upload has a time of its own, by its size; this is only more than any of them. */
const LONGEST_UPLOAD_SECONDS = 900;
const BATCH = 100;

/**
 * Telegram through grammY's `Api`, bare: no auto-retry (after a reset it sends three copies) and no throttler (it
 * holds messages in memory); deliver retries from the outbox, the gates in the store hold the limits.
 */
export function openTelegram(options: TelegramOptions): Chat {
  const sends = apiOf(options, options.sendSeconds ?? SEND_SECONDS, plainRequests);
  const uploads = apiOf(options, LONGEST_UPLOAD_SECONDS);
  const polls = apiOf(options, LONGEST_POLL_SECONDS + POLL_SLACK_SECONDS, plainRequests);
  let self: UserFromGetMe | undefined;

  /** Throws `PollFailure`, since a start must tell a wrong token from an unreachable server. */
  async function me(): Promise<UserFromGetMe> {
    self ??= await sends.getMe().catch((error: unknown) => {
      throw pollFailureOf(error);
    });
    return self;
  }

  return {
    me,
    inviteLink: async (token) => `https://t.me/${(await me()).username}?start=${token}`,
    async send(chat, message) {
      assertFits(message);
      const sent = await sends.sendMessage(chat, htmlOf(message), sendOptions(message)).catch(raiseDelivery);
      return { messageId: sent.message_id };
    },
    async sendFile(chat, file, message) {
      assertFits(message, LONGEST_CAPTION);
      return sendFile(uploads, chat, file, message, keyboardOptions(message)).catch(raiseDelivery);
    },
    largestFile: LARGEST_UPLOAD,
    async working(chat, what) {
      const action = what === 'picture' ? 'upload_photo' : 'upload_document';
      await sends.sendChatAction(chat, action).catch(() => undefined);
    },
    async edit(chat, messageId, message) {
      assertFits(message);
      await sends.editMessageText(chat, messageId, htmlOf(message), editOptions(message)).catch(unlessSettled);
    },
    async answerTap(tapId, text, alert) {
      const shown = text === undefined ? {} : { text: text.slice(0, 200), ...(alert && { show_alert: true }) };
      // A late answer is refused ("query is too old") and nothing depends on it: what counts is recorded before.
      await sends.answerCallbackQuery(tapId, shown).catch((error: unknown) => {
        options.log.warn({ why: deliveryFailureOf(error).message }, 'a tap was not answered');
      });
    },
    async leave(chat) {
      await sends.leaveChat(chat).catch((error: unknown) => {
        const failure = deliveryFailureOf(error);
        if (failure.outcome !== 'gone') throw failure;
      });
    },
    remove: (chat, messageId) =>
      sends.deleteMessage(chat, messageId).then(
        () => true,
        () => false,
      ),
    file: (fileId) => fetchFile(options, sends, fileId),
    poll: (offset, seconds, signal) => poll(polls, options.now, offset, seconds, signal),
  };
}

async function poll(
  api: Api,
  now: () => number,
  offset: number,
  seconds: number,
  signal: AbortSignal,
): Promise<readonly Update[]> {
  const asked = { offset, limit: BATCH, timeout: seconds, allowed_updates: [...askedUpdates] };
  const limit = AbortSignal.any([signal, AbortSignal.timeout((seconds + POLL_SLACK_SECONDS) * 1000)]);
  try {
    const updates = await api.raw.getUpdates(asked, limit as never);
    const received = now();
    return updates.map((raw) => ({ id: raw.update_id, lane: safeLaneOf(raw), received, raw }));
  } catch (error) {
    // Polling and a webhook exclude each other: whoever polls has decided. Nothing waiting is dropped by this.
    if (isWebhookConflict(error)) await api.deleteWebhook().catch(() => undefined);
    throw pollFailureOf(error);
  }
}

/** An update of a shape nobody foresaw must reach the inbox all the same, or it would block every later one. */
function safeLaneOf(raw: TelegramUpdate): string {
  try {
    return laneOf(raw);
  } catch {
    return 'rest';
  }
}

function apiOf(
  { token, apiRoot, proxy }: TelegramOptions,
  timeoutSeconds: number,
  carrier?: (line: Line) => Transformer,
): Api {
  const root = (apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '');
  const agent = agentFor(root, proxy);
  const api = new Api(token, { apiRoot: root, timeoutSeconds, baseFetchConfig: { agent } });
  if (carrier) api.config.use(carrier({ token, root, agent, timeoutSeconds }));
  return api;
}

function sendOptions(message: ChatMessage) {
  return { ...shown, ...keyboardOptions(message) };
}

function keyboardOptions(message: ChatMessage) {
  return {
    ...(message.buttons.length > 0 && { reply_markup: keyboardOf(message) }),
    // A message that was deleted meanwhile is no reason to be silent.
    ...(message.replyTo !== undefined && {
      reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true },
    }),
  };
}

function editOptions(message: ChatMessage) {
  return { ...shown, reply_markup: keyboardOf(message) };
}

const shown = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

function keyboardOf({ buttons }: ChatMessage) {
  return { inline_keyboard: buttons.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))) };
}

function raiseDelivery(error: unknown): never {
  throw deliveryFailureOf(error);
}

function unlessSettled(error: unknown): void {
  if (!isSettledEdit(error)) raiseDelivery(error);
}
