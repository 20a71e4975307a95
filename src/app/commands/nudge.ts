import { recordNote, together } from '../../core/check-in.ts';
import { toPerson } from '../../core/ladder.ts';
import { type Notice, noticeId } from '../../core/notice.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../../core/wording/item.ts';
import type { Command } from './contract.ts';

/** 催办: once more, by hand, in the office's name. */
export const nudge: Command = {
  id: 'nudge',
  who: 'office',
  async run({ office, speaker, said, facts }) {
    const waiting = facts.filter((f) => !f.settled && f.asked !== speaker);
    const [matter] = mattersOf(waiting);
    if (!matter) return { toast: phrase('toast-settled'), message: answer(phrase('nudge-own')) };
    const { asked } = matter.first;
    const notices = waiting.map(
      (f): Notice => ({
        id: noticeId(f.id, `${f.revision}.n${said.source}~${toPerson(asked)}`),
        kind: 'nudge',
        to: toPerson(asked),
        at: said.at,
        occurrence: f.id,
        measure: f.measure,
        why: phrase('nudge-why', { by: comrade(office.plan, speaker) }),
      }),
    );
    const text = phrase('nudged', { person: comrade(office.plan, asked), title: titlePhrase(matter, office.plan) });
    return {
      recorded: together(waiting.map((f) => recordNote(f, said, { kind: 'nudged', to: asked }))),
      notices,
      toast: phrase('toast-nudged'),
      message: answer(text),
    };
  },
};
