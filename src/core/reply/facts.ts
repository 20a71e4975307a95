import { addDays, type LocalDate } from '../calendar.ts';
import { attendanceIn, gathers } from './attendance.ts';
import type { Facts, Intent, ItemKind, OpenItem } from './contract.ts';
import type { DateMention, Today } from './day.ts';
import { isAhead, justGone } from './day.ts';
import { DATE } from './marks.ts';
import { asMeant } from './meant.ts';
import { awayUntil, movedTo } from './moves.ts';
import { asked, partyOf } from './party.ts';
import type { PersonMention } from './person-mention.ts';
import { absencesIn, bound, roleOf } from './roles.ts';
import type { Part, Sentence } from './sentence.ts';
import { topicIn } from './topic.ts';
import { AFTERMATH, effectiveLabel, isEvent } from './verdict.ts';
import * as words from './words.ts';

export const NOTHING: Facts = {
  intent: 'none',
  date: null,
  time: null,
  people: [],
  unresolved: [],
  until: null,
  delegateTo: null,
  topic: null,
  void: false,
  mergedInto: null,
  absent: [],
  expected: null,
  present: null,
  reason: null,
  onBehalfOf: null,
  awayUntil: null,
};

/** The facts that go with an intent. What was not carried out has no day; what was, has no new one. */
export function factsOf(
  intent: Intent,
  read: readonly Part[],
  kind: ItemKind,
  item: OpenItem | undefined,
  sentence: Sentence,
): Facts {
  const { today } = sentence;
  const parts = asMeant(intent, read, kind, today);
  const carried = intent === 'done' || intent === 'progress';
  const when = carried ? whenOf(parts, kind, today) : { date: null, time: null };
  const people =
    carried || /^(?:not_done|postpone|question)$/.test(intent)
      ? partyOf(intent, parts, kind, sentence.speaker)
      : { people: [], unresolved: [] };
  const stand = intent === 'delegate' ? standInOf(parts, kind) : undefined;
  const behalf = parts.flatMap((p) => p.people.filter((m) => roleOf(m, p, kind) === 'behalf'))[0];
  const merged = mergedIn(parts, sentence);
  const unresolved = [...people.unresolved, ...[stand, behalf].flatMap((m) => (m && !bound(m) ? [asked(m)] : []))];
  const quiet = intent === 'none' || intent === 'acknowledge' || intent === 'question' || intent === 'undo';
  const absent = quiet
    ? []
    : absencesIn(parts, kind).filter((a) => a.person === undefined || !people.people.includes(a.person));
  return {
    ...NOTHING,
    intent,
    ...when,
    people: people.people,
    unresolved,
    until: intent === 'postpone' ? movedTo(parts, item?.due ?? null, today) : null,
    delegateTo: stand && bound(stand) ? stand.ids[0]! : null,
    topic: quiet ? null : topicIn(parts, sentence, kind),
    void: !quiet && intent !== 'postpone' && (parts.some((p) => p.label === 'void') || merged !== null),
    mergedInto: quiet ? null : merged,
    absent,
    ...(carried
      ? attendanceIn(parts.map((p) => p.plain).join(','), { gathering: gathers(kind), away: absent.length })
      : {}),
    reason: carried || quiet ? null : (reasonIn(read) ?? (intent === 'postpone' ? besideMove(parts) : null)),
    onBehalfOf: behalf && bound(behalf) ? behalf.ids[0]! : null,
    awayUntil: intent === 'excuse' ? awayUntil(parts, today) : null,
  };
}

/** The day of the message unless the text says otherwise; null if it says so only vaguely. */
function whenOf(parts: readonly Part[], kind: ItemKind, today: Today): When {
  const telling = parts.filter((p) => /^(?:done|part|lacking)$/.test(effectiveLabel(p, kind)));
  // 纪要周一出: when the paper comes, not when it was held.
  const beside = parts.filter(
    (p) =>
      !(isEvent(kind) && AFTERMATH.test(p.plain)) &&
      !/\bsee you\b|[天周一二三四五六日]见$/.test(p.plain.trim()) &&
      // 缺席3人已安排周五补学: when they make it up.
      !(p.label === 'absent' && /安排|补学|补课/.test(p.plain)) &&
      (/^(?:fact|absent|unsure|untold|doubled)$/.test(p.label) || p.label === 'done'),
  );
  const daysOf = (group: readonly Part[]) => group.flatMap((p) => p.dates.filter((d) => tellsWhen(p, d, kind, today)));
  const told = daysOf(telling);
  const loosely = told.some((d) => d.vague?.side === 'past');
  // 节前就搞过了，9月30号: a day by itself says what 节前 left open.
  const more = daysOf(loosely ? beside.filter((p) => new RegExp(`^[${DATE}\\s]+$`).test(p.text)) : beside);
  // 礼拜一谈的，谈到快八点: an hour by itself is of no day.
  const onDays = (days: readonly DateMention[]) => days.filter((d) => !d.hourOnly);
  return (
    exactlyIn([onDays(told), onDays(more)], today) ??
    // 上旬跑的，早跑完了: nor does it make a vague day exact.
    ([...told, ...more].some((d) => d.vague?.side === 'past') ? { date: null, time: null } : undefined) ??
    exactlyIn([told, more], today) ?? { date: today.date, time: null }
  );
}

