import type { Instant } from './calendar.ts';

/** What a simulated office is woken by. */
export interface Alarms {
  /** Earlier of several wins. */
  set(key: string, at: Instant): void;
  /** It will not ring. */
  drop(key: string): void;
  next(): Instant | undefined;
  /** Everything set for that instant; it will not ring again. */
  take(at: Instant): readonly string[];
}

export function alarmClock(): Alarms {
  const when = new Map<string, Instant>();
  const instants = new Map<Instant, Set<string>>();
  const heap: Instant[] = [];
  return {
    set(key, at) {
      const before = when.get(key);
      if (before !== undefined && before <= at) return;
      if (before !== undefined) instants.get(before)?.delete(key);
      when.set(key, at);
      const there = instants.get(at);
      if (there) there.add(key);
      else {
        instants.set(at, new Set([key]));
        push(heap, at);
      }
    },
    drop(key) {
      const at = when.get(key);
      if (at === undefined) return;
      when.delete(key);
      instants.get(at)?.delete(key);
    },
    next() {
      for (let at = heap[0]; at !== undefined; at = heap[0]) {
        if ((instants.get(at)?.size ?? 0) > 0) return at;
        instants.delete(at);
        pop(heap);
      }
      return undefined;
    },
    take(at) {
      const keys = [...(instants.get(at) ?? [])];
      for (const key of keys) when.delete(key);
      instants.get(at)?.clear();
      return keys;
    },
  };
}

/** A binary heap, smallest first. */
function push(heap: Instant[], at: Instant): void {
  let i = heap.push(at) - 1;
  for (let up = (i - 1) >> 1; i > 0 && heap[up]! > heap[i]!; i = up, up = (i - 1) >> 1) swap(heap, i, up);
}

function pop(heap: Instant[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let i = 0; ; ) {
    const left = 2 * i + 1;
    const least = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left;
    if (least >= heap.length || heap[least]! >= heap[i]!) return;
    swap(heap, i, least);
    i = least;
  }
}

function swap(heap: Instant[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
}
