import type { Looked } from '../app/ports.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceFacts, Told } from '../core/occurrence.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';
import { parse, unpack } from './record.ts';

type Text = string | null;
type Reply = readonly [
  notices: string[],
  link: Text,
  spoken: [Text, Text, Text],
  ids: string[],
  facts: Text[],
  told: Text[],
];

/** For dozens of recipients one command: on the way to a message nothing else is read. */
export async function look(
  { run }: Base,
  org: string,
  recipients: readonly Recipient[],
  day: string,
): Promise<readonly Looked[]> {
  const k = orgKeys(org);
  const counts = [day, `relay-${day}`, `alert-${day}`].map(k.spoken);
  const keys = [k.links, k.occurrences, k.told, ...counts, ...recipients.map((to) => k.waitingOf(to))];
  const replies = (await run('look', keys, recipients)) as readonly Reply[];
  return recipients.map((to, i) => lookedOf(to, replies[i]!));
}

function lookedOf(to: Recipient, [notices, link, spoken, ids, facts, told]: Reply): Looked {
  const [reminders, relays, alerts] = spoken;
  return {
    to,
    notices: inOrder(notices.map((json) => unpack<Notice>(json))),
    link: link === null ? undefined : unpack(link),
    facts: facts.flatMap((json) => (json ? [parse<OccurrenceFacts>(json)] : [])),
    told: Object.fromEntries(ids.flatMap((id, n) => (told[n] ? [[id, unpack<Told>(told[n])]] : []))),
    spoken: { reminders: Number(reminders ?? 0), relays: Number(relays ?? 0), alerts: Number(alerts ?? 0) },
  };
}

/** Message 9 before message 10, which their ids hold as text. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** By their instant; where that is equal in the order of what they answer, and always the same. */
export function inOrder(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort((a, b) => a.at - b.at || byNumber.compare(a.id, b.id) || (a.id < b.id ? -1 : 1));
}
