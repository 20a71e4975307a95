import { DAY, MINUTE } from '../core/calendar.ts';
import { recordUndone } from '../core/check-in.ts';
import { addDuration } from '../core/duration.ts';
import { recordFreed } from '../core/extension.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyContext } from '../core/reply/contract.ts';
import { fullDay, whenDue } from '../core/wording/dates.ts';
import { answer, dayDone, undoButton, withButtons } from '../core/wording/echo.ts';
import { comrade, mattersOf, reasonPhrase, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reasonIn } from './late-amend.ts';
import { type Office, rolesOf } from './office.ts';
import { unsay } from './partners.ts';
import type { Thread } from './ports.ts';
import { namedIn } from './which-report.ts';

/** How far back 更正 reaches without a button. */
const CORRECTED_DAYS = 60;

/** 撤回: the last report of the speaker, or the one a button names, within the office's window. */
export async function takeBack(ask: Ask, named: readonly OccurrenceFacts[] | undefined): Promise<Reply> {
  const { office, said } = ask;
  const { organization } = office.plan;
  const since = addDuration(said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  const facts = (named ?? (await reportsSince(ask, since))).filter((f) => mayTakeBack(office, ask.speaker, f));
  if (facts.length === 0) {
    // The window is over: 更正 stays possible, with a reason.
    const earlier = named ? [] : await reportsSince(ask, said.at - CORRECTED_DAYS * DAY);
    const mine = earlier.filter((f) => mayTakeBack(office, ask.speaker, f));
    return mine.length > 0 ? askReason(ask, mine, 'undo-too-late') : { message: answer(phrase('undo-nothing')) };
  }
  if (facts.some((f) => f.settled!.at < since)) return askReason(ask, facts, 'undo-too-late');
  const matters = mattersOf(facts);
  const undone = matters.map((matter) => ({
    title: titlePhrase(matter, office.plan),
    when: whenDue(matter.first, organization.zone, said.at),
  }));
  const titles = undone.map(({ title }) => title);
  return {
    recorded: recordUndone(facts, said),
    message: answer(...undone.map((one) => phrase('undone', one))),
    shows: facts.map((f) => f.id),
    notices: [
      ...tellChange(ask, phrase('change-undone', { person: comrade(office.plan, ask.speaker), titles })),
      ...(await unsay(ask, facts)),
    ],
  };
}

/**
 * 撤回, said: what its words name of `meant`, the report that they mean; else the latest, and right after another 撤回
 * that is asked.
 */
export async function takeBackSaid(ask: Ask, context: ReplyContext, meant: readonly OccurrenceFacts[]): Promise<Reply> {
  const { world, office, said, speaker, words } = ask;
  const thread: Thread = `person/${speaker}`;
  const { organization } = office.plan;
  const since = addDuration(said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  const last = (await reportsSince(ask, since)).filter((f) => mayTakeBack(office, speaker, f));
  const named = meant.filter(namedIn(words, context));
  const { state } = await world.store.ledger.head(office.org, thread);
  const again = typeof state.undone === 'number' && said.at - state.undone < JUST_NOW;
  if (again && named.length === 0 && last.length > 0) return askMore(ask, last);
  const reply = await takeBack(ask, named.length > 0 ? named : undefined);
  return reply.recorded ? { ...reply, states: { ...reply.states, [thread]: { undone: said.at } } } : reply;
}

const JUST_NOW = 10 * MINUTE;

/** 撤回 twice in a row may be meant once: what it would take back next is shown before it is. */
function askMore(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { plan } = ask.office;
  const title = titlePhrase(mattersOf(facts)[0]!, plan);
  const text = phrase('undo-more', { title, day: fullDay(dayDone(facts[0]!, plan)) });
  return { message: withButtons(answer(text), [undoButton(facts)]) };
}

/** 更正: also after the window, with a reason. What was wrongly credited is set free and not blamed. */
export async function correct(ask: Ask): Promise<Reply> {
  const { office, said, action, speaker } = ask;
  const named = action ? ask.facts : await reportsSince(ask, said.at - CORRECTED_DAYS * DAY);
  const facts = named.filter((f) => mayTakeBack(office, speaker, f));
  if (facts.length === 0) return { message: answer(phrase('undo-nothing')), toast: phrase('toast-not-undone') };
  const reason = reasonIn({ ...ask, facts });
  if (reason === '') return askReason(ask, facts, 'correct-why');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const recorded = recordFreed(facts, said, reason, office.plan.organization);
  const freed = recorded.occurrences[0]!;
  const when = whenDue(freed, office.plan.organization.zone, said.at);
  const change = { person: comrade(office.plan, speaker), title, reason: reasonPhrase(reason) };
  return {
    recorded,
    message: answer(phrase('corrected', { title, when, reason: reasonPhrase(reason) })),
    shows: facts.map((f) => f.id),
    notices: [...tellChange(ask, phrase('change-corrected', change)), ...(await unsay(ask, facts))],
    toast: phrase('toast-undone'),
  };
}

const reasons = ['wrong-item', 'not-done', 'wrong-person', 'other'] as const;

function askReason(ask: Ask, facts: readonly OccurrenceFacts[], head: 'undo-too-late' | 'correct-why'): Reply {
  const about = facts.map((f) => f.id);
  const choices = reasons.map((reason): Choice => {
    const label = phrase(`correct-reason-${reason}`);
    return { id: reason, label, action: { command: 'correct', about, with: { reason } } };
  });
  const [matter] = mattersOf(facts);
  const asked = [phrase(head), phrase('correct-which', { title: titlePhrase(matter!, ask.office.plan) })];
  return askBack(ask, { question: 'why', head: asked, choices, free: { command: 'correct', about } });
}

async function reportsSince(ask: Ask, since: number): Promise<readonly OccurrenceFacts[]> {
  const settled = await ask.world.store.ledger.settledBetween(ask.office.org, since, ask.said.at + 1);
  return lastReport(settled.filter(({ settled: s }) => s?.by === ask.speaker || s?.onBehalfOf === ask.speaker));
}

function mayTakeBack(office: Office, speaker: PersonId, { settled }: OccurrenceFacts): boolean {
  if (!settled || settled.how === 'gap' || settled.how === 'vacant') return false;
  return settled.by === speaker || settled.onBehalfOf === speaker || rolesOf(office, speaker).includes('secretary');
}

/** All that was settled by the same words as the latest. */
function lastReport(settled: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  const latest = settled.reduce<OccurrenceFacts | undefined>(
    (a, b) => (a && a.settled!.at >= b.settled!.at ? a : b),
    undefined,
  );
  return latest ? settled.filter((f) => f.settled!.source === latest.settled!.source) : [];
}

/** The secretary sees what changed, in her next message: nobody is woken for it. */
export function tellChange({ office, said, speaker }: Ask, ...texts: readonly Phrase[]): readonly Notice[] {
  const secretary = secretaryOf(office.plan);
  if (!secretary || secretary === speaker) return [];
  const to = toPerson(secretary);
  return [{ id: `change@${said.source}~${to}`, kind: 'aside', to, at: said.at, message: answer(...texts) }];
}
