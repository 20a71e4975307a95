import { isRecord } from './params.ts';

/** What goes wrong with a request. Times are machine milliseconds; `retryAfter` is in seconds. */
export type FaultKind =
  | { readonly kind: 'too-many'; readonly retryAfter: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'bad-gateway' }
  /** The connection breaks before the request took effect, or after. The client sees the same. */
  | { readonly kind: 'reset-before' }
  | { readonly kind: 'reset-after' }
  /** No answer at all, before or after the request took effect; ends when the client or the server goes. */
  | { readonly kind: 'hang-before' }
  | { readonly kind: 'hang-after' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The request takes effect at once, the answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number };

const kinds: readonly FaultKind['kind'][] = [
  'too-many',
  'server-error',
  'bad-gateway',
  'reset-before',
  'reset-after',
  'hang-before',
  'hang-after',
  'delay',
  'slow',
];

export type Fault = FaultKind & {
  /** A method's name, or `*` for every one except getUpdates. */
  readonly method: string;
  /** How many requests it hits; 1 by default. */
  readonly times?: number;
  /** Only requests to this chat. */
  readonly chat?: number;
  /** How many matching requests pass before the first hit. */
  readonly after?: number;
};

/** A fault that came over HTTP, if it is one. */
export function readFault(value: unknown): Fault | undefined {
  if (!isRecord(value) || typeof value.method !== 'string') return undefined;
  const kind = kinds.find((one) => one === value.kind);
  if (!kind) return undefined;
  const amount = (name: string) => (typeof value[name] === 'number' ? value[name] : undefined);
  return {
    kind,
    method: value.method,
    ms: amount('ms') ?? 0,
    retryAfter: amount('retryAfter') ?? 1,
    times: amount('times'),
    chat: amount('chat'),
    after: amount('after'),
  };
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault that hits this request, if any; it is used up by asking. */
  take(method: string, chat: number | undefined): FaultKind | undefined;
  clear(): void;
  waiting(): number;
}

export function openFaults(): Faults {
  let armed: { fault: Fault; left: number; pass: number }[] = [];
  function take(method: string, chat: number | undefined): FaultKind | undefined {
    const hit = armed.find(({ fault }) => matches(fault, method, chat));
    if (!hit) return undefined;
    if (hit.pass > 0) {
      hit.pass -= 1;
      return undefined;
    }
    hit.left -= 1;
    armed = armed.filter((one) => one.left > 0);
    return hit.fault;
  }
  return {
    add: (fault) => void armed.push({ fault, left: fault.times ?? 1, pass: fault.after ?? 0 }),
    take,
    clear: () => {
      armed = [];
    },
    waiting: () => armed.reduce((sum, { left }) => sum + left, 0),
  };
}

function matches(fault: Fault, method: string, chat: number | undefined): boolean {
  const named = fault.method.toLowerCase();
  if (named === '*' ? method === 'getupdates' : named !== method) return false;
  return fault.chat === undefined || fault.chat === chat;
}
