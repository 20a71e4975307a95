import { pino } from 'pino';
import type { Log } from './app/ports.ts';
import type { LogLevel } from './config.ts';

export interface LogOptions {
  readonly level: LogLevel;
  /** One short line per event for a terminal, JSON lines otherwise. */
  readonly pretty: boolean;
  readonly write: (line: string) => void;
}

/** Words of people and whole platform objects: never logged, at whatever depth. */
const confided = new Set(['text', 'body', 'payload', 'raw', 'caption', 'lines', 'topic', 'reason', 'answer', 'args']);
/** What an error may show. grammY's and ioredis's own fields hold bodies, commands and tokens. */
const errorFields = ['code', 'outcome', 'retryAfterMs'] as const;
const DEEPEST = 5;

/** Structured logs without tokens, passwords and words of people. */
export function openLog({ level, pretty, write }: LogOptions): Log {
  // The last look is at the finished line: whatever went past the fields is masked there.
  const destination = { write: (line: string) => write(pretty ? prettyLine(masked(line)) : masked(line)) };
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: (fields) => cleanedFields(fields, 0) },
      serializers: {},
    },
    destination,
  );
}

/** Bot tokens, in addresses or bare, and the user part of any address. */
export function masked(text: string): string {
  return text
    .replace(/bot\d+:[\w-]+/g, 'bot***')
    .replace(/\b\d{6,}:[\w-]{20,}/g, '***')
    .replace(/([a-z][a-z\d+]*:\/\/)[^\s/@"]*@/gi, '$1***@');
}

function cleanedFields(fields: object, depth: number): Record<string, unknown> {
  const shown = Object.entries(fields).filter(([name]) => !confided.has(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, cleaned(value, depth + 1)]));
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return masked(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (value instanceof Error) return errorOf(value, depth);
  return Array.isArray(value) ? value.map((one) => cleaned(one, depth + 1)) : cleanedFields(value, depth);
}

function errorOf(error: Error, depth: number): Record<string, unknown> {
  const known = Object.entries(error).filter(([name]) => errorFields.some((one) => one === name));
  return {
    name: error.name,
    message: masked(error.message),
    ...Object.fromEntries(known.map(([name, value]) => [name, cleaned(value, depth + 1)])),
    ...(error.cause !== undefined && { cause: cleaned(error.cause, depth + 1) }),
    stack: masked(framesOf(error)),
  };
}

/** The frames alone: the head of a stack repeats the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function prettyLine(line: string): string {
  const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${shortOf(value)}`);
  return `${[String(time).slice(11, 19), String(level).toUpperCase().padEnd(5), msg, ...rest].join(' ')}\n`;
}

function shortOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, message, stack } = value as Record<string, unknown>;
  return message === undefined ? JSON.stringify(value) : `${name}: ${message}\n${stack}`;
}
