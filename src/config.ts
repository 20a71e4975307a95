import { type Phrase, phrase } from './core/phrase.ts';

/** What the operator decides. What the office decides belongs to the plan. */
export interface Config {
  /** Without it the local chat runs. */
  readonly botToken: string | undefined;
  readonly telegramApiRoot: string;
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  /** Without it an embedded Redis runs. */
  readonly redisUrl: string | undefined;
  /** As it was set; the default is found by `store/data-dir.ts`. */
  readonly dataDir: string | undefined;
  /** A plan, or a folder of plans. */
  readonly planFile: string | undefined;
  /** Only a default port may be left for the next free one. */
  readonly port: { readonly number: number; readonly set: boolean };
  readonly logLevel: LogLevel;
  readonly httpsProxy: string | undefined;
  /** Where calendars are subscribed to: a reverse proxy in front of `port`. */
  readonly publicUrl: string | undefined;
}

export type LogLevel = (typeof logLevels)[number];
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

type Env = Readonly<Record<string, string | undefined>>;

interface Setting {
  /** Undefined if the text breaks the rule. */
  readonly read: (text: string) => string | undefined;
  /** What would be right, as a phrase. */
  readonly rule: string;
  readonly standard?: string;
  /** Whether `<NAME>_FILE` may name a file that holds it. */
  readonly file?: true;
}

/** Every setting, with its rule and default. `.env.example` lists the same, by test. */
export const settings = {
  BOT_TOKEN: { read: matching(/^\d+:[\w-]+$/), rule: 'config-rule-token', file: true },
  TELEGRAM_API_ROOT: { read: root('http:', 'https:'), rule: 'config-rule-root', standard: 'https://api.telegram.org' },
  WEBHOOK_URL: { read: root('https:'), rule: 'config-rule-webhook' },
  WEBHOOK_SECRET: { read: matching(/^[\w-]{1,256}$/), rule: 'config-rule-secret', file: true },
  REDIS_URL: { read: root('redis:', 'rediss:'), rule: 'config-rule-redis', file: true },
  DATA_DIR: { read: path, rule: 'config-rule-path' },
  PLAN_FILE: { read: path, rule: 'config-rule-path' },
  PORT: { read: port, rule: 'config-rule-port', standard: '8686' },
  LOG_LEVEL: { read: level, rule: 'config-rule-level', standard: 'info' },
  HTTPS_PROXY: { read: proxy, rule: 'config-rule-proxy' },
  PUBLIC_URL: { read: root('https:', 'http:'), rule: 'config-rule-public' },
} as const satisfies Readonly<Record<string, Setting>>;

type Name = keyof typeof settings;

export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Phrase[] };

/**
 * Reads every setting and reports all mistakes at once. An empty value is an unset one, since compose files and unit
 * files cannot leave a line out. No problem repeats a value: it may be a secret in the wrong place.
 */
export function readConfig(env: Env, readFile: (path: string) => string): ConfigRead {
  const problems: Phrase[] = [];
  const found = new Map<Name, string>();
  for (const [name, setting] of Object.entries(settings) as [Name, Setting][]) {
    const given = givenOf(name, setting, env, readFile, problems);
    if (given === undefined) continue;
    const value = setting.read(given);
    if (value === undefined) problems.push(phrase('config-wrong', { name, rule: phrase(setting.rule) }));
    else found.set(name, value);
  }
  if (given(env.WEBHOOK_URL) && !given(env.WEBHOOK_SECRET) && !given(env.WEBHOOK_SECRET_FILE))
    problems.push(phrase('config-webhook-secret'));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configOf(found) };
}

function givenOf(
  name: Name,
  setting: Setting,
  env: Env,
  readFile: (path: string) => string,
  problems: Phrase[],
): string | undefined {
  const direct = given(env[name]);
  const file = setting.file ? given(env[`${name}_FILE`]) : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) return void problems.push(phrase('config-both', { name }));
  try {
    // Editors and `echo` end a file with a line break that is no part of a secret.
    const text = readFile(file).trim();
    if (!text) problems.push(phrase('config-file-empty', { name, path: file }));
    return text || undefined;
  } catch {
    return void problems.push(phrase('config-file-unread', { name, path: file }));
  }
}

function configOf(found: ReadonlyMap<Name, string>): Config {
  const webhookUrl = found.get('WEBHOOK_URL');
  return {
    botToken: found.get('BOT_TOKEN'),
    telegramApiRoot: found.get('TELEGRAM_API_ROOT') ?? settings.TELEGRAM_API_ROOT.standard,
    webhook: webhookUrl === undefined ? undefined : { url: webhookUrl, secret: found.get('WEBHOOK_SECRET') ?? '' },
    redisUrl: found.get('REDIS_URL'),
    dataDir: found.get('DATA_DIR'),
    planFile: found.get('PLAN_FILE'),
    port: { number: Number(found.get('PORT') ?? settings.PORT.standard), set: found.has('PORT') },
    logLevel: logLevels.find((one) => one === found.get('LOG_LEVEL')) ?? settings.LOG_LEVEL.standard,
    httpsProxy: found.get('HTTPS_PROXY'),
    publicUrl: found.get('PUBLIC_URL'),
  };
}

function given(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function matching(pattern: RegExp): (text: string) => string | undefined {
  return (text) => (pattern.test(text) ? text : undefined);
}

function root(...protocols: readonly string[]): (text: string) => string | undefined {
  return (text) => {
    if (!URL.canParse(text)) return undefined;
    const { protocol, hostname } = new URL(text);
    return protocols.includes(protocol) && hostname ? text.replace(/\/+$/, '') : undefined;
  };
}

function path(text: string): string | undefined {
  return text.includes('\0') ? undefined : text;
}

function port(text: string): string | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535 ? text : undefined;
}

function level(text: string): string | undefined {
  return logLevels.find((one) => one === text.toLowerCase());
}

/** Set for the whole machine as a rule, and there often without a scheme. */
function proxy(text: string): string | undefined {
  return root('http:', 'https:')(/^[a-z\d]+:\/\//i.test(text) ? text : `http://${text}`);
}
