import http from 'node:http';
import https from 'node:https';
import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { FetchedFile } from '../contract.ts';
import { agentFor } from './proxy.ts';

/** What Telegram hands to bots (core.telegram.org/bots/api#getfile). */
export const LONGEST_FILE = 20 * 1024 * 1024;
const FETCH_MS = 60_000;

/** The content of a file somebody sent. The address holds the token: it never leaves this function. */
export async function fetchFile(
  options: { readonly token: string; readonly apiRoot?: string; readonly proxy?: string },
  api: Api,
  fileId: string,
): Promise<FetchedFile> {
  const root = (options.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '');
  try {
    const { file_path: path, file_size: size } = await api.getFile(fileId);
    if (size !== undefined && size > LONGEST_FILE) return { ok: false, why: 'too-large' };
    if (!path) return { ok: false, why: 'gone' };
    return await download(`${root}/file/bot${options.token}/${path}`, agentFor(root, options.proxy));
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code >= 500 || error.error_code === 429)
      return { ok: false, why: 'later' };
    return { ok: false, why: /too big/i.test(error.description) ? 'too-large' : 'gone' };
  }
}

function download(address: string, agent: http.Agent): Promise<FetchedFile> {
  const { get } = address.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const request = get(address, { agent, timeout: FETCH_MS }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      if (response.statusCode !== 200) {
        response.resume();
        return resolve({ ok: false, why: (response.statusCode ?? 500) >= 500 ? 'later' : 'gone' });
      }
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > LONGEST_FILE) request.destroy(new Error('too large'));
        else parts.push(part);
      });
      response.on('end', () => resolve({ ok: true, content: Buffer.concat(parts) }));
      response.on('error', () => resolve({ ok: false, why: size > LONGEST_FILE ? 'too-large' : 'later' }));
    });
    request.on('timeout', () => request.destroy(new Error('time-out')));
    request.on('error', () => resolve({ ok: false, why: 'later' }));
  });
}
