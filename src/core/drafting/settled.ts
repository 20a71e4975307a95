import { readDeadline } from '../intake/deadline.ts';
import type { Doubt, Draft, DraftDuty, DraftMeasure, DraftPerson } from '../intake/index.ts';
import { namesIn } from '../intake/people.ts';
import { fourOf, isThreeMeetings } from '../intake/standing-duties.ts';
import type { Drafting } from './drafting.ts';
import { unitedPeople } from './people.ts';
import { doubtGroups, openPosts } from './questions.ts';
import { asFour, asOne } from './vocabulary.ts';

/** The draft with all that was answered; what was not keeps its doubt and does not run. */
export function settledDraft(drafting: Drafting): Draft {
  const draft = drafting.draft!;
  const people = unitedPeople(unitedPeople(draft.people, drafting.people), namedInAnswers(drafting));
  const answered = new Map<Doubt, string>();
  for (const [key, group] of doubtGroups(draft)) {
    const value = drafting.answers[key];
    if (value) for (const doubt of group) answered.set(doubt, value);
  }
  const measures = draft.measures
    .map((measure, m) => settledMeasure(measure, m, answered, drafting))
    .map((measure) => ({ ...measure, duties: splitDuties(measure.duties, drafting.answers.split) }));
  const vacant = openPosts({ ...draft, measures }, people, drafting.answers);
  const settled = measures.map((measure) => ({
    ...measure,
    duties: measure.duties.map((duty) => unlessVacant(duty, vacant)),
  }));
  return { ...draft, people, measures: settled, doubts: draft.doubts.filter((doubt) => !answered.has(doubt)) };
}

/** A duty that only an open post owes waits with it. */
function unlessVacant(duty: DraftDuty, vacant: readonly string[]): DraftDuty {
  return duty.owner && vacant.includes(duty.owner) ? { ...duty, origin: 'none' } : duty;
}

/**
 * 三会一课 after the yes: the first of the four stands in its place and the others at the end, so that whatever counts
 * duties by their place goes on to fit. As one it follows the office; without an answer it does not run.
 */
function splitDuties(duties: readonly DraftDuty[], answer: string | undefined): readonly DraftDuty[] {
  if (!duties.some(isThreeMeetings)) return duties;
  const others: DraftDuty[] = [];
  const kept = duties.map((duty): DraftDuty => {
    if (!isThreeMeetings(duty)) return duty;
    if (answer !== asFour) return { ...duty, origin: answer === asOne ? 'text' : 'none' };
    const [first, ...rest] = fourOf(duty);
    others.push(...rest);
    return first ?? duty;
  });
  return [...kept, ...others];
}

/** Somebody whom neither paper nor roster knows, and who was told as the head or as the holder of a post. */
function namedInAnswers({ answers }: Drafting): readonly DraftPerson[] {
  return Object.entries(answers).flatMap(([key, value]) => {
    if (key !== 'head' && !key.startsWith('post|')) return [];
    const post = key === 'head' ? null : key.slice('post|'.length);
    return namesIn(value).map((name) => ({ name, post, department: null, place: { paragraph: 0 } }));
  });
}

/** Duties by `measure.duty` whose schedule the office decided. */
export function decidedByOffice({ draft, answers }: Drafting): ReadonlySet<string> {
  const decided = doubtGroups(draft!).flatMap(([key, group]) => (answers[key] ? group : []));
  return new Set(
    decided.flatMap(({ code, item }) =>
      /schedule/.test(code) && item?.duty !== undefined ? [`${item.measure}.${item.duty}`] : [],
    ),
  );
}

function settledMeasure(
  measure: DraftMeasure,
  m: number,
  answered: ReadonlyMap<Doubt, string>,
  { answers, draft }: Drafting,
): DraftMeasure {
  const own = [...answered].filter(([{ item }]) => item?.measure === m);
  let next: DraftMeasure = { ...measure, duties: measure.duties.map((duty) => withTalk(duty, answers)) };
  for (const [doubt, value] of own) next = applied(next, doubt, value, draft!);
  return next;
}

function withTalk(duty: DraftDuty, answers: Drafting['answers']): DraftDuty {
  const other = duty.kind === 'talk' && !duty.with ? answers[`with|${duty.title}`] : undefined;
  return other ? { ...duty, with: other } : duty;
}

function applied(measure: DraftMeasure, { code, item }: Doubt, value: string, draft: Draft): DraftMeasure {
  const duties = (change: (duty: DraftDuty) => DraftDuty): readonly DraftDuty[] =>
    measure.duties.map((duty, d) => (d === item?.duty ? change(duty) : duty));
  if (code === 'no-owner' || code === 'nobody-named')
    return {
      ...measure,
      owner: measure.owner && code === 'no-owner' ? measure.owner : value,
      duties: duties((duty) => ({ ...duty, owner: value })),
    };
  if (/schedule/.test(code))
    return { ...measure, duties: duties((duty) => ({ ...duty, schedule: value, origin: 'text' })) };
  const deadline = deadlineOf(value, draft);
  if (item?.duty === undefined) return deadline ? { ...measure, deadline } : measure;
  const due = deadline?.due;
  if (!due || due === 'immediate') return measure;
  return { ...measure, duties: duties((duty) => ({ ...duty, schedule: due, origin: 'text', deadline })) };
}

/** A deadline as somebody types it; undefined if it names neither a day nor 长期坚持. */
export function deadlineOf(
  text: string,
  { date, feedback }: Draft,
  year?: number,
): DraftMeasure['deadline'] | undefined {
  const read = readDeadline(text, { date, feedback, window: null, year: year ?? null });
  if (!read || read.open || (!read.due && !read.ongoing)) return undefined;
  return { text, ongoing: read.ongoing, ...(read.due ? { due: read.due } : {}) };
}
