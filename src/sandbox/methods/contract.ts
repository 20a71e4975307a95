import type { Desk } from '../desk.ts';
import type { Params } from '../params.ts';

/** One method of the Bot API: answers its `result`, or throws a Refusal with Telegram's words. */
export type Method = (desk: Desk, params: Params, signal?: AbortSignal) => unknown;

export type Methods = Readonly<Record<string, Method>>;
