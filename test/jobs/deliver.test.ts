import { expect, test } from 'vitest';
import { deliver } from '../../jobs/deliver.ts';

// Half past eight: many measures wake in the same second, and one person owes something in several of them.
const now = Date.UTC(2026, 2, 2, 0, 30, 0) + 40;
const due = (at: number) => ({ org: 'minzheng', wake: 'measure/m1' as const, at });

async function looksBeforeSpeaking(wakes: (look: number) => readonly ReturnType<typeof due>[]): Promise<number> {
  let looks = 0;
  let said: number | undefined;
  const store = { wakes: { due: async () => wakes(looks++) } };
  const delivery = {
    drain: async () => {
      said = looks;
    },
  };
  await deliver.run({ world: { store, clock: { now: () => now } }, delivery } as never);
  return said!;
}

test('nothing is said while something of this very second has still to be looked at', async () => {
  expect(await looksBeforeSpeaking((look) => (look < 2 ? [due(now - 40)] : []))).toBe(3);
});

test.each([
  ['nothing is due', []],
  ['what an answer touched waits for its turn', [due(now - 7)]],
  ['something has been late for a minute', [due(now - 40 - 60_000)]],
])('a message does not wait when %s', async (_, wakes) => {
  expect(await looksBeforeSpeaking(() => wakes)).toBe(1);
});
