/**
 * How a law about wrong dones is tried: the same rows each time in `npm test`, so that it is red for a reason; new ones and
 * twenty times as many in `npm run test:all`, where what they find becomes a rule.
 */
export const runs = (few: number): { readonly numRuns: number; readonly seed?: number } =>
  process.env.DUBAN_TEST === 'all' ? { numRuns: few * 20 } : { numRuns: few, seed: 20260325 };
