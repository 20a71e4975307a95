/** Why a file was not read. Worded in locales under `intake-file-…`. */
export const refusals = [
  'missing',
  'too-big',
  'bomb',
  'entities',
  'encrypted',
  'broken',
  'old-office',
  'unknown',
  'too-long',
  'too-deep',
  'no-text',
  'timeout',
] as const;
export type RefusalCode = (typeof refusals)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** Megabytes, paragraphs or seconds, by code. */
  readonly limit?: number;
}

/** How a reader gives up from deep inside; it never leaves `readBytes`. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, limit?: number) {
    super(code);
    this.refusal = limit === undefined ? { code } : { code, limit };
  }
}

export const limits = {
  /** Bytes of the file as sent. */
  file: 20 * 1024 * 1024,
  /** Bytes of all that an office file unpacks to. */
  unpacked: 200 * 1024 * 1024,
  /** Bytes of one part that is read. */
  part: 48 * 1024 * 1024,
  /** Unpacked to packed; real office files stay below 60. */
  ratio: 150,
  entries: 4000,
  depth: 120,
  /** Paragraphs and table rows together. */
  paragraphs: 20_000,
  columns: 200,
  seconds: 20,
  memoryMb: 384,
} as const;
