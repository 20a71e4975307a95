import { secretaryOf, toPerson } from '../../core/ladder.ts';
import type { Notice } from '../../core/notice.ts';
import { phrase } from '../../core/phrase.ts';
import { secretaryButtons } from '../../core/wording/alert.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../../core/wording/item.ts';
import type { Command } from './contract.ts';

/** 请办公室再催: a leader who was told asks the secretary to see to it. */
export const urge: Command = {
  id: 'urge',
  who: 'everyone',
  async run({ world, office, speaker, said, facts }) {
    const waiting = facts.filter((f) => !f.settled);
    const [matter] = mattersOf(waiting);
    const secretary = secretaryOf(office.plan);
    if (!matter || !secretary) return { toast: phrase('toast-settled') };
    const about = matter.facts.map((f) => f.id);
    const text = phrase('urged', {
      by: comrade(office.plan, speaker),
      person: comrade(office.plan, matter.first.asked),
      title: titlePhrase(matter, office.plan),
    });
    const told = await world.store.ledger.told(office.org, [matter.first.id]);
    const buttons = secretaryButtons(matter.first, about, told[matter.first.id]);
    const message = { lines: [{ text }], buttons, items: [{ no: 0, about }] };
    const notice: Notice = {
      id: `urge@${said.source}~person/${secretary}`,
      kind: 'plain',
      to: toPerson(secretary),
      at: said.at,
      message,
    };
    return { notices: [notice], toast: phrase('toast-urged'), message: answer(phrase('urge-done')) };
  },
};
