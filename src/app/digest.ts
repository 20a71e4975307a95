import type { Instant } from '../core/calendar.ts';
import { changesSince, type DigestDraft, freshDraft, type Published, shownDraft } from '../core/digest/draft.ts';
import { digestMessage } from '../core/digest/message.ts';
import { changesMessage, digestButton, previewMessage } from '../core/digest/preview.ts';
import { nextReminder } from '../core/digest/timetable.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import type { Group, PersonId } from '../core/plan/plan.ts';
import type { ReportQuestion } from '../core/reports/contract.ts';
import { countsOf } from '../core/reports/counts.ts';
import { digestParts, provisionalYear } from '../core/reports/digest.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { type BotFigures, botFigures, digestQuestion } from './digest-question.ts';
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
} from './digest-state.ts';
import type { Office } from './office.ts';
import type { ThreadState, World } from './ports.ts';
import { sealLedger } from './seal.ts';
import { split } from './split.ts';

const TRIES = 5;

interface Step {
  readonly state: ThreadState;
  readonly entries: readonly NewEntry[];
  readonly notices: readonly Notice[];
  readonly wake: Instant | null;
}

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

const earliest = (...all: readonly (Instant | undefined)[]): Instant | null => {
  const known = all.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
};

/** Everything a reader of this digest sees, and what it was made from. */
interface Composed {
  readonly question: ReportQuestion;
  readonly parts: ReturnType<typeof digestParts>;
  readonly bot: BotFigures;
}

export async function composed(
  world: World,
  office: Office,
  group: Group,
  course: DigestState,
  at: Instant,
): Promise<Composed> {
  // The code under the digest is that of the record up to the day before.
  await sealLedger(world, office);
  const bot = await botFigures(world, office, course, Math.max(at, world.clock.now()));
  const question = await digestQuestion(world, office, group, course, at, bot);
  return { question, parts: digestParts(question), bot };
}

/** Who sees it before: the secretary, and whoever agrees to it. */
function readersOf({ plan }: Office, { publish }: Group): readonly PersonId[] {
  const secretary = secretaryOf(plan);
  return [...new Set([...(secretary ? [secretary] : []), ...(publish === 'auto' ? [] : [publish])])];
}

/** Whether this person may let a digest out that waits: where somebody has to agree to it, only they. */
export function decidesOn(group: Group, person: PersonId): boolean {
  return group.publish === 'auto' || group.publish === person;
}

export function previewFor(
  world: World,
  { plan }: Office,
  group: Group,
  draft: DigestDraft,
  { parts, bot, question }: Composed,
  reader: PersonId,
): Message {
  const provisional = provisionalYear(question);
  return previewMessage({
    plan,
    group,
    draft,
    parts,
    bot,
    now: world.clock.now(),
    decides: decidesOn(group, reader),
    ...(provisional === undefined ? {} : { provisional }),
  });
}

async function previewed(world: World, office: Office, group: Group, course: DigestState, now: Instant): Promise<Step> {
  const next = course.next!;
  const made = await composed(world, office, group, course, next);
  const draft: DigestDraft = { ...shownDraft(draftOf(course)!, made.parts), previewed: now };
  const notices = readersOf(office, group).flatMap((reader) =>
    inParts(world, office, previewFor(world, office, group, draft, made, reader)).map((message, i) =>
      noticeTo(reader, `preview@${group.id}.${next}.${i}`, now, message),
    ),
  );
  return { state: withDraft(course.state, draft), entries: [], notices, wake: next };
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

/** Held back, or not agreed to yet: it is never lost in silence. Whoever can let it out hears so on every working day. */
async function waiting(world: World, office: Office, group: Group, course: DigestState, at: Instant): Promise<Step> {
  const now = world.clock.now();
  const before = draftOf(course) ?? freshDraft(course.next!);
  const merged = at > before.at;
  const reminded = before.reminded ?? 0;
  const again = nextReminder(at, now, office.plan.organization);
  const upcoming = digestAfter(group, office, at);
  const wake = earliest(again, upcoming);
  if (!merged && reminded >= Math.max(before.at, lastReminder(before.at, now, office)))
    return { state: course.state, entries: [], notices: [], wake };
  const waits = { ...before, at, reminded: now, waitsSince: before.waitsSince ?? before.at };
  // What was never posted is part of the next one: whoever decides on it sees it anew.
  const made = merged ? await composed(world, office, group, course, at) : undefined;
  const draft: DigestDraft = made ? shownDraft(waits, made.parts) : waits;
  const notices = readersOf(office, group).flatMap((reader) => {
    const told = waitsMessage(office, group, draft, reader, now);
    const messages = made
      ? [told, ...inParts(world, office, previewFor(world, office, group, draft, made, reader))]
      : [told];
    return messages.map((message, i) => noticeTo(reader, `waits@${group.id}.${at}.${now}.${i}`, now, message));
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

function noticeTo(reader: PersonId, id: string, at: Instant, message: Message): Notice {
  const to = toPerson(reader);
  return { id: `${id}~${to}`, kind: 'plain', to, at, message };
}

/** As many messages as it takes: none is longer than the chat carries. */
export function inParts(world: World, { plan }: Office, message: Message): readonly Message[] {
  return split(message, (text) => world.say(text, plan.organization.language));
}
