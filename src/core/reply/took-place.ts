import { daysBetween } from '../calendar.ts';
import type { ItemKind } from './contract.ts';
import { type DateMention, isAhead, type Today } from './day.ts';
import { DATE, PERSON, TITLE } from './marks.ts';
import type { Part } from './sentence.ts';
import type { Label } from './statement.ts';
import { ACCORDING } from './words.ts';

/** 支委会, 主题党日, 党课: the name of an event as it stands at the end of a clause without any verb. */
const EVENT =
  /(?:支委会|支部会|党员大会|支部大会|大会|小组会|党组会|例会|组织生活会|民主生活会|专题会|研判会|座谈会|党日|党日活动|党课|中心组学习|集中学习|集体学习|研讨会|会议|[^通知]会)$/;
/** Who came, what was decided, where one went: only told of what has happened. */
const HAPPENED =
  /(?:都|全|全员|人|全都)(?:到|来|到会|到场|到齐|来齐)(?:了|齐|齐了)?$|到齐|人齐|齐了$|全勤|全员参[加会]|[应实]到|无?人?缺席|无人请假|表决|通过|审议|研究|讨论|传达|慰问|参观|现场教学|重温|宣誓|发言|表态|领学|主持|^去\S|(?:到会|参会|参加|出席)/;
const NOT_TOLD =
  /(?<![主重])要|请(?!假)|应(?!到)|需|必须|务必|准时|通知|议程|安排|预[计定约]|拟|准备|名单|吗|么|吧|会前|照片|图片|签到表|记录表/;

/**
 * 昨天下午四点支委会，都到了: a gathering named with a day gone by, and beside it who came or what was done. The name and
 * the day alone are a heading of something else (a caption, a file), and told of nothing.
 */
export function tookPlace(parts: readonly Part[], labels: readonly Label[], kind: ItemKind, today: Today): boolean {
  if (kind === 'talk') return namesPair(parts, labels);
  if (kind !== 'meeting' && kind !== 'study') return false;
  if (
    labels.some((l) => l !== 'fact' && l !== 'absent') ||
    parts.some((p) => NOT_TOLD.test(p.plain.replace(ACCORDING, '')))
  )
    return false;
  const minuted = parts.some((p) => MINUTED.test(p.plain));
  const named = parts.findIndex((p) => isNamed(p, today, minuted));
  return named >= 0 && parts.slice(named + 1).some((p) => HAPPENED.test(p.plain.trim()));
}

/** 昨天，和吴丽: in answer to a talk that is owed, a day that is surely over and with whom, and nothing else. */
function namesPair(parts: readonly Part[], labels: readonly Label[]): boolean {
  if (labels.some((l) => l !== 'fact') || parts.some((p) => p.end === '?')) return false;
  const days = parts.flatMap((p) => p.dates);
  const over = days.length > 0 && days.every((d) => d.past !== null && d.next === null && !d.before);
  const said = parts.map((p) => p.text).join(' ');
  return over && NAMED.test(said) && said.replace(PAIR, '').trim() === '';
}

const NAMED = new RegExp(`(?:[跟和与同找]|\\bwith )[${PERSON}]`);
const PAIR = new RegExp(`[${PERSON}${DATE},、。.和与跟同找的]|\\b(?:with|and|the|on)\\b|同志`, 'g');

/** What a meeting is minuted with, also on its own day. */
const MINUTED = /审议通过|表决通过|实到/;

const isNamed = (part: Part, today: Today, minuted: boolean): boolean =>
  part.dates.length > 0 &&
  part.dates.every((d) => isOver(d, today) || (minuted && d.past === today.date && d.clock === undefined)) &&
  EVENT.test(part.text.replaceAll(DATE, '').replaceAll(TITLE, '').trim());

/** A day before this one, or an hour of today that has passed; 周五 may as well lie ahead. */
function isOver(date: DateMention, today: Today): boolean {
  if (date.past === null || date.before || isAhead(date, today)) return false;
  return date.past < today.date ? date.next === null || !isNear(date) : date.clock !== undefined;
}

/** Of 3月20日 the next is a year away: said in March it has been. */
const isNear = ({ past, next }: DateMention): boolean =>
  past !== null && next !== null && daysBetween(past, next) < 300;
