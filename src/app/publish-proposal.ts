import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Button, Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { Group, Plan } from '../core/plan/plan.ts';
import type { World } from './ports.ts';

/** How each group's digest comes out, and the other ways there are; where there is no group, one is proposed. */
export function publishProposal(plan: Plan): Message {
  const groups = plan.groups.filter((g) => g.digest);
  const lines = groups.length === 0 ? [phrase('publish-propose-group')] : groups.map((group) => stateOf(group, plan));
  const buttons = groups.length === 0 ? [waysOf(undefined, plan)] : groups.map((group) => waysOf(group, plan));
  return { lines: lines.map((text) => ({ text })), buttons: buttons.flatMap((row) => row.map((b) => [b])), items: [] };
}

function stateOf({ name: group, publish }: Group, { people }: Plan): Phrase {
  const name = people.find((p) => p.id === publish)?.name ?? '';
  return phrase(publish === 'auto' ? 'publish-propose-auto' : 'publish-propose-agreed', { group, name });
}

function waysOf(group: Group | undefined, { organization, people }: Plan): readonly Button[] {
  const button = (label: Phrase, by: string): Button => ({
    label,
    action: { command: 'publish', about: [], with: { by, ...(group ? { group: group.id } : {}) } },
  });
  const head = people.find((p) => p.id === organization.head);
  const name = group?.name ?? '';
  return [
    ...(head && group?.publish !== head.id
      ? [button(phrase('button-publish-agreed', { name: head.name, group: name }), head.id)]
      : []),
    ...(group?.publish === 'auto' ? [] : [button(phrase('button-publish-auto', { group: name }), 'auto')]),
    ...(group ? [] : [button(phrase('button-publish-none'), 'none')]),
  ];
}

/** Once after a plan was adopted in chat, and as a part of that talk: who agrees before the Party group reads of it is the office's to say. */
export async function proposePublish(world: World, org: string, plan: Plan): Promise<void> {
  const secretary = secretaryOf(plan);
  const settled = plan.groups.some((g) => g.digest && g.publish !== 'auto');
  if (!secretary || settled) return;
  const to = toPerson(secretary);
  const at = world.clock.now();
  const notice: Notice = {
    id: `publish-proposed@${org}~${to}`,
    kind: 'answer',
    to,
    at,
    message: publishProposal(plan),
  };
  const once = { source: `publish-proposed:${org}`, answer: '' };
  await world.store.ledger.append(org, { heads: {}, ...once, entries: [], notices: [notice] });
}
