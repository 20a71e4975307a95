// A worker thread does not inherit the loader that reads TypeScript, so it registers its own.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
// What is rejected here is our own bug and ends the thread with its error.
parentPort.on('message', async (task) => {
  const work = await workOf(task);
  // Loading takes seconds on a busy machine: the time of the work itself is counted from here.
  parentPort.postMessage({ begun: true });
  parentPort.postMessage({ value: work() });
});

// What reads papers need not load what plays plans, nor the other way round.
async function workOf({ bytes, name, intake, foresee }) {
  if (foresee) {
    const { foreseePlan } = await import('./foresee-plan.ts');
    return () => foreseePlan(foresee);
  }
  const { readBytes, readDraftFrom } = await import('./read-bytes.ts');
  return () => (intake ? readDraftFrom(bytes, name, intake) : readBytes(bytes, name));
}
