import { recordVoid, together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { maskedText } from '../core/reply/mask.ts';
import { whenDue } from '../core/wording/dates.ts';
import { answer, withButtons, withChoices } from '../core/wording/echo.ts';
import { mattersOf, reasonPhrase, titlePhrase } from '../core/wording/item.ts';
import { rows } from '../core/wording/rows.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { mayMoveForAll, wholeGathering } from './gathering.ts';
import type { Meaning } from './meaning.ts';
import type { Office } from './office.ts';
import { saidFor } from './said-for.ts';
import { tellOffice, tellReminded, voidButtons } from './tell-office.ts';

/** 取消了, 一并开了: only the reporter or the office may act on it; anybody else's word goes to the office. */
export function askCancelled(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Reply {
  const { office } = ask;
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  if (!mayMoveForAll(ask, facts)) return tellOffice(ask, facts, 'void');
  const about = facts.map((f) => f.id);
  if (isOwed(facts, office)) {
    const move = { label: phrase('button-more'), action: { command: 'more', about } };
    return { message: withButtons(answer(phrase('cancel-owed', { title })), [move]) };
  }
  const into = act.mergedInto ? gatheringsFor(ask, facts, act.mergedInto) : [];
  const head = phrase(act.mergedInto === null ? 'cancel-ask' : 'merge-ask', { title });
  const merges = into.map((f) => ({
    label: phrase('button-merge-into', { title: f.title }),
    action: { command: 'merge', about, with: { into: f.title } },
  }));
  return { message: withChoices(answer(head), ...rows(merges, 2), voidButtons(about)) };
}

/** What is owed so many times in a period stays owed, whatever happens to one date (issue 4). */
function isOwed(facts: readonly OccurrenceFacts[], { plan }: Office): boolean {
  const duties = plan.measures.flatMap((m) => m.duties);
  return facts.some((f) => {
    const timing = duties.find((d) => d.id === f.duty)?.timing;
    if (timing?.type === 'quota') return true;
    return timing?.type === 'schedule' && timing.schedule.kind === 'recurring' && timing.schedule.window !== undefined;
  });
}

/** Other gatherings of the plan that the words may mean. */
function gatheringsFor({ office }: Ask, facts: readonly OccurrenceFacts[], named: string) {
  const duties = office.plan.measures.flatMap((m) => m.duties).filter((d) => d.kind === 'meeting' || d.gathering);
  const others = duties.filter((d) => facts.every((f) => f.duty !== d.id));
  const fitting = others.filter((d) => d.title.includes(named) || named.includes(d.title));
  return (fitting.length > 0 ? fitting : others).slice(0, 4);
}

const reasons = ['clash', 'head-away', 'superior', 'other'] as const;

/** 本期不开: with a reason, chosen or typed; whoever was reminded hears it at once. */
export async function cancelOff(ask: Ask, facts: readonly OccurrenceFacts[]): Promise<Reply> {
  const { office, action, words } = ask;
  const [matter] = mattersOf(facts);
  if (!matter) return { toast: phrase('toast-settled') };
  const title = titlePhrase(matter, office.plan);
  if (!mayMoveForAll(ask, facts)) return tellOffice(ask, facts, 'void');
  const given = action?.with?.reason ?? (maskedText(words.trim()) || undefined);
  if (typeof given === 'string') return closed(ask, facts, given);
  const about = facts.map((f) => f.id);
  const choices = reasons.map((reason): Choice => {
    const label = phrase(`cancel-reason-${reason}`);
    return { id: reason, label, action: { command: 'cancel', about, with: { reason } } };
  });
  const head = [phrase('cancel-why', { title })];
  return askBack(ask, { question: 'why', head, choices, free: { command: 'cancel', about } });
}

/** 并入: held together with another gathering, whose own record counts for itself. */
export async function mergeInto(ask: Ask, facts: readonly OccurrenceFacts[]): Promise<Reply> {
  const { office, action } = ask;
  const [matter] = mattersOf(facts);
  if (!matter) return { toast: phrase('toast-settled') };
  if (!mayMoveForAll(ask, facts)) return tellOffice(ask, facts, 'void');
  const into = action?.with?.into;
  if (typeof into === 'string') return closed(ask, facts, `merged:${into}`);
  const about = facts.map((f) => f.id);
  const choices = gatheringsFor(ask, facts, '').map(
    ({ id, title }): Choice => ({
      id,
      label: phrase('title', { title }),
      action: { command: 'merge', about, with: { into: title } },
    }),
  );
  const head = phrase('merge-which', { title: titlePhrase(matter, office.plan) });
  if (choices.length === 0) return { message: answer(phrase('merge-none')) };
  return askBack(ask, { question: 'which-item', head: [head], choices });
}

async function closed(ask: Ask, facts: readonly OccurrenceFacts[], reason: string): Promise<Reply> {
  const { office, said } = ask;
  const { zone } = office.plan.organization;
  // A gathering is off for everyone, whoever's part of it the office was looking at.
  const whole = facts[0]?.gathering ? (await wholeGathering(ask, facts[0])).filter((f) => !f.settled) : [];
  const all = [...facts, ...whole.filter((w) => facts.every((f) => f.id !== w.id))];
  const recorded = together(all.map((f) => recordVoid([f], saidFor(ask, f), reason)));
  const [matter] = mattersOf(recorded.occurrences);
  if (!matter) return { toast: phrase('toast-settled') };
  const args = {
    title: titlePhrase(matter, office.plan),
    when: whenDue(matter.first, zone, said.at),
    reason: reasonPhrase(reason),
  };
  const undo = { label: phrase('button-undo'), action: { command: 'undo', about: all.map((f) => f.id) } };
  const notices = await tellReminded(ask, recorded.occurrences, phrase('cancel-told', args));
  return {
    recorded,
    message: withButtons(answer(phrase('cancelled', { ...args, count: notices.length })), [undo]),
    shows: all.map((f) => f.id),
    notices,
    toast: phrase('toast-recorded'),
  };
}
