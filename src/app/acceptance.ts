import { recordAccepted, recordFreed } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { maskedText } from '../core/reply/mask.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { dutyIn } from './missing.ts';
import { plain } from './request.ts';

const reasons = ['proof', 'work', 'effect'] as const;

/** 验收通过 keeps the record; 退回 opens it again with two working days, and whoever reported it hears why. */
export async function acceptOrReturn(ask: Ask): Promise<Reply> {
  const { office, speaker, action, said, words } = ask;
  const theirs = ask.facts.filter((f) => dutyIn(office, f)?.accept === speaker);
  const waiting = theirs.filter((f) => f.settled?.how === 'done' && !f.accepted);
  const [first] = waiting;
  if (theirs.length === 0) return { toast: phrase('not-allowed') };
  if (!first) return { toast: phrase('toast-settled') };
  const title = first.title;
  if (action?.with?.yes === true) {
    const text = phrase('accept-told-yes', { person: comrade(office.plan, speaker), title });
    return {
      recorded: recordAccepted(waiting, said),
      message: answer(phrase('accepted', { title })),
      notices: toAsked(ask, waiting, text),
      toast: phrase('toast-recorded'),
    };
  }
  const chosen = action?.with?.reason;
  const reason = typeof chosen === 'string' ? ask.world.say(phrase(`close-reason-${chosen}`), 'zh') : words.trim();
  if (reason === '') return askWhy(ask, waiting);
  const text = phrase('accept-told-no', { person: comrade(office.plan, speaker), title, reason: maskedText(reason) });
  return {
    recorded: recordFreed(waiting, said, maskedText(reason), office.plan.organization),
    message: answer(phrase('handed-back', { title })),
    notices: toAsked(ask, waiting, text),
    shows: waiting.map((f) => f.id),
    toast: phrase('toast-recorded'),
  };
}

function askWhy(ask: Ask, waiting: readonly OccurrenceFacts[]): Reply {
  const about = waiting.map((f) => f.id);
  const choices = reasons.map(
    (reason): Choice => ({
      id: reason,
      label: phrase(`close-reason-${reason}`),
      action: { command: 'accept', about, with: { yes: false, reason } },
    }),
  );
  const head = [phrase('accept-why', { title: waiting[0]!.title })];
  return askBack(ask, { question: 'why', head, choices, free: { command: 'accept', about, with: { yes: false } } });
}

function toAsked(ask: Ask, facts: readonly OccurrenceFacts[], text: Phrase) {
  const people = [...new Set(facts.map((f) => f.asked))].filter((person) => person !== ask.speaker);
  return people.map((person) => plain(ask, person, text));
}
