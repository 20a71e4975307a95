import { accountMethods } from './account.ts';
import { chatMethods } from './chat.ts';
import type { Method } from './contract.ts';
import { editMethods } from './edit.ts';
import { sendMethods } from './send.ts';

const methods = new Map<string, Method>(
  Object.entries({ ...accountMethods, ...sendMethods, ...editMethods, ...chatMethods }).map(([name, method]) => [
    name.toLowerCase(),
    method,
  ]),
);

/** Telegram reads method names without regard to case. */
export function methodOf(name: string): Method | undefined {
  return methods.get(name.toLowerCase());
}
