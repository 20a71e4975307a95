import { addDays, DAY, dateAt, type Instant, instantOf, isoOf, localOf, readDate } from '../core/calendar.ts';
import type { Recipient } from '../core/notice.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Plan } from '../core/plan/plan.ts';
import { type LoadReport, loadOf } from '../core/simulation/load.ts';
import {
  type ForeseenMessage,
  type Simulation,
  type SimulationQuestion,
  simulate,
} from '../core/simulation/simulate.ts';
import { recipientName } from '../core/wording/entry.ts';
import { mattersOf } from '../core/wording/item.ts';
import { type CliIo, Refused } from './contract.ts';
import { plansAt } from './plan-at.ts';

export interface SimulateOptions {
  readonly from?: string;
  readonly to?: string;
  readonly answer?: string;
  readonly json?: boolean;
}

/** Longest span: the holiday table ends long before. */
const LONGEST = 5 * 366;

/** `duban simulate PLAN --from DATE --to DATE`: who would be told what, when; both days included. */
export async function simulateCommand(path: string, options: SimulateOptions, io: CliIo): Promise<number> {
  const answers = options.answer ?? 'all';
  if (answers !== 'all' && answers !== 'none')
    throw new Refused(phrase('cli-option-wrong', { option: '--answer', value: answers }));
  const found = [];
  for (const plan of await plansAt(path, io.now())) {
    const question = { plan, answers, ...spanOf(options, plan, io.now()) } satisfies SimulationQuestion;
    const simulation = simulate(question);
    found.push({ question, simulation, load: loadOf(plan, simulation, question) });
  }
  if (options.json) for (const one of found) io.print(JSON.stringify(jsonOf(one)));
  else for (const one of found) for (const line of linesOf(one)) io.print(io.say(line, io.language));
  return 0;
}

interface Found {
  readonly question: SimulationQuestion;
  readonly simulation: Simulation;
  readonly load: LoadReport;
}

/** From today, and for thirty days, where nothing else is said. */
function spanOf(options: SimulateOptions, plan: Plan, now: Instant): { from: Instant; to: Instant } {
  const { zone } = plan.organization;
  const read = (name: string, text: string | undefined) => {
    const date = text === undefined ? undefined : readDate(text);
    if (text !== undefined && !date) throw new Refused(phrase('cli-option-wrong', { option: name, value: text }));
    return date;
  };
  const first = read('--from', options.from) ?? dateAt(now, zone);
  const last = read('--to', options.to) ?? addDays(first, 30);
  const [from, to] = [instantOf(first, '00:00', zone), instantOf(addDays(last, 1), '00:00', zone)];
  if (to <= from || to - from > LONGEST * DAY)
    throw new Refused(phrase('cli-span-wrong', { from: first, to: last, years: 5 }));
  return { from, to };
}

function jsonOf({ question, simulation, load }: Found) {
  const { plan, from, to, answers } = question;
  const { zone } = plan.organization;
  const iso = (at: Instant) => isoOf(at, zone);
  const named = (person: string) => ({ id: person, name: recipientName(plan, `person/${person}`) });
  return {
    organization: plan.organization.id,
    from: dateAt(from, zone),
    to: dateAt(to - 1, zone),
    answer: answers,
    messages: simulation.messages.map((message) => ({
      at: iso(message.at),
      to: message.to,
      name: recipientName(plan, message.to),
      kind: message.kind,
      items: mattersOf(message.facts).map(({ facts, first }) => ({
        title: first.title,
        due: iso(first.due),
        occurrences: facts.map(({ id }) => id),
      })),
    })),
    people: load.people.map(({ person, messages, average, weeks }) => ({
      ...named(person),
      messages,
      averagePerWeek: average,
      weeks,
    })),
    collisions: load.collisions.map(({ person, at, facts }) => ({
      ...named(person),
      at: iso(at),
      items: facts.map(({ title }) => title),
    })),
    overload: load.overload.map(({ person, day, messages }) => ({ ...named(person), day, messages })),
    crowded: load.crowded.map(({ person, ...rest }) => ({ ...named(person), ...rest })),
    heavyWeeks: load.heavyWeeks.map(({ person, monday, messages, average }) => ({
      ...named(person),
      monday,
      messages,
      averagePerWeek: average,
    })),
  };
}

function* linesOf({ question, simulation, load }: Found): Iterable<Phrase> {
  const { plan, from, to, answers } = question;
  const { zone, name } = plan.organization;
  const last = dateAt(to - 1, zone);
  yield phrase(`simulate-head-${answers}`, { office: name, from: dateAt(from, zone), to: last });
  let day = '';
  for (const message of simulation.messages) {
    const { date, time } = localOf(message.at, zone);
    if (date !== day) yield phrase('simulate-day', { day: date });
    day = date;
    yield messageLine(message, time, plan);
  }
  yield phrase('simulate-people');
  for (const { person, messages, average, weeks } of load.people) {
    const most = Math.max(...Object.values(weeks));
    yield phrase('simulate-person', { name: who(person, plan), messages, average: String(average), most });
  }
  yield* troubles(load, plan);
  if (Number(last.slice(0, 4)) > plan.organization.calendar.lastYear)
    yield phrase('simulate-provisional', { year: plan.organization.calendar.lastYear });
}

function who(person: string, plan: Plan): string {
  return recipientName(plan, `person/${person}`);
}

function messageLine({ to, kind, facts }: ForeseenMessage, time: string, plan: Plan): Phrase {
  const titles = mattersOf(facts).map(({ first }) => first.title);
  const about = titles.length > 0 ? phrase('simulate-about', { titles }) : phrase('entry-nothing');
  return phrase('simulate-message', { time, to: nameOf(to, plan), kind: { id: `simulate-kind-${kind}` }, about });
}

function nameOf(to: Recipient, plan: Plan): string {
  return recipientName(plan, to);
}

/** What a secretary would want to change before the plan is adopted. */
function* troubles(load: LoadReport, plan: Plan): Iterable<Phrase> {
  const { zone } = plan.organization;
  const { collisions, overload, heavyWeeks, crowded } = load;
  if (collisions.length + overload.length + heavyWeeks.length + crowded.length === 0)
    return yield phrase('simulate-calm');
  yield phrase('simulate-troubles');
  for (const { person, at, facts } of collisions) {
    const { date, time } = localOf(at, zone);
    yield phrase('simulate-collision', {
      name: who(person, plan),
      at: `${date} ${time}`,
      titles: facts.map((f) => f.title),
    });
  }
  for (const { person, day, messages } of overload)
    yield phrase('simulate-overload', { name: who(person, plan), day, messages });
  for (const { person, span, from, count } of crowded)
    yield phrase(`simulate-crowded-${span}`, { name: who(person, plan), from, count });
  for (const { person, monday, messages, average } of heavyWeeks)
    yield phrase('simulate-heavy', { name: who(person, plan), monday, messages, average: String(average) });
}
