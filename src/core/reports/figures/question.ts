import { addDays, dateAt, type Instant, type LocalDate } from '../../calendar.ts';
import { closingsOf } from '../../close-out.ts';
import { phrase } from '../../phrase.ts';
import type { OfficeRecord, PaperQuestion, Report, ReportAsk, SpanKind } from '../contract.ts';
import { asItStood } from '../counts.ts';
import type { Refusal } from '../form/artefact.ts';
import { type Days, instantsOf, monthOf, quarterOf, readSpan, weekOf } from './spans.ts';

/** A digest looks a week ahead, and so do papers. */
const lookAhead = 7;

/** The question that a report answers when somebody asks for it by name. */
export function questionFor(report: Report, record: OfficeRecord, ask: ReportAsk): PaperQuestion | Refusal {
  if (report.about && !ask[report.about]) return { refused: [phrase(`report-refused-no-${report.about}`)] };
  if (ask.person && record.plan.people.every((p) => p.id !== ask.person))
    return { refused: [phrase('report-refused-person', { person: ask.person })] };
  const days = ask.span === undefined ? usualSpan(report.span, record) : readSpan(ask.span);
  if (!days) return { refused: [phrase('report-refused-span', { span: ask.span ?? '' })] };
  // What may go to a group names nobody unless that is asked for.
  const names = ask.names ?? 'privately' in report;
  return questionOver(days, record, { ...ask, names }, ask.span === undefined && report.span === 'all');
}

/** `live`: everything on record as it is now, whenever due. */
export function questionOver(days: Days, record: OfficeRecord, ask: ReportAsk, live = false): PaperQuestion {
  const { plan, planVersion, since, facts, told, seal, now, closings = closingsOf(plan) } = record;
  const { zone } = plan.organization;
  const { from, to } = live ? { from: 0, to: Number.MAX_SAFE_INTEGER } : instantsOf(days, zone);
  const asOf = Math.min(to, now);
  const inSpan = (at: Instant | undefined) => at !== undefined && at >= from && at < to;
  const stood = facts.map((f) => asItStood(f, plan, asOf));
  return {
    plan,
    planVersion,
    since,
    from,
    to,
    asOf,
    now,
    days,
    ahead: instantsOf({ first: days.first, last: addDays(days.last, lookAhead) }, zone).to,
    facts: stood.filter((f) => inSpan(f.due) || inSpan(f.settled?.at)),
    open: stood.filter((f) => !f.settled && f.openedAt <= asOf),
    begun: stood.filter((f) => f.due > to && f.openedAt <= asOf),
    texts: record.texts,
    told,
    names: ask.names ?? true,
    group: '',
    closings,
    ...(seal ? { seal } : {}),
    record,
    ask,
    day: dateAt(now, zone),
  };
}

/** What an office means when it names no span: the last week or month that is over, or nearly so. */
function usualSpan(kind: SpanKind, { plan, facts, now }: OfficeRecord): Days {
  const { zone } = plan.organization;
  const today = dateAt(now, zone);
  if (kind === 'week') return weekOf(addDays(today, -3));
  if (kind === 'month') return monthOf(addDays(today, -10));
  if (kind === 'quarter') return quarterOf(today);
  const begun = facts.reduce<LocalDate>((first, f) => earlier(first, dateAt(f.scheduled, zone)), today);
  const first = kind === 'round' ? (plan.round.feedback ?? begun) : begun;
  const last = facts.reduce<LocalDate>((end, f) => later(end, dateAt(f.due - 1, zone)), today);
  return { first: earlier(first, today), last: kind === 'round' ? today : last };
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
