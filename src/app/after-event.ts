import { occurrencesAfter } from '../core/after-event.ts';
import { type Recorded, recordVoid, together } from '../core/check-in.ts';
import { recordFreed } from '../core/extension.ts';
import { openedEntry } from '../core/follow-up.ts';
import { toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { dutiesOf } from '../core/plan/look-up.ts';
import type { Duty } from '../core/plan/plan.ts';
import { whenDue } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { wholeGathering } from './gathering.ts';

/** Why what waited for an event is off: the event was taken back. */
const UNHELD = 'unheld';

/** What waited for the events that are reported opens, each once. */
export async function openedAfter(ask: Ask, credited: readonly OccurrenceFacts[]): Promise<Recorded> {
  const opened = eventsIn(credited.filter((f) => f.settled?.how === 'done')).flatMap((f) => followersOf(ask, f));
  const existing = await known(ask, opened);
  const fresh = opened.filter((f) => existing.every((e) => e.id !== f.id));
  return { entries: fresh.map((facts) => openedEntry(facts, ask.said.at)), occurrences: fresh, refused: [] };
}

/**
 * A meeting whose report is taken back was not held: what waited for it is off, and whoever was asked hears it. Reported
 * again, it is owed again, with two working days.
 */
export async function withEventsUndone(ask: Ask, reply: Reply): Promise<Reply> {
  const { entries = [], occurrences: touched = [] } = reply.recorded ?? {};
  const undone = new Set(entries.flatMap((e) => (e.kind === 'undone' ? e.about : [])));
  const events = eventsIn(touched).filter((f) => waitingFor(ask, f).length > 0);
  const more: Reply[] = [];
  for (const event of events) {
    const held = touched.some((f) => sameEvent(f, event) && f.settled?.how === 'done');
    const taken = touched.some((f) => sameEvent(f, event) && undone.has(f.id));
    if (held) more.push(await heldAgain(ask, event));
    else if (taken && !(await stillHeld(ask, event, touched))) more.push(await unheld(ask, event));
  }
  return {
    ...reply,
    recorded: together([...(reply.recorded ? [reply.recorded] : []), ...more.flatMap((r) => r.recorded ?? [])]),
    notices: [...(reply.notices ?? []), ...more.flatMap((r) => r.notices ?? [])],
    shows: [...(reply.shows ?? []), ...more.flatMap((r) => r.shows ?? [])],
  };
}

const sameEvent = (a: OccurrenceFacts, b: OccurrenceFacts): boolean => a.duty === b.duty && a.slot === b.slot;

/** One of each event. */
function eventsIn(facts: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  return [...new Map(facts.map((f) => [`${f.duty}@${f.slot}`, f])).values()];
}

function waitingFor({ office }: Ask, event: OccurrenceFacts): readonly Duty[] {
  const { afterEvents } = dutiesOf(office.plan);
  return afterEvents.filter(({ timing }) => timing.type === 'after' && [event.duty, event.kind].includes(timing.event));
}

function followersOf(ask: Ask, event: OccurrenceFacts): readonly OccurrenceFacts[] {
  const slot = `e${event.slot}-${event.duty}`;
  return waitingFor(ask, event).flatMap((duty) => occurrencesAfter(duty, { slot, at: ask.said.at }, ask.office));
}

async function known({ world, office }: Ask, facts: readonly OccurrenceFacts[]): Promise<readonly OccurrenceFacts[]> {
  if (facts.length === 0) return [];
  return world.store.ledger.occurrences(
    office.org,
    facts.map((f) => f.id),
  );
}

/** 能参加, of one who had taken leave, leaves the meeting held. */
async function stillHeld(ask: Ask, event: OccurrenceFacts, touched: readonly OccurrenceFacts[]): Promise<boolean> {
  const all = await wholeGathering(ask, event);
  return all.some((f) => f.settled?.how === 'done' && touched.every((t) => t.id !== f.id));
}

async function unheld(ask: Ask, event: OccurrenceFacts): Promise<Reply> {
  const open = (await known(ask, followersOf(ask, event))).filter((f) => !f.settled);
  return {
    recorded: recordVoid(open, ask.said, UNHELD),
    notices: tell(ask, open, (one) => phrase('unheld-told', { event: event.title, title: titleOf(ask, one) })),
    shows: open.map((f) => f.id),
  };
}

async function heldAgain(ask: Ask, event: OccurrenceFacts): Promise<Reply> {
  const all = await known(ask, followersOf(ask, event));
  const off = all.filter((f) => f.settled?.how === 'void' && f.settled.reason === UNHELD);
  const recorded = recordFreed(off, ask.said, UNHELD, ask.office.plan.organization);
  const { zone } = ask.office.plan.organization;
  return {
    recorded,
    notices: tell(ask, recorded.occurrences, (one) => {
      const when = whenDue(one, zone, ask.said.at);
      return phrase('held-again-told', { event: event.title, title: titleOf(ask, one), when });
    }),
    shows: off.map((f) => f.id),
  };
}

const titleOf = ({ office }: Ask, facts: OccurrenceFacts) => titlePhrase(mattersOf([facts])[0]!, office.plan);

function tell(
  { said, speaker }: Ask,
  facts: readonly OccurrenceFacts[],
  text: (facts: OccurrenceFacts) => ReturnType<typeof phrase>,
): readonly Notice[] {
  const others = facts.filter((f) => f.asked !== speaker && !f.asked.startsWith('post.'));
  return others.map((f) => {
    const to = toPerson(f.asked);
    return { id: `unheld@${said.source}.${f.id}~${to}`, kind: 'plain', to, at: said.at, message: answer(text(f)) };
  });
}
