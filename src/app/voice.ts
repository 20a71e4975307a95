import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Line } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, mattersOf } from '../core/wording/item.ts';
import { numberRows } from '../core/wording/rows.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { meantBy, titleOf } from './evidence.ts';
import { attached, type Got, kept } from './kept-files.ts';
import { confided } from './meaning.ts';
import type { Surroundings } from './surroundings.ts';

/** A voice message says nothing that the bot could read: it says so, and the secretary hears of it. */
export async function spoken(ask: Ask, around: Surroundings, got: readonly Got[]): Promise<Reply> {
  const replied = around.about.length > 0 ? meantBy(around) : [];
  const notices = voiceRelay(ask, around);
  if (replied.length === 0 || confided(replied, ask.office))
    return { message: answer(phrase(notices.length > 0 ? 'voice-unread' : 'voice-unread-own')), notices };
  const { evidence, texts } = await kept(ask, got);
  return {
    recorded: attached(ask, replied, evidence),
    texts,
    notices,
    message: answer(phrase('voice-kept', { title: titleOf(replied, ask) })),
  };
}

function voiceRelay(ask: Ask, around: Surroundings): readonly Notice[] {
  const { office, said, speaker } = ask;
  const secretary = secretaryOf(office.plan);
  if (!secretary || secretary === speaker) return [];
  const own = around.open.filter((f) => f.asked === speaker);
  const matters = mattersOf(own).slice(0, 9);
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  const lines: Line[] = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: choiceLine(matter, matters, ask) }),
    item: i + 1,
  }));
  const head = { text: phrase('voice-relay', { person: comrade(office.plan, speaker) }) };
  const buttons = numberRows(items.map(({ no, about }) => ({ no, action: { command: 'handle', about } })));
  const to = toPerson(secretary);
  return [
    {
      id: `voice@${said.source}~${to}`,
      kind: 'plain',
      to,
      at: said.at,
      message: { lines: [head, ...lines], buttons, items },
    },
  ];
}
