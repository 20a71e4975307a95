import { dutyKind } from '../../duties/index.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Measure } from '../../plan/plan.ts';
import { substanceOf } from '../../reply/substance.ts';
import { clauses } from '../blocks/sentences.ts';
import type { ReportQuestion } from '../contract.ts';
import type { Words } from '../form/words.ts';
import { withFindings } from './findings.ts';
import type { Keyed } from './lagging.ts';
import { isOneLeaders, measureWords, ownWords, titleWords } from './naming.ts';
import { isTalk } from './talks.ts';

/** Measures that moved in the span, each with what was done; talks have a line of their own. */
export function movedItems(question: ReportQuestion): readonly Keyed[] {
  const { plan, facts, from, to } = question;
  const done = facts.filter(
    (f) => !f.own && !isTalk(f) && f.settled?.how === 'done' && f.settled.at >= from && f.settled.at < to,
  );
  return plan.measures.flatMap((measure) => {
    const mine = done.filter((f) => f.measure === measure.id);
    return mine.length > 0 ? [{ key: `moved:${measure.id}`, text: movedLine(measure, mine, question) }] : [];
  });
}

/** What only one leader can hold is merely counted, also where it was done. */
function movedLine(measure: Measure, done: readonly OccurrenceFacts[], question: ReportQuestion): Phrase {
  const { plan, names } = question;
  const own = names ? [] : done.filter((f) => isOneLeaders(f, plan));
  const things = new Map<string, OccurrenceFacts[]>();
  for (const f of done) {
    if (own.includes(f)) continue;
    const key = JSON.stringify([f.kind, titleWords(f, question)]);
    things.set(key, [...(things.get(key) ?? []), f]);
  }
  const deeds = [
    ...[...things.values()].map((those) => deedWords(those, question)),
    ...(own.length > 0 ? [phrase('report-ahead-leaders', { n: own.length })] : []),
  ];
  return phrase('digest-moved', { measure: measureWords(measure, question), deeds: clauses(deeds) });
}

/** A meeting with who came; a report of progress by what it says; anything else by how often, and what was said of it. */
function deedWords(done: readonly OccurrenceFacts[], question: ReportQuestion): Words {
  const [first] = done;
  const title = titleWords(first!, question);
  const came = attendanceOf(done, question);
  if (came) return phrase('digest-deed-came', { title, ...came });
  const said = lastSaid(done, question);
  if (first!.kind === 'progress' && said) return said;
  const line = withFindings(phrase('digest-deed', { title, n: done.length }), done);
  return said ? phrase('report-deed-said', { line, said }) : line;
}

/** 应到, 实到: as reported, which may name more people than the plan knows; else of those whom the plan asks. */
function attendanceOf(
  done: readonly OccurrenceFacts[],
  { facts }: ReportQuestion,
): { readonly sessions: number; readonly expected: number; readonly present: number } | undefined {
  const sessions = [...new Set(done.map(sessionOf))];
  const counted = sessions.map((session) => {
    const there = done.filter((f) => sessionOf(f) === session);
    const told = there.find(({ settled }) => settled?.attendance?.present !== undefined)?.settled?.attendance;
    if (!told && !there.some(({ gathering }) => gathering)) return undefined;
    const asked = facts.filter((f) => sessionOf(f) === session && !['void', 'vacant'].includes(f.settled?.how ?? ''));
    return { expected: told?.expected ?? asked.length, present: told?.present ?? there.length };
  });
  if (counted.some((one) => one === undefined) || dutyKind(done[0]!.kind).counts !== 'gathering') return undefined;
  const sum = (key: 'expected' | 'present') => counted.reduce((n, one) => n + one![key], 0);
  return { sessions: sessions.length, expected: sum('expected'), present: sum('present') };
}

const sessionOf = ({ duty, slot }: OccurrenceFacts) => `${duty}@${slot}`;

/** What was said last of it, where its kind keeps words, it says more than that it was done, and it names nobody. */
function lastSaid(done: readonly OccurrenceFacts[], question: ReportQuestion): string | undefined {
  const [first] = done;
  if (!dutyKind(first!.kind).fields.includes('text')) return undefined;
  const told = [...done]
    .sort((a, b) => a.settled!.at - b.settled!.at)
    .flatMap(({ settled }) => question.texts?.[settled?.line?.id ?? ''] ?? [])
    .flatMap((text) => substanceOf(text, first!.title) ?? [])
    .flatMap((text) => ownWords(text, question) ?? []);
  return told.at(-1);
}
