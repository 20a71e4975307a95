import { type Instant, isoOf, isZone, readInstant, type Zone } from '../core/calendar.ts';
import { officialTable } from '../core/holidays.ts';
import type { Phrase } from '../core/phrase.ts';
import { phrase } from '../core/phrase.ts';
import { explainSchedule, nextFew, readSchedule, type Understood, unsure } from '../core/schedule/index.ts';
import { type WorkingCalendar, workingCalendar } from '../core/working-calendar.ts';
import type { Language, Say } from '../speech.ts';

export interface ScheduleOptions {
  readonly from?: string;
  readonly count?: string | number;
  readonly timezone?: string;
  readonly json?: boolean;
  readonly language?: Language;
}

export interface ScheduleIo {
  readonly say: Say;
  readonly now: () => Instant;
  /** Lines of standard input, for `-`. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

interface Question {
  readonly phrase: string;
  readonly from: Instant;
  readonly zone: Zone;
  readonly count: number;
}

type Answer =
  | {
      readonly kind: Understood['kind'];
      readonly reading: string;
      readonly next: readonly string[];
      readonly deadline?: string;
      readonly after?: string;
      readonly notes?: readonly string[];
    }
  | { readonly kind: 'error'; readonly problem: string };

/** `duban schedule PHRASE`: how a phrase is read, and its next dates. Returns the exit code. `-` answers JSON lines. */
export async function scheduleCommand(text: string, options: ScheduleOptions, io: ScheduleIo): Promise<number> {
  const answer = (asked: Asked): Answer => answerOf(asked, io, options.language ?? languageOf(asked.phrase));
  if (text === '-') {
    for await (const line of io.lines())
      if (line.trim() !== '') io.print(JSON.stringify(answerLine(line, options, answer)));
    return 0;
  }
  const found = answer({ ...options, phrase: text });
  if (options.json) io.print(JSON.stringify(found));
  else if (found.kind === 'error') io.complain(found.problem);
  else for (const line of [found.reading, ...(found.notes ?? []), ...found.next]) io.print(line);
  return found.kind === 'error' ? 1 : 0;
}

interface Asked {
  readonly phrase?: unknown;
  readonly from?: unknown;
  readonly count?: unknown;
  readonly timezone?: unknown;
}

function answerLine(line: string, options: ScheduleOptions, answer: (asked: Asked) => Answer): Answer {
  try {
    const asked: unknown = JSON.parse(line);
    if (typeof asked === 'object' && asked !== null) return answer({ ...options, ...asked });
  } catch {
    // Falls through: a line that is no JSON is answered like a phrase that is none.
  }
  return answer({ phrase: undefined });
}

/** A phrase is answered in its own language. */
function languageOf(written: unknown): Language {
  const english =
    typeof written === 'string' && /[a-z]/i.test(written) && !/\p{Script=Han}|RRULE|FREQ=/iu.test(written);
  return english ? 'en' : 'zh';
}

function answerOf(asked: Asked, { say, now }: ScheduleIo, language: Language): Answer {
  const question = questionOf(asked, now());
  if ('id' in question) return { kind: 'error', problem: say(question, language) };
  const place = { zone: question.zone, calendar: officialCalendar() };
  const read = readSchedule(question.phrase, { ...place, from: question.from });
  if (!read.ok) return { kind: 'error', problem: say(read.problem, language) };
  const next = nextFew(read.schedule, place, question.from, question.count);
  const notes = [...read.notes, ...unsure(read, place, next)].map((note) => say(note, language));
  return {
    kind: read.kind,
    reading: say(explainSchedule(read.schedule), language),
    next: next.map((at) => isoOf(at, question.zone)),
    ...(read.deadline ? { deadline: read.deadline } : {}),
    ...(read.after ? { after: read.after } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function questionOf(asked: Asked, now: Instant): Question | Phrase {
  const zone = asked.timezone ?? 'Asia/Shanghai';
  if (typeof zone !== 'string' || !isZone(zone)) return phrase('schedule-problem-zone', { word: String(zone) });
  const from = asked.from === undefined ? now : readInstant(String(asked.from), zone);
  if (from === undefined) return phrase('schedule-problem-from', { word: String(asked.from) });
  const count = Number(asked.count ?? 5);
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    return phrase('schedule-problem-number', { word: String(asked.count) });
  if (typeof asked.phrase !== 'string') return phrase('schedule-problem-line');
  return { phrase: asked.phrase, from, zone, count };
}

let calendar: WorkingCalendar | undefined;

function officialCalendar(): WorkingCalendar {
  calendar ??= workingCalendar(officialTable());
  return calendar;
}
