import { person } from '../../ladder.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Duty, DutyKindId, Measure, PersonId, Plan } from '../../plan/plan.ts';
import { nameOf } from '../../wording/item.ts';
import type { Words } from '../form/words.ts';

// 名字规则: with names off no name or alias of anybody stands anywhere, whoever wrote it into a title, and what only one
// leader can hold is merely counted, since its title would name the leader as well.

type Naming = { readonly plan: Plan; readonly names: boolean };

/** Whether a text names somebody of the plan, by name or alias. */
export function namesSomebody(text: string, plan: Plan): boolean {
  return namesIn(text, plan).length > 0;
}

/** The names and aliases that a text holds. */
export function namesIn(text: string, plan: Plan): readonly string[] {
  return plan.people.flatMap(({ name, aliases }) =>
    [name, ...aliases].filter((one) => one !== '' && text.includes(one)),
  );
}

/** The title, or merely what kind of thing it is where the title names somebody and may not. */
export function titleWords(facts: { readonly title: string; readonly kind: DutyKindId }, naming: Naming): Words {
  if (naming.names || !namesSomebody(facts.title, naming.plan)) return facts.title;
  return phrase(`report-kind-${facts.kind}`);
}

export function measureWords(measure: Measure, naming: Naming): Words {
  if (naming.names || !namesSomebody(measure.title, naming.plan)) return measure.title;
  return phrase('report-measure-no', { n: naming.plan.measures.indexOf(measure) + 1 });
}

/** Words that may be shown as they are; undefined where they name somebody and may not. */
export function ownWords(text: string | undefined, naming: Naming): string | undefined {
  return text && (naming.names || !namesSomebody(text, naming.plan)) ? text : undefined;
}

/** Whether only one leader can hold it. What one reporter answers for on behalf of many is the many's. */
export function isOneLeaders(facts: OccurrenceFacts, plan: Plan): boolean {
  const duty = dutyOf(plan, facts.duty);
  return duty ? isOneLeadersDuty(duty, plan) : isLeader(plan, facts.person);
}

export function isOneLeadersDuty({ who }: Duty, plan: Plan): boolean {
  const people = new Set(who.map((holder) => ('person' in holder ? holder.person : `post.${holder.post}`)));
  return people.size === 1 && [...people].every((id) => isLeader(plan, id));
}

export function isLeader(plan: Plan, id: PersonId): boolean {
  return person(plan, id)?.roles.includes('leader') ?? false;
}

export function dutyOf(plan: Plan, id: string): Duty | undefined {
  return plan.measures.flatMap((m) => m.duties).find((d) => d.id === id);
}

/** The name of a person or of a vacant post. */
export function whoWords(plan: Plan, id: PersonId | 'bot'): Words {
  if (id === 'bot') return phrase('report-bot');
  if (!id.startsWith('post.')) return nameOf(plan, id);
  return plan.posts.find((post) => `post.${post.id}` === id)?.name ?? id.slice(5);
}

export function departmentName(plan: Plan, id: string | undefined): string | undefined {
  return plan.departments.find((d) => d.id === id)?.name ?? id;
}

/** 一, 二 … 二十一 for headings and 一是…二是…. */
export function han(n: number): Phrase {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (n <= 20 || n > 99) return phrase('report-han', { n });
  const args = { n, tens: phrase('report-han', { n: tens }) };
  return ones === 0
    ? phrase('report-han-tens', args)
    : phrase('report-han-over', { ...args, ones: phrase('report-han', { n: ones }) });
}
