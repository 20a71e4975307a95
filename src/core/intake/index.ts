import { addMonths, partsOf as datePartsOf, instantOf, type LocalDate } from '../calendar.ts';
import { phrase } from '../phrase.ts';
import { readSchedule } from '../schedule/index.ts';
import { plainWeek, workingCalendar } from '../working-calendar.ts';
import { type Anchors, readDeadline } from './deadline.ts';
import type { Place, PlainDocument } from './document.ts';
import { doubtsOf } from './doubts.ts';
import type { Doubt, Draft, DraftMeasure, DraftProblem, PaperKind } from './draft.ts';
import { deadlineOf } from './duty/base.ts';
import type { FoundDuty } from './duty/context.ts';
import { dutiesIn } from './duty/read.ts';
import type { Findings, RawMeasure } from './findings.ts';
import { type Header, headerOf } from './header.ts';
import { isGrid, type Line, type Part, partsOf } from './lines.ts';
import { problemsAnsweredBy } from './match.ts';
import { paperKindOf } from './paper-kind.ts';
import { peopleIn } from './people.ts';
import { asWritten, numberOf } from './plain.ts';
import { findingsOf, tellsOfThePast } from './readers.ts';

export type { Block, Paragraph, Place, PlainDocument, Table } from './document.ts';
export type {
  Deadline,
  Doubt,
  DoubtCode,
  Draft,
  DraftDuty,
  DraftMeasure,
  DraftPerson,
  DraftProblem,
  DutyKind,
  Origin,
  PaperKind,
} from './draft.ts';
export { type DraftJson, draftJson } from './draft-json.ts';
export { planTextOf } from './plan-text.ts';
export { rosterOf } from './roster.ts';

const anyWeek = workingCalendar(plainWeek);

export interface IntakeContext {
  /** The office's day: what is due before it is history. */
  readonly today: LocalDate;
  /** The year that the office gave for a paper without one. */
  readonly year?: number;
}

/** Problems, measures and duties of a paper, every one with its own words and place, and all that is in doubt. */
export function draftOf(document: PlainDocument, context: IntakeContext): Draft {
  const parts = partsOf(document);
  const header = headerOf(parts);
  const kind = paperKindOf(header.title, parts);
  const found = findingsOf(kind, parts, header.titleLines);
  const written = writer(parts);
  const problems = problemsOf(found, written);
  const anchors = anchorsOf(header, parts, context);
  const people = peopleIn(parts, ownersOf(found, parts));
  const read = measuresOf({
    kind,
    found,
    problems: problemsOf(found, (piece) => piece),
    anchors,
    header,
    names: people.map(({ name }) => name),
    context,
  });
  const measures = read.map(({ measure }) => asInPaper(measure, written));
  const author =
    header.author && kind === 'self-examination'
      ? [{ name: header.author.name, post: header.author.post, department: null, place: header.author.line.place }]
      : [];
  const draft = {
    kind,
    title: header.title,
    organization: header.organization,
    date: header.date,
    feedback: header.feedback,
    claimed: header.claimed,
    people: [...author, ...people.filter(({ name }) => name !== header.author?.name)],
    problems,
    causes: found.causes.map(({ text, place }) => ({ text: written(text, place), place })),
    measures,
  };
  const doubts = doubtsOf({
    draft,
    duties: read.map(({ duties }) => duties),
    unclear: read.map(({ unclear }) => unclear),
    yearMissing: read.some(({ yearMissing }) => yearMissing),
    unreadable: new Set(read.flatMap(({ duties }) => duties.filter((duty) => duty.unreadable))),
    today: context.today,
  });
  return { ...draft, doubts: [...wholeDoubts(document, parts, kind, draft), ...doubts] };
}

function wholeDoubts(
  document: PlainDocument,
  parts: readonly Part[],
  kind: PaperKind,
  draft: Pick<Draft, 'problems' | 'measures'>,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const add = (code: Doubt['code'], about: string): void =>
    void doubts.push({ code, about: phrase(about), same: code });
  for (const what of document.ignored ?? []) add(what, `intake-${what}`);
  if (!parts.length) add('no-text', 'intake-no-text');
  else if (tellsOfThePast(kind)) add('past-kind', `intake-past-${kind}`);
  else if (!draft.problems.length && !draft.measures.length) add('nothing-found', 'intake-nothing-found');
  return doubts;
}

type Written = (piece: string, place: Place) => string;

/** Gives pieces of plain text back as the paper wrote them. */
function writer(parts: readonly Part[]): Written {
  const odd = parts
    .flatMap((part): readonly Line[] => (isGrid(part) ? part.rows.flat() : [part]))
    .filter(({ plain, words }) => plain !== words);
  return (piece) =>
    piece
      .split('\n')
      .map((row) => {
        const line = odd.find(({ plain }) => plain.includes(row));
        return line ? asWritten(row, line.plain, line.words) : row;
      })
      .join('\n');
}

