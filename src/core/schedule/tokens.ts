import type { Weekday } from '../calendar.ts';
import type { EventName, PeriodUnit } from './schedule.ts';

export type EveryUnit = PeriodUnit | 'day' | 'workday' | 'half-month' | 'ten-days' | 'feast';
export type SpanUnit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'hour' | 'minute';
export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** What a phrase is made of, in either language. */
export type Token =
  | { readonly t: 'every'; readonly unit: EveryUnit; readonly step: number; readonly note?: NoteCode }
  | { readonly t: 'weekday'; readonly days: readonly Weekday[]; readonly plural?: true }
  | {
      readonly t: 'nth';
      readonly on: 'day' | 'workday' | 'weekday';
      readonly ns: readonly number[];
      readonly weekday?: Weekday;
      readonly before?: true;
      readonly note?: NoteCode;
    }
  | { readonly t: 'days'; readonly ns: readonly number[]; readonly window?: true }
  | { readonly t: 'month-days'; readonly month: number; readonly ns: readonly number[]; readonly window?: true }
  | { readonly t: 'months'; readonly ns: readonly number[] }
  | { readonly t: 'month-in'; readonly n: number; readonly note?: NoteCode }
  | { readonly t: 'third'; readonly n: 1 | 2 | 3 }
  | { readonly t: 'end'; readonly unit?: PeriodUnit }
  | { readonly t: 'year'; readonly year: number }
  | { readonly t: 'relative'; readonly unit: PeriodUnit | 'day'; readonly n: number }
  | { readonly t: 'quarter'; readonly n: number }
  | { readonly t: 'half'; readonly n: number }
  | { readonly t: 'date'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly t: 'in'; readonly n: number; readonly unit: SpanUnit; readonly days?: number; readonly later?: true }
  | { readonly t: 'event'; readonly event: EventName }
  | { readonly t: 'feast'; readonly name: string; readonly n: number }
  | {
      readonly t: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly part?: DayPart;
      readonly half?: 'am' | 'pm';
      readonly word: string;
    }
  | { readonly t: 'part'; readonly part: DayPart; readonly word: string }
  | { readonly t: 'count'; readonly n: number }
  | { readonly t: 'shift'; readonly to: 'next' | 'previous' | 'either' }
  | { readonly t: 'vague' | 'unsupported' | 'impossible'; readonly word: string }
  | { readonly t: 'before'; readonly note?: NoteCode }
  | { readonly t: 'ask'; readonly code: AskCode; readonly word: string }
  | {
      readonly t: 'since' | 'until' | 'range' | 'ongoing' | 'immediate' | 'amount' | 'first' | 'sep';
    }
  | { readonly t: 'noise'; readonly note?: NoteCode };

/** Readings of what can be read two ways; the default is told with the schedule. */
export type NoteCode =
  | 'nth-week'
  | 'last-week'
  | 'every-other'
  | 'every-n-weeks'
  | 'every-n-months'
  | 'next-quarter-month'
  | 'weekday-once'
  | 'weekday-list'
  | 'month-alone'
  | 'months-list'
  | 'days-list'
  | 'day-alone'
  | 'month-end'
  | 'window-last'
  | 'night-hour'
  | 'part-only'
  | 'time-range'
  | 'skips-months'
  | 'before-feast'
  | 'provisional'
  | 'third'
  | 'shift-either'
  | 'before-period'
  | 'period-once'
  | 'year-assumed'
  | 'amount'
  | 'feedback-anchor'
  | 'receipt'
  | 'about'
  | 'past';

export type AskCode =
  | 'parity'
  | 'two-months'
  | 'weekend'
  | 'school-term'
  | 'per-event'
  | 'year-start'
  | 'lunar'
  | 'either'
  | 'days-off'
  | 'masked'
  | 'week-of'
  | 'before-end'
  | 'several'
  | 'weekly-once'
  | 'which-feast'
  | 'days-before-feast'
  | 'before-event'
  | 'each-five'
  | 'start-only'
  | 'day-month';

/** One rule of a grammar: a pattern at the reading place, and what it means. */
export type TokenRule = readonly [pattern: string, read: (match: RegExpExecArray) => Token | readonly Token[]];

export type Scanned =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly rest: string };

/** A scanner tries its rules in order at each place, so the order is part of the grammar. Time is linear in the text. */
export function scannerOf(rules: readonly TokenRule[]): (text: string) => Scanned {
  const compiled = rules.map(([pattern, read]) => [new RegExp(pattern, 'y'), read] as const);
  return (text) => {
    const tokens: Token[] = [];
    for (let at = 0; at < text.length; ) {
      let length = 0;
      for (const [pattern, read] of compiled) {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (!match || match[0].length === 0) continue;
        tokens.push(...[read(match)].flat());
        length = match[0].length;
        break;
      }
      if (length === 0) return { ok: false, rest: text.slice(at) };
      at += length;
    }
    return { ok: true, tokens };
  };
}
