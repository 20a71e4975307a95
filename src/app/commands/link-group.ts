import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Command } from './contract.ts';

/** The secretary confirms that a chat the bot was added to is a group of the plan. */
export const linkGroup: Command = {
  id: 'link-group',
  who: 'office',
  async run({ world, office, said, action }) {
    const group = office.plan.groups.find((g) => g.id === action?.with?.group);
    const chat = Number(action?.with?.chat);
    if (!group || !Number.isSafeInteger(chat)) return { toast: phrase('toast-not-recorded') };
    // The store's link may be written twice without harm; the entry is written once, by the tap's source.
    await world.store.links.link(office.org, `group/${group.id}`, chat);
    const entry = {
      at: said.at,
      by: said.by,
      about: [],
      planVersion: office.planVersion,
      kind: 'linked' as const,
      recipient: `group/${group.id}`,
      how: 'group' as const,
    };
    return {
      entries: [entry],
      toast: phrase('toast-linked'),
      message: answer(phrase('group-linked', { group: group.name })),
    };
  },
};
