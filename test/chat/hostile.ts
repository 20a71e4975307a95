import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Hostile {
  readonly apiRoot: string;
  /** Bodies that were read to their end: what a real server might have carried out. */
  readonly received: string[];
  close(): Promise<void>;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A Bot API server that answers, or fails, exactly as it is told. */
export async function startHostile(behave: Behaviour): Promise<Hostile> {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push(body);
      behave(request, response, body);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function answers(status: number, body: object | string): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export function refuses(code: number, description: string, parameters?: object): Behaviour {
  return answers(code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });
}

export const resets: Behaviour = (request) => void request.socket.resetAndDestroy();
export const closes: Behaviour = (request) => void request.socket.end();
export const halfAnswers: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"ok":tr');
  setTimeout(() => request.socket.destroy(), 20);
};
/** The body ends before its announced length. */
export const fallsShort: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"ok":tr');
  setTimeout(() => request.socket.destroy(), 20);
};
