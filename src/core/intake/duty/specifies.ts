import type { Cadence } from '../cadence.ts';
import type { Sentence } from './sentence.ts';

const WHEN_ONLY = /^(?:一般|原则上|通常|时间|日期|定|放|固定|安排|拟|统一|为|在|于|是)+$/;

/** 每月1次，时间为每月15日 · 每年1次，一般安排在一季度: the second clause only says when the first is held. */
export function specifies(clause: string, cadence: Cadence, sentence: Sentence): boolean {
  const last = sentence.duties.at(-1);
  if (!last?.times || !last.text.endsWith(sentence.before)) return false;
  const ahead = clause.slice(0, cadence.at);
  const after = clause.slice(cadence.end).replace(/^(?:召开|开展|举行|进行|组织)$/, '');
  if (!WHEN_ONLY.test(ahead) || !/^(?:[一二三四上下]{1,2}(?:季度|半年))?$/.test(after)) return false;
  const finer = cadence.phrase && cadence.times?.period === last.times.period && last.times.count === 1;
  if (finer && cadence.phrase!.length > (last.schedule ?? '').length)
    sentence.duties[sentence.duties.length - 1] = { ...last, schedule: cadence.phrase! };
  return true;
}
