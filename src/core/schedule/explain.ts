import { type LocalDate, type LocalTime, partsOf, type Weekday } from '../calendar.ts';
import { type Phrase, type PhraseArg, phrase } from '../phrase.ts';
import type { RecurrenceRule } from './rrule.ts';
import { plainRuleOf } from './rrule-words.ts';
import type { DaySpec, Once, PeriodRule, Recurring, Rule, Schedule } from './schedule.ts';

/** One short sentence that says what was understood. Its Chinese wording reads back to the same schedule. */
export function explainSchedule(schedule: Schedule): Phrase {
  if (schedule.kind === 'recurring') return recurring(schedule);
  if (schedule.kind === 'once') return once(schedule);
  if (schedule.deadline) return phrase('schedule-ongoing-deadline', { date: dateWords(schedule.deadline) });
  return phrase(schedule.immediate ? 'schedule-ongoing-immediate' : 'schedule-ongoing');
}

function recurring(schedule: Recurring): Phrase {
  const { rule } = schedule;
  if (rule.unit === 'rrule') return byRrule(rule, schedule);
  const anchor = 'anchor' in rule && schedule.since === undefined ? rule.anchor : undefined;
  return phrase('schedule-recurring', {
    bounds: bounds(schedule),
    rule: withWindow(schedule),
    times: times(schedule.times),
    shift: schedule.shift ? phrase(`schedule-shift-${schedule.shift}`) : '',
    first: anchor ? phrase('schedule-first', { date: dateWords(anchor) }) : '',
  });
}

function byRrule(rule: RecurrenceRule, schedule: Recurring): Phrase {
  const text = ruleText(rule, schedule);
  const plain = schedule.until ? undefined : plainRuleOf(rule);
  if (!plain) return phrase('schedule-rrule', { rule: text });
  return phrase('schedule-rrule-words', { words: ruleWords(plain), times: times(schedule.times), rule: text });
}

function bounds({ since, until }: Recurring): PhraseArg {
  if (since && until) return phrase('schedule-since-until', { since: dateWords(since), until: dateWords(until) });
  if (since) return phrase('schedule-since', { since: dateWords(since) });
  return until ? phrase('schedule-until', { until: dateWords(until) }) : '';
}

/** A window is told with how often, and by which day at the latest. */
function withWindow(schedule: Recurring): Phrase {
  const { rule, window, count } = schedule;
  if (window === undefined) return ruleWords(rule as Exclude<Rule, RecurrenceRule>);
  if (window === 'half-month') {
    const days = (rule as PeriodRule).days.map((spec) => dayWords(spec, 'month'));
    return phrase('schedule-half-month', { count: countWords(count), days });
  }
  if (window === 'day') return phrase('schedule-day-window', { count: countWords(count) });
  const period = rule as PeriodRule;
  return phrase('schedule-window', {
    unit: phrase(`schedule-unit-${period.unit}`),
    count: countWords(count),
    days: period.days.map((spec) => latest(spec, period)),
  });
}

function latest(spec: DaySpec, { unit }: PeriodRule): Phrase {
  return unit === 'week' && spec.on === 'weekday' ? weekday(spec.weekday!) : dayWords(spec, unit);
}

function countWords(count: number | undefined): PhraseArg {
  return count === undefined ? '' : phrase('schedule-count', { n: count });
}

function ruleWords(rule: Exclude<Rule, RecurrenceRule>): Phrase {
  if (rule.unit === 'workday' || rule.unit === 'feast') return phrase(`schedule-every-${rule.unit}`);
  if (rule.unit === 'day')
    return rule.step === 1 ? phrase('schedule-every-day') : phrase('schedule-every-days', { n: String(rule.step) });
  return periodic(rule);
}

function periodic(rule: PeriodRule): Phrase {
  const { unit, step, days } = rule;
  if (unit === 'week' && days.every((spec) => spec.on === 'weekday')) {
    if (step > 1)
      return phrase('schedule-every-weeks', { n: String(step), days: days.map((spec) => weekday(spec.weekday!)) });
    return phrase('schedule-every-week', {
      days: days.map((spec) => phrase(`schedule-weekday-${spec.weekday!}-short`)),
    });
  }
  const mixed = new Set(days.map(({ on }) => on)).size > 1;
  const alike = unit === 'year' && sameDayOfMonths(days);
  const words = alike ? [alike] : days.map((spec) => (mixed && isPlainDay(spec) ? beside(spec) : dayWords(spec, unit)));
  if (step > 1) return phrase(`schedule-every-n-${unit}`, { n: String(step), days: words });
  return phrase('schedule-every-period', { unit: phrase(`schedule-unit-${unit}`), days: words });
}

/** 每年3月、9月最后一个周四: what falls alike in several months is said once. */
function sameDayOfMonths(days: readonly DaySpec[]): Phrase | undefined {
  const [first] = days;
  const months = days.flatMap(({ month }) => (month === undefined ? [] : [month]));
  const isAlike = days.every(({ on, n, weekday: w }) => on === first!.on && n === first!.n && w === first!.weekday);
  if (days.length < 2 || months.length < days.length || !isAlike) return undefined;
  const names = months.map((month) => phrase('schedule-month', { month: String(month) }));
  return phrase('schedule-in-month', { month: names, day: inner(first!, 'year') });
}

