import { recordCheck, together } from '../core/check-in.ts';
import { dutyKind } from '../core/duties/index.ts';
import { followUpOf, openedEntry } from '../core/follow-up.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { Check, CheckAnswer, OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty } from '../core/plan/plan.ts';
import { isStalled, withoutMovement } from '../core/stalled.ts';
import { itemPhrase, nextCheck } from '../core/wording/checks.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { dutyIn } from './missing.ts';
import { reportDone, saidFor } from './report.ts';
import { plain } from './request.ts';

/** One item answered by a tap: the next one is asked; after the last the record is complete. */
export async function answerCheck(ask: Ask): Promise<Reply> {
  const [facts] = ask.facts;
  const duty = facts && dutyIn(ask.office, facts);
  const { item, answer: given } = ask.action?.with ?? {};
  const asks = facts && dutyKind(facts.kind).asks;
  if (!facts || !duty || !asks || (asks.when === 'before') === (facts.settled !== undefined))
    return { toast: phrase('toast-settled') };
  const check: Check = { item: String(item), answer: given as CheckAnswer };
  const recorded = recordCheck(facts, saidFor(ask, facts), check);
  const after = recorded.occurrences[0]!;
  const next = nextCheck(duty, after);
  if (next) return { recorded, message: next, toast: phrase('toast-recorded') };
  return asks.when === 'before' ? finished(ask, after, recorded) : moved(ask, duty, after, recorded);
}

/** The checklist is complete: the check is recorded, and every no becomes one correction with an owner. */
async function finished(ask: Ask, facts: OccurrenceFacts, recorded: NonNullable<Reply['recorded']>): Promise<Reply> {
  const done = await reportDone(ask, [facts], {});
  const failed = (facts.checks ?? []).filter((c) => c.answer === 'no');
  const fix = failed.length > 0 && done.recorded?.occurrences.length ? correctionOf(ask, facts, failed) : undefined;
  const opened = fix ? [{ entries: [openedEntry(fix, ask.said.at)], occurrences: [fix], refused: [] }] : [];
  const line = fix
    ? phrase('check-fix-opened', { count: failed.length, person: ownerName(ask, fix) })
    : phrase('check-all-good');
  return {
    ...done,
    recorded: together([recorded, ...(done.recorded ? [done.recorded] : []), ...opened]),
    ...(done.message ? { message: { ...done.message, lines: [...done.message.lines, { text: line }] } } : {}),
    toast: phrase('toast-recorded'),
  };
}

function ownerName({ office }: Ask, { person }: OccurrenceFacts): string {
  return office.plan.people.find((p) => p.id === person)?.name ?? person;
}

/** The secretary sees to the minutes; where nobody is secretary, whoever checked them. */
function correctionOf(ask: Ask, facts: OccurrenceFacts, failed: readonly Check[]): OccurrenceFacts {
  const { office, world, said } = ask;
  const { organization } = office.plan;
  const items = failed.map((c) => itemPhrase(c.item));
  const title = world.say(phrase('check-fix-title', { title: facts.title, items }), organization.language);
  const person = secretaryOf(office.plan) ?? facts.person;
  const within = { unit: 'wd', n: 3 } as const;
  return followUpOf(facts, { mark: 'fix', person, title, kind: 'other', within }, organization, said.at);
}

/** All sites of a visit have a trend: where nothing moved so many times in a row, the lead hears it. */
async function moved(
  ask: Ask,
  duty: Duty,
  facts: OccurrenceFacts,
  recorded: NonNullable<Reply['recorded']>,
): Promise<Reply> {
  const { office, world, speaker } = ask;
  const past = await world.store.ledger.dueBetween(office.org, 0, facts.due);
  const visits = [...past.filter((f) => f.duty === duty.id && f.person === facts.person && f.id !== facts.id), facts];
  const lead = office.plan.measures.find((m) => m.id === duty.measure)?.lead ?? secretaryOf(office.plan);
  const stalled = isStalled(duty, visits) && lead !== null;
  const text = phrase('check-stalled', { title: facts.title, count: withoutMovement(visits) });
  return {
    recorded,
    message: answer(phrase('check-trend-recorded', { title: facts.title }), ...(stalled ? [text] : [])),
    notices: stalled && lead !== speaker ? [plain(ask, lead, text)] : [],
    toast: phrase('toast-recorded'),
  };
}
