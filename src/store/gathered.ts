/**
 * Many calls, few trips: while one batch is under way the next is gathered, in the order of the calls, and the first
 * waits for the others of its turn. `run` answers for each of its batch in order; what it throws, all of them get.
 */
export function gathered<In, Out>(
  run: (batch: readonly In[]) => Promise<readonly Out[]>,
  limit: { readonly most: number; readonly weightOf: (one: In) => number },
): (one: In) => Promise<Out> {
  interface Call {
    readonly one: In;
    readonly answer: (out: Out) => void;
    readonly fail: (error: unknown) => void;
  }
  let waiting: Call[] = [];
  let isBusy = false;

  async function empty(): Promise<void> {
    await new Promise(setImmediate);
    while (waiting.length > 0) await carry(nextBatch());
    isBusy = false;
  }

  /** One call at least, however heavy. */
  function nextBatch(): readonly Call[] {
    let weight = 0;
    const end = waiting.findIndex(({ one }, i) => {
      weight += limit.weightOf(one);
      return i > 0 && weight > limit.most;
    });
    const batch = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return batch;
  }

  async function carry(batch: readonly Call[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ one }) => one));
      for (const [i, { answer }] of batch.entries()) answer(answers[i]!);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }

  return (one) =>
    new Promise((answer, fail) => {
      waiting.push({ one, answer, fail });
      if (isBusy) return;
      isBusy = true;
      void empty();
    });
}
