import { createHash } from 'node:crypto';
import type { Instant } from '../../core/calendar.ts';
import { type DigestDraft, freshDraft, type Published } from '../../core/digest/draft.ts';
import { previewAt } from '../../core/digest/timetable.ts';
import type { Group } from '../../core/plan/plan.ts';
import { nextOf, occurrencesBetween } from '../../core/schedule/occurrences.ts';
import type { Office } from '../office.ts';
import type { ThreadState } from '../ports.ts';

/** A group's digests as its thread remembers them. */
export interface DigestState {
  readonly state: ThreadState;
  /** The instant of the next one; of one that waits, its own. */
  readonly next: Instant | undefined;
  readonly draft: DigestDraft | undefined;
  readonly published: Published | undefined;
}

/** A group whose digest was never planned, or planned by another phrase, begins anew. */
export function digestState(group: Group, stored: ThreadState, office: Office, now: Instant): DigestState {
  const state = stateFor(group, stored, office, now);
  const next = state.nextDigest === undefined ? undefined : Number(state.nextDigest);
  const draft = read<DigestDraft>(state.draft);
  return { state, next, draft: draft?.at === next ? draft : undefined, published: read<Published>(state.published) };
}

function stateFor(group: Group, state: ThreadState, office: Office, now: Instant): ThreadState {
  const schedule = JSON.stringify(group.digest);
  if (state.schedule === schedule) return state;
  return { ...state, schedule, lastDigest: state.lastDigest ?? now, nextDigest: digestAfter(group, office, now) };
}

function read<T>(stored: ThreadState[string]): T | undefined {
  return typeof stored === 'string' ? JSON.parse(stored) : undefined;
}

export function withDraft(state: ThreadState, draft: DigestDraft | undefined): ThreadState {
  return { ...state, draft: draft && JSON.stringify(draft) };
}

export function withPublished(state: ThreadState, published: Published): ThreadState {
  return { ...state, published: JSON.stringify(published) };
}

/** The draft of the next digest, begun now if nobody has seen it yet. */
export function draftOf({ draft, next }: DigestState): DigestDraft | undefined {
  return draft ?? (next === undefined ? undefined : freshDraft(next));
}

/** Whether it comes out by itself when its instant is there. */
export function isFree(group: Group, draft: DigestDraft | undefined): boolean {
  return !draft?.held && (group.publish === 'auto' || draft?.approved !== undefined);
}

function placeOf(office: Office) {
  const { zone, calendar } = office.plan.organization;
  // A recurring digest whose day is a day off comes on the next working day; one date-time is never moved.
  return { zone, calendar, shift: 'next' as const };
}

export function digestAfter(group: Group, office: Office, instant: Instant): Instant | undefined {
  return group.digest ? nextOf(group.digest, placeOf(office), instant) : undefined;
}

/** After a stop of weeks, or a wait, there is one digest, for the newest instant that has passed. */
export function newestInstant(group: Group, office: Office, first: Instant, now: Instant): Instant {
  if (!group.digest) return first;
  return occurrencesBetween(group.digest, placeOf(office), first, now).at(-1)?.at ?? first;
}

/**
 * When the preview is due: undefined where there is none. A digest that comes out within the same day as the one before
 * it needs no preview of its own unless somebody has to agree to it.
 */
export function previewDue(group: Group, office: Office, { state, next, draft }: DigestState): Instant | undefined {
  if (next === undefined || draft?.previewed !== undefined) return undefined;
  if (group.preview === null && group.publish === 'auto') return undefined;
  const at = previewAt(next, group.preview ?? { unit: 'h', n: 2 }, office.plan.organization);
  return at > Number(state.lastDigest ?? 0) || group.publish !== 'auto' ? at : undefined;
}

/** The send of a notice that is a message of its own. */
export function sendOf(notice: string): string {
  return createHash('sha256').update(notice).digest('base64url').slice(0, 22);
}
