// A worker thread does not inherit the loader that reads TypeScript, so it registers its own.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { readBytes } = await import('./read-bytes.ts');
parentPort.postMessage(readBytes(workerData.bytes, workerData.name));
