import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';

/**
 * Idle connections are dropped before a server is likely to: a request on a connection that the server has just
 * closed ends in a reset, which is ambiguous and would cost a group message its retry.
 */
const IDLE_MS = 10_000;
const PROXY_MS = 15_000;

/** The agent for one API root. `HTTPS_PROXY` is, by custom, for https only: a Bot API server at http is a near one. */
export function agentFor(apiRoot: string, proxy?: string): http.Agent {
  const keep = { keepAlive: true, timeout: IDLE_MS };
  if (!apiRoot.startsWith('https:')) return new http.Agent(keep);
  return proxy ? new TunnelAgent(new URL(proxy), keep) : new https.Agent(keep);
}

type Created = (error: Error | null, stream: Duplex) => void;

/**
 * Own tunnel, since whatever a proxy refuses happens before the request is sent: it must come out as a certain
 * failure (`EPROXY`), not as an answer that might be Telegram's.
 */
class TunnelAgent extends https.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL, options: https.AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(options: https.RequestOptions, created?: Created): undefined {
    const host = options.host ?? options.hostname ?? '';
    const fail = (why: string): void => created?.(proxyError(why), undefined as unknown as Duplex);
    const request = connectRequest(this.#proxy, `${host}:${options.port ?? 443}`);
    request.once('connect', ({ statusCode }, socket) => {
      request.setTimeout(0);
      if (statusCode !== 200) {
        socket.destroy();
        return fail(`the proxy answered ${statusCode}`);
      }
      created?.(null, tls.connect({ ...tlsOptionsOf(options), servername: options.servername ?? host, socket }));
    });
    request.once('timeout', () => request.destroy(new Error('time-out')));
    request.once('error', ({ message }) => fail(message));
    request.end();
    return undefined;
  }
}

/** What was meant for a connection of its own must not override the tunnel. */
function tlsOptionsOf(options: https.RequestOptions): tls.ConnectionOptions {
  const { ca, cert, key, rejectUnauthorized, minVersion, ALPNProtocols } = options as tls.ConnectionOptions;
  const given = { ca, cert, key, rejectUnauthorized, minVersion, ALPNProtocols };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function connectRequest(proxy: URL, target: string): http.ClientRequest {
  const secure = proxy.protocol === 'https:';
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return (secure ? https : http).request({
    host: proxy.hostname,
    port: proxy.port || (secure ? 443 : 80),
    method: 'CONNECT',
    path: target,
    agent: false,
    timeout: PROXY_MS,
    headers: {
      host: target,
      ...(proxy.username && { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` }),
    },
  });
}

function proxyError(why: string): Error {
  return Object.assign(new Error(`proxy: ${why}`), { code: 'EPROXY' });
}
