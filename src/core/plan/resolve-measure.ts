import { type LocalDate, readDate } from '../calendar.ts';
import type { MeasureItem } from './draft.ts';
import type { Duty, Measure, Round } from './plan.ts';
import { anchorOf, readPlanPhrase } from './plan-phrase.ts';
import { type Place, problemAt, within } from './problem.ts';
import { dutyOf } from './resolve-duty.ts';
import { dayOf, durationOf, given, type Resolving } from './resolving.ts';
import { departmentId } from './selectors.ts';
import type { RoundShape } from './shape.ts';
import { monthlyProgress } from './synthetic-duty.ts';

export function measureOf(item: MeasureItem, resolving: Resolving): Measure {
  const { id, title, text, problems, lead, department, warn, then } = item.value;
  const deadline = deadlineOf(item, resolving);
  // What is wrong with a round is said of the round itself, once.
  const quiet = { ...resolving, problems: [] };
  const round = resolving.draft.rounds.length > 1 ? roundOf(item.round, item.place, quiet) : undefined;
  return {
    id,
    title,
    ...given('text', text),
    problems: problems ?? [],
    lead: lead ?? null,
    ...given('department', departmentId(department, resolving.draft.departments)),
    deadline: deadline.day,
    thenOngoing: then === 'ongoing' || deadline.thenOngoing,
    warn: (warn ?? []).map(durationOf),
    duties: dutiesOf(item, resolving),
    ...given('round', round),
  };
}

/** The end of the window is a day, or a phrase that names one: 反馈后6个月内 counts from the feedback, else from adoption. */
export function roundOf(round: RoundShape, place: Place, resolving: Resolving): Round {
  const { title, feedback, report } = round;
  return {
    ...given('title', title),
    ...given('feedback', feedback === undefined ? undefined : dayOf(feedback)),
    ...given('report', report === undefined ? undefined : dayNamed(report, round, within(place, 'report'), resolving)),
  };
}

function dayNamed(text: string, round: RoundShape, place: Place, resolving: Resolving): LocalDate | undefined {
  const day = readDate(text);
  if (day) return day;
  const schedule = readPlanPhrase(text, place, resolving, anchorOf(undefined, round));
  if (schedule?.kind === 'once') return schedule.date;
  if (schedule) resolving.problems.push(problemAt(place, 'deadline-without-day', { deadline: text }));
  return undefined;
}

/** A measure without a duty of its own asks its lead for one line of progress monthly (DESIGN §3). */
function dutiesOf(item: MeasureItem, resolving: Resolving): readonly Duty[] {
  if (item.duties.length === 0 && !item.brokenDuties) return monthlyProgress(item.value, resolving);
  return item.duties.flatMap((duty) => dutyOf(duty, item, resolving) ?? []);
}

interface Deadline {
  readonly day: Measure['deadline'];
  readonly thenOngoing: boolean;
}

/** A day, `immediate`, `ongoing`, or a phrase that names a day: 年底前, 反馈后3个月内, 立行立改，长期坚持. */
function deadlineOf(item: MeasureItem, resolving: Resolving): Deadline {
  const { deadline } = item.value;
  const place = within(item.place, 'deadline');
  if (deadline === undefined) return { day: null, thenOngoing: false };
  if (deadline === 'immediate' || deadline === 'ongoing') return { day: deadline, thenOngoing: false };
  const day = readDate(deadline);
  if (day) return { day, thenOngoing: false };
  const anchor = anchorOf(undefined, item.round);
  const schedule = readPlanPhrase(deadline, place, resolving, anchor);
  if (schedule?.kind === 'once') return { day: schedule.date, thenOngoing: false };
  if (schedule?.kind === 'ongoing') return ongoingDeadline(schedule.deadline, schedule.immediate);
  if (schedule) resolving.problems.push(problemAt(place, 'deadline-without-day', { deadline }));
  return { day: null, thenOngoing: false };
}

function ongoingDeadline(day: LocalDate | undefined, immediate: true | undefined): Deadline {
  if (day) return { day, thenOngoing: true };
  return immediate ? { day: 'immediate', thenOngoing: true } : { day: 'ongoing', thenOngoing: false };
}
