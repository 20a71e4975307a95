import { scannerOf, type TokenRule } from './tokens.ts';

const rules: readonly TokenRule[] = [[`every day`, () => ({ t: 'every', unit: 'day', step: 1 })]];

export const scanEnglish = scannerOf(rules);
