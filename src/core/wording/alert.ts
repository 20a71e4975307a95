import { HOUR, type Instant } from '../calendar.ts';
import { nextRungAbove, placedLadder, toPerson } from '../ladder.ts';
import type { Button, Line, Message } from '../message.ts';
import { noticeKey } from '../notice.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { overdueBy } from '../standing.ts';
import { colourLine } from './colour.ts';
import { dayAndTime, isLateToday, shortDay, whenDue } from './dates.ts';
import { pendingButtons } from './decision.ts';
import { actingPhrase, comrade, type Matter, mattersOf, nameOf, titlePhrase } from './item.ts';
import { numberRows } from './rows.ts';

/** What the secretary's alert is made of. */
export interface AlertMessage {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  /** How many overdue items there are in all, these included. */
  readonly total: number;
  readonly now: Instant;
  /** Where it stands under a list: the number of that list's last item. */
  readonly after?: number;
}

/** What is overdue, whose, by how many working days, who hears next and when; the secretary's own buttons. */
export function alertMessage(alert: AlertMessage): Message {
  const matters = mattersOf(alert.facts);
  const head = {
    name: nameOf(alert.plan, alert.to),
    count: matters.length,
    total: Math.max(alert.total, matters.length),
  };
  const { after = 0 } = alert;
  const numbered = matters.length > 1 || after > 0;
  const lines: Line[] = [{ text: phrase('alert-head', head) }];
  matters.forEach((matter, i) => {
    lines.push(...matterLines(matter, numbered ? after + i + 1 : 0, alert));
  });
  const items = matters.map((matter, i) => ({
    no: numbered ? after + i + 1 : 0,
    about: matter.facts.map((f) => f.id),
  }));
  const [only] = items;
  const buttons =
    items.length === 1 && only
      ? secretaryButtons(matters[0]!.first, only.about, alert.told[matters[0]!.first.id])
      : numberRows(items.map(({ no, about }) => ({ no, action: { command: 'handle', about } })));
  return { lines, buttons, items };
}

export function matterLines(
  matter: Matter,
  no: number,
  alert: Pick<AlertMessage, 'plan' | 'told' | 'now'>,
): readonly Line[] {
  const { plan, told, now } = alert;
  const { first } = matter;
  const args = { person: comrade(plan, first.asked), title: titlePhrase(matter, plan) };
  const title = no > 0 ? phrase('alert-item-numbered', { no, ...args }) : phrase('alert-item', args);
  return [
    { text: title, bold: true, item: no },
    { text: latePhrase(first, plan, now) },
    ...colourLine(first, plan, now),
    ...streakLine(first),
    { text: reachedPhrase(first, told[first.id], plan, now) },
    ...nextLine(first, told[first.id], plan, now),
  ];
}

/** When it was due and how late it is; on its own day the hour is over, which is no day yet. */
export function latePhrase(facts: OccurrenceFacts, { organization }: Plan, now: Instant): Phrase {
  const days = overdueBy(facts, organization, now);
  const when = whenDue(facts, organization.zone, now);
  if (days === 0) return phrase('alert-due', { when });
  return isLateToday(facts, organization.zone, now)
    ? phrase('alert-late-today', { when })
    : phrase('alert-late', { when, days });
}

/** 连续第3次: said where misses of one duty follow one another. */
export function streakLine({ streak }: OccurrenceFacts): readonly Line[] {
  return streak === undefined ? [] : [{ text: phrase('time-streak', { n: streak }) }];
}

/** The person's own overdue message goes out together with the first alert about it. */
const SAME_BREATH_MS = HOUR;

/** Not reached is not the same as not done (DESIGN §4.13). */
function reachedPhrase(facts: OccurrenceFacts, told: Told | undefined, plan: Plan, now: Instant) {
  if (facts.history) return phrase('alert-history');
  if (!told || told.how === 'gone') return phrase('alert-not-reached', { person: comrade(plan, facts.asked) });
  const times = timesReminded(facts, told, plan, now);
  return phrase(`alert-told-${told.how}`, { times: Math.max(1, times), answer: answerPhrase(facts) });
}

/**
 * In how many messages its person read of it before this one. Reminders of one hour were one message; what was put off
 * until the ladder began went out as the overdue message; and what leaves in the same breath as this one has not been
 * read, let alone answered.
 */
function timesReminded(facts: OccurrenceFacts, told: Told | undefined, plan: Plan, now: Instant): number {
  const to = toPerson(facts.asked);
  const [first] = placedLadder(facts, told, plan);
  const begins = first?.at ?? Number.POSITIVE_INFINITY;
  const hours = new Map(facts.reminders.map(({ key, at }) => [noticeKey(facts.revision, key, to), at]));
  const own = facts.noticed.filter((mark) => mark.endsWith(`~${to}`) && (hours.get(mark) ?? 0) < begins);
  const messages = new Set(own.map((mark) => hours.get(mark) ?? mark));
  if (first && now - begins < SAME_BREATH_MS) messages.delete(noticeKey(facts.revision, first.key, to));
  return messages.size;
}

/** 收到 and a request that nobody has decided are answers, though nothing is done. */
function answerPhrase({ requested, acknowledged }: OccurrenceFacts): Phrase {
  if (requested?.until) return phrase('alert-answer-until', { day: shortDay(requested.until) });
  if (requested) return phrase(`alert-answer-${requested.what}`);
  return phrase(acknowledged ? 'alert-answer-seen' : 'alert-answer-none');
}

/** To those above: that somebody has answered, where they have. */
export function answerLine(facts: OccurrenceFacts): readonly Line[] {
  return facts.requested || facts.acknowledged ? [{ text: answerPhrase(facts) }] : [];
}

function nextLine(facts: OccurrenceFacts, told: Told | undefined, plan: Plan, now: Instant): readonly Line[] {
  const rung = nextRungAbove(facts, told, plan, now);
  if (!rung) return [];
  const when = dayAndTime(rung.at, plan.organization.zone, now);
  return [{ text: phrase('alert-next-rung', { when, person: actingPhrase(rung, plan) }) }];
}

/** What waits for a decision first; nudge, excuse, record on behalf, hold; whom nothing reaches nobody can nudge. */
export function secretaryButtons(
  facts: OccurrenceFacts,
  about: readonly string[],
  told: Told | undefined,
): readonly (readonly Button[])[] {
  const button = (command: string): Button => ({ label: phrase(`button-${command}`), action: { command, about } });
  const reached = told?.how === 'sent' || told?.how === 'unconfirmed';
  const pending = pendingButtons(facts, about);
  return [
    ...(pending.length > 0 ? [pending] : []),
    [...(reached ? [button('nudge')] : []), button('record')],
    [button('excuse'), button('hold')],
  ];
}
