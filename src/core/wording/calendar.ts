import type { NoticeProblem } from '../holidays.ts';
import type { Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { YearTable } from '../year-table.ts';
import { spanPhrase } from './absence.ts';
import { fullDay } from './dates.ts';
import { answer } from './echo.ts';

/** A year's notice as it was read, to be compared with the paper, and the two answers to it. */
export function noticeMessage(table: YearTable, missing: readonly string[], text: string): Message {
  const lines: Phrase[] = [
    phrase('time-calendar-head', { year: table.year }),
    ...table.feasts.map((feast) => phrase('time-calendar-feast', { name: feast.name, span: spanPhrase(feast) })),
    ...(table.workDays.length > 0
      ? [phrase('time-calendar-work', { days: table.workDays.map((day) => fullDay(day)) })]
      : []),
    ...(missing.length > 0 ? [phrase('time-calendar-missing', { names: [...missing] })] : []),
    phrase('time-calendar-confirm'),
  ];
  const confirm = {
    label: phrase('time-button-confirm'),
    action: { command: 'calendar', about: [], with: { table: text } },
  };
  const refuse = { label: phrase('time-button-refuse'), action: { command: 'calendar', about: [], with: {} } };
  return { lines: lines.map((line): Line => ({ text: line })), buttons: [[confirm, refuse]], items: [] };
}

/** What could not be read, in the notice's own words. */
export function noticeProblems(problems: readonly NoticeProblem[]): Message {
  const lines = problems
    .slice(0, 5)
    .map(({ code, where }) => phrase(`time-notice-${code}`, { where: where.slice(0, 40) }));
  return answer(phrase('time-notice-unread'), ...lines);
}
