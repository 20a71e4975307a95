import { toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer, dayDone } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import type { Ask } from './commands/contract.ts';

/** The other side of a talk has one line in their next message, with a way to contradict; no answer is needed. */
export function tellPartners({ office, said, speaker }: Ask, facts: readonly OccurrenceFacts[]): readonly Notice[] {
  return talksIn(facts, speaker).map((talk): Notice => {
    const to = toPerson(talk.counterpart!);
    const day = fullDay(dayDone(talk, office.plan));
    const text = phrase('talk-told', { person: comrade(office.plan, talk.person), day });
    const button = { label: phrase('button-not-me'), action: { command: 'not-me', about: [talk.id] } };
    const message = { lines: [{ text }], buttons: [[button]], items: [] };
    return { id: toldId(said.source, talk), kind: 'aside', to, at: said.at, message };
  });
}

/**
 * A record of a talk is no more: what its other side has not been told yet is left unsaid; whoever was told hears that
 * it was taken back. `facts`: as they were settled.
 */
export async function unsay(ask: Ask, facts: readonly OccurrenceFacts[]): Promise<readonly Notice[]> {
  const { world, office, said } = ask;
  const told: Notice[] = [];
  for (const talk of talksIn(facts, ask.speaker)) {
    const to = toPerson(talk.counterpart!);
    if (await world.store.outbox.drop(office.org, to, [toldId(talk.settled!.source, talk)])) continue;
    const args = { person: comrade(office.plan, talk.person), day: fullDay(dayDone(talk, office.plan)) };
    const message = answer(phrase('talk-untold', args));
    told.push({ id: `untold@${said.source}.${talk.id}~${to}`, kind: 'aside', to, at: said.at, message });
  }
  return told;
}

/** 王局没跟我谈, said before the line came that tells of it: nobody hears what they have contradicted already. */
export async function leaveUnsaid({ world, office, speaker }: Ask, talks: readonly OccurrenceFacts[]): Promise<void> {
  const ids = talks.flatMap((talk) => (talk.settled ? [toldId(talk.settled.source, talk)] : []));
  await world.store.outbox.drop(office.org, toPerson(speaker), ids);
}

const talksIn = (facts: readonly OccurrenceFacts[], speaker: string): readonly OccurrenceFacts[] =>
  facts.filter(
    (f) => f.kind === 'talk' && f.settled?.how === 'done' && f.counterpart !== undefined && f.counterpart !== speaker,
  );

const toldId = (source: string, { id, counterpart }: OccurrenceFacts): string =>
  `talk@${source}.${id}~${toPerson(counterpart!)}`;
