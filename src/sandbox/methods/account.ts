import type { Desk } from '../desk.ts';
import { integerOf, isRecord, objectOf, type Params, textOf } from '../params.ts';
import { badRequest, conflict } from '../refusal.ts';
import type { BotCommand } from '../wire.ts';
import type { Methods } from './contract.ts';

/** Who the bot is, how it hears, and what it offers. */
export const accountMethods: Methods = {
  getMe: (desk) => ({
    id: desk.bot.id,
    is_bot: true,
    first_name: desk.bot.firstName,
    username: desk.bot.username,
    can_join_groups: true,
    can_read_all_group_messages: !desk.bot.privacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  getUpdates: (desk, params, signal) => {
    if (desk.state.webhook)
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    const limit = integerOf(params, 'limit');
    return desk.updates.poll({
      offset: integerOf(params, 'offset'),
      limit: params.has('limit') ? Math.min(100, Math.max(1, limit)) : 100,
      timeout: Math.min(50, Math.max(0, integerOf(params, 'timeout'))),
      allowed: allowedOf(params),
      signal,
    });
  },

  // Stored so that getUpdates answers 409, as on Telegram; the sandbox itself never calls a webhook.
  setWebhook: (desk, params) => {
    const url = textOf(params, 'url');
    if (url && !/^https:\/\/[^\s/]+/.test(url))
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    desk.state.webhook = url || undefined;
    forgetIfAsked(desk, params);
    return true;
  },

  deleteWebhook: (desk, params) => {
    desk.state.webhook = undefined;
    forgetIfAsked(desk, params);
    return true;
  },

  getWebhookInfo: (desk) => ({
    url: desk.state.webhook ?? '',
    has_custom_certificate: false,
    pending_update_count: desk.updates.pending(),
    ...(desk.state.allowedUpdates && { allowed_updates: desk.state.allowedUpdates }),
  }),

  setMyCommands: (desk, params) => {
    desk.state.commands[commandsKey(params)] = readCommands(params);
    desk.changed({ kind: 'seat' });
    return true;
  },

  getMyCommands: (desk, params) => desk.state.commands[commandsKey(params)] ?? [],

  deleteMyCommands: (desk, params) => {
    delete desk.state.commands[commandsKey(params)];
    desk.changed({ kind: 'seat' });
    return true;
  },
};

function allowedOf(params: Params): string[] | undefined {
  const value = objectOf(params, 'allowed_updates', "can't parse allowed_updates");
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest("can't parse allowed_updates: expected an Array of String");
  return value.map(String);
}

function forgetIfAsked(desk: Desk, params: Params): void {
  if (textOf(params, 'drop_pending_updates') === 'true') desk.state.updates = [];
  desk.changed({ kind: 'seat' });
}

function commandsKey(params: Params): string {
  const scope = objectOf(params, 'scope', "can't parse BotCommandScope");
  return `${JSON.stringify(scope ?? { type: 'default' })}/${textOf(params, 'language_code')}`;
}

function readCommands(params: Params): BotCommand[] {
  const value = objectOf(params, 'commands', "can't parse list of commands");
  if (!Array.isArray(value)) throw badRequest("can't parse commands: expected an Array of BotCommand");
  if (value.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return value.map((item: unknown) => {
    if (!isRecord(item)) throw badRequest("can't parse commands: expected an Object");
    const command = String(item.command ?? '').replace(/^\//, '');
    const description = String(item.description ?? '');
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command, description };
  });
}
