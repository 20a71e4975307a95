import type { Instant } from '../../core/calendar.ts';
import { changesSince, type DigestDraft, freshDraft, type Published, shownDraft } from '../../core/digest/draft.ts';
import { digestMessage } from '../../core/digest/message.ts';
import { changesMessage } from '../../core/digest/preview.ts';
import type { NewEntry } from '../../core/ledger.ts';
import type { Notice } from '../../core/notice.ts';
import type { Group } from '../../core/plan/plan.ts';
import { countsOf } from '../../core/reports/counts.ts';
import type { Office } from '../office.ts';
import type { World } from '../ports.ts';
import { type Composed, composed, inParts, previewed, readersOf } from './preview.ts';
import {
  type DigestState,
  digestAfter,
  digestState,
  draftOf,
  isFree,
  newestInstant,
  previewDue,
  sendOf,
  withDraft,
  withPublished,
} from './state.ts';
import { earliest, noticeTo, type Step } from './step.ts';
import { waiting } from './wait.ts';

const TRIES = 5;

/**
 * One step of a group's digest: its private preview, its publication, or a reminder that it waits; answers when to look
 * again. It is posted when its instant has come, once, also late after a stop; each covers the time from the one before.
 */
export async function publishDigest(world: World, office: Office, groupId: string): Promise<Instant | null> {
  const group = office.plan.groups.find((g) => g.id === groupId);
  if (!group?.digest) return null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const now = world.clock.now();
    const { head, state: stored } = await world.store.ledger.head(office.org, `group/${groupId}`);
    const course = digestState(group, stored, office, now);
    const due = course.next !== undefined && course.next <= now;
    // What people reported while the bot was down belongs into the digest: read it first.
    if (due && !world.caughtUp()) return now + 1000;
    const step = await stepOf(world, office, group, course, now);
    const written = await world.store.ledger.append(office.org, {
      heads: { [`group/${groupId}`]: head },
      entries: step.entries,
      states: { [`group/${groupId}`]: step.state },
      notices: step.notices,
      wakes: { [`group/${groupId}`]: step.wake },
    });
    if (written.outcome === 'moved') continue;
    if (step.notices.length > 0) await world.timer.ring('deliver');
    return step.wake;
  }
  return world.clock.now() + 2000;
}

async function stepOf(world: World, office: Office, group: Group, course: DigestState, now: Instant): Promise<Step> {
  const { next, state } = course;
  if (next !== undefined && next <= now) {
    const at = newestInstant(group, office, next, now);
    return isFree(group, course.draft)
      ? published(world, office, group, course, at)
      : waiting(world, office, group, course, at);
  }
  const preview = previewDue(group, office, course);
  if (preview !== undefined && preview <= now) return previewed(world, office, group, course, now);
  return { state, entries: [], notices: [], wake: earliest(preview, next) };
}

async function published(world: World, office: Office, group: Group, course: DigestState, at: Instant): Promise<Step> {
  const now = world.clock.now();
  const { org, planVersion } = office;
  const made = await composed(world, office, group, course, at);
  const draft = draftOf(course) ?? freshDraft(at);
  const to = `group/${group.id}` as const;
  const messages = inParts(world, office, digestMessage(made.parts, draft.edits));
  const ids = messages.map((_, i) => `digest@${at}${i === 0 ? '' : `.${i + 1}`}~${to}`);
  const posts = messages.map((message, i): Notice => ({ id: ids[i]!, kind: 'digest', to, at: at + i, message }));
  const entry: NewEntry = {
    ...{ at, by: 'bot', about: [], planVersion, kind: 'digest', group: group.id },
    from: made.question.from,
    to: at,
    counts: { ...countsOf(made.question) },
  };
  const { numbers } = shownDraft(draft, made.parts);
  const said: Published = { at, posted: now, numbers, sends: ids.map(sendOf), edits: {} };
  const after = digestAfter(group, office, at);
  const { reminded: _, ...plain } = course.state;
  const cleared = withDraft({ ...plain, lastDigest: at, nextDigest: after, botSeq: made.bot.upTo }, undefined);
  const state = withPublished(cleared, said);
  const preview = previewDue(group, office, digestState(group, state, { ...office, org }, now));
  return {
    state,
    entries: [entry],
    notices: [...posts, ...changed(office, group, draft, made, now)],
    wake: earliest(preview, after),
  };
}

/** Whoever saw the preview hears what is different in what came out. */
function changed(
  office: Office,
  group: Group,
  draft: DigestDraft,
  { parts }: Composed,
  now: Instant,
): readonly Notice[] {
  if (draft.shown === undefined) return [];
  const changes = changesSince(draft, parts);
  if (changes.length === 0) return [];
  const message = changesMessage(group, changes);
  return readersOf(office, group).map((reader) => noticeTo(reader, `published@${group.id}.${draft.at}`, now, message));
}
