import { plainOf } from '../../src/core/intake/plain.ts';

/** A text without what papers and their gold write differently: spaces and stops. */
export function bare(text: string): string {
  return plainOf(text).replace(/[\s\u3000“”，。、；：:;,·]/g, '');
}
