import { PERSON } from './marks.ts';
import type { Setting } from './statement.ts';
import * as words from './words.ts';

/** 老张完成了: somebody else's deed, unless the duty is one that people do together or a talk with them. */
export function ofOthers(text: string, before: string, { kind, gathering, selfFirst }: Setting): boolean {
  if (words.OTHERS.test(text)) return true;
  const head = new RegExp(`^[^${PERSON}]{0,6}?[${PERSON}]+`).exec(before)?.[0];
  if (head === undefined || selfFirst || /我|[跟和与同找约给向对把将代替请由于]|听取/.test(head)) return false;
  if (
    new RegExp(`^[^,]*[跟和与同找][${PERSON}]`).test(text.slice(head.length)) &&
    !/^[^,]{0,3}都/.test(text.slice(head.length))
  )
    return true;
  if (kind === 'talk') return !/[谈聊过]|✅|沟通|交流/.test(text);
  if (gathering || kind === 'meeting' || kind === 'inspection')
    return /^(?:他|那边|那里|都)?(?:已经?|也|全)?(?:完成|弄完|搞定|做完|办完)/.test(text.slice(head.length));
  if (/^(?:deliverable|report|progress|minutes-check|other)$/.test(kind))
    return !/把|将|[报交送发签印传盖]/.test(text.slice(head.length));
  return true;
}
