import { badRequest } from './refusal.ts';

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** What a request carries, whether it came as JSON, as a form or in the address. */
export interface Params {
  raw(name: string): unknown;
  has(name: string): boolean;
  upload(name: string): Upload | undefined;
}

export function paramsOf(values: Readonly<Record<string, unknown>>, uploads: ReadonlyMap<string, Upload>): Params {
  return {
    raw: (name) => values[name],
    has: (name) => values[name] !== undefined && values[name] !== null && values[name] !== '',
    upload: (name) => uploads.get(name),
  };
}

/** Forms carry everything as text, so numbers and objects are also read from text, as Telegram does. */
export function textOf(params: Params, name: string): string {
  const value = params.raw(name);
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
}

export function integerOf(params: Params, name: string): number {
  const value = Number(params.raw(name) ?? 0);
  return Number.isSafeInteger(value) ? value : 0;
}

export function flagOf(params: Params, name: string): boolean {
  return ['true', 'yes', 't', 'y', '1'].includes(textOf(params, name).toLowerCase());
}

export function objectOf(params: Params, name: string, problem: string): unknown {
  const value = params.raw(name);
  if (typeof value !== 'string') return value ?? undefined;
  if (!value) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(problem);
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
