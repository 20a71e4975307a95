import { sha256 } from '../app/seal.ts';
import { phrase } from '../core/phrase.ts';
import { type Checked, type SealCheck, sealCheck, shortCode } from '../core/seal.ts';
import type { OpenStore } from '../store/store.ts';
import { type CliIo, Refused } from './contract.ts';
import { officesAsked, openOfficeStore } from './open-store.ts';

export interface VerifyOptions {
  /** The code that a paper names stood at this entry. */
  readonly at?: string;
  readonly org?: string;
  readonly json?: boolean;
}

const PAGE = 1000;

/** `duban verify`: whether every record is as it was sealed, or from which entry on it is not. Exit 1 on a flaw. */
export async function verifyCommand(options: VerifyOptions, io: CliIo): Promise<number> {
  const at = options.at === undefined ? undefined : Number(options.at);
  if (at !== undefined && !(Number.isInteger(at) && at > 0)) throw new Refused(phrase('verify-not-an-entry'));
  const opened = await openOfficeStore(io);
  let flawed = false;
  for (const { org, plan } of await officesAsked(opened, options.org)) {
    const checked = await checkLedger(opened.store, org, at);
    flawed ||= checked.flaw !== undefined;
    const sentence = io.say(sentenceOf(checked, plan.organization.name, at), io.language);
    const { seal, seq, sealedTo, seals, flaw } = checked;
    const told = {
      org,
      ok: flaw === undefined,
      entries: seq,
      sealedTo,
      seals,
      code: shortCode(seal),
      flaw,
      text: sentence,
    };
    io.print(options.json ? JSON.stringify(told) : sentence);
  }
  return flawed ? 1 : 0;
}

/**
 * Reads the whole ledger, page by page, or as far as the entry `at`. What was cut off at its end shows by the head that
 * the store remembers.
 */
export async function checkLedger({ ledger }: OpenStore, org: string, at = Number.MAX_SAFE_INTEGER): Promise<Checked> {
  const check: SealCheck = sealCheck(sha256);
  let last = 0;
  for (let page = await ledger.raw(org, 0, PAGE); page.length > 0; page = await ledger.raw(org, last, PAGE)) {
    for (const entry of page) if (entry.seq <= at) check.add(entry);
    last = page.at(-1)!.seq;
    if (last >= at) break;
  }
  const checked = check.result();
  const { state } = await ledger.head(org, 'org');
  const expected = Number(state.sealedTo ?? 0);
  if (checked.flaw || expected <= checked.sealedTo || last >= at) return checked;
  return { ...checked, flaw: { from: checked.sealedTo + 1, to: expected, why: 'missing' } };
}

function sentenceOf({ seq, sealedTo, seal, flaw }: Checked, office: string, at?: number) {
  if (flaw) return phrase(`verify-${flaw.why}`, { office, from: flaw.from, to: flaw.to });
  if (at !== undefined && seq < at) return phrase('verify-short', { office, entries: seq });
  if (at !== undefined) return phrase('verify-at', { office, entry: at, code: shortCode(seal) });
  if (sealedTo === 0) return phrase('verify-unsealed', { office, entries: seq });
  return phrase('verify-whole', { office, entries: seq, sealedTo, fresh: seq - sealedTo, code: shortCode(seal) });
}
