import { type Activity, activityIn } from '../activities.ts';
import type { ReadDeadline } from '../deadline.ts';
import { isProduced, oneOffIn } from '../one-off.ts';
import { kindByVerb } from '../verbs.ts';
import { actorIn, base, deadlineOf } from './base.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import { onceKind } from './once.ts';
import type { Sentence } from './sentence.ts';

/** A clause with a date of its own: 4月底前召开专题民主生活会. */
export function dated(clause: string, date: ReadDeadline, sentence: Sentence, context: MeasureContext): boolean {
  if (isEndOfLast(clause, date, sentence, context)) return true;
  const off = oneOffIn(clause.replace(date.text, '')) ?? oneOffIn(clause);
  const deed =
    off ??
    ((!context.timedOnly || TRANSFER.test(clause) || actorIn(clause, context.names)) && isDeed(clause)
      ? { kind: unforeseen(clause, context) }
      : undefined);
  // 党员大会：1、4、7、10月各一次 says before the dates what is held.
  const counted = /^[^，]{0,12}(?:[一1]次|完成)$/.test(clause.replace(DATE_WORDS, ''));
  const before = counted ? (activityIn(sentence.before) ?? sentence.activity) : undefined;
  const activity = activityIn(clause) ?? before ?? (deed ? { kind: deed.kind, title: '', form: /$/ } : undefined);
  if (!activity) return false;
  // 修订党组会议事规则 names a meeting and is none.
  const held = isProduced(clause) ? /召开|会上|研究|报送|上报|向/ : /会|报送|上报|向/;
  const isResult = off && !before && !held.test(clause);
  const duty = datedDuty(activity, clause, date, sentence, context);
  sentence.duties.push(isResult ? { ...duty, kind: onceKind(off, clause), title: off.title } : duty);
  return true;
}

/** What is done once, by the day that the words name. */
export function datedDuty(
  activity: Activity,
  clause: string,
  date: ReadDeadline,
  sentence: Sentence,
  context: MeasureContext,
): FoundDuty {
  const { offer: _, ...duty } = base(activity, clause, sentence, context);
  const schedule = date.due ? date.phrase : null;
  const written = dateWords(date.text);
  return {
    ...duty,
    scheduleText: written,
    schedule,
    origin: schedule ? 'text' : 'none',
    deadline: { ...deadlineOf(date), text: written },
    ...(date.open ? { openDeadline: date.open } : {}),
  };
}

/** What a deed is that no list foresees: a thing to show, unless people meet for it (面谈). */
function unforeseen(clause: string, { events }: MeasureContext): 'talk' | 'other' | 'deliverable' {
  if (/面谈/.test(clause)) return 'talk';
  return events && kindByVerb(clause) !== 'deliverable' ? 'other' : 'deliverable';
}

// 将结余资金全部缴入财政专户 says what is done with what, in any part of a paper.
const TRANSFER = /(?:将|把)[^，]{2,20}(?:缴|退|交|报|移|纳|归|清|公|送)|全部(?:完成|到位|办结)/;

export function isOnlyDate(clause: string): boolean {
  return (
    clause
      .replace(RELATIVE, '')
      .replace(DATE_WORDS, '')
      .replace(/^[，、于在]+|[，、]+$/g, '') === ''
  );
}

/** 开展专项整治，3月20日前全部整改到位: the second clause says when the first is finished. */
function isEndOfLast(clause: string, date: ReadDeadline, sentence: Sentence, context: MeasureContext): boolean {
  const last = sentence.duties.at(-1);
  const ends =
    /^(?:于|在)?(?:要|须|应)?(?:全面|基本|逐一)?(?:印发|公布|公示|发布|下发|上墙|实施|执行|形成|完成|提交|拿出|全部[^，]{2,}|出具|办结|整改到位|全部到位|见底|交付)/.test(
      clause.replace(DATE_WORDS, ''),
    );
  // A report on what was found is a result of its own.
  if (/报告|清单|台账|方案/.test(clause) && !reportsOn(clause, last?.text)) return false;
  if (!ends || !date.due || !last || !isFinished(last) || !last.text.endsWith(sentence.before)) return false;
  if (last.scheduleText !== (context.deadline?.text ?? null)) return false;
  const written = dateWords(clause);
  sentence.duties[sentence.duties.length - 1] = {
    ...last,
    text: `${last.text}，${clause}`,
    scheduleText: written,
    schedule: date.phrase,
    origin: 'text',
    deadline: { ...deadlineOf(date), text: written },
  };
  return true;
}

/** A result, or one inspection that comes to an end. */
function isFinished({ kind, times }: FoundDuty): boolean {
  return kind === 'deliverable' || (kind === 'inspection' && !times);
}

/** 形成清理报告 is how 清理合同 ends. */
function reportsOn(clause: string, before: string | undefined): boolean {
  const about = /形成[^，]{0,6}?(?<about>[\u4e00-\u9fff]{2})报告/.exec(clause)?.groups?.about;
  return about !== undefined && (before?.includes(about) ?? false);
}

/** What is left beside the date says that something is done: 6月底前化解. */
function isDeed(clause: string): boolean {
  const rest = clause
    .replace(DATE_WORDS, '')
    .replace(/^[，、于在并]+/, '')
    // 确保9月底前全部办结 promises what can be seen.
    .replace(/^(?:确保|力争)(?=[^，]*(?:全部|完成|办结|到位|化解|清零|销号|交付|投用)[^，]{0,2}$)/, '');
  return (
    rest.length >= 2 && !/^(?:不得|不准|不再|严禁|禁止|确保|力争|实现|达到|做到|以来|以后|起|至(?!少)|期间)/.test(rest)
  );
}

// 自反馈之日起1个月内.
const RELATIVE =
  /^请?[自于在]?(?:[^，]{2,14}之日起)?(?:\d{1,2}|[一二三四五六七八九十半]{1,2})个?(?:月|工作日|日|周|年)(?:之内|以内|内)$/;
const DATE_WORDS =
  /(?:20\d\d年|本年度?|今年)?(?:[\d一二三四五六七八九十]{1,2}月份?)?(?:[\d一二三四五六七八九十]{1,3}[日号])?(?:[上中下]旬|年?底|末|初)?(?:之前|以前|前|内)?/g;

function dateWords(clause: string): string {
  const hits = [...clause.matchAll(DATE_WORDS)].map(([hit]) => hit).filter((hit) => /\d|月|年底|底前/.test(hit));
  return hits.sort((a, b) => b.length - a.length)[0] ?? clause;
}
