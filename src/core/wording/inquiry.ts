import type { Instant } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { fullDay } from './dates.ts';
import { answer, dayDone, nextSaid } from './echo.ts';
import { comrade, type Matter, mattersOf, titlePhrase, whenPhrase } from './item.ts';
import { numberRows } from './rows.ts';

/** What one message can list. */
const MOST = 9;

/** 还没弄, of several: what is still open, each with its day, and when it is said again. None of it is done. */
export function stillOpenMessage(
  facts: readonly OccurrenceFacts[],
  plan: Plan,
  now: Instant,
  reader: PersonId,
): Message {
  const matters = mattersOf(facts);
  const list = openMessage(matters, plan, now, phrase('still-open', { count: matters.length }));
  return { ...list, lines: [...list.lines, { text: nextSaid(facts, plan, now, reader) }] };
}

/** 什么时候到期, 我还差什么: everything open with its day, as numbers that open each alone. */
export function openMessage(
  matters: readonly Matter[],
  plan: Plan,
  now: Instant,
  head: Phrase = phrase('not-understood-question'),
): Message {
  const listed = matters.slice(0, MOST);
  const items = listed.map(({ facts }, i) => ({ no: i + 1, about: facts.map((f) => f.id) }));
  const lines = listed.map((matter, i): Line => {
    const title = phrase('choice-period', { title: titlePhrase(matter, plan), when: whenPhrase(matter, plan, now) });
    return { text: phrase('choice', { no: i + 1, title }), item: i + 1 };
  });
  const more = matters.length > MOST ? [{ text: phrase('inquiry-more', { count: matters.length - MOST }) }] : [];
  return {
    lines: [{ text: head }, ...lines, ...more],
    buttons: numberRows(items.map(({ no, about }) => ({ no, action: { command: 'open', about } }))),
    items,
  };
}

/** How what was asked about stands, a line each; of somebody else's it is said whose. */
export function standingMessage(matters: readonly Matter[], plan: Plan, now: Instant, of?: PersonId): Message {
  const head = of === undefined ? [] : [phrase('inquiry-of', { person: comrade(plan, of) })];
  return answer(...head, ...matters.slice(0, MOST).map((matter) => standing(matter, plan, now)));
}

function standing(matter: Matter, plan: Plan, now: Instant): Phrase {
  const title = titlePhrase(matter, plan);
  const settled = matter.facts.filter((f) => f.settled);
  const first = settled.find((f) => f.settled?.how === 'done') ?? settled[0];
  if (first?.settled && settled.length === matter.facts.length)
    return phrase(`line-${first.settled.how}`, { line: title, day: fullDay(dayDone(first, plan)) });
  const when = whenPhrase(matter, plan, now);
  const begun = matter.first.gathering ? startOf(matter.first) <= now : matter.first.openedAt > 0;
  return phrase(begun ? 'inquiry-open' : 'inquiry-ahead', { title, when });
}
