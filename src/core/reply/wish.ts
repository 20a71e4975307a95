import { isAhead } from './day.ts';
import { PERSON, PLAIN } from './marks.ts';
import type { Label, Setting, Statement } from './statement.ts';
import * as words from './words.ts';

/** What the speaker asks of the bot or of others: to undo, move, hand over, be excused. */
export function wishOf(statement: Statement, setting: Setting, asked: boolean): Label | undefined {
  const { selfFirst } = setting;
  const { text } = statement;
  if (asked && /怎么|如何|咋|哪里|在哪/.test(text)) return undefined;
  if (words.UNDO.test(text) && !words.NOT_UNDONE.test(text))
    return asked && !/[可以能帮行]/.test(text) ? undefined : 'undo';
  if (
    asked &&
    !/能不能|可不可以|可否|能否|是否可以|行不行|好不好|可以|[行好成][吗么]|能|想|吧|\bcan\b|\bcould\b|\bmay\b/.test(
      text,
    )
  )
    return undefined;
  if (postpones(statement)) return 'postpone';
  if (
    (words.DELEGATE.test(text) || words.STAND_IN.test(text)) &&
    !selfFirst &&
    !(OTHERS_SEND.test(text) && !/我/.test(text)) &&
    !words.NEGATION.test(text) &&
    !/受[^,]{0,8}(?:委托|委派|指派)/.test(text)
  )
    return handsOver(text) && !delivered(text) ? 'delegate' : undefined;
  if (asked) return words.EXCUSE.test(text) && /请.{0,3}假/.test(text) ? 'excuse' : undefined;
  if (words.CANCELLED.test(text) && !words.NOT_CANCELLED.test(text)) return 'void';
  return excusal(statement, setting);
}

function postpones({ text, dates }: Statement): boolean {
  if (!words.POSTPONE.test(text) || words.NOT_POSTPONED.test(text) || words.ONCE_POSTPONED.test(text)) return false;
  const last = dates.at(-1);
  // 后来改到昨天开了: moved, and carried out since.
  return !(
    /[开谈学讲上办报交查做][^,]{0,4}了$/.test(text) &&
    last?.past != null &&
    (last.next === null || last.next === last.past)
  );
}

/** 王局委托孙伟列席: between others. */
const OTHERS_SEND = new RegExp(`^[${PERSON}]+(?:同志)?(?:委托|安排|派|请|让)[${PERSON}]`);

/** 已经交给王局了, 材料送到小周手上: a paper that reached somebody, and no duty handed over. */
const delivered = (text: string): boolean => DELIVERED.test(text);
const DELIVERED = new RegExp(
  `(?:已经?|早就?|都|就|刚|[报心表单章稿纸页本册件]|材料|方案|意见|纪要|告|得|字)[^,]{0,6}?[交送转递](?:给|到)了?[${PERSON}]+(?:同志|手[上里头]|那[里儿]?)*了?$`,
);

/** 让马慧报上去了: that it went out or is finished, not only that somebody was sent to it. */
const FINISHED = /(?:上去|出去|过去|完|好|妥|毕)了$/;

// 委托李局主持开了: what the stand-in has carried out, told behind the name, is carried out.
function handsOver(text: string): boolean {
  const deed = text.slice(Math.max(0, text.search(new RegExp(`(?<=委托|让|由|请|派|托|交给|转给)[${PERSON}]`))));
  return !words.DONE.some(
    (pattern) =>
      new RegExp(`(?:${pattern.source})$`).test(deed) &&
      /[了过完]$/.test(deed) &&
      (!/交给|转给|安排|派|让/.test(text) || FINISHED.test(deed)),
  );
}

function excusal({ text, dates }: Statement, { kind, today }: Setting): Label | undefined {
  const elsewhere = /^(?:meeting|study|talk)$/.test(kind) && words.ELSEWHERE.test(text);
  const away = words.EXCUSE.test(text) || elsewhere;
  // 在县委党校学了一天: where the study took place.
  if (kind === 'study' && /党校|培训|学习班/.test(text) && /[学听]习?(?:完|过)?了[^,没]*$/.test(text)) return undefined;
  // 如果明天不下乡就学: no absence, only thought of.
  if (words.CONDITION.test(text) && /^[^,]{0,4}(?:如果|要是|若|假如|万一|除非)/.test(text)) return undefined;
  // 出差周五回来: back on Friday, and away until then.
  const back =
    dates.some((d) => isAhead(d, today) || (d.next !== null && d.past !== today.date)) &&
    /(?:(?:回来|回单位|返回)(?:上班|报到|销假)?|上班)$/.test(text);
  if (!away && !back && !words.MISSED.test(text.replace(words.NOT_NEGATIVE, PLAIN))) return undefined;
  if (away && words.RETURNED.test(text) && !back) return undefined;
  if (back && !away) return /我|^\ue002/.test(text) && !words.CONDITION.test(text) ? 'excuse' : undefined;
  const other = new RegExp(`^[^我]{0,10}[${PERSON}]`).test(text) && !/我(?!们)/.test(text);
  const others =
    other ||
    /请假了?[一两二俩三仨四五六七八九十\d]/.test(text) ||
    (away && /^(?:还有|剩下?)[一两二三四五六七八九十\d]+[个名位]/.test(text)) ||
    /^(?:我们?)?(?:领导|书记|局长|主任|一把手|主官)/.test(text) ||
    /^[^我]{0,6}(?:[两三四五六七八九十\d]+(?:个|名|位)?(?:人|同志|党员)|其他|个别|有人|他|她)|\b(?:he|she|they) (?:is|was|are|were|'s)\b|\b(?:too many|most|several|many) (?:people|of us|colleagues|members)\b|\b(?:one|two|three|some|a few|\d+) (?:people|members?|colleagues?|were|was)\b/.test(
      text,
    );
  if (others) return /完|开了|学了|谈了/.test(text) ? undefined : 'absent';
  if (
    /没|未|不|无/.test(text) &&
    away &&
    /(?:没有?|未|不|无)(?:人)?(?:请假|出差|外出|下乡|培训|值班|生病|住院|缺席)/.test(text)
  )
    return undefined;
  return away ? 'excuse' : 'failed';
}
