import { together } from '../core/check-in.ts';
import { openItems } from '../core/duties/contract.ts';
import { dutyKind } from '../core/duties/index.ts';
import type { Check, CheckAnswer, OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Duty, Plan } from '../core/plan/plan.ts';
import { recordCheck } from '../core/proof.ts';
import { type CheckItem, readChecks, saysChecked } from '../core/reply/check-answers.ts';
import { type Stalled, stalledHearer, stalledIn } from '../core/stalled.ts';
import { itemPhrase, itemsOf, nextCheck } from '../core/wording/checks.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import { numberOf } from '../core/wording/measure.ts';
import { askCheck } from './check-question.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { correctionOf, ownerName } from './correction.ts';
import { dutyIn } from './office.ts';
import { plain } from './plain-notice.ts';
import { reportDone } from './report.ts';
import { saidFor } from './said-for.ts';
import type { Surroundings } from './surroundings.ts';

/** One item answered by a tap: the next one is asked; after the last the record is complete. */
export async function answerCheck(ask: Ask): Promise<Reply> {
  const [facts] = ask.facts;
  const duty = facts && dutyIn(ask.office, facts);
  const { item, answer: given } = ask.action?.with ?? {};
  if (!facts || !duty || !mayAnswer(facts)) return { toast: phrase('toast-settled') };
  if (item === undefined) return askCheck(ask, duty, facts);
  return answered(ask, duty, facts, [{ item: String(item), answer: given as CheckAnswer }]);
}

/** A checklist is answered before it counts as done, a trend right after the visit was recorded. */
function mayAnswer(facts: OccurrenceFacts): boolean {
  const { asks } = dutyKind(facts.kind);
  return asks !== undefined && (asks.when === 'after') === (facts.settled?.how === 'done');
}

/**
 * Answers by text, to the question that was just asked, to the visit just reported, or to the one checklist that the
 * sentence names: buttons may not work (an old message, a stop), and one sentence is quicker than five taps.
 */
export async function checksTyped(ask: Ask, around: Surroundings, text: string): Promise<Reply | undefined> {
  const asked = around.asked?.free?.command === 'check' ? around.asked.free.about : undefined;
  const known = asked ? await ask.world.store.ledger.occurrences(ask.office.org, asked) : candidatesIn(ask, around);
  const [facts] = known.filter(mayAnswer);
  const duty = facts && dutyIn(ask.office, facts);
  if (!facts || !duty || (!asked && known.length > 1)) return undefined;
  const sure = asked !== undefined || facts.settled !== undefined || saysChecked(text);
  const { left, all } = questions(ask, duty, facts);
  const answers = dutyKind(facts.kind).asks?.answers ?? [];
  const checks = readChecks(text, left, answers, sure, { title: facts.title, all });
  return checks && answered({ ...ask, words: text }, duty, facts, checks);
}

function candidatesIn({ office, speaker }: Ask, around: Surroundings): readonly OccurrenceFacts[] {
  const own = (f: OccurrenceFacts) => f.asked === speaker || f.person === speaker;
  const visited = around.last.filter((f) => {
    const duty = dutyIn(office, f);
    return own(f) && mayAnswer(f) && duty !== undefined && openItems(dutyKind(f.kind), duty, f).length > 0;
  });
  if (visited.length > 0) return visited;
  return around.open.filter((f) => own(f) && mayAnswer(f));
}

function questions({ world, office }: Ask, duty: Duty, facts: OccurrenceFacts) {
  const label = (item: string) => world.say(itemPhrase(item), office.plan.organization.language);
  const all = itemsOf(duty, facts.kind).map((item, i): CheckItem => ({ item, label: label(item), no: i + 1 }));
  const left = openItems(dutyKind(facts.kind), duty, facts);
  return { all, left: all.filter(({ item }) => left.includes(item)) };
}

async function answered(ask: Ask, duty: Duty, facts: OccurrenceFacts, checks: readonly Check[]): Promise<Reply> {
  const said = saidFor(ask, facts);
  const recorded = checks.reduce(
    (done, check) => together([done, recordCheck(done.occurrences[0] ?? facts, said, check)]),
    together([]),
  );
  const after = recorded.occurrences[0]!;
  const toast = phrase('toast-recorded');
  if (nextCheck(duty, after)) return { ...withNoted(askCheck(ask, duty, after), ask, checks), recorded, toast };
  return dutyKind(facts.kind).asks?.when === 'before'
    ? finished(ask, duty, after, recorded)
    : moved(ask, duty, after, recorded);
}

