import type { Instant } from '../../core/calendar.ts';
import { type DigestDraft, freshDraft, shownDraft } from '../../core/digest/draft.ts';
import { digestButton } from '../../core/digest/preview.ts';
import { nextReminder } from '../../core/digest/timetable.ts';
import type { NewEntry } from '../../core/ledger.ts';
import type { Message } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import type { Group, PersonId } from '../../core/plan/plan.ts';
import { dayAndTime } from '../../core/wording/dates.ts';
import type { Office } from '../office.ts';
import type { World } from '../ports.ts';
import { composed, decidesOn, inParts, previewFor, readersOf } from './preview.ts';
import { type DigestState, digestAfter, draftOf, withDraft } from './state.ts';
import { earliest, noticeTo, type Step } from './step.ts';

/** Held back, or not agreed to yet: it is never lost in silence. Whoever can let it out hears so on every working day. */
export async function waiting(
  world: World,
  office: Office,
  group: Group,
  course: DigestState,
  at: Instant,
): Promise<Step> {
  const now = world.clock.now();
  const before = draftOf(course) ?? freshDraft(course.next!);
  const merged = at > before.at;
  const reminded = before.reminded ?? 0;
  const again = nextReminder(at, now, office.plan.organization);
  const wake = earliest(again, digestAfter(group, office, at));
  if (!merged && reminded >= Math.max(before.at, lastReminder(before.at, now, office)))
    return { state: course.state, entries: [], notices: [], wake };
  const waits = { ...before, at, reminded: now, waitsSince: before.waitsSince ?? before.at };
  // What was never posted is part of the next one: whoever decides on it sees it anew.
  const made = merged ? await composed(world, office, group, course, at) : undefined;
  const draft: DigestDraft = made ? shownDraft(waits, made.parts) : waits;
  const notices = readersOf(office, group).flatMap((reader) => {
    const told = waitsMessage(office, group, draft, reader, now);
    const anew = made ? inParts(world, office, previewFor(world, office, group, draft, made, reader)) : [];
    return [told, ...anew].map((message, i) => noticeTo(reader, `waits@${group.id}.${at}.${now}.${i}`, now, message));
  });
  const entries = merged ? [mergedEntry(office, group, now)] : [];
  return { state: withDraft({ ...course.state, nextDigest: at }, draft), entries, notices, wake };
}

/** The newest reminder hour that has passed. */
function lastReminder(digest: Instant, now: Instant, office: Office): Instant {
  let at = digest;
  for (let next = at; next <= now; next = nextReminder(digest, next, office.plan.organization)) at = next;
  return at;
}

function waitsMessage({ plan }: Office, group: Group, draft: DigestDraft, reader: PersonId, now: Instant): Message {
  const { zone } = plan.organization;
  const since = draft.waitsSince ?? draft.at;
  const name = plan.people.find((p) => p.id === group.publish)?.name ?? '';
  const why = draft.held ? 'digest-waits-held' : 'digest-waits-unapproved';
  const lines = [
    phrase(why, { group: group.name, when: dayAndTime(since, zone, now), name }),
    ...(since < draft.at ? [phrase('digest-waits-merged')] : []),
  ];
  const release = decidesOn(group, reader) ? [digestButton('release', group.id)] : [];
  return {
    lines: lines.map((text) => ({ text })),
    buttons: [[...release, digestButton('show', group.id)]],
    items: [],
  };
}

function mergedEntry({ planVersion }: Office, group: Group, at: Instant): NewEntry {
  return { at, by: 'bot', about: [], planVersion, kind: 'digest-edited', group: group.id, what: 'merged' };
}
