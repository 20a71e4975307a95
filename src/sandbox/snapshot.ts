import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyState, type SandboxState } from './state.ts';

const WRITE_WITHIN_MS = 150;

export interface Snapshot {
  readonly state: SandboxState;
  /** The state was changed: it will be on disk within 200 ms. */
  touch(): void;
  flush(): void;
}

/** Keeps the state in `dir/chat.json`, written to a second file and renamed; without `dir` in memory only. */
export function openSnapshot(dir: string | undefined, machineNow: number): Snapshot {
  const state = (dir && readState(join(dir, 'chat.json'))) || emptyState(machineNow);
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    if (!timer || !dir) return;
    clearTimeout(timer);
    timer = undefined;
    writeState(dir, state);
  }
  function touch(): void {
    if (dir) timer ??= setTimeout(flush, WRITE_WITHIN_MS);
  }
  return { state, touch, flush };
}

function readState(file: string): SandboxState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const state: SandboxState = JSON.parse(text);
  if (state.v !== 1) throw new Error(`${file} was written by another version (v ${state.v})`);
  return state;
}

function writeState(dir: string, state: SandboxState): void {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'chat.json');
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
