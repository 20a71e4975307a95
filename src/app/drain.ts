/** Work that is done until nothing of it is left; a call while it is under way joins it. */
export interface Drain {
  /** Resolves when nothing is left, also of what came while it was under way. */
  drain(): Promise<void>;
  /** Begins nothing more; resolves when what was begun is finished. */
  stop(): Promise<void>;
  busy(): boolean;
  stopped(): boolean;
}

/** `round` does all that it finds; one round at a time, and one more if somebody asked meanwhile. */
export function openDrain(round: () => Promise<void>): Drain {
  let stopped = false;
  let again = false;
  let draining: Promise<void> | undefined;

  async function drainAll(): Promise<void> {
    try {
      do {
        again = false;
        await round();
      } while (again && !stopped);
    } finally {
      // In the same breath as the last look at `again`: a call in between would be missed.
      draining = undefined;
    }
  }

  return {
    drain() {
      again = true;
      draining ??= drainAll();
      return draining;
    },
    async stop() {
      stopped = true;
      await draining?.catch(() => undefined);
    },
    busy: () => draining !== undefined,
    stopped: () => stopped,
  };
}
