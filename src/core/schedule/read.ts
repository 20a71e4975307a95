import { type LocalDate, type LocalTime, localOf, readInstant } from '../calendar.ts';
import type { Duration } from '../duration.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { timesOf } from './clock.ts';
import { isChinese, normalOf, partsByLanguage } from './normal.ts';
import { nextDayOf } from './point/day.ts';
import { pointOf } from './point/point.ts';
import { readRecurrence } from './read-rrule.ts';
import { isProblem, type Problem, problem, type Reading, type ReadingContext, type Understood } from './reading.ts';
import { recurringOf, repeats } from './recurring.ts';
import { isTimed, type Once, type Schedule } from './schedule.ts';
import type { NoteCode, Scanned, SpanUnit, Token } from './tokens.ts';
import { scanEnglish } from './tokens-en.ts';
import { scanChinese } from './tokens-zh.ts';

const longest = 200;

/**
 * What a schedule phrase means, by the rules of the house (DOMAIN §8): Chinese, English, one date-time or `RRULE:…`.
 * What names no time, does not exist or cannot be read is a problem that says what to write instead; what can be read
 * two ways comes with a note on the reading taken.
 */
export function readSchedule(text: string, context: ReadingContext): Reading {
  const raw = text.length > 4 * longest ? text.slice(0, 4 * longest + 1) : text.trim();
  if (raw.length > longest) return problem('too-long', 'schedule-problem-long');
  if (raw === '') return problem('empty', 'schedule-problem-empty');
  const dated = dateTimeOf(raw.normalize('NFKC'), context);
  if (dated) return dated;
  const rule = /^(?:[^()]*\()?(?:按规则|by the rule)?\s*((?:RRULE:|DTSTART|FREQ=)[^()]*)\)?$/i.exec(
    raw.normalize('NFKC'),
  );
  if (rule) return ruled(rule[1]!, context);
  const normal = normalOf(raw);
  const scanned = scannedOf(normal, raw);
  if (!scanned.ok) return problem('unread', 'schedule-problem-unread', scanned.rest.slice(0, 30));
  return assembled(scanned.tokens, context, raw);
}

/** In one language, or, where that fails, each part in its own: 每周 Friday 下午3点. */
function scannedOf(normal: string, raw: string): Scanned {
  if (!isChinese(normal)) return scanEnglish(normal);
  const whole = scanChinese(normal);
  if (whole.ok) return whole;
  const tokens: Token[] = [];
  for (const part of partsByLanguage(raw)) {
    const scanned = isChinese(part) ? scanChinese(part) : scanEnglish(part);
    if (!scanned.ok) return whole;
    tokens.push(...scanned.tokens);
  }
  return { ok: true, tokens };
}

function ruled(text: string, context: ReadingContext): Reading {
  const read = readRecurrence(text, context);
  return isProblem(read) ? read : understood(read.schedule, [], context);
}

/** One date-time with seconds and offset allowed: never moved or muted by anything later. */
function dateTimeOf(text: string, context: ReadingContext): Reading | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (!match) return undefined;
  const [, date, time, second, offset] = match;
  if (readInstant(text.toUpperCase(), context.zone) === undefined)
    return problem('impossible-date', 'schedule-problem-date', text);
  const seconds = Number(second ?? 0);
  const once: Once = {
    kind: 'once',
    date: date as LocalDate,
    time: time as LocalTime,
    ...(seconds > 0 ? { seconds } : {}),
    ...(offset ? { offset: minutesOf(offset) } : {}),
  };
  return understood(once, [], context);
}

function minutesOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset[0] === '-' ? -size : size;
}

