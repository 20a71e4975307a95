import { dutyKind, dutyKindIds } from '../../duties/index.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { DutyKindId } from '../../plan/plan.ts';
import { substanceOf } from '../../reply/substance.ts';
import { shortDay } from '../../wording/dates.ts';
import { clauses } from '../blocks/sentences.ts';
import type { PaperQuestion } from '../contract.ts';
import { dueIn, termAt } from '../counts.ts';
import type { Words } from '../form/words.ts';
import { withFindings } from './findings.ts';
import { ownWords, titleWords } from './naming.ts';
import { topicsOf } from './proof.ts';
import { carriedOutOn } from './record.ts';

/** What was carried out of what the span answers for: done and done late. */
export function deedsIn(question: PaperQuestion): readonly OccurrenceFacts[] {
  return dueIn(question).filter((f) => ['done', 'doneLate'].includes(termAt(f, question)));
}

/** Occurrences that people met for are told as 场次 and 人次, the others as times. */
export interface Deeds {
  readonly times: number;
  readonly sessions: number;
}

export function deedsOf(facts: readonly OccurrenceFacts[]): Deeds {
  return { times: facts.length, sessions: new Set(facts.map((f) => `${f.duty}@${f.slot}`)).size };
}

/** One clause for each thing done for a measure, drafted from its check-ins; duties of one title are one thing. */
export function deedLines(measure: string, question: PaperQuestion): readonly Words[] {
  const mine = deedsIn(question).filter((f) => f.measure === measure);
  const things = new Map<string, OccurrenceFacts[]>();
  for (const f of mine) things.set(`${f.kind} ${f.title}`, [...(things.get(`${f.kind} ${f.title}`) ?? []), f]);
  return [...things.values()].map((facts) => deedLine(facts, question));
}

function deedLine(facts: readonly OccurrenceFacts[], question: PaperQuestion): Words {
  const days = facts.map((f) => carriedOutOn(f, question.plan)!).sort();
  const first = facts[0]!;
  const { times, sessions } = deedsOf(facts);
  const measure = question.plan.measures.find((m) => m.id === first.measure);
  // A measure without duties of its own asks for a line of progress under its own title.
  const title = measure?.title === first.title ? phrase(`report-kind-${first.kind}`) : titleWords(first, question);
  const day = shortDay(days.at(-1)!);
  const line = isMet(first)
    ? phrase('report-deed-sessions', { title, sessions, times, day })
    : phrase(dutyKind(first.kind).counts === 'pair' ? 'report-deed-talks' : 'report-deed', { title, times, day });
  const topics = topicsOf(facts, question).flatMap((topic) => ownWords(topic, question) ?? []);
  const about = topics.length > 0 ? phrase('report-deed-topics', { line, topics: topics.slice(-mostTopics) }) : line;
  const told = withFindings(about, facts);
  const said = lastWords(facts, question);
  return said ? phrase('report-deed-said', { line: told, said }) : told;
}

/** People met for it at an hour: it is told as 场次 and 人次. */
function isMet({ kind, gathering }: OccurrenceFacts): boolean {
  return gathering && dutyKind(kind).counts === 'gathering';
}

const mostTopics = 3;

/** What was said with the last reports of it, as far as those texts are still kept and say more than that it was done. */
function lastWords(facts: readonly OccurrenceFacts[], question: PaperQuestion): Words | undefined {
  // Kinds whose records hold words tell of the work itself. Of a talk nothing is quoted (DESIGN §4.14).
  if (!dutyKind(facts[0]!.kind).fields.includes('text')) return undefined;
  const { entries, texts } = question.record;
  const ids = new Set(facts.map((f) => f.id));
  const noted = entries.flatMap((e) =>
    e.kind === 'progressed' && e.at < question.asOf && e.text && e.about.some((id) => ids.has(id))
      ? [{ at: e.at, text: e.text.id }]
      : [],
  );
  const reported = facts.flatMap(({ settled }) => (settled?.line ? [{ at: settled.at, text: settled.line.id }] : []));
  const told = [...noted, ...reported]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ text }) => substanceOf(texts[text] ?? '', facts[0]!.title) ?? [])
    .flatMap((text) => ownWords(text, question) ?? []);
  const last = [...new Set(told)].slice(-mostWords);
  return last.length > 0 ? clauses(last) : undefined;
}

const mostWords = 2;

const first: readonly DutyKindId[] = ['meeting', 'study', 'talk', 'inspection'];
const last: readonly DutyKindId[] = ['other'];
/** As such papers name them; every kind there is has its place. */
const kindOrder = [...first, ...dutyKindIds.filter((id) => !first.includes(id) && !last.includes(id)), ...last];

/** 开展会议3场次、12人次，谈心谈话5人次 …: what the office did, by kind; the times add up to what was done. */
export function activity(
  question: PaperQuestion,
): readonly { readonly kind: DutyKindId; readonly words: Phrase; readonly times: number }[] {
  const done = deedsIn(question);
  const kinds = kindOrder.filter((kind) => done.some((f) => f.kind === kind));
  return kinds.map((kind) => {
    const facts = done.filter((f) => f.kind === kind);
    const { times, sessions } = deedsOf(facts);
    const name = phrase(`report-kind-${kind}`);
    const met = facts.some(isMet);
    return {
      kind,
      times,
      words: phrase(met ? 'report-activity-sessions' : 'report-activity', { name, times, sessions }),
    };
  });
}
