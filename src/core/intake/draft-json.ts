import type { Phrase } from '../phrase.ts';
import type { Place } from './document.ts';
import type { Deadline, Draft } from './draft.ts';
import { isThreeMeetings } from './standing-duties.ts';

/** `2024-06-30`, `immediate`, `ongoing`, or a first part and `, then ongoing`. */
export function deadlineText(deadline: Deadline | null): string | null {
  if (!deadline) return null;
  if (!deadline.due) return deadline.ongoing ? 'ongoing' : null;
  return deadline.ongoing ? `${deadline.due}, then ongoing` : deadline.due;
}

/** Where something stands, as a phrase. */
export function placePhrase(place: Place): Phrase {
  if ('paragraph' in place) return { id: 'intake-place-paragraph', args: { n: place.paragraph } };
  if (place.name) return { id: 'intake-place-sheet', args: { name: place.name, row: place.row } };
  return { id: 'intake-place-table', args: { table: place.table, row: place.row } };
}

/** The contract of `import --json`. `say` words the doubts. */
export function draftJson(draft: Draft, say: (phrase: Phrase) => string) {
  return {
    kind: draft.kind,
    title: draft.title,
    organization: draft.organization,
    date: draft.date,
    feedback: draft.feedback,
    claimed: draft.claimed,
    people: draft.people.map(({ name, post, department }) => ({ name, post, department })),
    problems: draft.problems.map(({ no, aspect, text, example }) => ({ no, aspect, text, example })),
    causes: draft.causes.map(({ text }) => ({ text })),
    measures: draft.measures.map((measure) => ({
      title: measure.title,
      text: measure.text,
      problems: measure.problems,
      owner: measure.owner,
      department: measure.department,
      deadline: deadlineText(measure.deadline),
      duties: measure.duties.map(
        ({ kind, title, text, scheduleText, schedule, origin, owner, with: counterpart, evidence, deadline }) => ({
          kind,
          title,
          text,
          scheduleText,
          schedule,
          origin,
          owner,
          with: counterpart,
          evidence,
          deadline: deadlineText(deadline),
        }),
      ),
    })),
    doubts: [
      ...draft.doubts.map(({ code, place, about }) => ({
        code: code as string,
        where: place ? say(placePhrase(place)) : '',
        text: say(about),
      })),
      ...splitDoubt(draft, say),
    ],
  };
}

/** 三会一课 is one line of the paper: whether it becomes four duties is for the office to say. */
function splitDoubt({ measures }: Draft, say: (phrase: Phrase) => string) {
  const found = measures.some(({ duties }) => duties.some(isThreeMeetings));
  return found ? [{ code: 'three-meetings', where: '', text: say({ id: 'drafting-split', args: {} }) }] : [];
}

export type DraftJson = ReturnType<typeof draftJson>;
