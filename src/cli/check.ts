import { dateAt, type Instant, isoOf, localOf } from '../core/calendar.ts';
import { textOfDuration } from '../core/duration.ts';
import { wordsOf } from '../core/duties/contract.ts';
import { officialTable } from '../core/holidays.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Duty, Measure, Plan } from '../core/plan/plan.ts';
import { type PlanProblem, type PlansReading, readPlans } from '../core/plan/read.ts';
import { planSchema } from '../core/plan/schema.ts';
import { type Slot, slotAfter } from '../core/slots.ts';
import type { Language, Say } from '../speech.ts';
import { planTexts } from './plan-files.ts';

export interface CheckOptions {
  readonly json?: boolean;
  /** Print the JSON Schema of the plan file instead. */
  readonly schema?: boolean;
  readonly language?: Language;
}

export interface CheckIo {
  readonly say: Say;
  readonly now: () => Instant;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const datesShown = 3;

/**
 * `duban check PLAN`: every problem of a plan file, or a folder of them, with its place; otherwise the next dates of
 * every duty. Returns the exit code: 1 if there is any problem.
 */
export async function checkCommand(path: string | undefined, options: CheckOptions, io: CheckIo): Promise<number> {
  const language = options.language ?? 'zh';
  const words = (what: Phrase) => io.say(what, language);
  if (options.schema) {
    io.print(JSON.stringify(planSchema(), null, 2));
    return 0;
  }
  const read = await readPath(path ?? '.', io.now());
  const show = options.json ? showJson : showText;
  show(read, words, io);
  return read.ok ? 0 : 1;
}

async function readPath(path: string, now: Instant): Promise<PlansReading> {
  const problem = (code: string): PlansReading => ({
    ok: false,
    problems: [{ code, where: '', file: path, phrase: phrase(`plan-check-${code}`, { path }) }],
  });
  try {
    const files = await planTexts(path);
    if (files.length === 0) return problem('no-plans');
    return readPlans(files, { officialTable: officialTable(), now });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return problem('no-file');
    throw error;
  }
}

type Words = (what: Phrase) => string;

function showJson(read: PlansReading, words: Words, { print, now }: CheckIo): void {
  const told = (problem: PlanProblem) => ({ ...problem, phrase: undefined, text: words(problem.phrase) });
  const answer = read.ok
    ? { ok: true, plans: read.plans.map((plan) => planJson(plan, now())), warnings: read.warnings.map(told) }
    : { ok: false, problems: read.problems.map(told) };
  print(JSON.stringify(answer));
}

function planJson(plan: Plan, now: Instant) {
  const measures = plan.measures.map((measure) => ({
    id: measure.id,
    title: measure.title,
    duties: measure.duties.map((duty) => dutyJson(duty, measure, plan, now)),
  }));
  return { organization: plan.organization.id, name: plan.organization.name, measures };
}

function dutyJson(duty: Duty, measure: Measure, plan: Plan, now: Instant) {
  const { zone } = plan.organization;
  const after =
    duty.timing.type === 'after' ? { after: duty.timing.event, within: textOfDuration(duty.timing.within) } : {};
  const next = nextSlots(duty, measure, plan, now).map(({ at }) => isoOf(at, zone));
  return { id: duty.id, kind: duty.kind, title: duty.title, people: duty.who.length, next, ...after };
}

function showText(read: PlansReading, words: Words, io: CheckIo): void {
  if (!read.ok) {
    io.complain(words(phrase('plan-check-problems', { count: read.problems.length })));
    for (const problem of read.problems) io.complain(placed(problem, words(problem.phrase)));
    return;
  }
  for (const plan of read.plans) for (const line of planLines(plan, io.now())) io.print(words(line));
  for (const warning of read.warnings) {
    io.print(placed(warning, words(phrase('plan-check-warning', { problem: warning.phrase }))));
  }
  io.print(words(phrase('plan-check-good')));
}

/** `plan.yaml:12:5 measures[0].lead: …`, which editors and terminals turn into a link. */
function placed({ file, line, column, where }: PlanProblem, text: string): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${[place, where].filter((part) => part !== '').join(' ')}: ${text}`;
}

function planLines(plan: Plan, now: Instant): readonly Phrase[] {
  const duties = plan.measures.flatMap((measure) => measure.duties);
  const office = phrase('plan-check-office', {
    name: plan.organization.name,
    people: plan.people.length,
    problems: plan.problems.length,
    measures: plan.measures.length,
    duties: duties.length,
  });
  const lines = plan.measures.flatMap((measure) => [
    phrase('plan-check-measure', { id: measure.id, title: measure.title }),
    ...measure.duties.map((duty) => dutyLine(duty, measure, plan, now)),
  ]);
  return [office, ...lines];
}

function dutyLine(duty: Duty, measure: Measure, plan: Plan, now: Instant): Phrase {
  return phrase('plan-check-duty', {
    id: duty.id,
    title: duty.title,
    kind: phrase(wordsOf(duty.kind).name),
    people: duty.who.length,
    dates: datesPhrase(duty, measure, plan, now),
  });
}

function datesPhrase(duty: Duty, measure: Measure, plan: Plan, now: Instant): Phrase | readonly string[] {
  if (duty.timing.type === 'after') {
    const { event, within } = duty.timing;
    return phrase('plan-check-after', { event, within: phrase(`plan-check-span-${within.unit}`, { n: within.n }) });
  }
  const slots = nextSlots(duty, measure, plan, now);
  if (slots.length === 0) return phrase('plan-check-no-dates');
  return slots.map(({ at, timed }) => {
    const { date, time } = localOf(at, plan.organization.zone);
    return timed ? `${date} ${time}` : date;
  });
}

function nextSlots(duty: Duty, measure: Measure, plan: Plan, now: Instant): readonly Slot[] {
  const { organization } = plan;
  const feedback = (measure.round ?? plan.round).feedback;
  const anchor = duty.from ?? feedback ?? dateAt(now, organization.zone);
  const found: Slot[] = [];
  for (let slot = slotAfter(duty, { organization, anchor }, now); slot && found.length < datesShown; ) {
    found.push(slot);
    slot = slotAfter(duty, { organization, anchor }, slot.at);
  }
  return found;
}
