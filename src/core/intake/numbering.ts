import { numberOf } from './plain.ts';

/** A heading mark: the outer forms have the lower level. */
export interface Mark {
  readonly level: number;
  readonly number: number;
  /** A sign of the paper's own (◆, A, 任务), whose level only the tree knows. */
  readonly sign?: string;
  /** The text after the mark. */
  readonly rest: string;
}

const CN = '[一二三四五六七八九十百]{1,4}';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const UNITS = '个方面|方面|大?类|大?项|板块|大块|篇';
const FORMAL = '[壹贰叁肆伍陆柒捌玖拾]{1,3}';
// Numbers that are one character, each row from 1 on.
const SINGLE = [CIRCLED, 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ', '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓', '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿', '❶❷❸❹❺❻❼❽❾❿'];

// The levels of official papers (GB/T 9704): 一、 （一） 1. （1）, and ① below them.
const forms: readonly (readonly [number, RegExp])[] = [
  [0.5, new RegExp(`^第(${CN})(?:部分|章|节)[、:：\\s]*`)],
  [1.2, new RegExp(`^(?:【第(${CN}|\\d{1,2})(?:${UNITS})[、：】\\s]*|第(${CN}|\\d{1,2})(?:${UNITS})[、：\\s]+)`)],
  [0.6, /^([Ⅰ-Ⅻ])[、.．]?\s*/],
  [1, new RegExp(`^(${CN}|${FORMAL})[、.．](?!\\d)\\s*`)],
  // 一，党的建设方面, typed in a hurry.
  [1, /^([一二三四五六七八九十]{1,2})，(?=[^，。；]{2,14}(?:[：:]|$))/],
  [1.2, new RegExp(`^[【\\[(（]?(?:方面|类别|专题|部分|板块)(${CN}|\\d{1,2})[】\\]）)、：:\\s]+`)],
  // 问题一： and 【问题1】 stand above （一）存在问题 and （二）整改措施.
  [
    1.5,
    new RegExp(
      `^[【\\[(（]?(?:反馈|具体|突出|主要|个性|共性|存在|查摆)?问题(?:之)?\\s?(?:[(（]?(\\d{1,3}(?:[-—.－]\\d{1,2})?|${CN})[)）]?(?:[】\\]）)][、.：:．]?|[、.：:．\\s])|([${CIRCLED}])[】、：\\s]*)\\s*`,
    ),
  ],
  [2, new RegExp(`^[（(](${CN})[）)][、.．]?\\s*`)],
  [2, /^([㈠-㈩])[、.．]?\s*/],
  // 1.1 and 1.1.1, where a paper counts in decimals.
  [3.2, /^\d{1,2}[.．]\d{1,2}[.．](\d{1,2})(?![\d.])[、\s]*(?!(?:万|亿|元|%|个|人|次|日))/],
  [3.1, /^\d{1,2}[.．](\d{1,2})(?![\d.．])[、\s]*(?!(?:万|亿|元|%|个|人|次|日|月|倍|米|公里|吨|亩))/],
  [3, /^(\d{1,3})(?:[、．]|\.(?!\d)|\.(?=\d{1,2}月|20\d\d年)|[)）])\s*/],
  [3, /^([⒈-⒓])\s*/],
  [3, /^[【[](\d{1,3})[】\]]\s*/],
  [4, /^(?:[（(](\d{1,3})[）)]|([⑴-⑿]))[、.．]?\s*/],
  [
    4.5,
    new RegExp(
      `^[【\\[(（]?(?:整改|工作|具体)?(?:措施|举措|任务|建议|要求|行动|清单)(\\d{1,3}|${CN})(?:[】\\]）)][、.：:．]?|[、.：:．\\s])\\s*`,
    ),
  ],
  [5, new RegExp(`^([${CIRCLED}❶-❿])[、.．]?\\s*`)],
];

/** The level of 问题1. */
export const PROBLEM_MARK = 1.5;

/** The heading mark that the text begins with. */
export function markOf(text: string): Mark | undefined {
  for (const [level, form] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    return { level, number: countOf((match[1] ?? match[2])!), rest: restOf(text, match[0]) };
  }
  return undefined;
}

function restOf(text: string, mark: string): string {
  const rest = text.slice(mark.length);
  return mark.startsWith('【') && !mark.includes('】') ? rest.replace('】', '') : rest;
}

