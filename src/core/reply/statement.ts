import { daysBetween } from '../calendar.ts';
import type { ItemKind } from './contract.ts';
import type { DateMention, Today } from './day.ts';
import { isAhead } from './day.ts';
import { DATE, PERSON, PLAIN } from './marks.ts';
import { NUMBER, numberOf } from './numbers.ts';
import * as words from './words.ts';

/** What one clause says by itself; `fact` is a clause that only adds a date, names or figures. */
export type Label =
  | 'done'
  | 'part'
  | 'lacking'
  | 'ahead'
  | 'failed'
  | 'untold'
  | 'postpone'
  | 'delegate'
  | 'excuse'
  | 'absent'
  | 'void'
  | 'undo'
  | 'question'
  | 'hearsay'
  | 'unsure'
  | 'sarcasm'
  | 'acknowledge'
  | 'fact';

export interface Statement {
  /** The clause with names, days and titles painted over. */
  readonly text: string;
  readonly end: string;
  readonly dates: readonly DateMention[];
}

/** What the clause before leaves hanging: a condition, or whose words follow. */
export interface Hanging {
  readonly condition: boolean;
  readonly hearsay: boolean;
}

/** Who the persons of the clause are to the speaker and the duty. */
export interface Setting {
  readonly kind: ItemKind;
  readonly gathering: boolean;
  readonly today: Today;
  /** The first person of the clause is the speaker. */
  readonly selfFirst: boolean;
}

/** Reads one clause. Whatever could mean that it has not happened wins over what says that it has. */
export function labelOf(statement: Statement, setting: Setting, hanging: Hanging): Label {
  const { text, end } = statement;
  const bare = text.replace(/[\s!.,。:、\ue004]+/g, '');
  if (words.SARCASM.test(text)) return 'sarcasm';
  const nod = bare.replace(/[👍👌🙏🆗🫡🤝]/gu, '') || bare;
  // Squeezed for blanks that dictation puts between characters; as typed for words that need them: got it.
  if ((nods(nod) || nods(text.replace(/[!.,。:\ue004]+|[👍👌🙏🆗🫡🤝]/gu, '').trim())) && end !== '?')
    return 'acknowledge';
  const asked = end === '?' || words.QUESTION.test(text.replace(words.NOT_NEGATIVE, PLAIN));
  const wish = wishOf(statement, setting, asked);
  if (wish) return wish;
  if (asked) return 'question';
  if (hanging.hearsay || (words.HEARSAY.test(text) && !/^(?:我说|说好)/.test(text))) return 'hearsay';
  return deedOf(statement, setting, hanging);
}

/** 收到, also two nods in a row: 好的收到. */
function nods(text: string): boolean {
  if (text.length > 16) return false;
  if (words.ACK.test(text)) return true;
  const first = /^(?:好的?|嗯+|行|ok|收到|是)/.exec(text)?.[0] ?? '';
  return first !== '' && words.ACK.test(text.slice(first.length));
}

/** What the speaker asks of the bot or of others: to undo, move, hand over, be excused. */
function wishOf(statement: Statement, setting: Setting, asked: boolean): Label | undefined {
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
    !words.NEGATION.test(text) &&
    !/受[^,]{0,8}(?:委托|委派|指派)/.test(text)
  )
    return handsOver(text) ? 'delegate' : undefined;
  if (asked) return words.EXCUSE.test(text) && /请.{0,3}假/.test(text) ? 'excuse' : undefined;
  if (words.CANCELLED.test(text)) return 'void';
  return excusal(statement, setting.today);
}

function postpones({ text, dates }: Statement): boolean {
  if (!words.POSTPONE.test(text) || words.NOT_POSTPONED.test(text) || words.ONCE_POSTPONED.test(text)) return false;
  // 后来改到昨天开了: moved, and carried out since.
  return !(
    /[开谈学讲上办报交查做][^,]{0,4}了$/.test(text) &&
    dates.length > 0 &&
    dates.every((d) => d.past !== null && d.next === null)
  );
}

// 委托李局主持开了: what the stand-in has carried out is carried out.
function handsOver(text: string): boolean {
  return !words.DONE.some(
    (pattern) =>
      new RegExp(`(?:${pattern.source})$`).test(text) && /[了过完]$/.test(text) && !/交给|转给|安排|派|让/.test(text),
  );
}

