import { outcomeOf, type Said, siftedOf, type Waiting } from '../bundle.ts';
import { type Instant, localOf } from '../calendar.ts';
import { toPerson } from '../ladder.ts';
import type { Notice, NoticeKind, Recipient } from '../notice.ts';
import { promise } from './answers.ts';
import type { SimulatedOffice } from './office.ts';

/** What waits is said, as far as nothing holds it back. */
export function deliver(office: SimulatedOffice, now: Instant): void {
  for (const [to, notices] of office.waiting) if ((office.held.get(to) ?? 0) <= now) sayAll(office, to, notices, now);
}

/** Message after message to one recipient, until nothing more can be said. */
function sayAll(office: SimulatedOffice, to: Recipient, notices: readonly Notice[], now: Instant): void {
  let { left } = siftedOf(waitingFor(office, to, notices, now));
  for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length;
    left = sayNext(office, to, left, now);
  }
  if (left.length > 0) office.waiting.set(to, left);
  else office.waiting.delete(to);
}

/** One message, or none; what is left to say after it. */
function sayNext(office: SimulatedOffice, to: Recipient, notices: Notice[], now: Instant): Notice[] {
  const outcome = outcomeOf(notices, waitingFor(office, to, notices, now));
  if (outcome.type === 'wait') {
    office.held.set(to, outcome.until);
    office.alarms.set(to, outcome.until);
  }
  if (outcome.type !== 'say') return notices;
  record(office, to, outcome, now);
  const said = new Set(outcome.notices);
  return notices.filter((notice) => !said.has(notice));
}

function waitingFor(office: SimulatedOffice, to: Recipient, notices: readonly Notice[], now: Instant): Waiting {
  const { plan } = office.question;
  const day = dayOf(office, to, now);
  return {
    plan,
    to,
    notices,
    facts: office.facts,
    told: office.told,
    // Only words of the secretary's alert depend on how many there are in all; no words are foreseen.
    overdue: 0,
    spokenToday: office.spoken.get(day) ?? 0,
    relayedToday: 0,
    since: office.since,
    alertedToday: office.spoken.get(`alert ${day}`) ?? 0,
    now,
  };
}

function dayOf({ question }: SimulatedOffice, to: Recipient, now: Instant): string {
  return `${to} ${localOf(now, question.plan.organization.zone).date}`;
}

/** What its own person hears of an occurrence, the gravest first. */
const own: readonly NoticeKind[] = ['overdue', 'nudge', 'ask', 'reminder'];

function record(office: SimulatedOffice, to: Recipient, { notices, budgeted }: Said, now: Instant): void {
  const day = dayOf(office, to, now);
  if (budgeted) office.spoken.set(day, (office.spoken.get(day) ?? 0) + 1);
  if (notices.some(({ kind }) => kind === 'alert' || kind === 'escalation')) office.spoken.set(`alert ${day}`, 1);
  const facts = notices.flatMap(({ occurrence }) => office.facts.get(occurrence ?? '') ?? []);
  const kind = own.find((one) => notices.some((notice) => notice.kind === one)) ?? notices[0]!.kind;
  office.messages.push({ at: now, to, kind, facts });
  for (const notice of notices) if (own.includes(notice.kind)) hear(office, notice, now);
}

/** Its own person has been told of an occurrence. */
function hear(office: SimulatedOffice, { occurrence, to }: Notice, now: Instant): void {
  const facts = office.facts.get(occurrence ?? '');
  if (!facts) return;
  if (office.told[facts.id] === undefined) {
    office.told[facts.id] = { at: now, how: 'sent' };
    office.measures.get(facts.measure)!.open.wake(facts.id);
    // Told late, its ladder moves; told in time, nothing changes.
    if (facts.due <= now) office.alarms.set(`measure/${facts.measure}`, now + 1);
  }
  if (office.question.answers === 'all' && to === toPerson(facts.asked)) promise(office, facts, now);
}
