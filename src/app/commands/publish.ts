import type { DigestChoice } from '../../core/digest/choices.ts';
import { phrase } from '../../core/phrase.ts';
import type { Group } from '../../core/plan/plan.ts';
import { readSchedule } from '../../core/schedule/index.ts';
import { answer } from '../../core/wording/echo.ts';
import { changed } from '../changes.ts';
import { publishProposal } from '../publish-proposal.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** What a plan that knows no group is offered: the Party group, every Monday. */
const usual = { id: 'party-group', name: '党组', digest: '每周一 08:30' } as const;

/** 发布方式: whether a group's digest comes by itself, or when somebody has agreed to it. */
export const publish: Command = {
  id: 'publish',
  typed: ['publish', '发布方式'],
  who: 'office',
  async run(ask) {
    const by = ask.action?.with?.by;
    return by === undefined ? { message: publishProposal(ask.office.plan) } : chosen(ask, String(by));
  },
};

async function chosen(ask: Ask, by: string): Promise<Reply> {
  const { world, office, said, action } = ask;
  const { people } = office.plan;
  const group = office.plan.groups.find((g) => g.id === action?.with?.group);
  if (by === 'none') return { toast: phrase('toast-digest-released'), message: answer(phrase('publish-none')) };
  if (by !== 'auto' && people.every((p) => p.id !== by)) return { toast: phrase('toast-not-recorded') };
  const choice = choiceOf(ask, group, by);
  const id = group?.id ?? usual.id;
  const written = await changed(world, office.org, (before) => ({ digests: { ...before.digests, [id]: choice } }));
  const name = people.find((p) => p.id === by)?.name ?? '';
  const { planVersion } = office;
  return {
    ...written,
    entries: [
      { ...{ at: said.at, by: said.by, about: [], planVersion }, kind: 'digest-edited', group: id, what: 'arranged' },
    ],
    message: answer(
      phrase(by === 'auto' ? 'publish-auto' : 'publish-agreed', { group: choice.name, name }),
      ...(group?.telegram === undefined && !group ? [phrase('publish-add-me', { group: choice.name })] : []),
    ),
    toast: phrase('toast-digest-released'),
    touches: [`group/${id}`],
  };
}

function choiceOf({ office, world }: Ask, group: Group | undefined, by: string): DigestChoice {
  if (group) return { name: group.name, publish: by, digest: group.digest };
  const { zone, calendar } = office.plan.organization;
  const read = readSchedule(usual.digest, { zone, calendar, from: world.clock.now() });
  const digest = read.ok && read.schedule.kind !== 'ongoing' ? read.schedule : null;
  return { name: usual.name, publish: by, digest };
}