function excusal({ text, dates }: Statement, today: Today): Label | undefined {
  const away = words.EXCUSE.test(text);
  if (!away && !words.MISSED.test(text.replace(words.NOT_NEGATIVE, PLAIN))) return undefined;
  // 出差周五回来: back on Friday, and away until then.
  const back = dates.some((d) => isAhead(d, today)) && /回来|回单位|返回/.test(text);
  if (away && words.RETURNED.test(text) && !back) return undefined;
  const other = new RegExp(`^[^我]{0,10}[${PERSON}]`).test(text) && !/我/.test(text);
  const others =
    other ||
    /^[^我]{0,6}(?:[两三四五六七八九十\d]+(?:个|名|位)?(?:人|同志|党员)|其他|个别|有人|他|她)|\b(?:one|two|three|some|a few|\d+) (?:people|members?|colleagues?|were|was)\b/.test(
      text,
    );
  if (others) return /完|开了|学了|谈了/.test(text) ? undefined : 'absent';
  if (/没|未|不|无/.test(text) && away && /(?:没有?|未|不|无)(?:人)?(?:请假|出差|外出|生病|缺席)/.test(text))
    return undefined;
  return away ? 'excuse' : 'failed';
}

function deedOf(statement: Statement, setting: Setting, hanging: Hanging): Label {
  const text = statement.text.replace(words.NOT_NEGATIVE, (m) => PLAIN.repeat(m.length));
  if (words.FAILED_TO_TELL.test(text) && !/^(?:report|deliverable|progress)$/.test(setting.kind)) return 'untold';
  if (/十万八千里|没一撇|(?:早|\ue002)着呢|遥遥无期|没影/.test(text)) return 'failed';
  if (words.DOUBLE.test(text) || words.OBLIGED.test(text)) return 'unsure';
  if (words.LACKING.test(text)) return 'lacking';
  const found = completed(text, statement, setting, hanging);
  // 和党课合并了: not a deed, and not a plan either.
  if (found !== 'done' && found !== 'failed' && merges(text)) return 'void';
  if (found) return found;
  // 第2项明天, 其余下周三: a day ahead and nothing else is a promise.
  if (
    /^(?:其余|其他|剩下|剩余|余下|那就|就|等)?的?\ue002+(?:吧|前|再说|说)?$/.test(text.trim()) &&
    statement.dates.every((d) => d.past === null || leaves(d, '', setting.today))
  )
    return 'ahead';
  if (/^(?:抓紧|尽快|马上|稍后|明[天日]|再等等|等等|快了|等一下|再等一等|稍等|还早)/.test(text.trim())) return 'ahead';
  if (words.FAILED.test(text)) return 'failed';
  if (words.PARTIAL.test(text))
    return words.NEGATION.test(text) ? 'failed' : /准备|筹备|备课/.test(text) ? 'ahead' : 'part';
  if (
    words.NEGATION.test(text) &&
    (words.ACTION.test(text) ||
      /^(?:其实|实际上?|事实上)?[^,]{0,4}(?:没|没有|未|不行|还没有?|not|no)[呢啊呀哦]?$/.test(text.trim()))
  )
    return 'failed';
  if (words.AHEAD.test(text) || words.CONDITION.test(text))
    return words.ACTION.test(text) || statement.dates.length > 0 || /办|好|行动|着手|约|等/.test(text)
      ? 'ahead'
      : 'fact';
  if (setting.kind === 'study' && spent(text) && !statement.dates.some((d) => isAhead(d, setting.today))) return 'done';
  if (words.ACTION.test(text) && statement.dates.length > 0) return plain(statement, setting);
  // 明天下午四点支委会: a gathering on a day to come is a promise, also without a verb.
  if (/(?:会|党课|党日|学习)$/.test(text.trim()) && statement.dates.some((d) => isAhead(d, setting.today)))
    return 'ahead';
  return 'fact';
}

const merges = (text: string): boolean =>
  words.MERGING.test(text) && !words.AHEAD.test(text) && !words.CONDITION.test(text) && !words.NEGATION.test(text);

/** 学习半小时, 自学40分钟: time that was spent on it, unless it is a rule or comes before something else. */
const spent = (text: string): boolean =>
  new RegExp(
    `(?:学习?|自学|阅读|研读|[读看]书?)[^,]{0,8}?(?:${NUMBER}|半)个?多?(?:分钟|小时|钟头)(?!后|内|以上|就)`,
  ).test(text) && !/每[天日周]|规定|建议|至少|不少于|要求/.test(text);

/** A verb and a day, without 了: 昨天开支委会 looks back, 周五开支委会 looks ahead. */
function plain(statement: Statement, { today }: Setting): Label {
  if (words.AHEAD_UNLESS_DONE.test(statement.text)) return 'ahead';
  if (statement.dates.some((d) => d.before || isAhead(d, today) || (d.past !== today.date && leaves(d, '', today))))
    return 'ahead';
  if (words.UNSURE.test(statement.text)) return 'unsure';
  if (statement.dates.every((d) => d.past !== null && d.past < today.date)) return 'done';
  return statement.dates.some((d) => d.clock && d.past === today.date) ? 'done' : 'fact';
}

