import { PERSON } from './marks.ts';
import type { Hanging, Setting } from './statement.ts';
import * as words from './words.ts';

/** 老张完成了: somebody else's deed, unless the duty is one that people do together or a talk with them. */
export function ofOthers(
  text: string,
  before: string,
  { kind, gathering, selfFirst }: Setting,
  { except, behalf }: Hanging,
): boolean {
  // 派人谈了: a talk is held by oneself, or it is another talk.
  if (kind === 'talk' && /(?:派|让|叫|托|安排)[了个]?人/.test(before)) return true;
  if (words.OTHERS.test(text) && !behalf && !(except && kind === 'talk')) return true;
  const head = new RegExp(`^[^${PERSON}]{0,6}?[${PERSON}]+`).exec(before)?.[0];
  const rest = head === undefined ? '' : text.slice(head.length);
  // 小赵陪我和陈敏谈的: I was there.
  if (
    head === undefined ||
    selfFirst ||
    /^[^,]{0,3}我|^ and i\b/.test(rest) ||
    /我|[跟和与同找约给向对把将代替请由于]|听取/.test(head)
  )
    return false;
  if (new RegExp(`^[^,]*[跟和与同找](?:[${PERSON}]|他们?|她们?|人家)`).test(rest) && !/^[^,]{0,3}都/.test(rest))
    return true;
  if (kind === 'talk') return !/[谈聊唠过]|✅|沟通|交流|\b(?:done|talked|spoken|met)\b/.test(text);
  if (gathering || kind === 'meeting' || kind === 'inspection')
    return /^(?:他|那边|那里|都)?(?:已经?|也|全)?(?:完成|弄完|搞定|做完|办完)/.test(rest);
  if (/^(?:deliverable|report|progress|minutes-check|other)$/.test(kind)) return !/把|将|[报交送发签印传盖]/.test(rest);
  return true;
}
