import { partsOf as datePartsOf, instantOf, type LocalDate } from '../calendar.ts';
import { readSchedule } from '../schedule/index.ts';
import { plainWeek, workingCalendar } from '../working-calendar.ts';
import type { IntakeContext } from './context.ts';
import { type Anchors, type ReadDeadline, readDeadline } from './deadline.ts';
import type { DraftMeasure, DraftProblem, PaperKind } from './draft.ts';
import { deadlineOf } from './duty/base.ts';
import type { FoundDuty } from './duty/context.ts';
import { dutiesIn } from './duty/read.ts';
import type { Findings, RawMeasure } from './findings.ts';
import type { Header } from './header/index.ts';
import { answersOf } from './match.ts';
import { ownerOfAll } from './owner.ts';
import { numberOf } from './plain.ts';

const anyWeek = workingCalendar(plainWeek);

/** A measure as it was read, and what must be asked about it. */
export interface Reading {
  readonly measure: DraftMeasure;
  readonly duties: readonly (FoundDuty & { readonly unreadable?: boolean })[];
  readonly unclear: string | null;
  readonly yearMissing: boolean;
}

export interface Given {
  readonly kind: PaperKind;
  readonly found: Findings;
  readonly problems: readonly DraftProblem[];
  readonly anchors: Anchors;
  readonly header: Header;
  readonly names: readonly string[];
  readonly context: IntakeContext;
}

/** The measures of a paper; general requirements count if they hold a duty. */
export function measuresOf(given: Given): readonly Reading[] {
  const apart = apartOf(given);
  return given.found.measures
    .map((raw) => readingOf(raw, given, apart))
    .filter(({ measure }, i) => measure.duties.length > 0 || !given.found.measures[i]!.onlyWithDuty);
}

function readingOf(raw: RawMeasure, given: Given, apart: Apart): Reading {
  const { kind, anchors, context } = given;
  const when = raw.deadline ?? timeBehind(raw.text);
  const deadline = when ? readDeadline(when, anchors) : undefined;
  const owner = raw.owner ?? ownerOfAll(raw.text) ?? raw.lead ?? selfOf(given);
  const year = yearFor(deadline, given);
  const closed = raw.closed || /（已(?:完成|办结|整改到位|销号)）[。；]?$/.test(raw.text);
  const all = dutiesIn(raw.text, {
    kind,
    owner,
    deadline,
    evidence: raw.evidence,
    anchors: { ...anchors, year },
    names: given.names,
    place: raw.place,
    strict: kind === 'self-examination' || kind === 'other' || raw.onlyWithDuty,
    title: raw.title,
    timedOnly: raw.onlyWithDuty,
    events: kind === 'yearly-plan',
  });
  const duties = all
    .filter((duty) => !closed || (deadline?.ongoing && duty.times))
    .map((duty) => readable(duty, context));
  const measure = {
    title: raw.title,
    text: raw.appendix ? `${raw.text}\n${raw.appendix}` : raw.text,
    problems: answered(raw, given, apart),
    owner,
    department: raw.department,
    deadline: deadline && !deadline.open ? deadlineOf(deadline) : null,
    duties: duties.map(draftDuty),
    ...(closed ? { closed: true } : {}),
    place: raw.place,
  };
  const yearMissing = deadline?.open === 'year' || duties.some(({ openDeadline }) => openDeadline === 'year');
  return {
    measure,
    duties,
    unclear: raw.deadline && (!deadline || deadline.open === 'anchor') ? raw.deadline : null,
    yearMissing,
  };
}

/** 完成换届（4月30日前）: a time in brackets behind a promise, and nothing else in them. */
function timeBehind(text: string): string | null {
  const behind = /（(?<when>[^（）]{2,24})）[。；]?$/.exec(text)?.groups?.when;
  return behind && ONLY_TIME.test(behind) ? behind : null;
}

const ONLY_TIME =
  /^(?:(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:之?前|以前)?(?:完成)?|年底前|立行立改|即日起(?:执行)?|并?(?:长期|持续)坚持|[，、；])+$/;

function draftDuty({
  fuzzy: _f,
  offer: _o,
  openDeadline: _d,
  perhaps: _p,
  unreadable: _u,
  ...duty
}: Reading['duties'][number]): DraftMeasure['duties'][number] {
  return duty;
}

/** 3月底前 inside a measure of a paper without a date is of the year of the measure's own deadline. */
function yearFor(deadline: ReadDeadline | undefined, { anchors, context }: Given): number | null {
  const own = deadline?.due && deadline.due !== 'immediate' ? datePartsOf(deadline.due).year : null;
  return context.year ?? (anchors.date ? null : own) ?? anchors.year;
}

/** A phrase that the schedule reader does not take becomes a question. */
function readable(duty: FoundDuty, { today }: IntakeContext): Reading['duties'][number] {
  if (!duty.schedule || isReadable(duty.schedule, today)) return duty;
  return { ...duty, schedule: null, origin: 'none', unreadable: true };
}

/** Whether a phrase can be read does not depend on the zone or on which days an office works. */
function isReadable(schedule: string, today: LocalDate): boolean {
  return readSchedule(schedule, { zone: 'UTC', calendar: anyWeek, from: instantOf(today, '09:00', 'UTC') }).ok;
}

/** In the first person the owner is the author; a leading group's paper speaks for the group. */
function selfOf({ kind, header }: Given): string | null {
  if (kind !== 'self-examination') return null;
  return header.author?.name ?? (/班子/.test(header.title) ? '领导班子' : '本人');
}

/** 针对第1个问题, 针对问题1. */
const NUMBERED = /^针对(?:第(?<nth>[\d一二三四五六七八九十]+)[个项条]|问题(?<no>[\d一二三四五六七八九十]+))/;

/** For every measure in a part of its own the problems that it answers. */
type Apart = ReadonlyMap<RawMeasure, readonly number[]>;

function answered(raw: RawMeasure, { found, problems }: Given, apart: Apart): readonly number[] {
  if (raw.problems.length)
    return raw.problems
      .map((problem) => problems[found.problems.indexOf(problem)]?.no)
      .filter((no) => no !== undefined);
  const no = numberNamed(raw);
  return problems.some((problem) => problem.no === no) ? [no] : (apart.get(raw) ?? []);
}

function numberNamed({ text }: RawMeasure): number {
  const named = NUMBERED.exec(text)?.groups;
  return named ? numberOf((named.nth ?? named.no)!) : Number.NaN;
}

function apartOf({ found, problems }: Given): Apart {
  const apart = found.measures.filter((raw) => !raw.problems.length && !raw.onlyWithDuty);
  const answers = answersOf(
    problems.filter(({ no }) => !apart.some((raw) => numberNamed(raw) === no)),
    apart,
  );
  return new Map(apart.map((raw, i) => [raw, answers[i]!]));
}
