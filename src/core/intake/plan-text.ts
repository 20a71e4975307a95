import { stringify } from 'yaml';
import { type Phrase, phrase } from '../phrase.ts';
import { type Cast, castOf, selectorsOf } from './cast.ts';
import type { Deadline, Doubt, Draft, DraftDuty, DraftMeasure } from './draft.ts';
import { slugs } from './slug.ts';
import { fourOf, isThreeMeetings } from './standing-duties.ts';

type Say = (phrase: Phrase) => string;

/**
 * A plan file (DESIGN §5) of a draft. What nobody has answered yet stands in comments: the file can be checked and
 * adopted as it is, and what is commented out does not run.
 */
export function planTextOf(draft: Draft, say: Say): string {
  const cast = castOf(draft);
  const whole = draft.doubts.filter(({ item }) => item?.measure === undefined);
  return [
    ...comments(say(phrase('intake-plan-heading', { title: draft.title })), ''),
    ...whole.flatMap(({ about }) => open(about, say, '')),
    `organization: ${flow({ id: slugs().of(draft.organization ?? 'office', 'office'), name: draft.organization ?? draft.title, ...(cast.head ? { head: cast.head } : {}) })}`,
    ...roundLines(draft),
    ...listed(
      'posts',
      cast.posts.map(({ id, name, holder }) => flow({ id, name, holder })),
    ),
    ...(cast.people.length ? [] : open(phrase('intake-plan-no-people'), say, '')),
    ...(cast.people.length ? listed('people', cast.people.map(flow)) : ['people: []']),
    ...listed(
      'problems',
      draft.problems.map(({ no, aspect, text, example }) =>
        flow({
          id: `p${no}`,
          no,
          ...(aspect ? { aspect } : {}),
          text,
          ...(example ? { example: example.slice(0, 2000) } : {}),
        }),
      ),
    ),
    ...measureLines(draft, cast, say),
    '',
  ].join('\n');
}

function measureLines(draft: Draft, cast: Cast, say: Say): readonly string[] {
  const blocks = draft.measures.map((measure, m) => measureBlock(measure, m, draft, cast, say));
  return blocks.some((lines) => lines.some((line) => line.startsWith('  - ')))
    ? ['measures:', ...blocks.flat()]
    : ['measures: []', ...blocks.flat()];
}

function roundLines({ title, feedback }: Draft): readonly string[] {
  return [`round: ${flow({ title, ...(feedback ? { feedback } : {}) })}`];
}

function listed(key: string, rows: readonly string[]): readonly string[] {
  return rows.length ? [`${key}:`, ...rows.map((row) => `  - ${row}`)] : [];
}

function measureBlock(measure: DraftMeasure, m: number, draft: Draft, cast: Cast, say: Say): readonly string[] {
  const doubts = draft.doubts.filter(({ item }) => item?.measure === m);
  const lead = cast.personOf(measure.owner) ?? null;
  const duties = withMakeUp(measure.duties).flatMap((duty, d) =>
    dutyLines(
      duty,
      `m${m + 1}-${duty.kind}${d ? `-${d + 1}` : ''}`,
      doubts.filter(({ item }) => item?.duty === d),
      cast,
      say,
    ),
  );
  const runs = duties.some((line) => !line.trimStart().startsWith('#'));
  const lines = [
    `  - id: m${m + 1}`,
    `    title: ${flow(measure.title.slice(0, 200))}`,
    `    text: ${flow(measure.text.slice(0, 4900))}`,
    ...(measure.problems.length ? [`    problems: ${flow(measure.problems.map((no) => `p${no}`))}`] : []),
    ...(lead ? [`    lead: ${lead}`] : []),
    ...(measure.department ? [`    department: ${flow(measure.department)}`] : []),
    ...deadlineLines(measure.deadline),
    ...doubts.filter(({ item }) => item?.duty === undefined).flatMap(({ about }) => open(about, say, '    ')),
    ...(measure.closed
      ? comments(say(phrase('intake-plan-closed', { title: measure.title.slice(0, 40) })), '    ')
      : []),
    ...(duties.length ? [runs ? '    duties:' : '    # duties:', ...duties] : []),
  ];
  // With neither a duty that runs nor a lead there is nobody to ask, and a plan refuses such a measure. What is open
  // does not run: its lead is not asked for progress either.
  const isOpen = duties.length > 0 && !runs;
  return runs || (lead && !isOpen)
    ? lines
    : lines.map((line) => (line.trimStart().startsWith('#') ? line : `  # ${line.slice(2)}`));
}

