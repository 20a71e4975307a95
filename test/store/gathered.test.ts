import { expect, test } from 'vitest';
import { gathered } from '../../src/store/gathered.ts';

/** A store that answers when it is told to. */
function slowly<Out>(answer: (one: number) => Out) {
  const trips: { readonly batch: readonly number[]; end(error?: Error): void }[] = [];
  const run = (batch: readonly number[]) =>
    new Promise<Out[]>((resolve, reject) => {
      trips.push({ batch, end: (error) => (error ? reject(error) : resolve(batch.map(answer))) });
    });
  return { trips, run };
}

const turn = () => new Promise(setImmediate);
const light = { most: 3, weightOf: () => 1 };

test('calls of one turn travel together, those that come meanwhile with the next trip, each with its own answer', async () => {
  const { trips, run } = slowly((one) => one * 10);
  const call = gathered(run, light);
  const first = [call(1), call(2)];
  await turn();
  const second = [call(3), call(4)];
  expect(trips.map(({ batch }) => batch)).toEqual([[1, 2]]);
  trips[0]!.end();
  expect(await Promise.all(first)).toEqual([10, 20]);
  trips[1]!.end();
  expect(await Promise.all(second)).toEqual([30, 40]);
  expect(trips).toHaveLength(2);
});

test('a trip carries as much as it may, and one call at least', async () => {
  const { trips, run } = slowly((one) => one);
  const call = gathered(run, { most: 5, weightOf: (one) => one });
  const all = [2, 3, 1, 9, 4].map(call);
  for (let i = 0; i < 4; i++) {
    await turn();
    trips[i]!.end();
  }
  expect(await Promise.all(all)).toEqual([2, 3, 1, 9, 4]);
  expect(trips.map(({ batch }) => batch)).toEqual([[2, 3], [1], [9], [4]]);
});

test('a trip that fails is the failure of its calls alone', async () => {
  const { trips, run } = slowly((one) => one);
  const call = gathered(run, light);
  const [first, second] = [call(1), turn().then(() => call(2))];
  await turn();
  await turn();
  trips[0]!.end(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await turn();
  trips[1]!.end();
  expect(await second).toBe(2);
});
