import { recordHeld } from '../../core/extension.ts';
import { phrase } from '../../core/phrase.ts';
import { maskedText } from '../../core/reply/mask.ts';
import { dayAndTime } from '../../core/wording/dates.ts';
import { answer } from '../../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../../core/wording/item.ts';
import { askBack, type Choice } from '../asking.ts';
import type { Command } from './contract.ts';

const reasons = ['away', 'busy', 'checking', 'other'] as const;

/** 暂缓上报: rungs above the secretary wait two working days, once, with a recorded reason. */
export const hold: Command = {
  id: 'hold',
  who: 'office',
  async run(ask) {
    const { office, said, facts, action, words } = ask;
    const waiting = facts.filter((f) => !f.settled);
    const [matter] = mattersOf(waiting);
    if (!matter) return { toast: phrase('toast-settled') };
    if (waiting.every((f) => f.held))
      return { toast: phrase('toast-held-before'), message: answer(phrase('held-before')) };
    const reason = action?.with?.reason ?? (words === '' ? undefined : maskedText(words));
    const title = titlePhrase(matter, office.plan);
    if (typeof reason !== 'string') {
      const about = waiting.map((f) => f.id);
      const choices = reasons.map((r): Choice => {
        const label = phrase(`hold-reason-${r}`);
        return { id: r, label, action: { command: 'hold', about, with: { reason: r } } };
      });
      const free = { command: 'hold', about };
      return askBack(ask, { question: 'why', head: [phrase('hold-ask', { title })], choices, free });
    }
    const recorded = recordHeld(waiting, said, reason, office.plan.organization);
    const until = recorded.occurrences[0]?.held?.until ?? said.at;
    const when = dayAndTime(until, office.plan.organization.zone, said.at);
    return { recorded, toast: phrase('toast-held'), message: answer(phrase('held', { title, when })) };
  },
};
