import { addDays, dateAt, daysBetween } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Report, ReportQuestion } from './contract.ts';
import { type Counts, countsOf, termNames } from './counts.ts';
import { comingLines } from './figures/coming.ts';
import { laggingLines } from './figures/lagging.ts';
import { isOneLeaders, measureWords, titleWords } from './figures/naming.ts';
import { shortDay } from './figures/record.ts';
import { stateCounts } from './figures/states.ts';
import { talkCoverage } from './figures/talks.ts';

/** Lines per section; what does not fit is counted in one line, never dropped. */
const listed = 6;

/** 周报: counts first, then what moved, what needs pushing, what comes next. No names unless the plan says so. */
export const digest = {
  id: 'digest',
  form: 'message',
  span: 'week',
  compose(question: ReportQuestion): Message {
    const lines: Line[] = [
      { text: heading(question), bold: true },
      ...windowLine(question),
      { text: phrase('digest-total'), bold: true },
      ...totals(countsOf(question)),
      { text: measuresLine(question) },
      ...section('digest-progress', [...progress(question), ...talks(question)]),
      ...section('digest-late', laggingLines(question)),
      ...section('digest-ahead', comingLines(question)),
      ...provisionalLine(question),
      ...closing(question).map((text) => ({ text })),
    ];
    return { lines, buttons: [], items: [] };
  },
} satisfies Report;

function heading({ plan, from, to }: ReportQuestion): Phrase {
  const { zone } = plan.organization;
  return phrase('digest-head', { from: shortDay(dateAt(from, zone)), to: shortDay(dateAt(to - 2, zone)) });
}

/** Days left of the rectification window, where the plan names its end. */
function windowLine({ plan, to }: ReportQuestion): readonly Line[] {
  const { report } = plan.round;
  if (!report) return [];
  const left = daysBetween(dateAt(to, plan.organization.zone), report);
  return left >= 0 ? [{ text: phrase('digest-window', { days: left }) }] : [];
}

/** Terms that are zero are not said; the sum still holds. */
function totals(counts: Counts): readonly Line[] {
  const parts = termNames
    .filter((key) => counts[key] > 0)
    .map((key) => phrase(`digest-term-${key.toLowerCase()}`, { n: counts[key] }));
  const beside = (['void', 'vacant', 'caughtUp'] as const).filter((key) => counts[key] > 0);
  return [
    { text: phrase('digest-due', { due: counts.due }) },
    ...(parts.length > 0 ? [{ text: phrase('digest-terms', { parts }) }] : []),
    ...beside.map((key) => ({ text: phrase(`digest-beside-${key.toLowerCase()}`, { n: counts[key] }) })),
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

function section(id: string, lines: readonly Phrase[]): readonly Line[] {
  if (lines.length === 0) return [];
  const more = lines.length > listed ? [phrase('digest-more', { n: lines.length - listed })] : [];
  return [{ text: phrase(id), bold: true }, ...[...lines.slice(0, listed), ...more].map((text) => ({ text }))];
}

/** Measures that moved, with how many of their duties were carried out. */
function progress(question: ReportQuestion): readonly Phrase[] {
  const { plan, facts, from, to, names } = question;
  const done = facts.filter((f) => !f.own && f.settled?.how === 'done' && f.settled.at >= from && f.settled.at < to);
  return plan.measures.flatMap((measure) => {
    const mine = done.filter((f) => f.measure === measure.id);
    if (mine.length === 0) return [];
    const shown = mine.filter((f) => names || !isOneLeaders(f, plan)).map((f) => titleWords(f, question));
    const titles = shown.filter((title, i) => shown.findIndex((t) => sameWords(t, title)) === i).slice(0, 2);
    const args = { measure: measureWords(measure, question), n: mine.length };
    return [titles.length > 0 ? phrase('digest-moved', { ...args, titles }) : phrase('report-moved', args)];
  });
}

const sameWords = (a: string | Phrase, b: string | Phrase) => JSON.stringify(a) === JSON.stringify(b);

function talks(question: ReportQuestion): readonly Phrase[] {
  const { done, left } = talkCoverage(question);
  if (done + left === 0) return [];
  return [left > 0 ? phrase('report-talks-left', { done, left }) : phrase('report-talks-all', { done })];
}

/** What the group is asked to decide, the bot's own failures if there were any, and the ledger's seal. */
function closing(question: ReportQuestion): readonly Phrase[] {
  const { plan, asked = [], seal, failures = 0 } = question;
  const measures = plan.measures.filter((m) => asked.includes(m.id)).map((m) => measureWords(m, question));
  return [
    ...(measures.length > 0 ? [phrase('report-ask-closing', { measures })] : []),
    ...(failures > 0 ? [phrase('report-bot-failed', { n: failures })] : []),
    ...(seal ? [phrase('report-seal', { seal })] : []),
  ];
}

/** Dates ahead that lie beyond the last holiday notice say so, in the group as in the preview (DESIGN §4.11). */
function provisionalLine({ plan, ahead }: ReportQuestion): readonly Line[] {
  const { calendar, zone } = plan.organization;
  const last = addDays(dateAt(ahead, zone), -1);
  return calendar.isProvisional(last) ? [{ text: phrase('hint-provisional', { year: Number(last.slice(0, 4)) }) }] : [];
}