function assembled(all: readonly Token[], context: ReadingContext, raw: string): Reading {
  const wrong = refusalOf(all, raw);
  if (wrong) return wrong;
  const clock = timesOf(all);
  if (isProblem(clock)) return clock;
  if (hasPairs(all)) return problem('ambiguous', 'schedule-problem-pairs');
  const isClock = (token: Token | undefined): boolean => token?.t === 'clock';
  const timeless = all.filter((token, at) => !(token.t === 'range' && isClock(all[at + 1])));
  const tokens = timeless.filter(({ t }) => !['clock', 'part', 'amount', 'vague'].includes(t));
  const notes: readonly NoteCode[] = [
    ...clock.notes,
    ...(all.some(({ t }) => t === 'amount') ? (['amount'] as const) : []),
    ...all.flatMap((token) => ((token.t === 'before' || token.t === 'noise') && token.note ? [token.note] : [])),
  ];
  const shift = tokens.find((token) => token.t === 'shift');
  const more: readonly NoteCode[] = shift?.t === 'shift' && shift.to === 'either' ? ['shift-either'] : [];
  if (repeats(tokens)) {
    const read = recurringOf(tokens, clock.times, context);
    return isProblem(read) ? read : understood(read.schedule, [...notes, ...more, ...read.notes], context);
  }
  return single(tokens, clock.times, [...notes, ...more], context, all, raw);
}

const bounds = new Set<Token['t']>(['first', 'since', 'until', 'year', 'date']);
const daysWithTimes = new Set<Token['t']>(['weekday', 'nth', 'days', 'month-days', 'months', 'end']);

/** 每周一9点，周五15点: two schedules in one phrase would become four times if they were read as one. */
function hasPairs(tokens: readonly Token[]): boolean {
  const isDay = ({ t }: Token): boolean => daysWithTimes.has(t);
  const clock = tokens.findIndex(({ t }) => t === 'clock');
  if (clock < 0 || !tokens.slice(0, clock).some(isDay)) return false;
  // 每两周周五15点（首次2026年3月13日）: a bound is no second day.
  const bound = tokens.findIndex(({ t }, at) => at > clock && bounds.has(t));
  return tokens.slice(clock, bound < 0 ? undefined : bound).some(isDay);
}

/** Words that name no time are a refusal only where nothing else names one (定期 alone, but not 每月定期). */
function refusalOf(tokens: readonly Token[], raw: string): Problem | undefined {
  for (const token of tokens) {
    if (token.t === 'impossible') return problem('impossible-date', 'schedule-problem-day', token.word);
    if (token.t === 'unsupported') return problem('unsupported', 'schedule-problem-too-often', token.word);
    if (token.t === 'ask') return problem('ambiguous', `schedule-ask-${token.code}`, token.word);
  }
  const names = tokens.some(({ t }) => !['vague', 'noise', 'sep', 'before', 'amount', 'count', 'shift'].includes(t));
  if (names) return undefined;
  const vague = tokens.find((token) => token.t === 'vague');
  if (vague?.t === 'vague') return problem('vague', 'schedule-problem-vague', vague.word);
  return problem('no-cadence', 'schedule-problem-no-cadence', raw.slice(0, 30));
}

function single(
  tokens: readonly Token[],
  times: readonly LocalTime[],
  notes: readonly NoteCode[],
  context: ReadingContext,
  all: readonly Token[],
  raw: string,
): Reading {
  const ongoing = tokens.some(({ t }) => t === 'ongoing');
  const immediate = tokens.some(({ t }) => t === 'immediate');
  const time = times[0];
  if (tokens.some(({ t }) => t === 'since') && !tokens.some(({ t }) => endings.has(t))) {
    if (!ongoing) return problem('no-cadence', 'schedule-ask-start-only', raw.slice(0, 30));
    return understood({ kind: 'ongoing', ...(immediate ? ({ immediate: true } as const) : {}) }, notes, context);
  }
  if (isSeveral(tokens)) return problem('ambiguous', 'schedule-ask-several', raw.slice(0, 30));
  const point = pointOf(tokens, context, time);
  if (point !== undefined && isProblem(point)) return point;
  if (ongoing) {
    const first = point ? { deadline: point.last } : immediate ? ({ immediate: true } as const) : {};
    return understood({ kind: 'ongoing', ...first }, notes, context);
  }
  const today = localOf(context.from, context.zone).date;
  if (!point)
    return immediate
      ? understood({ kind: 'once', date: today, before: true, ...afterOf(tokens) }, notes, context)
      : missing(all, times, raw, context, notes);
  const at = point.time ?? time;
  const said = point.notes?.filter((note) => !(point.before && note === 'month-end') && note !== 'skips-months') ?? [];
  const once: Once = {
    kind: 'once',
    date: point.last,
    ...(at ? { time: at } : {}),
    ...(point.before ? { before: true } : {}),
    ...afterOf(tokens),
  };
  return understood(once, [...notes, ...said], context);
}

