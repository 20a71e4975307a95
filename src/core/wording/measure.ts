import { dateAt, type Instant } from '../calendar.ts';
import { type CloseOut, measureSums, problemSums, reviewerOf, type Step, uncoveredProblems } from '../close-out.ts';
import { secretaryOf } from '../ladder.ts';
import type { Button, Line, Message } from '../message.ts';
import type { OccurrenceFacts, Standing, Told } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Duty, Measure, PersonId, Plan } from '../plan/plan.ts';
import type { MeasurePart } from '../reply/measure-words.ts';
import { resultWords } from '../reports/figures/results.ts';
import { standingOf } from '../standing.ts';
import { fullDay } from './dates.ts';
import { dayDone } from './echo.ts';
import { comrade, nameOf } from './item.ts';
import { numberRows, rows } from './rows.ts';

/** What is known of one measure and who looks at it. */
export interface MeasureView {
  readonly measure: Measure;
  readonly plan: Plan;
  /** Every occurrence of the measure, settled or not. */
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly now: Instant;
  readonly steps: readonly Step[];
}

/** Duties and problems beyond these are a number: the message stays on one screen. */
const MOST_PROBLEMS = 2;
const MOST_DUTIES = 4;

/** The chain from problem to close-out on one screen, with what this person may do next. */
export function measureMessage(view: MeasureView, ...why: readonly Phrase[]): Message {
  const { measure, plan } = view;
  const head = phrase('measure-head', { no: numberOf(measure, plan), title: measure.title });
  const lines: Line[] = [
    ...why.map((text) => ({ text })),
    { text: head, bold: true },
    ...problemLines(measure, plan),
    { text: phrase('measure-who', whoOf(measure, plan)) },
    ...dutyLines(view),
    { text: proofOf(view) },
    { text: stageOf(measure, plan) },
  ];
  return { lines, buttons: stepButtons(view), items: [] };
}

export function numberOf({ id }: Measure, plan: Plan): number {
  return plan.measures.findIndex((m) => m.id === id) + 1;
}

function problemLines(measure: Measure, plan: Plan): readonly Line[] {
  const found = plan.problems.filter((p) => measure.problems.includes(p.id));
  const shown = found.slice(0, MOST_PROBLEMS).map(problemLine);
  const rest = found.length - shown.length;
  return rest > 0 ? [...shown, { text: phrase('measure-more-problems', { rest }) }] : shown;
}

function problemLine({ no, id, text }: Plan['problems'][number]): Line {
  return { text: phrase('measure-problem', { no: String(no ?? id), text }) };
}

function whoOf({ lead, department, deadline, thenOngoing }: Measure, plan: Plan) {
  const unit = plan.departments.find((d) => d.id === department)?.name ?? department;
  const isDay = deadline !== null && deadline !== 'ongoing' && deadline !== 'immediate';
  const until = isDay
    ? phrase('measure-until', { day: fullDay(deadline) })
    : phrase(`measure-${deadline ?? 'no-deadline'}`);
  return {
    lead: lead ? nameOf(plan, lead) : phrase('measure-nobody'),
    unit: unit ? phrase('measure-unit', { unit }) : phrase('empty'),
    until: thenOngoing ? phrase('measure-then-ongoing', { until }) : until,
  };
}

function dutyLines(view: MeasureView): readonly Line[] {
  const { duties } = view.measure;
  const shown = duties.slice(0, MOST_DUTIES).map((duty) => dutyLine(duty, view));
  const rest = duties.length - shown.length;
  return rest > 0 ? [...shown, { text: phrase('measure-more-duties', { rest }) }] : shown;
}

const groups: Readonly<Record<string, readonly Standing[]>> = {
  done: ['done'],
  late: ['done-late'],
  excused: ['excused'],
  open: ['upcoming', 'open', 'acknowledged'],
  overdue: ['overdue', 'missed'],
};

/** How often it was done, late, excused, is open, is overdue; what is nothing is not said. */
function dutyLine(duty: Duty, { facts, told, plan, now }: MeasureView): Line {
  const standings = facts
    .filter((f) => f.duty === duty.id && !f.own)
    .map((f) => standingOf(f, told[f.id], plan.organization, now));
  const counts = Object.entries(groups).flatMap(([group, members]) => {
    const n = standings.filter((s) => members.includes(s)).length;
    return n > 0 ? [phrase(`measure-count-${group}`, { n })] : [];
  });
  const parts = counts.length > 0 ? counts : [phrase('measure-count-none')];
  return { text: phrase('measure-duty', { title: duty.title, parts }) };
}

