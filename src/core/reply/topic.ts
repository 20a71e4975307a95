import type { ItemKind } from './contract.ts';
import type { Part, Sentence } from './sentence.ts';
import { isTopic } from './substance.ts';

const NAMED = /(?:题目|主题|议题|内容|专题|课题)(?:是|为|叫|:)+\s*(.{2,60})$/;
const ABOUT =
  /(?:谈了?|聊了?|围绕|关于|就)(?:一下|了|的是)?([^,]{2,30}?)(?:的?问题|的?情况|等)?(?:谈了?|聊了?|进行|开展|作|做|讲|交流|$)/;
const STUDIED =
  /(?:学习?|读|看|研读|研究|讨论|传达|审议|讲|聊|谈|听取?)(?:完|好|过)?(?:了|过)?(?:一下|[\d一二两三四五六七八九十半多个]+(?:小时|分钟|遍|次|页|章|个?钟头)(?:的)?)?([^,。;]{2,40})$/;
const EMPTY =
  /^(?:结束|完毕|完成|已|圆满|顺利|开展|开始|进行|了|过|完|一下|一遍|[\d一二两三四五六七八九十半多]*(?:个|次|遍|小时|分钟|人|位|名|章|页|天)|昨天|今天|话|心谈话|会|习|课|党课|得|的|好|群里|上去)/;

/** What it was about, as written; titles with their brackets. Null if the text does not say. */
export function topicIn(parts: readonly Part[], sentence: Sentence, kind: ItemKind): string | null {
  for (const part of parts) {
    const named = NAMED.exec(part.plain);
    if (named) return written(part, part.plain.length - named[1]!.length, part.plain.length, sentence);
  }
  const usable = parts.filter((p) => !/^(?:hearsay|sarcasm|excuse|absent|undo|delegate|acknowledge)$/.test(p.label));
  for (const part of usable) {
    const title = sentence.titles.find((t) => t.from >= part.to - part.plain.length && t.to <= part.to);
    if (title && /^(?:study|meeting|talk|other)$/.test(kind))
      return sentence.normal.original(title.from, titleEnd(part, title.to, sentence));
  }
  for (const part of usable) {
    const found = STUDIED.exec(part.text) ?? (kind === 'talk' ? ABOUT.exec(part.text) : null);
    if (!found?.[1] || EMPTY.test(found[1]) || !isTopic(found[1]) || /[\ue001\ue002]/.test(found[1])) continue;
    if (!/^(?:study|meeting|talk)$/.test(kind)) continue;
    const from = found.index + found[0].lastIndexOf(found[1]);
    return written(part, from, from + found[1].length, sentence);
  }
  return null;
}

// 《治国理政》第四卷: the volume belongs to the title.
function titleEnd(part: Part, to: number, sentence: Sentence): number {
  const rest = sentence.normal.text.slice(to, part.to);
  return (
    to +
    (/^第[\d一二三四五六七八九十]+[卷章部篇册讲节](?:第[\d一二三四五六七八九十]+[章篇讲节])?/.exec(rest)?.[0].length ??
      0)
  );
}

function written(part: Part, from: number, to: number, sentence: Sentence): string {
  const base = part.to - part.plain.length;
  return sentence.normal.original(base + from, base + to).trim();
}