/** 即日起 alone has a beginning and no end; 即日起至年底, 收到之日起10日内 have one. */
const endings = new Set<Token['t']>(['in', 'until', 'range', 'before']);

/** 本周三、周五; 国庆节和春节前: one of them would be forgotten. */
function isSeveral(tokens: readonly Token[]): boolean {
  if (tokens.some(({ t }) => t === 'range' || t === 'until' || t === 'since')) return false;
  const counts = new Map<Token['t'], number>();
  for (const token of tokens) counts.set(token.t, (counts.get(token.t) ?? 0) + daysNamed(token));
  return [...counts.values()].some((n) => n > 1);
}

function daysNamed(token: Token): number {
  if (token.t === 'weekday') return token.days.length;
  if (token.t === 'days' || token.t === 'month-days' || token.t === 'months' || token.t === 'nth')
    return 'window' in token && token.window ? 1 : token.ns.length;
  return ['relative', 'date', 'feast', 'quarter', 'half', 'third'].includes(token.t) ? 1 : 0;
}

/** No day at all: a clock time alone is the next such time; anything else is asked for. */
function missing(
  all: readonly Token[],
  times: readonly LocalTime[],
  raw: string,
  context: ReadingContext,
  notes: readonly NoteCode[],
): Reading {
  const vague = all.find((token) => token.t === 'vague');
  if (vague?.t === 'vague') return problem('vague', 'schedule-problem-vague', vague.word);
  if (all.some(({ t }) => t === 'event')) return problem('ambiguous', 'schedule-ask-per-event', raw.slice(0, 30));
  const nth = all.find((token) => token.t === 'nth');
  if (nth?.t === 'nth' && nth.on === 'weekday' && nth.ns.some((n) => Math.abs(n) > 5 || n === 0)) {
    return problem('impossible-date', 'schedule-problem-nth', String(nth.ns[0]));
  }
  if (times.length !== 1 || all.some(({ t }) => t === 'nth' || t === 'month-in' || t === 'event' || t === 'third')) {
    return problem('no-cadence', 'schedule-problem-no-cadence', raw.slice(0, 30));
  }
  return understood({ kind: 'once', date: nextDayOf(times[0]!, context), time: times[0]! }, notes, context);
}

/** 会后3个工作日内, 会后当天: a latest day, counted from the event. A feedback has a known date and is no event. */
function afterOf(tokens: readonly Token[]): Pick<Once, 'after' | 'before'> {
  const event = tokens.find((token) => token.t === 'event');
  const within = tokens.find((token) => token.t === 'in');
  if (event?.t !== 'event' || event.event === 'feedback') return {};
  const duration = within?.t === 'in' ? durationOf(within.unit, within.n) : ({ unit: 'd', n: 0 } as const);
  return duration ? { before: true, after: { event: event.event, within: duration } } : {};
}

function durationOf(unit: SpanUnit, n: number): Duration | undefined {
  if (unit === 'week') return { unit: 'd', n: 7 * n };
  const short = ({ workday: 'wd', day: 'd', hour: 'h', minute: 'm' } as const)[unit as 'day'];
  return short === undefined ? undefined : { unit: short, n };
}

function understood(schedule: Schedule, codes: readonly NoteCode[], context: ReadingContext): Understood {
  const date = schedule.kind === 'once' ? schedule.date : schedule.kind === 'ongoing' ? schedule.deadline : undefined;
  const today = localOf(context.from, context.zone).date;
  const all = date !== undefined && date < today ? [...codes, 'past' as const] : codes;
  const notes: readonly Phrase[] = [...new Set(all)].map((code) => phrase(`schedule-note-${code}`));
  return {
    ok: true,
    kind: schedule.kind,
    schedule,
    notes,
    timed: isTimed(schedule),
    ...(schedule.kind === 'once' && schedule.after ? { after: schedule.after.event } : {}),
    ...(date !== undefined ? { deadline: date } : {}),
    ...(schedule.kind === 'recurring' && schedule.window ? { window: schedule.window } : {}),
    ...(schedule.kind === 'recurring' && schedule.count !== undefined ? { count: schedule.count } : {}),
  };
}
