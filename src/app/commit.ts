import { toPerson } from '../core/ladder.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { adoptFromChat } from './adopt-plan.ts';
import { withEventsUndone } from './after-event.ts';
import { withAnswerShown } from './answer-shown.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { withFollowUps } from './follow-ups.ts';
import type { Offices } from './office.ts';
import type { WakeKey } from './ports.ts';
import { readingOnce } from './reading-once.ts';

const TRIES = 5;
/** A change of the office itself is known to every process after so long: what it touches is looked at then. */
const SPREAD_MS = 1500;

/** Decide, write all at once with the answer, and decide again if something else was written first. */
export async function commit(base: Ask, offices: Offices, decide: (ask: Ask) => Promise<Reply>): Promise<Reply> {
  const { world, office, said } = base;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const asking = { ...base, world: readingOnce(world) };
    const facts = await asking.world.store.ledger.occurrences(office.org, base.action?.about ?? []);
    const decided = await decide({ ...asking, facts });
    const reply = await withAnswerShown(asking, await withFollowUps(asking, await withEventsUndone(asking, decided)));
    if (!(await carriedOut(base, offices, reply))) continue;
    const touched = reply.recorded?.occurrences ?? [];
    const spread = reply.states?.org ? SPREAD_MS : 0;
    const written = await world.store.ledger.append(office.org, {
      heads: { ...reply.heads },
      source: said.source,
      answer: '',
      entries: [...(reply.recorded?.entries ?? []), ...(reply.entries ?? [])],
      occurrences: touched,
      ...(reply.states ? { states: reply.states } : {}),
      ...(reply.texts ? { texts: reply.texts } : {}),
      notices: [...answers(base, reply), ...(await edits(asking, reply)), ...(reply.notices ?? [])],
      touch: { at: world.clock.now() + spread, wakes: [...wakesOf(touched), ...(reply.touches ?? [])] },
    });
    if (written.outcome === 'known') return {};
    if (written.outcome === 'written') {
      if (reply.states?.org) offices.forget(office.org);
      // Nobody waits for a bell: one that is lost is found by reconcile.
      for (const wake of new Set([...wakesOf(touched), ...(reply.touches ?? [])]))
        void world.timer.set(office.org, wake, world.clock.now() + spread);
      void world.timer.ring('deliver');
      return reply;
    }
  }
  throw new Error('the same occurrences were changed by others five times in a row');
}

/** What is written before the answer; false if somebody else was faster, and it must be decided again. */
async function carriedOut({ world, office, speaker }: Ask, offices: Offices, reply: Reply): Promise<boolean> {
  const { adopts, drafting, reads } = reply;
  if (adopts && !(await adoptFromChat(world, offices, adopts))) return false;
  if (drafting && !(await world.store.drafts.write(office.org, speaker, drafting.expected, drafting.value)))
    return false;
  if (reads) await world.store.files.put(reads);
  return true;
}

function answers({ said, office, speaker }: Ask, reply: Reply): readonly Notice[] {
  if (!reply.message) return [];
  const to = toPerson(speaker);
  return [{ id: `answer@${office.org}.${said.source}~${to}`, kind: 'answer', to, at: said.at, message: reply.message }];
}

/** The messages that show what changed, wherever they were sent: the person's own, the secretary's, a superior's. */
async function edits({ world, office, said, event, speaker }: Ask, reply: Reply): Promise<readonly Notice[]> {
  const shows = reply.shows ?? [];
  const { outbox } = world.store;
  const self = toPerson(speaker);
  const sends = new Map<string, Recipient>((reply.edits ?? []).map((send) => [send, self]));
  const asEdits = () =>
    [...sends].map(
      ([send, to]): Notice => ({ id: `edit@${said.source}.${send}`, kind: 'edit', to, at: said.at, send }),
    );
  if (shows.length === 0) return asEdits();
  const recipients = [...new Set([self, ...(reply.recorded?.occurrences ?? []).flatMap(toldOf)])];
  const message = event.type === 'tap' ? event.messageId : event.type === 'text' ? event.replyTo : undefined;
  const [direct, list, ...shown] = await Promise.all([
    message === undefined ? undefined : outbox.byMessage(office.org, event.chat, message),
    outbox.lastList(office.org, self),
    ...recipients.map((to) => outbox.shownIn(office.org, to, shows)),
  ]);
  for (const [i, to] of recipients.entries()) for (const send of Object.values(shown[i]!)) sends.set(send, to);
  if (direct) sends.set(direct.id, self);
  if (list?.message.items.some((item) => item.about.some((id) => shows.includes(id)))) sends.set(list.id, self);
  for (const { send } of reply.notices ?? []) if (send) sends.delete(send);
  return asEdits();
}

/** Everybody who was told of an occurrence: whoever is asked, whoever attends, and the recipients in its marks. */
function toldOf({ asked, person, noticed }: OccurrenceFacts): readonly Recipient[] {
  return [toPerson(asked), toPerson(person), ...noticed.map((mark) => mark.slice(mark.indexOf('~') + 1) as Recipient)];
}

function wakesOf(facts: readonly OccurrenceFacts[]): WakeKey[] {
  return [...new Set(facts.map((f): WakeKey => `measure/${f.measure}`))];
}
