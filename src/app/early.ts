import { together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Act, ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { saysTalkedWith } from '../core/reply/talk-words.ts';
import { ownWords, targetsOf } from '../core/reply/targets.ts';
import { carryOut } from './carry-out.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { openItem, type Surroundings } from './surroundings.ts';
import { gatheringsAhead, openingEntries, owedAhead, upcomingFor } from './upcoming.ts';

/** Said of something that the bot has not yet spoken of: it is opened, and recorded or moved at once. */
export async function earlyOf(
  ask: Ask,
  around: Surroundings,
  act: Act,
  context: ReplyContext,
): Promise<Reply | undefined> {
  const text = ownWords(act);
  const withThem = (f: OccurrenceFacts) => f.counterpart !== undefined && act.people.includes(f.counterpart);
  // 和周洁谈了 names the talk by whom it was with.
  const weight = (f: OccurrenceFacts) => aboutness(text, openItem(f)) + (withThem(f) && saysTalkedWith(text) ? 3 : 0);
  const bestOpen = Math.max(0, ...around.open.map(weight));
  const moves = act.intent !== 'done';
  const coming = moves ? await movable(ask, around, act) : await upcomingFor(ask, around.open);
  const early = coming.filter((f) => weight(f) > Math.max(2, bestOpen) && (!f.counterpart || withThem(f)));
  if (early.length === 0 || act.unresolved.length > 0) return undefined;
  const distinct = early.filter(
    (f, i) => early.findIndex((e) => e.duty === f.duty && e.slot === f.slot) === i || !moves,
  );
  const [target] = targetsOf({ ...emptyOf(act), acts: [act] }, { ...context, open: distinct.map(openItem), about: [] });
  if (!target || 'ask' in target) return undefined;
  const meant = early.filter((f) => target.occurrences.includes(f.id));
  const forAll = moves && act.intent !== 'excuse';
  const facts = forAll ? early.filter((f) => meant.some((m) => m.duty === f.duty && m.slot === f.slot)) : meant;
  const { text: said, ...rest } = act;
  const reply = await carryOut(ask, facts, rest, moves ? said : undefined);
  if (moves && reply.message && !reply.recorded?.occurrences.length) return reply;
  const opened = { entries: openingEntries(ask, facts), occurrences: facts, refused: [] };
  // Something is still missing and was asked for: it is open from now on, so that the answer finds it.
  if (!reply.recorded?.occurrences.length) return reply.states ? { ...reply, recorded: opened } : undefined;
  return { ...reply, recorded: together([opened, reply.recorded]) };
}

/** What may be moved or handed on before the bot speaks of it: the events, and what the speaker owes themself. */
async function movable(ask: Ask, around: Surroundings, act: Act): Promise<readonly OccurrenceFacts[]> {
  const events = await gatheringsAhead(ask, around.open);
  // Leave is one's own.
  if (act.intent === 'excuse') return events.filter((f) => f.person === ask.speaker);
  return act.void ? events : [...events, ...(await owedAhead(ask, around.open))];
}

function emptyOf(act: Act): ReplyReading {
  const nothing = { acts: [], pick: null, corrects: false, takenBack: [], swayed: null, headCount: null };
  return { ...act, ...nothing, sensitive: [], evidence: [] };
}
