import type { Group, GroupId, Plan } from '../plan/plan.ts';

/** How a group's digest comes out, as the office chose it in chat; a group that the plan has not is made by it. */
export interface DigestChoice {
  readonly name: string;
  readonly publish: Group['publish'];
  readonly digest: Group['digest'];
}

export type DigestChoices = Readonly<Record<GroupId, DigestChoice>>;

/** The plan with these choices laid over it. A person who is in the plan no more agrees to nothing: it comes by itself. */
export function withDigests(plan: Plan, choices: DigestChoices): Plan {
  const made = Object.entries(choices).filter(([id]) => plan.groups.every((g) => g.id !== id));
  if (Object.keys(choices).length === 0) return plan;
  const known = (publish: Group['publish']) => (plan.people.some((p) => p.id === publish) ? publish : 'auto');
  const groups = plan.groups.map((group) => {
    const choice = choices[group.id];
    return choice ? { ...group, publish: known(choice.publish) } : group;
  });
  const added = made.map(([id, { name, publish, digest }]): Group => {
    return { id, name, digest, names: false, preview: { unit: 'h', n: 2 }, publish: known(publish) };
  });
  return { ...plan, groups: [...groups, ...added] };
}
