import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Phrase } from '../core/phrase.ts';
import type { Http } from './bot-api.ts';
import type { SandboxLanguage } from './contract.ts';

export interface PageOptions {
  readonly token: string;
  /** Of whoever looks first: the office's own. A visitor's choice on the page wins. */
  readonly language: () => SandboxLanguage;
  say(phrase: Phrase, language: SandboxLanguage): string;
}

/** Every sentence of the page, with the variables that the page fills in itself. */
export const pageWords: Readonly<Record<string, readonly string[]>> = {
  'sandbox-title': [],
  'sandbox-hint': [],
  'sandbox-hint-close': [],
  'sandbox-local': [],
  'sandbox-seats': [],
  'sandbox-clock': [],
  'sandbox-clock-next': [],
  'sandbox-clock-hour': [],
  'sandbox-clock-day': [],
  'sandbox-clock-week': [],
  'sandbox-clock-moving': ['what'],
  'sandbox-clock-upcoming': ['time', 'what'],
  'sandbox-clock-failed': [],
  'sandbox-other-language': [],
  'sandbox-messages': ['name'],
  'sandbox-write': [],
  'sandbox-send': [],
  'sandbox-reply': [],
  'sandbox-reply-to': ['name'],
  'sandbox-reply-cancel': [],
  'sandbox-deleted': [],
  'sandbox-edited': [],
  'sandbox-attach': [],
  'sandbox-attach-remove': ['name'],
  'sandbox-photo': [],
  'sandbox-location': [],
  'sandbox-commands': [],
  'sandbox-block': [],
  'sandbox-unblock': [],
  'sandbox-blocked': [],
  'sandbox-start': [],
  'sandbox-not-started': [],
  'sandbox-unread': ['count'],
  'sandbox-group': [],
  'sandbox-speak-as': [],
  'sandbox-group-add': [],
  'sandbox-group-remove': [],
  'sandbox-group-without': [],
  'sandbox-service-joined': ['name'],
  'sandbox-service-left': ['name'],
  'sandbox-service-upgraded': [],
  'sandbox-empty': [],
  'sandbox-newest': [],
  'sandbox-working': [],
  'sandbox-offline': [],
  'sandbox-refused': [],
  'sandbox-refused-bot-blocked': [],
  'sandbox-refused-busy': [],
  'sandbox-refused-nothing-ahead': [],
  'sandbox-refused-text-too-long': [],
  'sandbox-refused-too-large': [],
  'sandbox-refused-unknown-button': [],
  'sandbox-refused-unknown-message': [],
};

const folder = new URL('./page/', import.meta.url);

const typeOf: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The chat page: plain files, no build, nothing from elsewhere. */
export function page(options: PageOptions): Hono<Http> {
  const app = new Hono<Http>();
  const assets = readdirSync(folder);
  app.get('/', (c) => answer(c, pageHtml(options), 'text/html'));
  app.get('/page/:name', (c) => {
    const name = c.req.param('name');
    const type = assets.includes(name) ? typeOf[extname(name)] : undefined;
    return type ? answer(c, readFileSync(new URL(name, folder), 'utf8'), type) : c.notFound();
  });
  return app;
}

function answer(c: Context<Http>, body: string, type: string): Response {
  return c.body(body, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}

function pageHtml({ token, language: languageOf, say }: PageOptions): string {
  const language = languageOf();
  const words = { zh: wordsIn('zh', say), en: wordsIn('en', say) };
  // `<` is written as an escape, so that no word can end the script element that holds the settings.
  const settings = JSON.stringify({ token, language, words }).replaceAll('<', '\\u003c');
  return readFileSync(new URL('index.html', folder), 'utf8')
    .replace('id="settings">{}<', () => `id="settings">${settings}<`)
    .replace(/>\{([a-z-]+)\}</g, (_whole, id: string) => `>${escaped(words[language][id] ?? '')}<`);
}

function wordsIn(language: SandboxLanguage, say: PageOptions['say']): Record<string, string> {
  const worded = Object.entries(pageWords).map(([id, names]) => {
    // The page fills the variables in: each is worded as its own name in braces.
    const args = Object.fromEntries(names.map((name) => [name, `{${name}}`]));
    return [id.slice('sandbox-'.length), say({ id, args }, language)];
  });
  return Object.fromEntries(worded);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
