import type { Instant } from '../../core/calendar.ts';
import { type DigestDraft, shownDraft } from '../../core/digest/draft.ts';
import { previewMessage } from '../../core/digest/preview.ts';
import { secretaryOf } from '../../core/ladder.ts';
import type { Message } from '../../core/message.ts';
import type { Group, PersonId } from '../../core/plan/plan.ts';
import type { ReportQuestion } from '../../core/reports/contract.ts';
import { digestParts, provisionalYear } from '../../core/reports/digest.ts';
import type { Office } from '../office.ts';
import type { World } from '../ports.ts';
import { sealLedger } from '../seal.ts';
import { split } from '../split.ts';
import { type BotFigures, botFigures, digestQuestion } from './question.ts';
import { type DigestState, draftOf, withDraft } from './state.ts';
import { noticeTo, type Step } from './step.ts';

/** Everything a reader of this digest sees, and what it was made from. */
export interface Composed {
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
export function readersOf({ plan }: Office, { publish }: Group): readonly PersonId[] {
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

/** The private preview, to each of its readers. */
export async function previewed(
  world: World,
  office: Office,
  group: Group,
  course: DigestState,
  now: Instant,
): Promise<Step> {
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

/** As many messages as it takes: none is longer than the chat carries. */
export function inParts(world: World, { plan }: Office, message: Message): readonly Message[] {
  return split(message, (text) => world.say(text, plan.organization.language));
}
