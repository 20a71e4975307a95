import type { ItemKind } from './contract.ts';
import type { Part, Sentence } from './sentence.ts';
import { isTopic } from './substance.ts';

const NAMED = /(?:题目|主题|议题|内容|专题|课题)(?:是|为|叫|:)+\s*(.{2,60})$/;
const ABOUT =
  /(?:谈了?|聊了?|围绕|关于|就)(?:一下|了|的是)?([^,]{2,30}?)(?:的?问题|的?情况|等)?(?:谈了?|聊了?|进行|开展|作|做|讲|交流|$)/;
const VERB =
  '(?:学习?|读|看|研读|研究|讨论|传达|审议|通过|商议|商量|(?<![会评建决倡协提])议(?=[了定的])|讲|聊|谈|念|听取?)';
/** 学了, 传达学习了, 聊了聊, 学的是, and after it what. */
const STUDIED = new RegExp(
  `${VERB}(?:了?${VERB})?(?:完|好|过)?(?:了|过)?(?:的?是|的(?!问题|事|情况))?(?:一下|[\\d一二两三四五六七八九十半多个]+(?:小时|分钟|遍|次|页|章|个?钟头)(?:的)?)?([^,。;]{2,40})$`,
);
/** 主要说幸福之家闲置的事: a clause that says nothing but what it was about. */
const MAINLY =
  /^\s*(?:(?:主要|重点|着重)(?:是)?(?:[说谈聊讲学议]|研究|讨论|围绕|针对|就)?(?:了|的)?是?|[说谈聊讲]的(?:都)?是?)([^,。;]{2,40}?)(?:展开|进行)?$/;
/** 过了低保提标方案: what was passed. */
const PASSED =
  /(?<![开办谈学报])(?:过|通过|定|审)了?([^,。;]{2,30}(?:方案|办法|名单|预算|制度|规定|意见|报告|计划|清单))$/;
const IN_ENGLISH =
  /\b(?:discuss(?:ed|ing)|talked about|spoke about|about|regarding|covered|(?:topic|subject)(?: was|:)) ((?:the |our )?[a-z][^,.;]{2,60})$/;
const LASTING =
  /^(?:快|近|将近|大约|约|差不多|整整|足足|不到|有)*[\d一二两三四五六七八九十半几多个来]*(?:小时|钟头|分钟|刻钟|钟|会儿?|半天|上午|下午|天|晚上)(?:多|左右|不到|光景)?$|^\d+ ?(?:min|hour)/;
const EMPTY =
  /^(?:结束|完毕|完成|已|圆满|顺利|开展|开始|进行|了|过|完|一下|一遍|[\d一二两三四五六七八九十半多]*(?:个(?![\u4e00-\u9fff]{2,}[的事])|次|遍|小时|分钟|人|位|名|章|页|天)|昨天|今天|话|心谈话|会|习|课|党课|得|的|好|群里|上去)/;

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
    const found = saidIn(part.text, kind);
    if (
      !found?.[1] ||
      EMPTY.test(found[1]) ||
      LASTING.test(found[1]) ||
      !isTopic(found[1]) ||
      /[\ue001\ue002]/.test(found[1])
    )
      continue;
    if (!/^(?:study|meeting|talk)$/.test(kind)) continue;
    const from = found.index + found[0].lastIndexOf(found[1]);
    return written(part, from, from + found[1].length, sentence);
  }
  return null;
}

const saidIn = (text: string, kind: ItemKind): RegExpExecArray | null =>
  MAINLY.exec(text) ??
  STUDIED.exec(text) ??
  (kind === 'talk' ? ABOUT.exec(text) : kind === 'meeting' ? PASSED.exec(text) : null) ??
  IN_ENGLISH.exec(text);

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
