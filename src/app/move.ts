import { dateAt, instantOf, type LocalDate } from '../core/calendar.ts';
import { recordLater } from '../core/mute.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { lastDayInTime } from '../core/standing.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer, laterMessage } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { workdayFrom } from '../core/working-calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { extend } from './extend.ts';
import { moveForAll } from './gathering.ts';
import { perMatter } from './joined.ts';
import { rolesOf } from './office.ts';
import { request } from './request.ts';

/** Another day: within the deadline it is only a later reminder; beyond it somebody has to agree. */
export async function requestMove(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  until: LocalDate,
  reason: string,
  words = '',
): Promise<Reply> {
  return perMatter(facts, (one) => moveOne(ask, one, until, reason, words));
}

async function moveOne(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  until: LocalDate,
  reason: string,
  words: string,
): Promise<Reply> {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const [matter] = mattersOf(facts);
  const first = matter!.first;
  if (facts.every((f) => f.gathering)) return moveForAll(ask, facts, until, words);
  if (until < dateAt(said.at, organization.zone)) return { message: answer(phrase('move-past')) };
  if (until <= lastDayInTime(first, organization) && !first.gathering) {
    const at = Math.max(
      said.at + 60_000,
      instantOf(workdayFrom(until, organization.calendar, -1), organization.bundle ?? '09:00', organization.zone),
    );
    const when = dayAndTime(at, organization.zone, said.at);
    return {
      recorded: recordLater(facts, said, at),
      message: laterMessage(facts, office.plan, at, said.at),
      toast: phrase('toast-later', { when }),
    };
  }
  const mayDecide = rolesOf(office, speaker).includes('secretary') && facts.every((f) => f.asked !== speaker);
  return mayDecide ? extend(ask, facts, until, reason, speaker) : request(ask, facts, 'extension', until, reason);
}
