import http from 'node:http';
import https from 'node:https';
import type { Transformer } from 'grammy';

/** Where requests go, and after how many seconds one is given up. */
export interface Line {
  readonly token: string;
  /** Without a slash at its end. */
  readonly root: string;
  readonly agent: http.Agent;
  readonly timeoutSeconds: number;
}

/**
 * Carries grammY's calls over Node's own HTTP: its built-in fetch takes more than half of what a message costs in all.
 * For calls without files; errors come as Node's, their code tells what was sent.
 */
export function plainRequests({ token, root, agent, timeoutSeconds }: Line): Transformer {
  const { protocol, hostname, port, pathname } = new URL(root);
  const { request } = protocol === 'https:' ? https : http;
  const base = { agent, method: 'POST', host: hostname.replace(/^\[|\]$/g, ''), ...(port && { port }) };
  const prefix = `${pathname.replace(/\/$/, '')}/bot${token}/`;

  function post(method: string, payload: object, signal: AbortSignal | undefined): Promise<string> {
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = request({ ...base, path: prefix + method, headers, ...(signal && { signal }) });
      const timer = setTimeout(() => fail(new Error('timed out')), timeoutSeconds * 1000);
      function fail(error: Error): void {
        clearTimeout(timer);
        reject(error);
        sent.destroy();
      }
      sent.on('error', fail).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('error', fail);
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => {
          clearTimeout(timer);
          resolve(text);
        });
      });
      sent.end(body);
    });
  }

  // What is no JSON throws: a page of a proxy or of a broken server, which says nothing about the message.
  return async (_, method, payload, signal) =>
    JSON.parse(await post(method, payload, signal as AbortSignal | undefined));
}
