import type { Recorded } from '../core/check-in.ts';
import { followUpOf, openedEntry } from '../core/follow-up.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { Check, OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty, PersonId } from '../core/plan/plan.ts';
import { itemPhrase } from '../core/wording/checks.ts';
import { nameOf } from '../core/wording/item.ts';
import type { Ask } from './commands/contract.ts';

/** What a check found missing, as one duty of its own: with an owner, three working days, and the usual ladder. */
export function correctionOf(
  ask: Ask,
  duty: Duty,
  facts: OccurrenceFacts,
  failed: readonly Check[],
): { readonly facts: OccurrenceFacts; readonly recorded: Recorded } {
  const { office, world, said } = ask;
  const { organization } = office.plan;
  const items = failed.map((c) => itemPhrase(c.item));
  const title = world.say(phrase('check-fix-title', { title: facts.title, items }), organization.language);
  const person = ownerOf(ask, duty) ?? facts.person;
  const within = { unit: 'wd', n: 3 } as const;
  const fix = followUpOf(facts, { mark: 'fix', person, title, kind: 'other', within }, organization, said.at);
  return { facts: fix, recorded: { entries: [openedEntry(fix, said.at)], occurrences: [fix], refused: [] } };
}

export function ownerName({ office }: Ask, { person }: OccurrenceFacts): string {
  return nameOf(office.plan, person);
}

/** Whoever keeps the record of the meeting sees to its minutes; else the secretary, else whoever checked them. */
function ownerOf({ office }: Ask, { timing }: Duty): PersonId | null {
  const meetings = office.plan.measures.flatMap((m) => m.duties);
  const meeting = timing.type === 'after' ? meetings.find((d) => d.id === timing.event) : undefined;
  return meeting?.reporter ?? secretaryOf(office.plan);
}
