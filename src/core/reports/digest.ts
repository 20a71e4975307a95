import { addDays, dateAt } from '../calendar.ts';
import { digestMessage } from '../digest/message.ts';
import type { DigestPart } from '../digest/part.ts';
import type { Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { shortDay } from '../wording/dates.ts';
import type { Report, ReportQuestion } from './contract.ts';
import { countsOf } from './counts.ts';
import { comingItems } from './figures/coming.ts';
import { type Keyed, laggingItems } from './figures/lagging.ts';
import { movedItems } from './figures/moved.ts';
import { measureWords } from './figures/naming.ts';
import { talkWords } from './figures/talks.ts';
import { daysTold, totals, windowLine } from './figures/totals.ts';

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
  const section = (id: DigestPart['id'], lines: readonly Keyed[]): DigestPart => {
    const told = lines.length > 0 ? lines : [figure(phrase(`digest-${id}-none`))];
    return { id, title: phrase(`digest-${id}`), lines: told, room: room[id] };
  };
  const moved = [...movedItems(question), ...[talkWords(question) ?? []].flat().map(figure)];
  const late = laggingItems(question);
  // On its first day an office has nothing to show yet, and nothing to be praised for.
  const begins = question.first && countsOf(question).due === 0 && movedItems(question).length + late.length === 0;
  return [
    { id: 'head', heading: heading(question), lines: windowLine(question).map(figure), room: room.head },
    section('total', totals(question).map(figure)),
    ...(begins ? [] : [section('progress', moved), section('late', late)]),
    section('ahead', comingItems(question)),
    { id: 'end', lines: closing(question), room: room.end },
  ];
}

function heading(question: ReportQuestion): Phrase {
  const { first, last } = daysTold(question);
  if (first === last) return phrase('digest-head-day', { day: shortDay(first) });
  return phrase('digest-head', { from: shortDay(first), to: shortDay(last) });
}

/** What the group is asked to decide, the bot's own failures if there were any, and the ledger's seal. */
function closing(question: ReportQuestion): readonly Keyed[] {
  const { plan, asked = [], seal, office, failures = 0 } = question;
  const measures = plan.measures.filter((m) => asked.includes(m.id)).map((m) => measureWords(m, question));
  return [
    ...(measures.length > 0 ? [{ key: 'asked', text: phrase('report-ask-closing', { measures }) }] : []),
    ...(failures > 0 ? [{ text: phrase('report-bot-failed', { n: failures }) }] : []),
    ...(seal ? [{ text: phrase(office ? `report-seal-${office}` : 'report-seal', { seal }) }] : []),
  ];
}

/** The first year for which no holiday notice stood when dates ahead were worked out: for the preview (DESIGN §4.11). */
export function provisionalYear({ plan, ahead }: ReportQuestion): number | undefined {
  const { calendar, zone } = plan.organization;
  const last = addDays(dateAt(ahead, zone), -1);
  return calendar.isProvisional(last) ? Number(last.slice(0, 4)) : undefined;
}
