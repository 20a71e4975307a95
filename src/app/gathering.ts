import { dateAt, type Instant, instantOf, type LocalDate, localOf } from '../core/calendar.ts';
import { recordMoved } from '../core/extension.ts';
import { personOf } from '../core/holder.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Button } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { type OccurrenceFacts, occurrenceId, partsOfOccurrence, startOf } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { normalize } from '../core/reply/normalize.ts';
import { timesIn } from '../core/reply/times.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer, withButtons } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { actsForOffice, dutyIn } from './office.ts';

/** Only the reporter of a gathering, or the office, moves or cancels it: for everyone. */
export function mayMoveForAll({ office, speaker, said }: Ask, facts: readonly OccurrenceFacts[]): boolean {
  return actsForOffice(office, speaker, said.at) || facts.every((f) => f.gathering && f.asked === speaker);
}

/** Everybody's part of one gathering, whatever became of it, as far as it was opened. */
export async function wholeGathering(ask: Ask, first: OccurrenceFacts): Promise<readonly OccurrenceFacts[]> {
  const holders = dutyIn(ask.office, first)?.who ?? [];
  const parts = partsOfOccurrence(first.id);
  const ids = holders.map((holder) => occurrenceId({ ...parts, person: personOf(holder) }));
  return ask.world.store.ledger.occurrences(ask.office.org, [...new Set([first.id, ...ids])]);
}

/** 改期 by somebody who may not: who can, and what is theirs to do. */
export function refuseMove(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { office, speaker } = ask;
  const [matter] = mattersOf(facts);
  const able = [...new Set([matter!.first.asked, secretaryOf(office.plan)])].filter(
    (id): id is PersonId => id !== null && id !== speaker,
  );
  const own = facts.filter((f) => f.person === speaker && !f.settled).map((f) => f.id);
  const leave: Button = { label: phrase('button-leave'), action: { command: 'leave', about: own } };
  const text = phrase('gathering-not-yours', {
    title: titlePhrase(matter!, office.plan),
    people: able.map((id) => comrade(office.plan, id)),
  });
  const message = answer(text);
  return { message: own.length > 0 ? withButtons(message, [leave]) : message, toast: phrase('toast-not-yours') };
}

/** 改到周五下午4点: the hour that the words name, else the hour at which it was to begin. */
function newStart(first: OccurrenceFacts, day: LocalDate, words: string, ask: Ask): Instant {
  const { zone } = ask.office.plan.organization;
  const said = timesIn(normalize(words).text).findLast((clock) => clock.exact !== null);
  return instantOf(day, said?.exact ?? localOf(startOf(first), zone).time, zone);
}

/** It moves for everyone, and whoever was already reminded hears it at once. */
export async function moveForAll(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  day: LocalDate,
  words = '',
): Promise<Reply> {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  if (!mayMoveForAll(ask, facts)) return refuseMove(ask, facts);
  const stored = await wholeGathering(ask, facts[0]!);
  const all = stored.length > 0 ? stored : facts;
  const begins = newStart(facts[0]!, day, words, ask);
  if (begins <= said.at || day < dateAt(said.at, organization.zone)) return { message: answer(phrase('move-past')) };
  if (all.every((f) => startOf(f) === begins)) {
    const when = dayAndTime(begins, organization.zone, said.at);
    return {
      message: answer(phrase('gathering-there-already', { title: titlePhrase(mattersOf(all)[0]!, office.plan), when })),
    };
  }
  const recorded = recordMoved(all, said, begins, speaker, organization);
  const [matter] = mattersOf(recorded.occurrences);
  if (!matter) return { toast: phrase('toast-settled') };
  const notices = await tellMoved(ask, all, begins);
  const args = {
    title: titlePhrase(matter, office.plan),
    before: dayAndTime(startOf(facts[0]!), organization.zone, said.at),
    when: dayAndTime(begins, organization.zone, said.at),
  };
  return {
    recorded,
    message: answer(phrase('gathering-moved', { ...args, count: notices.length })),
    notices,
    shows: all.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

/** Who was reminded of the old hour, and who is asked for the record; whoever had taken leave may come after all. */
async function tellMoved(ask: Ask, all: readonly OccurrenceFacts[], begins: Instant): Promise<readonly Notice[]> {
  const { office, said, speaker, world } = ask;
  const { zone } = office.plan.organization;
  const heard = await world.store.ledger.told(
    office.org,
    all.map((f) => f.id),
  );
  const told = all.filter((f) => heard[f.id] !== undefined || f.noticed.length > 0 || f.settled?.how === 'excused');
  const people = [...new Set(told.flatMap((f) => [f.person, f.asked]))];
  return people
    .filter((id) => id !== speaker && !id.startsWith('post.'))
    .map((id): Notice => {
      const own = all.find((f) => f.person === id);
      const [matter] = mattersOf([own ?? told[0]!]);
      const args = {
        person: comrade(office.plan, speaker),
        title: titlePhrase(matter!, office.plan),
        before: dayAndTime(startOf(all[0]!), zone, said.at),
        when: dayAndTime(begins, zone, said.at),
      };
      const leaves = own?.settled?.how === 'excused';
      const about = own ? [own.id] : [];
      const button: Button | undefined = leaves
        ? { label: phrase('button-can-come'), action: { command: 'undo', about } }
        : own && { label: phrase('button-leave'), action: { command: 'leave', about } };
      const text = phrase(leaves ? 'gathering-moved-leave' : 'gathering-moved-told', args);
      const message = button ? withButtons(answer(text), [button]) : answer(text);
      return { id: `moved@${said.source}~${toPerson(id)}`, kind: 'plain', to: toPerson(id), at: said.at, message };
    });
}
