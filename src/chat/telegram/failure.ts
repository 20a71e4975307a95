import { GrammyError, HttpError } from 'grammy';
import { DeliveryFailure, PollFailure } from '../contract.ts';

// What Telegram, the network or a proxy can answer, and what it means for a message. The texts are those of
// tdlib/telegram-bot-api (Client.cpp). Nothing of a grammY error leaves this file but code and description:
// its message and fields hold the token and the body.

type Outcome = DeliveryFailure['outcome'];

/** Of a request that Telegram answered: first row that fits. `why` is what the log may show. */
const refusals: readonly { readonly code: number; readonly text?: RegExp; readonly outcome: Outcome }[] = [
  { code: 429, outcome: 'later' },
  { code: 403, outcome: 'gone' },
  { code: 400, text: /chat not found|user not found|PEER_ID_INVALID|user is deactivated/i, outcome: 'gone' },
  {
    code: 400,
    text: /group chat was (deactivated|deleted|upgraded)|chat was deleted|bot was kicked/i,
    outcome: 'gone',
  },
  {
    code: 400,
    text: /(no|not enough) rights to send|CHAT_(WRITE_FORBIDDEN|RESTRICTED)|TOPIC_CLOSED/i,
    outcome: 'gone',
  },
  // Any other 4xx was certainly not delivered: a fault of ours or of the set-up, to be mended, not to be called said.
];

/** An edit that need not be made any more. */
const settledEdits = /message is not modified|message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;

/** Codes of Node that arise before a byte of the request was sent. */
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPROXY',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** `connect ETIMEDOUT …` is Node's wording for a connection that never stood; so is an unfinished handshake. */
const unsentTexts = /(^|reason: )connect E[A-Z]+|before secure TLS connection was established/;

export function deliveryFailureOf(error: unknown): DeliveryFailure {
  if (error instanceof GrammyError) return refusalOf(error);
  return new DeliveryFailure(wasUnsent(error) ? 'later' : 'unconfirmed', networkWhy(error));
}

function refusalOf({ error_code: code, description, parameters }: GrammyError): DeliveryFailure {
  const why = `${code}: ${description}`;
  if (parameters.migrate_to_chat_id)
    return new DeliveryFailure('later', why, { movedTo: parameters.migrate_to_chat_id });
  // It may have been carried out before it broke (FACTS: ambiguous).
  if (code >= 500) return new DeliveryFailure('unconfirmed', why);
  const known = refusals.find((row) => row.code === code && (row.text?.test(description) ?? true));
  const seconds = parameters.retry_after;
  return new DeliveryFailure(
    known?.outcome ?? 'later',
    why,
    seconds === undefined ? {} : { retryAfterMs: seconds * 1000 },
  );
}

export function pollFailureOf(error: unknown): PollFailure {
  if (!(error instanceof GrammyError)) return new PollFailure('away', networkWhy(error));
  const { error_code: code, description, parameters } = error;
  const seconds = parameters.retry_after;
  // A token of the wrong form is answered 404, a revoked one 401.
  const reason = code === 409 ? 'conflict' : code === 401 || code === 404 ? 'unauthorized' : 'away';
  return new PollFailure(reason, `${code}: ${description}`, seconds === undefined ? undefined : seconds * 1000);
}

/** Whether an edit failed because there is nothing left to change. */
export function isSettledEdit(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && settledEdits.test(error.description);
}

/** Telegram polls and webhooks exclude each other; it says so with the code of a second poller. */
export function isWebhookConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409 && /webhook is active/i.test(error.description);
}

function wasUnsent(error: unknown): boolean {
  const { code, message } = causeOf(error);
  return unsentCodes.has(code) || unsentTexts.test(message);
}

/** Never the message itself: node-fetch puts the address, and so the token, into it. */
function networkWhy(error: unknown): string {
  const { code, message } = causeOf(error);
  if (code) return `network: ${code}`;
  return /timed out/.test(message) ? 'network: time-out' : 'network: no readable answer';
}

function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const cause = error instanceof HttpError ? error.error : error;
  if (!(cause instanceof Error)) return { code: '', message: '' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return { code, message: cause.message };
}