function deadlineLines(deadline: Deadline | null): readonly string[] {
  if (!deadline) return [];
  if (!deadline.due) return deadline.ongoing ? ['    deadline: ongoing'] : [];
  return [`    deadline: ${deadline.due}`, ...(deadline.ongoing ? ['    then: ongoing'] : [])];
}

interface PlanDuty extends DraftDuty {
  readonly makeUp?: string;
  /** Said by the `makeUp` of others. */
  readonly absorbed?: true;
}

/** 缺席人员一周内补学 is no duty by itself in a plan: it says how long the absent have after each study. */
function withMakeUp(duties: readonly DraftDuty[]): readonly PlanDuty[] {
  const days = duties
    .map(({ event, schedule }) => (event === '缺席' ? /(\d+)(日|个工作日)内/.exec(schedule ?? '') : null))
    .find((match) => match !== null);
  const makeUp = days ? `${days[1]}${days[2] === '日' ? 'd' : 'wd'}` : undefined;
  if (!makeUp || !duties.some(({ kind, times }) => kind === 'study' && times)) return duties;
  return duties.map((duty) =>
    duty.event === '缺席'
      ? { ...duty, absorbed: true }
      : duty.kind === 'study' && duty.times
        ? { ...duty, makeUp }
        : duty,
  );
}

function dutyLines(duty: PlanDuty, id: string, doubts: readonly Doubt[], cast: Cast, say: Say): readonly string[] {
  if (duty.absorbed) return [];
  if (isThreeMeetings(duty)) return threeMeetings(duty, id, cast, say);
  return [...doubts.flatMap(({ about }) => open(about, say, '      ')), dutyLine(duty, id, doubts, cast)];
}

/** 三会一课 is four duties after a yes: until then they stand there, each with the rhythm of its own article, and none runs. */
function threeMeetings(duty: PlanDuty, id: string, cast: Cast, say: Say): readonly string[] {
  return [
    ...open(phrase('drafting-split'), say, '      '),
    ...fourOf(duty).map((part, i) => `      # - ${dutyText(part, `${id}-${'abcd'[i]}`, [], cast)}`),
  ];
}

function dutyLine(duty: PlanDuty, id: string, doubts: readonly Doubt[], cast: Cast): string {
  const runs =
    whoOf(duty, cast).length > 0 &&
    duty.schedule !== null &&
    duty.origin !== 'none' &&
    !doubts.some(({ code }) => code === 'nobody-named');
  return `      ${runs ? '' : '# '}- ${dutyText(duty, id, doubts, cast)}`;
}

const whoOf = (duty: PlanDuty, cast: Cast) => (duty.owner ? selectorsOf(duty.owner, cast) : []);

function dutyText(duty: PlanDuty, id: string, doubts: readonly Doubt[], cast: Cast): string {
  const who = whoOf(duty, cast);
  const counterparts =
    duty.kind === 'talk' && duty.with
      ? selectorsOf(duty.with, cast).filter((one) => !who.includes(one) || one.startsWith('role:'))
      : [];
  const partners = counterparts.filter((one) => !one.startsWith('post:'));
  const proposed = doubts.find(({ proposed }) => proposed?.schedule)?.proposed?.schedule;
  return flow({
    id,
    kind: duty.kind,
    title: duty.title.slice(0, 200),
    ...(who.length ? { who } : {}),
    ...(partners.length ? { with: partners } : {}),
    ...timing(duty, partners.length > 0, proposed),
    ...(duty.makeUp ? { makeUp: duty.makeUp } : {}),
    ...(duty.origin === 'none' ? {} : { origin: duty.origin }),
    text: duty.text.slice(0, 4900),
  });
}

function timing({ schedule, times }: DraftDuty, isPaired: boolean, proposed: string | undefined): object {
  // What goes on after its day is the measure's own `then`: a duty falls on days.
  const phraseOf = (schedule ?? proposed)?.replace(/(?<=\d.*)，并长期坚持$/u, '');
  // A quota is for each counterpart; without one the phrase says the same.
  if (isPaired && times && schedule) return { quota: `${times.count} per ${times.period}` };
  return phraseOf ? { schedule: phraseOf } : {};
}

function open(about: Phrase, say: Say, indent: string): readonly string[] {
  return comments(say(phrase('intake-plan-open', { text: about })), indent);
}

function comments(text: string, indent: string): readonly string[] {
  return text.split('\n').map((line) => `${indent}# ${line}`);
}

// One line for one value: a line break inside a value would need indenting by depth.
function flow(value: unknown): string {
  if (typeof value === 'string' && value.includes('\n')) return JSON.stringify(value);
  return stringify(value, (_key, inner) => (typeof inner === 'string' ? inner.replace(/\s*\n\s*/g, ' ') : inner), {
    collectionStyle: 'flow',
    lineWidth: 0,
  }).trim();
}
