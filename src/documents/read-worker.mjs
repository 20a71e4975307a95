// A worker thread does not inherit the loader that reads TypeScript, so it registers its own.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { readBytes, readDraftFrom } = await import('./read-bytes.ts');
const { bytes, name, intake } = workerData;
parentPort.postMessage(intake ? readDraftFrom(bytes, name, intake) : readBytes(bytes, name));
