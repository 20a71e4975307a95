import type { Button } from '../../core/message.ts';
import { type Phrase, phrase } from '../../core/phrase.ts';
import { whenDue } from '../../core/wording/dates.ts';
import { answer, withButtons } from '../../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../../core/wording/item.ts';
import { rolesOf } from '../office.ts';
import { attended } from '../surroundings.ts';
import type { Ask, Command } from './contract.ts';

type Topic = 'office' | 'papers';

/** Who speaks here, how to answer, and the one next thing; what only some may do lies behind a button. */
export const help: Command = {
  id: 'help',
  typed: ['help', '帮助', 'start'],
  who: 'everyone',
  async run(ask) {
    const { office, speaker, action } = ask;
    const roles = rolesOf(office, speaker);
    const secretary = roles.includes('secretary');
    const topics: readonly Topic[] = secretary ? ['office', 'papers'] : roles.includes('leader') ? ['papers'] : [];
    const asked = topics.find((topic) => topic === action?.with?.topic);
    if (asked) return { message: answer(phrase(`help-${asked}`)) };
    const message = answer(
      phrase('help-head', { office: office.plan.organization.name }),
      phrase('help-report'),
      phrase('help-undo'),
      ...(secretary ? [phrase('help-overdue')] : []),
      await next(ask),
      phrase('help-complaint'),
    );
    return { message: topics.length > 0 ? withButtons(message, topics.map(button)) : message };
  },
};

const button = (topic: Topic): Button => ({
  label: phrase(`button-help-${topic}`),
  action: { command: 'help', about: [], with: { topic } },
});

async function next(ask: Ask): Promise<Phrase> {
  const { world, office, speaker, said } = ask;
  const open = [...(await world.store.ledger.askedOf(office.org, speaker)), ...(await attended(ask))];
  const matters = mattersOf(open.filter((f) => !f.settled && !f.own));
  const [first] = matters;
  return phrase('help-next', {
    count: matters.length,
    title: first ? titlePhrase(first, office.plan) : '',
    when: first ? whenDue(first.first, office.plan.organization.zone, said.at) : '',
  });
}