function countOf(sign: string): number {
  const row = SINGLE.find((signs) => signs.includes(sign));
  return row ? row.indexOf(sign) + 1 : numberOf(sign);
}

const INLINE = new RegExp(
  `(?:^|(?<=[。；;：:，,！\\s]))(?:(${CN})(?:是|要|则)(?!否|不是)|(?:首先|其次|再次|最后|此外)是?[，,：:]?|第(${CN})[，,、：:]|其(?:一|二|三|四|五|六)[，,：:]?)`,
  'g',
);

/** Splits 一是…二是…三是…, 首先…其次… inside a paragraph; one part only if it holds no such list. */
export function inlineItemsOf(text: string): { readonly lead: string; readonly items: readonly string[] } {
  const hits = [...text.matchAll(INLINE)];
  if (hits.length < 2) return { lead: text, items: [] };
  const items = hits.map((hit, i) => text.slice(hit.index + hit[0].length, hits[i + 1]?.index ?? text.length));
  return { lead: text.slice(0, hits[0]!.index), items: items.map(trimmed).filter(Boolean) };
}

const FIELD =
  /(?:^|(?<=[。；：]))(?:(?:我)?(?:在|对照)(?<field>[^，。；：]{2,24}方面)(?:[，：]|存在)|(?<head>[^，。；：]{2,12}方面)：)/g;

/** Splits 在理论武装方面，…。在作风建设方面，…。 into fields of work and what is said about each. */
export function fieldsOf(text: string): readonly { readonly field: string; readonly text: string }[] {
  const hits = [...text.matchAll(FIELD)];
  return hits.map((hit, i) => ({
    field: (hit.groups!.field ?? hit.groups!.head)!,
    text: text.slice(hit.index + hit[0].length, hits[i + 1]?.index ?? text.length).replace(/^[，：\s]+/, ''),
  }));
}

const ORDINAL =
  /^(?:(?:(?<cn>[一二三四五六七八九十])(?:是|要)|第(?<nth>[一二三四五六七八九十])[，、]|其(?<of>[一二三四五六])[，、：]?)|(?<word>首先|其次|再次|最后|此外)是?[，：]?)(?!否|次|个|名)/;
const WORDS = ['首先', '其次', '再次'];

/** 一是…, 首先… at the beginning of a paragraph that holds no further ones: the innermost headings. */
export function ordinalOf(text: string): Mark | undefined {
  const match = ORDINAL.exec(text);
  if (!match || inlineItemsOf(text).items.length > 1) return undefined;
  const { cn, nth, of, word } = match.groups!;
  const number = word ? WORDS.indexOf(word) + 1 || WORDS.length + 1 : numberOf((cn ?? nth ?? of)!);
  return { level: 6, number, rest: text.slice(match[0].length) };
}

const NUMBERED = new RegExp(
  `(?:^|(?<=[。；;：:\\n\\s]))(?:\\d{1,2}(?:[、．]|\\.(?!\\d)|\\.(?=\\d{1,2}月|20\\d\\d年)|）)|（(?:\\d{1,2}|[一二三四五六七八九十]{1,3})）|[【[]\\d{1,2}[】\\]]|(?<=^|\\n)[一二三四五六七八九十]{1,2}、|[${CIRCLED}❶-❿⑴-⑿])\\s*`,
  'g',
);

/** Splits a cell or paragraph that holds `1.…2.…` or `①…②…`, if the numbers run from 1. */
export function numberedItemsOf(text: string): { readonly lead: string; readonly items: readonly string[] } {
  const hits = [...text.matchAll(NUMBERED)].filter((hit, i, all) => numberAt(hit[0]) === numberAt(all[0]![0]) + i);
  if (hits.length < 2 || numberAt(hits[0]![0]) !== 1) return { lead: text, items: [] };
  const items = hits.map((hit, i) => text.slice(hit.index + hit[0].length, hits[i + 1]?.index ?? text.length));
  return { lead: text.slice(0, hits[0]!.index).trim(), items: items.map((item) => item.trim()).filter(Boolean) };
}

function numberAt(sign: string): number {
  return countOf(/\d+|[一二三四五六七八九十]+/.exec(sign)?.[0] ?? sign.trim()[0]!);
}

function trimmed(text: string): string {
  return text.replace(/^[，,：:、\s]+|[；;，,\s]+$/g, '');
}
