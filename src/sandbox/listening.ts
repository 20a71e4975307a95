import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @throws the listen error, unless the port is busy and the next one may be taken */
export async function listenOn(server: Server, host: string, port: number, next: boolean): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || !next || port === 0 || tried >= port + 50) throw error;
    }
  }
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // What hangs by an injected fault, or listens for events, ends with the server.
    setImmediate(() => server.closeAllConnections());
  });
}
