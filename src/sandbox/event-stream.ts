/** Tells every open page what happened. */
export interface EventStream {
  tell(event: string, data: unknown): void;
  listeners(): number;
  /** Feeds one connection until it ends. */
  follow(stream: Stream): Promise<void>;
}

interface Stream {
  writeSSE(message: { event: string; data: string }): Promise<void>;
  onAbort(listener: () => void): void;
}

// So that a connection that broke unnoticed is noticed.
const HEARTBEAT_MS = 20_000;

export function openEventStream(): EventStream {
  const streams = new Set<Stream>();
  const send = (stream: Stream, event: string, data: unknown) =>
    void stream.writeSSE({ event, data: JSON.stringify(data) });
  function follow(stream: Stream): Promise<void> {
    streams.add(stream);
    send(stream, 'hello', {});
    const beat = setInterval(() => send(stream, 'beat', {}), HEARTBEAT_MS);
    return new Promise((resolve) => {
      stream.onAbort(() => {
        clearInterval(beat);
        streams.delete(stream);
        resolve();
      });
    });
  }
  return {
    tell: (event, data) => {
      for (const stream of streams) send(stream, event, data);
    },
    listeners: () => streams.size,
    follow,
  };
}
