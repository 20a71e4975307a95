import { randomUUID } from 'node:crypto';
import type { NewEntry, TextRef } from '../../core/ledger.ts';
import { type Phrase, phrase } from '../../core/phrase.ts';
import type { Group } from '../../core/plan/plan.ts';
import { namesIn } from '../../core/reports/figures/naming.ts';
import { dayAndTime } from '../../core/wording/dates.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { actsForOffice } from '../office.ts';
import { sealed } from '../text.ts';
import { type DigestState, digestState } from './state.ts';

/** Longer than this no line of a digest is. */
const LONGEST_LINE = 300;

/** A group's digest as somebody's words about it find it. */
export interface Found {
  readonly group: Group;
  readonly head: number;
  readonly course: DigestState;
}

export async function foundOf({ world, office }: Ask, group: Group): Promise<Found> {
  const { head, state } = await world.store.ledger.head(office.org, `group/${group.id}`);
  return { group, head, course: digestState(group, state, office, world.clock.now()) };
}

/** Who has a hand on a digest: the office, and whoever agrees to it. */
export function handlesDigest({ office, speaker, said }: Ask, group: Group): boolean {
  return actsForOffice(office, speaker, said.at) || group.publish === speaker;
}

/** The group's thread with this in it, if nobody has written there since. */
export function stored({ group, head }: Found, state: DigestState['state']): Pick<Reply, 'states' | 'heads'> {
  return { states: { [`group/${group.id}`]: state }, heads: { [`group/${group.id}`]: head } };
}

type What = Extract<NewEntry, { kind: 'digest-edited' }>['what'];

export function entryOf(
  { said, office }: Ask,
  { group }: Found,
  what: What,
  more: { no?: number; before?: TextRef; text?: TextRef } = {},
): NewEntry {
  const { planVersion } = office;
  const about = { at: said.at, by: said.by, about: [], planVersion };
  return { ...about, kind: 'digest-edited', group: group.id, what, ...more };
}

/** A line before and after it was changed, as the ledger keeps both. */
export function changeOf(ask: Ask, found: Found, what: What, no: number, was: string, is: string) {
  const before = sealed(was, randomUUID());
  const after = sealed(is, randomUUID());
  return {
    entries: [entryOf(ask, found, what, { no, before: before.ref, text: after.ref })],
    texts: { ...before.texts, ...after.texts },
  };
}

/** Why a line may not read so, if it may not: figures are nobody's to write, and names only where the plan has them. */
export function refusalOf({ office }: Ask, group: Group, text: string): Phrase | undefined {
  if (text === '') return phrase('digest-edit-empty');
  if (text.length > LONGEST_LINE) return phrase('digest-edit-long', { most: LONGEST_LINE });
  const named = group.names ? [] : namesIn(text, office.plan);
  return named.length > 0 ? phrase('digest-edit-names', { names: named.slice(0, 3) }) : undefined;
}

/** As the group reads it, in the language of the office. */
export function worded({ world, office }: Ask, text: string | Phrase): string {
  return typeof text === 'string' ? text : world.say(text, office.plan.organization.language);
}

export function whenArgs({ office, world }: Ask, { name }: Group, at: number) {
  return { group: name, when: dayAndTime(at, office.plan.organization.zone, world.clock.now()) };
}
