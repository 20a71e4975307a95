import type { Report } from './contract.ts';
import { digest } from './digest.ts';

/** Everything that can be told. */
export const reports: readonly Report[] = [digest];

export function reportById(id: string): Report | undefined {
  return reports.find((r) => r.id === id);
}
