import { DAY } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { aboutness, NAMED } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { sentenceOf } from '../core/reply/sentence.ts';
import type { Ask } from './commands/contract.ts';
import { byReport, openItem, type Surroundings } from './surroundings.ts';

/** How far back 更正 and 撤回 reach where their words name what was reported. */
const NAMED_DAYS = 60;

/** Whether the words name what was reported: a talk by whom it was with, anything else by its title. */
export function namedIn(text: string, context: ReplyContext): (facts: OccurrenceFacts) => boolean {
  const people = new Set(sentenceOf(text, context).people.flatMap((m) => (m.ids.length === 1 ? m.ids : [])));
  const plain = normalize(text).text;
  return (f) => (f.counterpart ? people.has(f.counterpart) : aboutness(plain, openItem(f)) >= NAMED);
}

/**
 * The report that a sentence adds to, puts right or takes back: the one it answers, else the newest that its words
 * name, else the last. A correction that names an older report, or one that the office made for the speaker, means
 * that one; one that names something still open means none.
 */
export async function reportMeant(
  ask: Ask,
  around: Surroundings,
  text: string,
  context: ReplyContext,
  { corrects, intent }: ReplyReading,
): Promise<readonly OccurrenceFacts[]> {
  const { reports, last } = around;
  const answered = reports.filter((f) => around.about.includes(f.id));
  if (answered.length > 0) return answered;
  const puts = corrects || intent === 'undo';
  if (reports.length === 0 && !puts) return last;
  const named = namedIn(text, context);
  const fitting = byReport(reports).filter((facts) => facts.some(named));
  if (fitting.length > 0) return together(fitting, named);
  if (!puts) return last;
  const [older] = byReport((await olderReports(ask, reports)).filter(named));
  if (older) return older;
  const other = around.open.some((f) => !f.counterpart && f.duty !== last[0]?.duty && named(f));
  return other ? [] : last;
}

/** 不是王，是陈, told of in two reports: both talks. Else the newest report as a whole. */
function together(
  fitting: readonly (readonly OccurrenceFacts[])[],
  named: (facts: OccurrenceFacts) => boolean,
): readonly OccurrenceFacts[] {
  const all = fitting.flat().filter(named);
  return fitting.length > 1 && all.every((f) => f.counterpart !== undefined) ? all : fitting[0]!;
}

/** What the speaker owed and was reported before, by whomever. */
async function olderReports({ world, office, said, speaker }: Ask, known: readonly OccurrenceFacts[]) {
  const settled = await world.store.ledger.settledBetween(office.org, said.at - NAMED_DAYS * DAY, said.at + 1);
  const theirs = (f: OccurrenceFacts) => f.settled?.by === speaker || f.asked === speaker || f.person === speaker;
  return settled.filter((f) => f.settled?.how === 'done' && theirs(f) && known.every((k) => k.id !== f.id));
}
