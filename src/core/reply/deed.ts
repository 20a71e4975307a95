import { daysBetween } from '../calendar.ts';
import { completed, isPlain, isShare, leaves } from './completed.ts';
import { type DateMention, isAhead, type Today } from './day.ts';
import { PLAIN } from './marks.ts';
import { NUMBER } from './numbers.ts';
import type { Hanging, Label, Setting, Statement } from './statement.ts';
import * as words from './words.ts';

/** What a clause says of the deed itself: carried out, part of it, ahead, failed, or nothing. */
export function deedOf(statement: Statement, setting: Setting, hanging: Hanging): Label {
  const text = statement.text.replace(words.NOT_NEGATIVE, (m) => PLAIN.repeat(m.length));
  const owesPaper = /^(?:report|deliverable|progress)$/.test(setting.kind);
  if ((owesPaper ? words.FAILED_TO_SAY : words.FAILED_TO_TELL).test(text)) return 'untold';
  if (/十万八千里|没一撇|(?:早|\ue002)着呢|遥遥无期|没影/.test(text)) return 'failed';
  if (words.DOUBLE.test(text)) return 'doubled';
  if (words.OBLIGED.test(text)) return 'unsure';
  if (words.LACKING.test(text)) return 'lacking';
  if (/(?:\ue001|\b(?:it|this|that))\W*(?:is|has|was|did)(?:n't| not)(?: yet)?$/.test(text)) return 'failed';
  if (isShare(text)) return 'part';
  const found = completed(text, statement, setting, hanging);
  // 和党课合并了: not a deed, and not a plan either.
  if (found !== 'done' && found !== 'failed' && merges(text)) return 'void';
  if (found) return found;
  // 第2项明天, 其余下周三: a day ahead and nothing else is a promise.
  if (
    /^(?:其余|其他|剩下|剩余|余下|另外?(?:[一两二三几\d]+[个位项])?|那就|就|等|第[一二三四五六七八九十\d]+[章篇节讲集课项份])?的?\ue002+(?:吧|前|再说|说)?$/.test(
      text.trim(),
    ) &&
    statement.dates.every(
      (d) => d.past === null || d.before || (leaves(d, '', setting.today) && nearerAhead(d, setting.today)),
    )
  )
    return 'ahead';
  if (
    /^(?:下班前$|睡前$|晚[点些](?:$|再)|抓紧|尽快|马上|稍后|明[天日]|再等等|等等|快了|等一下|再等一等|稍等|还早)/.test(
      text.trim(),
    )
  )
    return 'ahead';
  if (words.FAILED.test(text)) return 'failed';
  if (words.PARTIAL.test(text))
    return words.NEGATION.test(text)
      ? 'failed'
      : /准备|筹备|备课/.test(text) || statement.dates.some((d) => isAhead(d, setting.today))
        ? 'ahead'
        : 'part';
  if (
    words.NEGATION.test(text) &&
    (words.ACTION.test(text) ||
      /^(?:其实|实际上?|事实上)?[^,]{0,4}(?:没|没有|未|不行|还没有?|not|no)[呢啊呀哦]?$/.test(text.trim()))
  )
    return 'failed';
  if (
    /^(?:inspection|minutes-check)$/.test(setting.kind) &&
    words.NOTHING_FOUND.test(statement.text) &&
    !words.AHEAD.test(text) &&
    !words.CONDITION.test(text)
  )
    return told(text, setting);
  const clear = text.replace(words.ACCORDING, (m) => PLAIN.repeat(m.length));
  if (words.AHEAD.test(clear) || words.CONDITION.test(text))
    return words.ACTION.test(text) || statement.dates.length > 0 || /办|好|行动|着手|约|等|安排/.test(text)
      ? 'ahead'
      : 'fact';
  // 先和甲谈，再和乙谈; 重新报: an order of things to come, where nothing says that it was done.
  if (words.ACTION.test(text) && /^(?:我们?)?(?:先|再|重新?|继续|接着|将)/.test(text.trim())) return 'ahead';
  // 补登：28日下午: what is entered afterwards has been.
  if (/补(?:登|记|录)(?!吗|一下吗)/.test(text) && statement.dates.some((d) => d.past !== null))
    return told(text, setting);
  if (setting.kind === 'study' && spent(text) && !statement.dates.some((d) => isAhead(d, setting.today)))
    return told(text, setting);
  if (words.ACTION.test(text) && statement.dates.length > 0) return plain(statement, setting);
  // 明天再找卫民: whom one will see, with or without a verb.
  if (/(?:[跟和与同找约]|约[了好上])\ue001/.test(text) && statement.dates.some((d) => isAhead(d, setting.today)))
    return 'ahead';
  // 明天下午四点支委会: a gathering on a day to come is a promise, also without a verb.
  if (/(?:会|党课|党日|学习)$/.test(text.trim()) && statement.dates.some((d) => isAhead(d, setting.today)))
    return 'ahead';
  return 'fact';
}

// 六号, said on the seventh, is yesterday rather than in a month.
const nearerAhead = ({ past, next }: DateMention, { date }: Today): boolean =>
  past === null || next === null || daysBetween(date, next) <= daysBetween(past, date);

const merges = (text: string): boolean =>
  words.MERGING.test(text) && !words.AHEAD.test(text) && !words.CONDITION.test(text) && !words.NEGATION.test(text);

/** 学习半小时, 自学40分钟: time that was spent on it, unless it is a rule or comes before something else. */
const spent = (text: string): boolean =>
  /自学[^,没]{0,12}[一二两三四五六七\d]天$/.test(text) ||
  (new RegExp(
    `(?:学习?|自学|阅读|研读|[读看]书?)[^,]{0,8}?(?:${NUMBER}|半)个?多?(?:分钟|小时|钟头)(?!后|内|以上|就)`,
  ).test(text) &&
    !/每[天日周](?!早|晚|上|下|中)|规定|建议|至少|不少于|要求/.test(text));

/** A verb and a day, without 了: 昨天开支委会 looks back, 周五开支委会 looks ahead. */
function plain(statement: Statement, setting: Setting): Label {
  const { today } = setting;
  if (words.AHEAD_UNLESS_DONE.test(statement.text)) return 'ahead';
  if (statement.dates.some((d) => d.before || isAhead(d, today) || (d.past !== today.date && leaves(d, '', today))))
    return 'ahead';
  if (words.UNSURE.test(statement.text)) return 'unsure';
  if (statement.dates.every((d) => d.past !== null && d.past < today.date)) return told(statement.text, setting);
  return statement.dates.some((d) => d.clock && (d.clock.exact || !d.clock.night) && d.past === today.date)
    ? told(statement.text, setting)
    : 'fact';
}

/** Carried out, by words that do not say so with a 了: only where nothing else is in them. */
const told = (text: string, setting: Setting): Label =>
  isPlain(text, { from: 0, to: text.length }, setting) ? 'done' : 'unsure';
