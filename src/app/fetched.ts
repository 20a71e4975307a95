import type { Attachment } from '../chat/contract.ts';

/** What became of one attachment. */
export type Fetched =
  | { readonly ok: true; readonly of: Attachment; readonly content?: Uint8Array }
  | { readonly ok: false; readonly of: Attachment; readonly why: 'too-large' | 'gone' };
