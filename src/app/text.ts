import { createHash, randomBytes } from 'node:crypto';
import type { TextRef } from '../core/ledger.ts';

/** Free text lies beside the ledger and can be erased; the entry holds its salted hash, so that the chain stays whole. */
export function sealed(
  text: string,
  id: string,
): {
  readonly ref: TextRef;
  readonly texts: Readonly<Record<string, { readonly salt: string; readonly text: string }>>;
} {
  const salt = randomBytes(16).toString('hex');
  const sha256 = createHash('sha256').update(salt).update(text).digest('hex');
  return { ref: { id, sha256 }, texts: { [id]: { salt, text } } };
}