/** Pieces of evidence, and the last thing that was done. */
function proofOf({ facts, plan }: MeasureView): Phrase {
  const count = facts.reduce((sum, f) => sum + (f.evidence ?? 0), 0);
  const done = facts.filter((f) => f.settled?.how === 'done' && !f.own);
  const last = done.reduce<OccurrenceFacts | undefined>(
    (a, b) => (a && dayDone(a, plan) >= dayDone(b, plan) ? a : b),
    undefined,
  );
  if (!last) return phrase('measure-proof', { count });
  return phrase('measure-proof-last', { count, day: fullDay(dayDone(last, plan)), title: last.title });
}

export function stageOf({ closeOut, ...measure }: Measure, plan: Plan): Phrase {
  if (!closeOut) return phrase('close-stage-moving');
  const args = { day: fullDay(dateAt(closeOut.at, plan.organization.zone)), person: nameOf(plan, closeOut.by) };
  if (closeOut.stage === 'submitted') {
    const reviewer = reviewerOf(measure, closeOut.submittedBy ?? '', plan);
    return phrase('close-stage-submitted', { ...args, reviewer: reviewer ? comrade(plan, reviewer) : phrase('empty') });
  }
  const moving = closeOut.step === 'returned' ? 'returned' : 'reopened';
  return phrase(`close-stage-${closeOut.stage === 'moving' ? moving : closeOut.stage}`, args);
}

function stepButtons({ measure, steps }: Pick<MeasureView, 'measure' | 'steps'>): readonly (readonly Button[])[] {
  const buttons = steps.map(({ step, result }): Button => {
    const given = { measure: measure.id, step, ...(result ? { result } : {}) };
    return {
      label: phrase(`close-button-${result ?? step}`),
      action: { command: 'close', about: [], with: given },
    };
  });
  const parts = measureParts.map((part): Button => {
    const given = { measure: measure.id, part };
    return { label: phrase(`measure-button-${part}`), action: { command: 'measure', about: [], with: given } };
  });
  return [...rows(buttons, 2), parts];
}

const measureParts: readonly MeasurePart[] = ['duties', 'evidence', 'steps'];

/** All measures: results that add up, problems without a measure, and what waits for a decision. */
export function measuresMessage(plan: Plan): Message {
  const waiting = plan.measures.filter((m) => m.closeOut?.stage === 'submitted' || m.closeOut?.stage === 'reviewed');
  const bare = uncoveredProblems(plan);
  const lines: Line[] = [
    ...resultWords({ measures: measureSums(plan), problems: problemSums(plan) }).map((text) => ({ text })),
    ...(bare.length > 0 ? [{ text: phrase('measure-uncovered', { count: bare.length }) }] : []),
    ...bare.slice(0, 3).map(problemLine),
    ...waiting.slice(0, 4).map((m) => ({ text: waitingLine(m, plan) })),
    { text: phrase('measure-hint') },
  ];
  const buttons = numberRows(
    plan.measures
      .slice(0, MOST_BUTTONS)
      .map(({ id }, i) => ({ no: i + 1, action: { command: 'measure', about: [], with: { measure: id } } })),
  );
  return { lines, buttons, items: [] };
}

/** More buttons than this no phone shows at once; the others can be asked for by number. */
const MOST_BUTTONS = 25;

function waitingLine(measure: Measure, plan: Plan): Phrase {
  const no = numberOf(measure, plan);
  return phrase('measure-waiting', { no, title: measure.title, stage: stageOf(measure, plan) });
}

/** Who hears of a step: who has to decide next, or whom it concerns. */
export function hearersOf(measure: Measure, after: CloseOut, plan: Plan): readonly PersonId[] {
  const secretary = secretaryOf(plan);
  const asked = {
    submitted: [reviewerOf(measure, after.submittedBy ?? '', plan)],
    reviewed: [secretary],
    finished: [after.submittedBy ?? null, measure.lead],
    phase: [after.submittedBy ?? null, measure.lead],
    moving: [after.submittedBy ?? null, measure.lead, secretary],
  } satisfies Record<CloseOut['stage'], readonly (PersonId | null)[]>;
  return [...new Set(asked[after.stage])].filter((person) => person !== null);
}