/** The first done-words of the clause that nothing takes back. */
function completed(text: string, statement: Statement, setting: Setting, hanging: Hanging): Label | undefined {
  let blocked: Label | undefined;
  for (const pattern of words.DONE) {
    for (const match of text.matchAll(pattern)) {
      const label = judged(text, match.index, match[0], statement, setting, hanging);
      if (label === 'done' || label === 'part') return label;
      blocked ??= label;
    }
  }
  return blocked;
}

function judged(
  text: string,
  at: number,
  word: string,
  { dates }: Statement,
  setting: Setting,
  hanging: Hanging,
): Label | undefined {
  const before = text.slice(0, at);
  // Looked for in the whole clause, so that 会 before 开过了 is still seen as the meeting.
  const upTo = (pattern: RegExp): boolean => (pattern.exec(text)?.index ?? text.length) < at + word.length;
  const after = text.slice(at + word.length);
  if (hanging.condition || words.CONDITION.test(text)) return 'ahead';
  if (words.UNDONE_AFTER.test(after)) return /^(?:(?:之|以)?后|再|就|才|的话)/.test(after) ? 'ahead' : 'fact';
  if (words.FAILED.test(text)) return 'failed';
  if (upTo(words.NEGATION)) return 'failed';
  if (upTo(words.AHEAD) || orders(text, at + word.length)) return 'ahead';
  const settled = /[了过毕]|完(?!成)|已|的[心话会课字面章]?$/.test(word) || word === '✅';
  if (!settled && words.AHEAD_UNLESS_DONE.test(before) && /[\u4e00-\u9fff]/.test(word)) return 'ahead';
  if (!/[了过毕✅a-z]|已|的[心话会课字面章]?$|^完成/.test(word) && dates.some((d) => leaves(d, before, setting.today)))
    return 'ahead';
  if (dates.some((d) => (d.before && !settled) || isAhead(d, setting.today))) return 'ahead';
  // 眼看就完成了 is about to be; 早就, 昨天就 are over.
  if (
    /就(?:都|全)?$/.test(before) &&
    !/早|已|刚/.test(before) &&
    !dates.some((d) => d.past !== null && d.past < setting.today.date)
  )
    return 'ahead';
  if (words.UNSURE.test(text)) return 'unsure';
  if (ofOthers(text, before, setting)) return 'hearsay';
  // 三位副局长谈了两位: so many of them, not all.
  if (fewer(before, word + after)) return 'part';
  if (/\ue001$/.test(before) && /^[一两二俩三四五六七八九十\d]+(?:位|个|名|人)?$/.test(after)) return 'part';
  if (words.PART_AFTER.test(after) || words.PARTIAL.test(text)) return 'part';
  return 'done';
}

const COUNTED = `(${NUMBER})(个|位|家|项|条|名|份|篇|天|次|处|人)`;

/** 五个支部跑了三个: fewer than there are. */
function fewer(before: string, deed: string): boolean {
  const all = [...before.matchAll(new RegExp(COUNTED, 'g'))].at(-1);
  const some = new RegExp(`^[^,\\d]{0,6}?了?${COUNTED}$`).exec(deed);
  return all !== undefined && some !== null && numberOf(some[1]!) < numberOf(all[1]!);
}

function orders(text: string, end: number): boolean {
  const clear = text.replace(words.ACCORDING, (m) => PLAIN.repeat(m.length));
  const found = words.ORDERED.exec(clear);
  return words.HANDED.test(clear) || (found !== null && found.index + found[0].length <= end);
}

/** 周五完成, 今天完成: without 了 such a day may as well lie ahead; 3月5日 only if its next is not far. */
function leaves(date: DateMention, before: string, today: Today): boolean {
  if (date.past === null || date.next === null) return false;
  if (date.past === today.date) return !date.clock && /\ue002$/.test(before);
  return daysBetween(today.date, date.next) < 60;
}

/** 老张完成了: somebody else's deed, unless the duty is one that people do together or a talk with them. */
function ofOthers(text: string, before: string, { kind, gathering, selfFirst }: Setting): boolean {
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

export const leavesHanging = (text: string, label: Label): Hanging => ({
  condition:
    label !== 'done' &&
    /^(?:如果|要是|若|假如|万一|一旦|只要|除非|等(?!级)|等到|待)/.test(text.trim()) &&
    !/[就再才]/.test(text),
  hearsay: /(?:说|称|讲|道|听说|据说)[:]?$/.test(text.trim()) && !/我说$/.test(text) && label !== 'done',
});

export const hasDay = (text: string): boolean => text.includes(DATE);
