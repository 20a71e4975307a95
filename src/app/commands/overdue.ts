import type { OccurrenceFacts } from '../../core/occurrence.ts';
import { phrase } from '../../core/phrase.ts';
import { alertMessage, matterLines } from '../../core/wording/alert.ts';
import { answer } from '../../core/wording/echo.ts';
import { mattersOf } from '../../core/wording/item.ts';
import { ownMessage } from '../../core/wording/own.ts';
import { lateIn } from '../late.ts';
import { mayAskForAll } from '../may-ask.ts';
import { actsForOffice } from '../office.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** More than this no phone shows at once; the head of the list says how many there are. */
const shown = 8;

/** What is overdue: for the office all of it, for a leader what they lead, for everybody their own. */
export const overdue: Command = {
  id: 'overdue',
  typed: ['overdue', '逾期'],
  who: 'everyone',
  async run(ask) {
    const { world, office, speaker, said } = ask;
    const { plan } = office;
    const now = world.clock.now();
    const { late, told } = await lateIn(world, office);
    const all = mayAskForAll(office, speaker, said.at);
    const led = plan.measures.filter((m) => m.lead === speaker).map((m) => m.id);
    const own = late.filter((f) => f.asked === speaker || f.person === speaker);
    const seen = all ? late : late.filter((f) => own.includes(f) || led.includes(f.measure));
    if (seen.length === 0) return { message: answer(phrase(all ? 'nothing-overdue' : 'nothing-overdue-yours')) };
    const matters = mattersOf(seen);
    const facts = matters.slice(0, shown).flatMap((m) => m.facts);
    if (actsForOffice(office, speaker, said.at))
      return { message: alertMessage({ plan, to: speaker, facts, told, total: matters.length, now }) };
    if (seen.length === own.length) return { message: ownMessage({ plan, person: speaker, facts, told, now }) };
    return overseen(ask, facts, matters.length, told);
  },
};

/** For whoever may look and not act: no buttons. */
function overseen(
  { world, office: { plan } }: Ask,
  facts: readonly OccurrenceFacts[],
  total: number,
  told: Parameters<typeof matterLines>[2]['told'],
): Reply {
  const now = world.clock.now();
  const lines = mattersOf(facts).flatMap((matter, i) => matterLines(matter, i + 1, { plan, told, now }));
  // A bare number in reply would mean one of them, and they are not this reader's to report.
  return { message: answer(phrase('overdue-overseen', { total }), ...lines.map(({ item: _, ...line }) => line)) };
}
