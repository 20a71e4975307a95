import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './app/ports.ts';
import type { Instant } from './core/calendar.ts';

/** The real office's clock: both times are the machine's. */
export const machineClock: Clock = { now: () => Date.now(), machine: () => Date.now() };

/** Office time that can be moved on, never back; what it is ahead of the machine is kept in a file. */
export interface MovableClock extends Clock {
  moveTo(at: Instant): void;
}

export function movableClock(dir?: string, machine: () => Instant = Date.now): MovableClock {
  const file = dir === undefined ? undefined : join(dir, 'clock.json');
  let ahead = file === undefined ? 0 : aheadIn(file);
  return {
    now: () => machine() + ahead,
    machine,
    moveTo(at) {
      ahead = Math.max(ahead, at - machine());
      if (file === undefined) return;
      writeFileSync(`${file}.new`, JSON.stringify({ v: 1, ahead }));
      renameSync(`${file}.new`, file);
    },
  };
}

function aheadIn(file: string): number {
  try {
    const { ahead } = JSON.parse(readFileSync(file, 'utf8')) as { ahead: unknown };
    return typeof ahead === 'number' && ahead >= 0 ? ahead : 0;
  } catch {
    return 0;
  }
}