/** A sentence may answer some questions and not the first: what was taken from it is said before the next is asked. */
function withNoted(next: Reply, { event }: Ask, checks: readonly Check[]): Reply {
  if (event.type !== 'text' || !next.message) return next;
  const noted = { text: phrase('check-noted', { items: checks.map(answerPhrase) }) };
  return { ...next, message: { ...next.message, lines: [noted, ...next.message.lines] } };
}

function answerPhrase({ item, answer: given }: Check): Phrase {
  return phrase('check-noted-one', { item: itemPhrase(item), trend: phrase(`check-answer-${given}`) });
}

/** The checklist is complete: the check is recorded, and every no becomes part of one correction with an owner. */
async function finished(
  ask: Ask,
  duty: Duty,
  facts: OccurrenceFacts,
  recorded: NonNullable<Reply['recorded']>,
): Promise<Reply> {
  const done = await reportDone(ask, [facts], {});
  const failed = (facts.checks ?? []).filter((c) => c.answer === 'no');
  const isDone = (done.recorded?.occurrences.length ?? 0) > 0;
  const fix = failed.length > 0 && isDone ? correctionOf(ask, duty, facts, failed) : undefined;
  const line = fix
    ? phrase('check-fix-opened', { count: failed.length, person: ownerName(ask, fix.facts) })
    : phrase('check-all-good');
  return {
    ...done,
    recorded: together([recorded, ...(done.recorded ? [done.recorded] : []), ...(fix ? [fix.recorded] : [])]),
    ...(done.message && isDone ? { message: { ...done.message, lines: [...done.message.lines, { text: line }] } } : {}),
    toast: phrase('toast-recorded'),
  };
}

/** All sites of a visit have a trend: where nothing moved so many times in a row, the lead hears it. */
async function moved(
  ask: Ask,
  duty: Duty,
  facts: OccurrenceFacts,
  recorded: NonNullable<Reply['recorded']>,
): Promise<Reply> {
  const { office, world } = ask;
  const past = await world.store.ledger.dueBetween(office.org, 0, facts.due);
  const visits = [...past.filter((f) => f.duty === duty.id && f.person === facts.person && f.id !== facts.id), facts];
  const stalled = stalledIn(duty, visits);
  const hearer = stalled.length > 0 ? stalledHearer(duty, facts.person, office.plan) : null;
  const recordedLine = phrase('check-trend-recorded', { title: facts.title, items: trends(facts) });
  const lines = stalled.map((one) => stalledWords(one, facts));
  const reported = hearer ? [phrase('check-stalled-told', { person: comrade(office.plan, hearer) })] : [];
  return {
    recorded,
    message: answer(recordedLine, ...lines, ...reported),
    notices: hearer && hearer !== ask.speaker ? [plain(ask, hearer, ...stalledMessage(duty, lines, office.plan))] : [],
    toast: phrase('toast-recorded'),
  };
}

/** What the lead reads: which measure, what has not moved, and where to look. */
function stalledMessage(duty: Duty, lines: readonly Phrase[], plan: Plan): readonly Phrase[] {
  const measure = plan.measures.find((m) => m.id === duty.measure)!;
  const args = { no: numberOf(measure, plan), measure: measure.title };
  return [phrase('check-stalled-head', args), ...lines, phrase('check-stalled-next', args)];
}

function stalledWords({ item, visits: count }: Stalled, { title }: OccurrenceFacts): Phrase {
  return phrase('check-stalled', { place: item.startsWith('#') ? title : item, count });
}

/** 城东好转、城西持平; of a visit to one place only how it stands. */
function trends({ checks = [] }: OccurrenceFacts): readonly Phrase[] {
  return checks.map(({ item, answer: given }) => {
    const trend = phrase(`check-answer-${given}`);
    return item.startsWith('#') ? trend : phrase('check-site', { item, trend });
  });
}
