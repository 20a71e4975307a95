import { daysBetween } from '../calendar.ts';
import { type Claim, leftOver } from './accounted.ts';
import { type DateMention, isAhead, justGone, type Today } from './day.ts';
import { PLAIN } from './marks.ts';
import { ENGLISH, NUMBER, numberOf } from './numbers.ts';
import { ofOthers } from './others.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Hanging, Label, Setting, Statement } from './statement.ts';
import * as words from './words.ts';

/** More claims than any clause makes: the rest is not weighed, so that time stays in proportion. */
const MOST = 40;
/** A clause longer than this is no plain report. */
const LONGEST = 160;

/** The first done-words of the clause that nothing takes back. */
export function completed(text: string, statement: Statement, setting: Setting, hanging: Hanging): Label | undefined {
  let blocked: Label | undefined;
  let weighed = 0;
  let pieces: readonly Piece[] | undefined;
  for (const pattern of words.DONE) {
    for (const match of text.matchAll(pattern)) {
      if (++weighed > MOST) return blocked;
      const label = judged(text, match.index, match[0], statement, setting, hanging);
      if (label === 'part') return label;
      if (label === 'done' && text.length <= LONGEST) {
        pieces ??= piecesOf(text, setting.own);
        const claim = { from: match.index, to: match.index + match[0].length };
        if (leftOver(pieces, claim, setting.kind).length === 0) return label;
      }
      blocked ??= label === 'done' ? 'unsure' : label;
    }
  }
  return blocked;
}

/** Is all that stands around the claim accounted for? */
export const isPlain = (text: string, claim: Claim, { own, kind }: Setting): boolean =>
  text.length <= LONGEST && leftOver(piecesOf(text, own), claim, kind).length === 0;

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
  const after = text.slice(at + word.length).replace(/^[了过完毕]+/, '');
  if (hanging.condition || words.CONDITION.test(text)) return 'ahead';
  if (words.UNDONE_AFTER.test(after)) return /^(?:(?:之|以)?后|再|就|才|的话)/.test(after) ? 'ahead' : 'unsure';
  if (words.FAILED.test(text)) return 'failed';
  if (upTo(words.NEGATION)) return 'failed';
  if (upTo(words.AHEAD) || orders(text, at + word.length)) return 'ahead';
  const settled = /[了过毕]|完(?!成)|已|的[心话会课字面章]?$/.test(word) || word === '✅';
  if (!settled && words.AHEAD_UNLESS_DONE.test(before) && /[\u4e00-\u9fff]/.test(word)) return 'ahead';
  if (!/[了过毕✅a-z]|已|的[心话会课字面章]?$|^完成/.test(word) && dates.some((d) => leaves(d, before, setting.today)))
    return 'ahead';
  // 周五前报了, said on Wednesday: reported ahead of time, or to be reported by then.
  if (settled && dates.some((d) => d.before && isOpen(d, setting.today)) && !/已|都|就|早/.test(before))
    return 'unsure';
  if (
    dates.some((d) => (d.before && !settled) || (isAhead(d, setting.today) && !(settled && justGone(d, setting.today))))
  )
    return 'ahead';
  // 眼看就完成了 is about to be; 早就, 昨天就 are over.
  if (
    /就(?:都|全)?$/.test(before) &&
    !/^是|过/.test(word) &&
    !/早|已|刚/.test(before) &&
    !dates.some((d) => d.vague?.side === 'past' || (d.past !== null && d.past < setting.today.date))
  )
    return 'ahead';
  // 谈完周明谈赵磊: the second follows the first, and neither has 了.
  if (/完$/.test(word) && ONE_THEN_ANOTHER.test(after)) return 'ahead';
  if (words.UNSURE.test(text) || dates.some((d) => isLongAgo(d, setting.today))) return 'unsure';
  if (ofOthers(text, before, setting, hanging)) return 'hearsay';
  if (setting.kind === 'talk' && (hanging.except || words.EXCEPT.test(text))) return 'part';
  if (!setting.gathering && words.SAVE.test(text)) return 'part';
  // 三位副局长谈了两位: so many of them, not all.
  if (!(setting.gathering && CAME.test(before + word)) && fewer(before, word + after)) return 'part';
  if (/\ue001$/.test(before) && /^[一两二俩三四五六七八九十\d]+(?:位|个|名|人)?$/.test(after)) return 'part';
  if (words.PART_AFTER.test(after) || words.PARTIAL.test(text)) return 'part';
  return 'done';
}

/** 24个人去了22个: a roll call, and no share of the duty. */
const CAME = /(?:人|党员|同志|委员)[^,]{0,3}[来去到][了过]?$/;

const ONE_THEN_ANOTHER = /^\ue001+(?:再|就)?[\u4e00-\u9fff]{1,2}\ue001+$/;

const ENGLISH_NUMBER = `(${ENGLISH}|\\d{1,3})`;
/** Two of three sections; 12 of 14 attended is a roll call. */
const SHARE = new RegExp(
  `\\b${ENGLISH_NUMBER} (?:out )?of (?:the )?${ENGLISH_NUMBER}\\b(?! (?:people|members|colleagues|attended|came|were present))`,
);
const COUNTED = `(${NUMBER})(个|位|家|项|条|名|份|篇|天|次|处|人)`;

/** 五个支部跑了三个: fewer than there are. */
function fewer(before: string, deed: string): boolean {
  const share = SHARE.exec(before + deed);
  if (share && numberOf(share[1]!) < numberOf(share[2]!)) return true;
  const all = [...before.matchAll(new RegExp(COUNTED, 'g'))].at(-1);
  const some = new RegExp(`^[^,\\d]{0,6}?了?${COUNTED}$`).exec(deed);
  return all !== undefined && some !== null && numberOf(some[1]!) < numberOf(all[1]!);
}

/** 两个议题过了一个: of what was gone through, approved or answered; who came is no share. */
export function isShare(text: string): boolean {
  const at = text.search(/[过批审议回定]了[一两二俩三四五六七八九十\d]/);
  return at > 0 && fewer(text.slice(0, at), text.slice(at));
}

function orders(text: string, end: number): boolean {
  const clear = text.replace(words.ACCORDING, (m) => PLAIN.repeat(m.length));
  const found = words.ORDERED.exec(clear);
  return words.HANDED.test(clear) || (found !== null && found.index + found[0].length <= end);
}

/** 去年的, 以前谈过: another time's deed, and not that of the duty that is open. */
const isLongAgo = ({ vague }: DateMention, { date }: Today): boolean =>
  vague?.side === 'past' && daysBetween(vague.from, date) > 300;

/** A limit that has not passed yet, as far as the nearer of its days tells. */
const isOpen = ({ past, next }: DateMention, { date }: Today): boolean =>
  next !== null && next > date && (past === null || daysBetween(date, next) <= daysBetween(past, date) + 7);

/** 周五完成, 今天完成: without 了 such a day may as well lie ahead; 3月5日 only if its next is not far. */
export function leaves(date: DateMention, before: string, today: Today): boolean {
  if (date.past === null || date.next === null) return false;
  if (date.past === today.date) return !date.clock && /\ue002$/.test(before);
  return daysBetween(today.date, date.next) < 60;
}