function problemsOf(found: Findings, written: Written): readonly DraftProblem[] {
  const numbers = found.problems.map(({ no }) => no);
  const own = numbers.every((no) => no !== undefined && no > 0) && new Set(numbers).size === numbers.length;
  return found.problems.map(({ no, aspect, text, example, place }, i) => ({
    no: own ? no! : i + 1,
    aspect: aspect && written(aspect, place),
    text: written(text, place),
    example: example && written(example, place),
    place,
  }));
}

function anchorsOf(header: Header, parts: readonly Part[], context: IntakeContext): Anchors {
  const { date, feedback } = header;
  const text = parts.flatMap((part) => (isGrid(part) ? [] : [part.plain])).join('\n');
  const months = /集中整改(?:期|时间|时限)?[^。；\n]{0,20}?(\d{1,2}|[一二三四五六])个月/.exec(text)?.[1];
  const from = feedback ?? date;
  const window = months && from ? addMonths(from, numberOf(months)) : null;
  // A plan for next year bears this year's date; 2025年度 over a paper of 2026 is what it looks back on.
  const dated = date && header.year && Number(date.slice(0, 4)) < header.year ? header.year : null;
  return { date, feedback, window, year: context.year ?? dated ?? (date ? null : header.year) };
}

function ownersOf(found: Findings, parts: readonly Part[]): Parameters<typeof peopleIn>[1] {
  const any = parts.flatMap((part): readonly Line[] => (isGrid(part) ? part.rows.flat() : [part]))[0];
  return found.measures.flatMap((measure) =>
    [measure.owner, measure.lead].flatMap((text) =>
      text && any
        ? [
            {
              text,
              department: text === measure.owner ? measure.department : null,
              line: { ...any, place: measure.place },
            },
          ]
        : [],
    ),
  );
}

interface Reading {
  readonly measure: DraftMeasure;
  readonly duties: readonly (FoundDuty & { readonly unreadable?: boolean })[];
  readonly unclear: string | null;
  readonly yearMissing: boolean;
}

interface Given {
  readonly kind: PaperKind;
  readonly found: Findings;
  readonly problems: readonly DraftProblem[];
  readonly anchors: Anchors;
  readonly header: Header;
  readonly names: readonly string[];
  readonly context: IntakeContext;
}

function measuresOf(given: Given): readonly Reading[] {
  return given.found.measures
    .map((raw) => readingOf(raw, given))
    .filter(({ measure }, i) => measure.duties.length > 0 || !given.found.measures[i]!.onlyWithDuty);
}

function readingOf(raw: RawMeasure, given: Given): Reading {
  const { kind, anchors, context } = given;
  const deadline = raw.deadline ? readDeadline(raw.deadline, anchors) : undefined;
  const owner = raw.owner ?? raw.lead ?? selfOf(given);
  // 3月底前 inside a measure of a paper without a date is of the year of the measure's own deadline.
  const year =
    anchors.year ??
    (!anchors.date && deadline?.due && deadline.due !== 'immediate' ? datePartsOf(deadline.due).year : null);
  const all = dutiesIn(raw.text, {
    owner,
    deadline,
    evidence: raw.evidence,
    anchors: { ...anchors, year },
    names: given.names,
    place: raw.place,
    strict: kind === 'self-examination' || kind === 'other' || raw.onlyWithDuty,
    title: raw.title,
    timedOnly: raw.onlyWithDuty,
  });
  const duties = all
    .filter((duty) => !raw.closed || (deadline?.ongoing && duty.times))
    .map((duty) => readable(duty, context));
  const measure = {
    title: raw.title,
    text: raw.appendix ? `${raw.text}\n${raw.appendix}` : raw.text,
    problems: answered(raw, given),
    owner,
    department: raw.department,
    deadline: deadline && !deadline.open ? deadlineOf(deadline) : null,
    duties: duties.map(draftDuty),
    ...(raw.closed ? { closed: true } : {}),
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

function draftDuty({
  fuzzy: _f,
  offer: _o,
  openDeadline: _d,
  unreadable: _u,
  ...duty
}: Reading['duties'][number]): DraftMeasure['duties'][number] {
  return duty;
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

function answered(raw: RawMeasure, { found, problems }: Given): readonly number[] {
  if (raw.problems.length)
    return raw.problems
      .map((problem) => problems[found.problems.indexOf(problem)]?.no)
      .filter((no) => no !== undefined);
  const named = NUMBERED.exec(raw.text)?.groups;
  const no = named ? numberOf((named.nth ?? named.no)!) : Number.NaN;
  if (problems.some((problem) => problem.no === no)) return [no];
  return raw.onlyWithDuty || !problems.length ? [] : problemsAnsweredBy(raw.text, raw.title, problems);
}

function asInPaper(measure: DraftMeasure, written: Written): DraftMeasure {
  const words = (text: string | null): string | null => text && written(text, measure.place);
  return {
    ...measure,
    title: words(measure.title)!,
    text: words(measure.text)!,
    owner: words(measure.owner),
    department: words(measure.department),
    duties: measure.duties.map((duty) => ({
      ...duty,
      title: words(duty.title)!,
      text: words(duty.text)!,
      scheduleText: words(duty.scheduleText),
      owner: words(duty.owner),
      with: words(duty.with),
      evidence: words(duty.evidence),
    })),
  };
}
