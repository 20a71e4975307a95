import { actingFor } from '../core/absence/absence.ts';
import { dateAt, endOfDay, type Instant, instantOf, type LocalDate } from '../core/calendar.ts';
import { recordExcused, together } from '../core/check-in.ts';
import { recordExtended } from '../core/extension.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Action, Button } from '../core/message.ts';
import { recordLater } from '../core/mute.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { recordDeclined, recordRequested } from '../core/requested.ts';
import { lastDayInTime } from '../core/standing.ts';
import { dayAndTime, fullDay, whenDue } from '../core/wording/dates.ts';
import { answer, laterMessage, recordedMessage, withButtons } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { workdayFrom } from '../core/working-calendar.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { moveForAll } from './gathering.ts';
import { perMatter } from './joined.ts';
import { type Office, rolesOf } from './office.ts';
import { plain } from './plain-notice.ts';
import { tellOnBehalf } from './report.ts';
import { saidFor } from './said-for.ts';

/** Who decides on leave and extensions: the secretary; for her own, the head; whoever stands in while they are away. */
export function approverFor({ plan }: Office, person: PersonId, at: Instant): PersonId | null {
  const secretary = secretaryOf(plan);
  const approver = person === secretary ? plan.organization.head : (secretary ?? plan.organization.head);
  const acting = approver && actingFor(plan, approver, at);
  return acting === person ? approver : acting;
}

function request(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  what: 'leave' | 'extension',
  until: LocalDate | null,
  reason: string,
): Reply {
  const { office, said, speaker } = ask;
  const approver = approverFor(office, speaker, said.at);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const about = facts.map((f) => f.id);
  const day = until ? fullDay(until) : phrase('empty');
  const decide = (yes: boolean): Button => {
    const given: Action['with'] = {
      what,
      yes,
      by: speaker,
      ...(until ? { until } : {}),
      ...(reason ? { reason } : {}),
    };
    return {
      label: phrase(yes ? 'button-agree' : 'button-decline'),
      action: { command: 'decide', about, with: given },
    };
  };
  const asked = phrase(`request-${what}`, {
    person: comrade(office.plan, speaker),
    title,
    when: whenDue(matter!.first, office.plan.organization.zone, said.at),
    day,
  });
  const lines = [{ text: asked }, ...(reason ? [{ text: phrase('request-reason', { reason }) }] : [])];
  const notice: Notice = {
    id: `request@${said.source}~person/${approver}`,
    kind: 'plain',
    to: toPerson(approver ?? speaker),
    at: said.at,
    message: { lines, buttons: [[decide(true), decide(false)]], items: [{ no: 0, about }] },
  };
  return {
    recorded: recordRequested(facts, said, { what, ...(until ? { until } : {}) }),
    notices: approver && approver !== speaker ? [notice] : [],
    message: answer(
      phrase(`requested-${what}`, {
        title,
        day,
        approver: approver ? comrade(office.plan, approver) : phrase('empty'),
      }),
    ),
    toast: phrase('toast-requested'),
  };
}

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

function extend(ask: Ask, facts: readonly OccurrenceFacts[], until: LocalDate, reason: string, asker: PersonId): Reply {
  const { office, said, speaker } = ask;
  const { organization } = office.plan;
  const due = endOfDay(until, organization.zone);
  const recorded = recordExtended(facts, said, { due, reason, approver: speaker }, organization);
  const [matter] = mattersOf(facts);
  const text = phrase('extended', { title: titlePhrase(matter!, office.plan), day: fullDay(until) });
  return {
    recorded,
    message: answer(text),
    notices: [plain(ask, asker === speaker ? matter!.first.asked : asker, text)],
    toast: phrase('toast-recorded'),
    shows: facts.map((f) => f.id),
  };
}

/** 请假: an event becomes leave at once and the office hears of it; for anything else the office decides. */
export function requestLeave(ask: Ask, facts: readonly OccurrenceFacts[], reason: string): Reply {
  const { office, said, speaker } = ask;
  if (!facts.every((f) => f.gathering)) return request(ask, facts, 'leave', null, reason);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const when = whenDue(matter!.first, office.plan.organization.zone, said.at);
  // Whoever reports the event counts those who come.
  const hearers = new Set([approverFor(office, speaker, said.at), ...facts.map((f) => f.asked)]);
  const told = phrase('leave-told', { person: comrade(office.plan, speaker), title, when });
  return {
    recorded: recordExcused(facts, said, reason || 'leave'),
    message: withButtons(answer(phrase('leave-recorded', { title, when })), [undoButton(facts)]),
    notices: [...hearers].flatMap((one) => (one && one !== speaker ? [plain(ask, one, told)] : [])),
    shows: facts.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

export function undoButton(facts: readonly OccurrenceFacts[]): Button {
  return { label: phrase('button-undo'), action: { command: 'undo', about: facts.map((f) => f.id) } };
}

const reasons = ['away', 'ill', 'duty', 'training'] as const;

/** The office excuses somebody, with one of the usual reasons; nobody clears their own. */
export function excuseByOffice(ask: Ask, facts: readonly OccurrenceFacts[]): Reply {
  const { office, speaker, action } = ask;
  if (facts.some((f) => f.asked === speaker)) return request(ask, facts, 'leave', null, '');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const reason = action?.with?.reason;
  if (typeof reason !== 'string') {
    const about = facts.map((f) => f.id);
    const buttons = reasons.map((r) => ({
      label: phrase(`excuse-reason-${r}`),
      action: { command: 'excuse', about, with: { reason: r } },
    }));
    return { message: withButtons(answer(phrase('excuse-ask', { title })), buttons.slice(0, 2), buttons.slice(2)) };
  }
  const recorded = together(facts.map((f) => recordExcused([f], saidFor(ask, f), reason)));
  return {
    recorded,
    message: recordedMessage(recorded.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
    notices: tellOnBehalf(ask, recorded.occurrences),
    toast: phrase('toast-recorded'),
  };
}

/** The approver's answer to a request. */
export async function decideRequest(ask: Ask): Promise<Reply> {
  const { action, facts, office, said } = ask;
  const given = action?.with ?? {};
  const waiting = facts.filter((f) => !f.settled);
  const asker = String(given.by ?? '');
  const what = given.what === 'extension' ? 'extension' : 'leave';
  const [matter] = mattersOf(waiting);
  const title = titlePhrase(matter!, office.plan);
  if (given.yes !== true) {
    const text = phrase('declined', { title });
    const recorded = recordDeclined(waiting, said, { what, asker });
    return {
      recorded,
      message: answer(phrase('decline-recorded', { title })),
      notices: [plain(ask, asker, text)],
      toast: phrase('toast-recorded'),
    };
  }
  if (what === 'extension' && waiting.every((f) => f.gathering))
    return moveForAll(ask, waiting, String(given.until) as LocalDate);
  if (what === 'extension')
    return extend(ask, waiting, String(given.until) as LocalDate, String(given.reason ?? ''), asker);
  const recorded = together(
    waiting.map((f) => recordExcused([f], { ...said, onBehalfOf: asker }, String(given.reason ?? 'leave'))),
  );
  const text = phrase('leave-agreed', { title });
  return {
    recorded,
    message: answer(text),
    notices: [plain(ask, asker, text)],
    shows: waiting.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}
