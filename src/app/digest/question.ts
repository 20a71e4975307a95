import { DAY, type Instant } from '../../core/calendar.ts';
import { awaitingDecision, closingsOf } from '../../core/close-out.ts';
import type { OccurrenceFacts } from '../../core/occurrence.ts';
import type { Group } from '../../core/plan/plan.ts';
import type { ReportQuestion } from '../../core/reports/contract.ts';
import { shortCode } from '../../core/seal.ts';
import type { Office } from '../office.ts';
import type { World } from '../ports.ts';
import { type DigestState, digestAfter, draftOf } from './state.ts';

/** A digest with one date-time looks this far ahead. */
const WEEK = 7 * DAY;
const PAGE = 1000;

/** What the bot itself did in a span; `upTo` is the last entry looked at. */
export interface BotFigures {
  readonly due: number;
  readonly sent: number;
  readonly failed: number;
  readonly upTo: number;
}

/** The figures of the span that ends `at`, as they stand now if that lies ahead. */
export async function digestQuestion(
  world: World,
  office: Office,
  group: Group,
  course: DigestState,
  at: Instant,
  bot: BotFigures,
): Promise<ReportQuestion> {
  const { ledger } = world.store;
  const { org } = office;
  const { state, published } = course;
  const from = Number(state.lastDigest ?? at);
  const ahead = digestAfter(group, office, at) ?? at + WEEK;
  const [due, settled, open, begun, { state: ofOrg }] = await Promise.all([
    ledger.dueBetween(org, from, at),
    ledger.settledBetween(org, from, at),
    ledger.open(org),
    // What is due on the last day looked at is due at its end.
    ledger.dueBetween(org, at, ahead + DAY),
    ledger.head(org, 'org'),
  ]);
  const facts = [...due, ...settled.filter((s) => due.every((d) => d.id !== s.id))];
  const told = await ledger.told(org, [...new Set([...facts, ...open].map((f) => f.id))]);
  const now = world.clock.now();
  return {
    ...office,
    from,
    to: at,
    // Before its instant and after a wait alike it tells of its span as it stands now.
    asOf: now,
    ahead,
    facts,
    open,
    begun,
    texts: await textsOf(ledger, org, settled),
    first: published === undefined,
    told,
    names: group.names,
    group: group.id,
    closings: closingsOf(office.plan),
    asked: awaitingDecision(office.plan),
    ...(typeof ofOrg.seal === 'string' ? { seal: shortCode(ofOrg.seal) } : {}),
    ...officeOf(group, course, now < at),
    failures: bot.failed,
  };
}

/** Nobody is said to have checked what only went out by itself. */
function officeOf(group: Group, course: DigestState, ahead: boolean): Pick<ReportQuestion, 'office'> {
  const draft = draftOf(course);
  if (draft?.approved || Object.keys(draft?.edits ?? {}).length > 0) return { office: 'checked' };
  return draft?.previewed !== undefined || (ahead && group.preview !== null) ? { office: 'previewed' } : {};
}

/** What people said of what was settled, as far as it is still kept. */
async function textsOf(ledger: World['store']['ledger'], org: string, settled: readonly OccurrenceFacts[]) {
  const ids = settled.flatMap((f) => f.settled?.line?.id ?? []);
  const texts: Record<string, string> = {};
  for (const id of ids) {
    const text = await ledger.text(org, id);
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}

/** Messages of the span that ends `at`: those that arrived, and those of which nobody knows or that nobody got. */
export async function botFigures(
  world: World,
  { org }: Office,
  { state }: DigestState,
  at: Instant,
): Promise<BotFigures> {
  const from = Number(state.lastDigest ?? 0);
  const found = { sent: 0, failed: 0, upTo: Number(state.botSeq ?? 0) };
  for (let page = await world.store.ledger.entries(org, found.upTo, PAGE); page.length > 0; ) {
    for (const entry of page) {
      if (entry.kind !== 'said' || entry.at < from || entry.at >= at) continue;
      if (entry.result === 'sent' || entry.result === 'relayed') found.sent++;
      else if (entry.result !== 'dropped') found.failed++;
    }
    found.upTo = page.at(-1)!.seq;
    page = await world.store.ledger.entries(org, found.upTo, PAGE);
  }
  return { ...found, due: found.sent + found.failed };
}
