export type * from './contract.ts';
export { explainReading } from './explain.ts';
export { readReply } from './reading.ts';
export { sensitiveIn } from './sensitive.ts';
export { targetsOf } from './targets.ts';
