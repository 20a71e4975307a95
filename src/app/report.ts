import { dateAt } from '../core/calendar.ts';
import { type Done, type Recorded, recordDone, together } from '../core/check-in.ts';
import { dutyKind } from '../core/duties/index.ts';
import { toPerson } from '../core/ladder.ts';
import type { Line } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { type OccurrenceFacts, startOf } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { dutiesOf } from '../core/plan/look-up.ts';
import type { Duty } from '../core/plan/plan.ts';
import { saysJustHeld } from '../core/reply/record-words.ts';
import { isShortFor } from '../core/reply/short-names.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer, onBehalfMessage, recordedMessage } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import { afterDone } from './after-done.ts';
import { openedAfter } from './after-event.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { askMissing } from './missing.ts';
import type { Office } from './office.ts';
import { dutyIn } from './office.ts';
import { saidFor } from './said-for.ts';

/** 已办: records it, says what was recorded and how to take it back, and opens what waited for it. */
export async function reportDone(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  done: Done,
  texts?: Reply['texts'],
): Promise<Reply> {
  const { office } = ask;
  const missing = askMissing(ask, facts, done);
  if (missing) return missing;
  const recorded = together(
    facts.map((f) => recordDone([f], saidFor(ask, f), withPresenter(ask, f, heldOn(ask, f, done)))),
  );
  const credited = recorded.occurrences;
  if (credited.length === 0) return { message: answer(...refusals(recorded, facts, ask)) };
  const after = await openedAfter(ask, credited);
  const open = await ask.world.store.ledger.askedOf(office.org, credited[0]!.asked);
  const ids = new Set(credited.map((f) => f.id));
  const left = open.filter((f) => !ids.has(f.id));
  const more = await afterDone(ask, credited);
  const message = recordedMessage(credited, office.plan, left);
  return {
    recorded: together([recorded, after]),
    message: {
      ...message,
      lines: [...message.lines, ...refusedLines(ask, recorded, facts), ...more.lines],
      buttons: [...more.buttons, ...message.buttons],
    },
    shows: credited.map((f) => f.id),
    notices: [...tellOnBehalf(ask, credited), ...more.notices],
    ...(texts ? { texts } : {}),
  };
}

/** Of several at once, what is not recorded is said beside what is. */
function refusedLines(ask: Ask, recorded: Recorded, facts: readonly OccurrenceFacts[]): readonly Line[] {
  const early = recorded.refused.filter(({ why }) => why !== 'settled');
  return early.length > 0 ? answer(...refusals({ ...recorded, refused: early }, facts, ask)).lines : [];
}

/** An event was held on its own day, however late that is told, unless the words name another or say 今天, 补开. */
function heldOn({ office, said, words }: Ask, facts: OccurrenceFacts, done: Done): Done {
  const { zone } = office.plan.organization;
  const day = dateAt(startOf(facts), zone);
  const today = dateAt(said.at, zone);
  const named = done.carriedOut !== undefined && done.carriedOut !== today;
  return facts.gathering && !named && day < today && !saysJustHeld(words) ? { ...done, carriedOut: day } : done;
}

/** 主讲人: whom the report names, else whom the plan does. */
function withPresenter({ office }: Ask, facts: OccurrenceFacts, done: Done): Done {
  if (!dutyKind(facts.kind).fields.includes('presenter')) return { ...done, presenter: undefined };
  return { ...done, presenter: done.presenter ?? dutyIn(office, facts)?.presenter ?? undefined };
}

/** Why something was not recorded: what has not begun cannot be done, and a window not yet open cannot be credited. */
export function refusals(
  recorded: Recorded,
  facts: readonly OccurrenceFacts[],
  { office, said }: Ask,
): readonly Phrase[] {
  const why = new Map(recorded.refused.map((one) => [one.id, one.why]));
  const matters = mattersOf(facts.filter((f) => why.has(f.id)));
  if (matters.length === 0) return [phrase('nothing-open')];
  const { zone } = office.plan.organization;
  return matters.map((matter) => {
    const { first } = matter;
    const title = titlePhrase(matter, office.plan);
    const reason = why.get(first.id)!;
    if (reason === 'settled') return phrase('settled-before', { title });
    const from = reason === 'not-begun' ? startOf(first) : first.creditFrom;
    return phrase(`refused-${reason}`, { title, when: dayAndTime(from, zone, said.at) });
  });
}

/** Duties that wait for one of these events: named by duty id, kind, title or a name of their own. */
export function waitingFor(office: Office, names: readonly string[]): readonly Duty[] {
  const { byId, afterEvents } = dutiesOf(office.plan);
  const known = (event: string) => {
    const source = byId.get(event);
    return [event, ...(source ? [source.title] : [])];
  };
  return afterEvents.filter(
    ({ timing }) =>
      timing.type === 'after' &&
      known(timing.event).some((e) => names.some((n) => n !== '' && (e === n || e.includes(n) || isShortFor(n, e)))),
  );
}

/** Every record on behalf of somebody is a line in their next message, with a way to contradict. */
export function tellOnBehalf(ask: Ask, credited: readonly OccurrenceFacts[]): readonly Notice[] {
  const others = credited.filter((f) => f.settled?.onBehalfOf);
  const people = [...new Set(others.map((f) => f.settled!.onBehalfOf!))];
  return people.map((person) => {
    const facts = others.filter((f) => f.settled!.onBehalfOf === person);
    const message = onBehalfMessage(facts, ask.speaker, ask.office.plan);
    return {
      id: `behalf@${ask.said.source}~${toPerson(person)}`,
      kind: 'aside',
      to: toPerson(person),
      at: ask.said.at,
      message,
    };
  });
}
