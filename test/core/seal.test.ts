import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FIRST_SEAL, nextSeal, type Sealable, sealCheck, shortCode } from '../../src/core/seal.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Entries 1 to n, each tenth a seal over all before it. */
function ledgerOf(n: number): Sealable[] {
  const entries: Sealable[] = [];
  let seal = FIRST_SEAL;
  for (let seq = 1; seq <= n; seq++) {
    const json = JSON.stringify(
      seq % 10 === 0 ? { kind: 'sealed', sha256: seal, upTo: seq - 1 } : { kind: 'opened', seq, text: '登记' },
    );
    entries.push({ seq, json });
    seal = nextSeal(seal, { seq, json }, sha256);
  }
  return entries;
}

function checked(entries: readonly Sealable[]) {
  const check = sealCheck(sha256);
  for (const entry of entries) check.add(entry);
  return check.result();
}

test('an untouched ledger is whole up to its last seal', () => {
  expect(checked(ledgerOf(35))).toMatchObject({ seq: 35, sealedTo: 29, seals: 3 });
  expect(checked(ledgerOf(35)).flaw).toBeUndefined();
});

test.each([1, 9, 10, 15, 29])('whoever changes entry %i is found by the next seal', (seq) => {
  const entries = ledgerOf(35).map((e) =>
    e.seq === seq ? { ...e, json: e.json.replace('登记', '完成').replace('29', '28').concat(' ') } : e,
  );
  const { flaw } = checked(entries);
  expect(flaw?.why).toBe('changed');
  expect(flaw!.from).toBeLessThanOrEqual(seq);
  expect(flaw!.to).toBeGreaterThanOrEqual(seq);
});

test('a removed entry leaves a gap, a renumbered one does not fit', () => {
  const without = ledgerOf(35).filter(({ seq }) => seq !== 15);
  expect(checked(without).flaw).toEqual({ from: 15, to: 15, why: 'missing' });
  const renumbered = without.map((e) => (e.seq > 15 ? { ...e, seq: e.seq - 1 } : e));
  expect(checked(renumbered).flaw).toMatchObject({ from: 10, why: 'changed' });
});

test('a change after the last seal is not known yet: it says how far seals reach', () => {
  const entries = ledgerOf(35).map((e) => (e.seq === 33 ? { ...e, json: '{"kind":"opened"}' } : e));
  expect(checked(entries)).toMatchObject({ seq: 35, sealedTo: 29 });
});

test('the code that people compare is eight digits', () => {
  expect(shortCode(`3f9a27c1${'0'.repeat(56)}`)).toBe('3F9A-27C1');
});
