import { addDays, dateAt, daysBetween } from '../calendar.ts';
import { digestMessage } from '../digest/message.ts';
import type { Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Report, ReportQuestion } from './contract.ts';
import { type Counts, countsOf, termNames } from './counts.ts';
import { comingItems } from './figures/coming.ts';
import { type Keyed, laggingItems } from './figures/lagging.ts';
import { isOneLeaders, measureWords, titleWords } from './figures/naming.ts';
import { shortDay } from './figures/record.ts';
import { stateCounts } from './figures/states.ts';
import { talkCoverage } from './figures/talks.ts';

/** One part of the digest: its heading, what may be reworded line by line, and what is merely counted. */
export interface DigestPart {
  readonly id: 'head' | 'total' | 'progress' | 'late' | 'ahead' | 'end';
  readonly heading?: Phrase;
  readonly lines: readonly Keyed[];
  /** More lines than this are folded into one, each still there. */
  readonly room: number;
}

const room = { head: 9, total: 9, progress: 6, late: 8, ahead: 6, end: 9 } as const;

/** 周报: counts first, then what moved, what needs pushing, what comes next. No names unless the plan says so. */
export const digest = {
  id: 'digest',
  form: 'message',
  span: 'week',
  compose(question: ReportQuestion): Message {
    return digestMessage(digestParts(question));
  },
} satisfies Report;

export function digestParts(question: ReportQuestion): readonly DigestPart[] {
  const figure = (text: Phrase): Keyed => ({ text });
  const part = (id: DigestPart['id'], lines: readonly Keyed[], heading?: Phrase): DigestPart => ({
    id,
    lines,
    room: room[id],
    ...(heading ? { heading } : {}),
  });
  return [
    part('head', windowLine(question).map(figure), heading(question)),
    part('total', [...totals(countsOf(question)), measuresLine(question)].map(figure), phrase('digest-total')),
    part('progress', [...progress(question), ...talks(question)], phrase('digest-progress')),
    part('late', laggingItems(question), phrase('digest-late')),
    part('ahead', comingItems(question), phrase('digest-ahead')),
    part('end', closing(question)),
  ];
}

function heading({ plan, from, to }: ReportQuestion): Phrase {
  const { zone } = plan.organization;
  return phrase('digest-head', { from: shortDay(dateAt(from, zone)), to: shortDay(dateAt(to - 2, zone)) });
}

/** Days left of the rectification window, where the plan names its end. */
function windowLine({ plan, to }: ReportQuestion): readonly Phrase[] {
  const { report } = plan.round;
  if (!report) return [];
  const left = daysBetween(dateAt(to, plan.organization.zone), report);
  return left >= 0 ? [phrase('digest-window', { days: left })] : [];
}

/** Terms that are zero are not said; the sum still holds. */
function totals(counts: Counts): readonly Phrase[] {
  const parts = termNames
    .filter((key) => counts[key] > 0)
    .map((key) => phrase(`digest-term-${key.toLowerCase()}`, { n: counts[key] }));
  const beside = (['void', 'vacant', 'caughtUp'] as const).filter((key) => counts[key] > 0);
  return [
    phrase('digest-due', { due: counts.due }),
    ...(parts.length > 0 ? [phrase('digest-terms', { parts })] : []),
    ...beside.map((key) => phrase(`digest-beside-${key.toLowerCase()}`, { n: counts[key] })),
  ];
}

/** 措施22条：已销号2、推进中15（较上期减1）…: states that nothing is in and that did not change are not said. */
function measuresLine(question: ReportQuestion): Phrase {
  const parts = stateCounts(question)
    .filter(({ n, change }) => n > 0 || change !== 0)
    .map(({ state, n, change }) => {
      const args = { what: phrase(`report-state-${state}`), n };
      if (change === 0) return phrase('report-state-count', args);
      return phrase(change > 0 ? 'report-state-up' : 'report-state-down', { ...args, by: Math.abs(change) });
    });
  return phrase('report-measures', { n: question.plan.measures.length, parts });
}

/** Measures that moved, with how many of their duties were carried out. */
function progress(question: ReportQuestion): readonly Keyed[] {
  const { plan, facts, from, to, names } = question;
  const done = facts.filter((f) => !f.own && f.settled?.how === 'done' && f.settled.at >= from && f.settled.at < to);
  return plan.measures.flatMap((measure) => {
    const mine = done.filter((f) => f.measure === measure.id);
    if (mine.length === 0) return [];
    const shown = mine.filter((f) => names || !isOneLeaders(f, plan)).map((f) => titleWords(f, question));
    const titles = shown.filter((title, i) => shown.findIndex((t) => sameWords(t, title)) === i).slice(0, 2);
    const args = { measure: measureWords(measure, question), n: mine.length };
    const text = titles.length > 0 ? phrase('digest-moved', { ...args, titles }) : phrase('report-moved', args);
    return [{ key: `moved:${measure.id}`, text }];
  });
}

const sameWords = (a: string | Phrase, b: string | Phrase) => JSON.stringify(a) === JSON.stringify(b);

function talks(question: ReportQuestion): readonly Keyed[] {
  const { done, left } = talkCoverage(question);
  if (done + left === 0) return [];
  return [{ text: left > 0 ? phrase('report-talks-left', { done, left }) : phrase('report-talks-all', { done }) }];
}

/** What the group is asked to decide, the bot's own failures if there were any, and the ledger's seal. */
function closing(question: ReportQuestion): readonly Keyed[] {
  const { plan, asked = [], seal, failures = 0 } = question;
  const measures = plan.measures.filter((m) => asked.includes(m.id)).map((m) => measureWords(m, question));
  return [
    ...(measures.length > 0 ? [{ key: 'asked', text: phrase('report-ask-closing', { measures }) }] : []),
    ...(failures > 0 ? [{ text: phrase('report-bot-failed', { n: failures }) }] : []),
    ...(seal ? [{ text: phrase('report-seal', { seal }) }] : []),
  ];
}

/** The first year for which no holiday notice stood when dates ahead were worked out: for the preview (DESIGN §4.11). */
export function provisionalYear({ plan, ahead }: ReportQuestion): number | undefined {
  const { calendar, zone } = plan.organization;
  const last = addDays(dateAt(ahead, zone), -1);
  return calendar.isProvisional(last) ? Number(last.slice(0, 4)) : undefined;
}
