export { dayIn, needsCalendar } from './dates.ts';
export { dateWords, explainSchedule } from './explain.ts';
export { nextFew, nextOf, type Occurrence, occurrencesBetween, type Place, speakingTime } from './occurrences.ts';
export { nextPeriod, type Period, periodOf, periodsBetween, type Window, windows } from './period.ts';
export { readSchedule } from './read.ts';
export type { Problem, ProblemCode, Reading, ReadingContext, Understood } from './reading.ts';
export {
  type EventName,
  isTimed,
  type Once,
  type Ongoing,
  type Recurring,
  type Rule,
  type Schedule,
  type Shift,
} from './schedule.ts';
export { unsure } from './unsure.ts';
