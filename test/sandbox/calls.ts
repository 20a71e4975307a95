import type { Telegram } from '../support/telegram.ts';

export interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Calls a method over real HTTP with a JSON body, as any client would. */
export async function call(
  telegram: Pick<Telegram, 'apiRoot' | 'token'>,
  method: string,
  params: object = {},
): Promise<Answer> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer;
}

export interface Update {
  readonly update_id: number;
  readonly message?: { readonly text?: string; readonly message_id: number };
  readonly [kind: string]: unknown;
}

export async function updatesOf(telegram: Telegram, params: object = {}): Promise<Update[]> {
  const answer = await call(telegram, 'getUpdates', params);
  if (!answer.ok) throw new Error(answer.description);
  return answer.result as Update[];
}