function isPlainDay({ on, n, month }: DaySpec): boolean {
  return on === 'day' && n > 0 && month === undefined;
}

/** The 15th, the last working day: the 15th day, or English would read two working days. */
function beside({ n }: DaySpec): Phrase {
  return phrase('schedule-day-beside', { n: nth(n) });
}

function dayWords(spec: DaySpec, unit: PeriodRule['unit']): Phrase {
  const day = inner(spec, unit);
  if (spec.month === undefined) return day;
  const month = String(spec.month);
  if (unit === 'year') return phrase('schedule-in-month', { month: phrase('schedule-month', { month }), day });
  return phrase('schedule-in-nth-month', { n: nth(spec.month), day });
}

function inner({ on, n, weekday: w, feast, month }: DaySpec, unit: PeriodRule['unit']): Phrase {
  if (on === 'feast')
    return phrase(n < 0 ? 'schedule-before-feast' : n === 0 ? 'schedule-on-feast' : 'schedule-after-feast', {
      feast: phrase(`schedule-feast-${feastKeys[feast!]}`),
    });
  const place = n > 0 ? 'nth' : n === -1 ? 'last' : 'from-end';
  const args = { n: nth(Math.abs(n)) };
  if (on === 'weekday') return phrase(`schedule-weekday-${place}`, { ...args, day: weekday(w!) });
  if (on === 'day' && n > 0 && unit !== 'month' && month === undefined) return phrase('schedule-day-of-period', args);
  return phrase(`schedule-${on}-${place}`, args);
}

const feastKeys: Readonly<Record<string, string>> = {
  元旦: 'new-year',
  春节: 'spring-festival',
  清明: 'qingming',
  劳动节: 'labour-day',
  端午: 'dragon-boat',
  中秋: 'mid-autumn',
  国庆节: 'national-day',
};

/** 1 → 1, 1st. */
function nth(n: number): Phrase {
  return phrase('schedule-nth', { n });
}

function weekday(day: Weekday): Phrase {
  return phrase(`schedule-weekday-${day}`);
}

function times(all: readonly LocalTime[]): PhraseArg {
  return all.length > 0 ? phrase('schedule-times', { times: all }) : '';
}

function once({ date, time, seconds, offset, before, after }: Once): Phrase {
  if (after) {
    const { n, unit } = after.within;
    const event = phrase(`schedule-event-${after.event}`);
    if (n === 0) return phrase('schedule-after-same-day', { event, date: dateWords(date) });
    return phrase('schedule-after', {
      event,
      span: phrase(`schedule-span-${unit}`, { n }),
      date: dateWords(date),
      times: time && unit !== 'h' && unit !== 'm' ? phrase('schedule-times', { times: [time] }) : '',
    });
  }
  if (time && (seconds || offset !== undefined))
    return phrase('schedule-once-exact', { iso: exact(date, time, seconds, offset) });
  return phrase(before ? 'schedule-once-before' : 'schedule-once', {
    date: dateWords(date),
    times: time ? phrase('schedule-times', { times: [time] }) : '',
  });
}

function exact(date: LocalDate, time: LocalTime, seconds = 0, offset?: number): string {
  const second = String(seconds).padStart(2, '0');
  if (offset === undefined) return `${date} ${time}:${second}`;
  const sign = offset < 0 ? '-' : '+';
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${date}T${time}:${second}${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

/** 2026年6月30日. */
export function dateWords(date: LocalDate): Phrase {
  const { year, month, day } = partsOf(date);
  return phrase('schedule-date', {
    year: String(year),
    day: String(day),
    month: String(month),
    name: phrase('schedule-month', { month: String(month) }),
  });
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function ruleText(rule: RecurrenceRule, { times: clock, until }: Recurring): string {
  const parts = [`FREQ=${rule.freq}`];
  const add = (name: string, value: readonly (string | number)[] | undefined): void => {
    if (value) parts.push(`${name}=${value.join(',')}`);
  };
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  add('BYMONTH', rule.byMonth);
  add('BYMONTHDAY', rule.byMonthDay);
  add(
    'BYDAY',
    rule.byDay?.map(({ weekday: day, n }) => `${n ?? ''}${weekdayCodes[day - 1]}`),
  );
  add('BYSETPOS', rule.bySetPos);
  if (clock.length > 0) {
    add('BYHOUR', [...new Set(clock.map((time) => Number(time.slice(0, 2))))]);
    add('BYMINUTE', [...new Set(clock.map((time) => Number(time.slice(3))))]);
  }
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count * Math.max(1, clock.length)}`);
  if (until) parts.push(`UNTIL=${until.replaceAll('-', '')}`);
  if (rule.start) parts.push(`DTSTART=${rule.start.replaceAll('-', '')}`);
  return parts.join(';');
}
