import { NUMBER, numberOf } from './numbers.ts';

/** What the office does with a line of the list it was shown: the same as the buttons under it. */
export interface OfficeWords {
  readonly act: 'nudge' | 'handle' | 'hold' | 'record';
  /** The line of the list last shown, from 1; null if none is named. */
  readonly number: number | null;
  /** 暂缓 1 等省厅批复: why, said at once. */
  readonly reason?: string;
}

const acts: readonly (readonly [OfficeWords['act'], string])[] = [
  ['nudge', '催办(?:一下)?|催(?:一下|一催)?|再催(?:一下)?|督促(?:一下)?|nudge|chase'],
  ['record', '代录|代为登记|代登记|record'],
  ['hold', '暂缓上报|暂缓|先不上?报|hold'],
  ['handle', '处理|handle'],
];
const LINE = `(?:第|no\\.?|#)?\\s*(${NUMBER})\\s*(?:项|条|个)?`;
const patterns = acts.map(([act, words]) => ({
  act,
  before: new RegExp(`^${LINE}[\\s.,:、]*(?:${words})$`, 'i'),
  after: new RegExp(`^(?:${words})\\s*(?:${LINE})?$`, 'i'),
}));

const HOLD = acts.find(([act]) => act === 'hold')![1];
const HELD = new RegExp(
  `^(?:(?:${HOLD})\\s*${LINE}|${LINE}[\\s.,:、]*(?:${HOLD}))[\\s,:，：;；(（]+(.{2,60}?)[)）]?$`,
  'i',
);

/** `催办 2`, `2 催办`, `第1项暂缓上报`: nothing else, or it is a sentence of another kind. */
export function readOfficeWords(text: string): OfficeWords | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!]+$/, '');
  const held = HELD.exec(plain);
  if (held) return { act: 'hold', number: numberOf((held[1] ?? held[2])!), reason: held[3]! };
  for (const { act, before, after } of patterns) {
    const match = before.exec(plain) ?? after.exec(plain);
    if (match) return { act, number: match[1] === undefined ? null : numberOf(match[1]) };
  }
  return undefined;
}
