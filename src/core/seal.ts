/**
 * A chain of hashes over the ledger as stored: every link is SHA-256 of the link before and one entry, so whoever knows
 * a later link knows that nothing before it was changed, removed or put in between. Links are kept as `sealed` entries,
 * and their short code stands in reports that leave the house.
 */
export type Seal = string;

/** The link before the first entry. */
export const FIRST_SEAL: Seal = '0'.repeat(64);

/** An entry exactly as it lies in the stream. */
export interface Sealable {
  readonly seq: number;
  readonly json: string;
}

/** SHA-256 of a text in UTF-8, as 64 hex digits: the caller's, since core knows no crypto. */
export type Sha256 = (text: string) => string;

export function nextSeal(before: Seal, { seq, json }: Sealable, sha256: Sha256): Seal {
  return sha256(`${before}\n${seq} ${json}`);
}

/** `3F9A-27C1`: what people compare by eye. */
export function shortCode(seal: Seal): string {
  const code = seal.slice(0, 8).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a check of a whole ledger found. */
export interface Checked {
  /** The link of the last entry. */
  readonly seal: Seal;
  /** Last entry met. */
  readonly seq: number;
  /** Last entry that a seal found in the ledger vouches for. */
  readonly sealedTo: number;
  readonly seals: number;
  /** The first flaw: which entries can no longer be vouched for. */
  readonly flaw?: Flaw;
}

export interface Flaw {
  readonly from: number;
  readonly to: number;
  readonly why: 'missing' | 'changed';
}

export interface SealCheck {
  add(entry: Sealable): void;
  result(): Checked;
}

/** Checks entries one after another against the chain and the seals among them. They are numbered 1, 2, 3 … */
export function sealCheck(sha256: Sha256): SealCheck {
  let checked: Checked = { seal: FIRST_SEAL, seq: 0, sealedTo: 0, seals: 0 };
  // Links since the last seal that was found, to compare the next one with.
  const links = new Map<number, Seal>();

  function compare({ upTo, sha256: expected }: Claim): void {
    if (upTo <= checked.sealedTo) return;
    if (links.get(upTo) !== expected) {
      checked = { ...checked, flaw: { from: checked.sealedTo + 1, to: upTo, why: 'changed' } };
      return;
    }
    for (const seq of links.keys()) if (seq <= upTo) links.delete(seq);
    checked = { ...checked, sealedTo: upTo, seals: checked.seals + 1 };
  }

  return {
    add(entry) {
      if (checked.flaw) return;
      if (entry.seq !== checked.seq + 1) {
        checked = { ...checked, flaw: { from: checked.seq + 1, to: entry.seq - 1, why: 'missing' } };
        return;
      }
      const seal = nextSeal(checked.seal, entry, sha256);
      links.set(entry.seq, seal);
      checked = { ...checked, seal, seq: entry.seq };
      const claim = claimIn(entry);
      if (claim) compare(claim);
    },
    result: () => checked,
  };
}

interface Claim {
  readonly upTo: number;
  readonly sha256: Seal;
}

function claimIn({ json }: Sealable): Claim | undefined {
  // Most entries are none: their text tells before it is read.
  if (!json.includes('"kind":"sealed"')) return undefined;
  const entry: { kind?: unknown; upTo?: unknown; sha256?: unknown } = JSON.parse(json);
  if (entry.kind !== 'sealed' || typeof entry.upTo !== 'number' || typeof entry.sha256 !== 'string') return undefined;
  return { upTo: entry.upTo, sha256: entry.sha256 };
}