type When = Pick<Facts, 'date' | 'time'>;

/** The last day that the first of these groups to name one names. */
function exactlyIn(groups: readonly (readonly DateMention[])[], today: Today): When | undefined {
  for (const days of groups) {
    const exact = days.findLast((d) => d.past !== null);
    if (exact?.past)
      return {
        date: nightBefore(exact, exact.past, today),
        time: exact.clock?.exact ?? days.find((d) => d.clock?.exact)?.clock?.exact ?? null,
      };
  }
  return undefined;
}

// 昨天的补上了: the day made up for, not the day it was done on. 补记, 补报, 补录 tell of the day itself.
function tellsWhen(part: Part, date: DateMention, kind: ItemKind, today: Today): boolean {
  const at = date.from - part.to + part.text.length;
  const [before, after] = [part.text.slice(0, at), part.text.slice(at + date.to - date.from)];
  if (date.before || (isAhead(date, today) && !justGone(date, today))) return false;
  if (/(?:不是|并非|原定|原来|本来|应该|比|较|不如)$/.test(before)) return false;
  // 3月24日党组会的记录: the day of the meeting, not that of the check.
  if (
    kind === 'minutes-check' &&
    /^(?:的|[^,]{0,4}会|[^,]{0,2}(?:记录|纪要)|$)/.test(after) &&
    !/[查核看翻]/.test(before)
  )
    return false;
  const madeUp = /补(?!记|报|录|登|填)/.test(part.text);
  if (
    madeUp &&
    (/^(?:那|这)?(?:次|天|节|期)?的/.test(after) || /补[^,]{0,3}了$/.test(before) || /落下|拉下|欠|没/.test(after))
  )
    return false;
  return !(date.vague && /^的?(?:党课|支委会|党员大会|党日|学习|任务|会议|工作|台账|份|谈话)/.test(after));
}

// After midnight 昨晚 is still the calendar day before; 今晚 said at half past midnight is the evening just gone.
function nightBefore(date: DateMention, day: LocalDate, today: Today): LocalDate {
  return justGone(date, today) ? addDays(day, -1) : day;
}

function standInOf(parts: readonly Part[], kind: ItemKind): PersonMention | undefined {
  const handing = parts.filter((p) => p.label === 'delegate' || words.STEPS_IN.test(p.text.trim()));
  const named = handing.flatMap((p) => p.people.filter((m) => roleOf(m, p, kind) === 'stand-in').concat(p.people))[0];
  // 你找徐芳要，她替我盯着: whoever was named before.
  return named ?? (handing.some((p) => /[他她]替我/.test(p.text)) ? parts.flatMap((p) => p.people)[0] : undefined);
}

function mergedIn(parts: readonly Part[], sentence: Sentence): string | null {
  for (const part of parts) {
    if (!words.MERGING.test(part.text) || /^(?:ahead|failed|question|hearsay)$/.test(part.label)) continue;
    const match = words.MERGED.exec(part.text);
    if (!match) return '';
    const into = match[1] ?? match[2]!;
    const from = part.to - part.text.length + match.index + match[0].indexOf(into);
    return sentence.normal.original(from, from + into.length);
  }
  return null;
}

/** 推迟到周五，入户的车坏了: what stands beside the move is why. */
function besideMove(parts: readonly Part[]): string | null {
  const beside = parts.filter(
    ({ label, plain, text }) => !SILENT.has(label) && plain.trim().length >= 3 && !isBareDay(text),
  );
  const why = beside.map(({ plain }) => plain.trim()).join('，');
  return why === '' || why.length > 60 ? null : why;
}

/** 定在21号: to when, and not why. */
const isBareDay = (text: string): boolean =>
  text.includes(DATE) && text.replaceAll(DATE, '').replace(/[定改放安排挪在到于就吧开\s]/g, '') === '';

const SILENT = new Set<Part['label']>(['postpone', 'question', 'undo', 'done']);

function reasonIn(parts: readonly Part[]): string | null {
  const because = parts
    .map((p) => /(?:因为|由于|因(?!此|而)|主要是|原因是)(.{2,30})$/.exec(p.plain)?.[1])
    .map((words) =>
      words?.replace(/[,，]?(?:需要?|要|想|请求|申请)?(?:推迟|延期|延后|顺延|改到|推到|延到|挪到|改在).*$/, ''),
    )
    .find(Boolean);
  if (because) return because;
  const away =
    parts.find((p) => p.label === 'excuse') ??
    parts.find(
      (p) =>
        /忙|没时间|走不开|开会|检查|材料没|没回|不在|有事/.test(p.plain) &&
        p.label !== 'acknowledge' &&
        p.dates.length === 0,
    );
  return away ? away.plain.trim() : null;
}
