import { DAY } from '../core/calendar.ts';
import { recordFreed } from '../core/extension.ts';
import type { Button, Line } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { recordAccepted } from '../core/proof.ts';
import { readAcceptance } from '../core/reply/acceptance-words.ts';
import { maskedText } from '../core/reply/mask.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, nameOf } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { dutyIn } from './office.ts';
import { plain } from './plain-notice.ts';
import { unitsOf } from './units.ts';

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

/** `/验收`: what waits for the speaker, with its buttons; `/验收 通过`, `/验收 退回 照片不清` where it is one thing. */
export async function acceptTyped(ask: Ask): Promise<Reply> {
  const { world, office, speaker, said, words } = ask;
  const recent = await world.store.ledger.settledBetween(office.org, said.at - 366 * DAY, said.at + 1);
  const mine = recent.filter(
    (f) => f.settled?.how === 'done' && !f.accepted && !f.follows && dutyIn(office, f)?.accept === speaker,
  );
  const keys = [...new Set(mine.map((f) => `${f.duty}@${f.slot}`))];
  const parts = keys.map((key) => mine.filter((f) => `${f.duty}@${f.slot}` === key));
  // While one unit is silent nothing is accepted: the parts are accepted together.
  const left = await Promise.all(parts.map((facts) => unitsOf(ask, dutyIn(office, facts[0]!)!, facts[0]!)));
  const matters = parts.filter((_, i) => left[i]!.missing.length === 0);
  const [only] = matters;
  if (!only) return { message: answer(phrase('accept-none')) };
  const meant = readAcceptance(words);
  if (meant && matters.length === 1) {
    const action = { command: 'accept', about: only.map((f) => f.id), with: { yes: meant.yes } };
    return acceptOrReturn({ ...ask, action, facts: only, words: meant.reason });
  }
  const lines = matters.slice(0, MOST).map((facts, i) => acceptLine(facts, i + 1, ask));
  const buttons = matters.slice(0, MOST).map((facts, i) => acceptButtons(facts, matters.length > 1 ? i + 1 : 0));
  return { message: { lines, buttons, items: [] } };
}

/** More than these no phone shows at once. */
const MOST = 6;

function acceptLine(facts: readonly OccurrenceFacts[], no: number, { office }: Ask): Line {
  const [first] = facts;
  const names = facts.map((f) => nameOf(office.plan, f.person));
  return { text: phrase('accept-line', { no, title: first!.title, names, evidence: sumOfEvidence(facts) }) };
}

const sumOfEvidence = (facts: readonly OccurrenceFacts[]): number =>
  facts.reduce((sum, f) => sum + (f.evidence ?? 0), 0);

function acceptButtons(facts: readonly OccurrenceFacts[], no: number): readonly Button[] {
  const about = facts.map((f) => f.id);
  return [true, false].map((yes) => {
    const label = phrase(yes ? 'accept-button-yes' : 'accept-button-no');
    const action = { command: 'accept', about, with: { yes } };
    return { label: no > 0 ? phrase('accept-numbered', { no, label }) : label, action };
  });
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
