import type { DigestEdits, Published } from '../../core/digest/draft.ts';
import type { Button } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import { type Phrase, phrase } from '../../core/phrase.ts';
import { dayAndTime } from '../../core/wording/dates.ts';
import { answer, withButtons } from '../../core/wording/echo.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { lineOf } from './edit.ts';
import { changeOf, type Found, refusalOf, stored, worded } from './found.ts';
import { digestState, withPublished } from './state.ts';

/** 更正: a line of the digest that the group has already, in other words, marked with the hour. */
export async function correct(ask: Ask, found: Found, no: number, text: string, sure = false): Promise<Reply> {
  const { group, course } = found;
  const published = course.published!;
  const key = published.numbers[no - 1];
  const lines = await postedLines(ask, published);
  const line = key === undefined ? undefined : lines[key];
  const refused = line === undefined ? phrase('digest-correct-which', { no }) : refusalOf(ask, group, text);
  if (key === undefined || line === undefined || refused) return { message: answer(refused!) };
  const was = worded(ask, line);
  const next = sure || !course.draft ? undefined : lineOf(course.draft, no);
  if (next) return askWhich(ask, found, no, text, was, worded(ask, next.text));
  const edits: DigestEdits = { ...published.edits, [key]: text };
  const to = `group/${group.id}` as const;
  const notices = published.sends.map((send, i): Notice => {
    return { id: `edit@${ask.said.source}.${i}.${send}`, kind: 'edit', to, at: ask.said.at, send };
  });
  return {
    ...stored(found, withPublished(course.state, { ...published, edits, correctedAt: ask.said.at })),
    ...changeOf(ask, found, 'corrected', no, was, text),
    notices,
    message: answer(phrase('digest-corrected-done', { group: group.name, no, was, is: text })),
  };
}

/** A newer preview has the same number: whoever has it before their eyes may mean that line. */
function askWhich(
  { office, world }: Ask,
  { group, course }: Found,
  no: number,
  text: string,
  was: string,
  next: string,
): Reply {
  const way = (what: string): Button => ({
    label: phrase(`button-digest-${what}`),
    action: { command: 'digest', about: [], with: { what, group: group.id, no, text } },
  });
  const when = dayAndTime(course.published!.posted, office.plan.organization.zone, world.clock.now());
  return {
    message: withButtons(
      answer(phrase('digest-correct-posted', { no, when, was }), phrase('digest-correct-next', { next })),
      [way('correct'), way('reword')],
    ),
  };
}

/** The lines that the group has, by key, in the words that stand there now. Nothing where no message arrived for certain. */
async function postedLines(
  { world, office }: Ask,
  { sends, edits }: Published,
): Promise<Readonly<Record<string, string | Phrase>>> {
  const found: Record<string, string | Phrase> = {};
  for (const id of sends) {
    const send = await world.store.outbox.send(office.org, id);
    if (send?.messageId === undefined) continue;
    for (const { keys = [], text } of send.message.lines) {
      const items = text.id === 'digest-folded' ? text.args?.items : undefined;
      keys.forEach((key, i) => {
        const item = Array.isArray(items) ? (items[i] as Phrase | string) : text;
        found[key] = edits[key] ?? item;
      });
    }
  }
  return found;
}

/** When a posted digest was last corrected, and how it reads since; undefined where this send is no digest of the group's last. */
export async function correctionsOf(
  { world, office }: Pick<Ask, 'world' | 'office'>,
  to: string,
  send: string,
): Promise<{ readonly edits: DigestEdits; readonly mark: Phrase } | undefined> {
  const group = office.plan.groups.find((g) => `group/${g.id}` === to);
  if (!group) return undefined;
  const { state } = await world.store.ledger.head(office.org, `group/${group.id}`);
  const { published } = digestState(group, state, office, world.clock.now());
  if (!published?.sends.includes(send) || published.correctedAt === undefined) return undefined;
  const { zone } = office.plan.organization;
  // The day as such: 今天 would be wrong tomorrow.
  const when = dayAndTime(published.correctedAt, zone, 0);
  return { edits: published.edits, mark: phrase('digest-corrected', { when }) };
}
