import { dateAt, type LocalDate } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Act, OpenItem, ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { readReply } from '../core/reply/reading.ts';
import { sentenceOf } from '../core/reply/sentence.ts';
import { targetsOf } from '../core/reply/targets.ts';
import { dayDone } from '../core/wording/echo.ts';
import { comrade, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { askBack } from './asking.ts';
import { owedBy } from './behalf.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { actsForOffice } from './office.ts';
import { toldBefore } from './settled-already.ts';
import { contextOf, openItem } from './surroundings.ts';

interface Theirs {
  readonly open: readonly OccurrenceFacts[];
  readonly context: ReplyContext;
  readonly reading: ReplyReading;
}

/**
 * 孙伟的督导改到下周三, said by the office: what that person owes moves, is excused or is off. A deed is not taken from
 * such words, which may be hearsay: it wants 代孙伟报.
 */
export async function ofOthers(
  ask: Ask,
  text: string,
  reading: ReplyReading,
  context: ReplyContext,
): Promise<Theirs | undefined> {
  const moves = reading.intent === 'postpone' || reading.intent === 'excuse' || reading.void;
  if (!moves || (context.about ?? []).length > 0) return undefined;
  if (!actsForOffice(ask.office, ask.speaker, ask.said.at)) return undefined;
  const [person] = othersNamed(ask, text, context);
  if (person === undefined) return undefined;
  const plain = normalize(text).text;
  const open = (await owedBy(ask, person)).filter((f) => aboutness(plain, openItem(f)) >= 2);
  const own = context.open.some((item) => aboutness(plain, item) >= 2);
  if (open.length === 0 || own) return undefined;
  const theirs = contextOf({ ...ask, speaker: person }, { open, shown: [], about: [], last: [] });
  const again = readReply(text, { ...theirs, speaker: ask.speaker });
  return { open, context: theirs, reading: again };
}

/**
 * 钱国良那个小组会昨天开了, said by the office while nothing of their own fits: the deed of another, which is recorded
 * only after a yes.
 */
export async function deedOfAnother(
  ask: Ask,
  text: string,
  reading: ReplyReading,
  context: ReplyContext,
): Promise<Reply | undefined> {
  if ((context.about ?? []).length > 0 || reading.pick || reading.corrects) return undefined;
  if (!actsForOffice(ask.office, ask.speaker, ask.said.at)) return undefined;
  const [person, another] = othersNamed(ask, text, context);
  const plain = normalize(text).text;
  if (person === undefined || another || context.open.some((item) => fits(plain, item, person))) return undefined;
  const before = reading.intent === 'done' ? await toldOf(ask, person, plain, reading.date) : undefined;
  if (before) return before;
  const open = (await owedBy(ask, person)).filter((f) => fits(plain, openItem(f), person));
  const theirs = contextOf({ ...ask, speaker: person }, { open, shown: [], about: [], last: [] });
  const [target, more] = targetsOf(readReply(text, theirs), theirs);
  if (!target || more || 'ask' in target || target.act.intent !== 'done') return undefined;
  const facts = open.filter((f) => target.occurrences.includes(f.id));
  return askBehalf(ask, facts, target.act);
}

/** What somebody else owes is recorded on their behalf only after a yes. */
export function askBehalf(ask: Ask, facts: readonly OccurrenceFacts[], { text: _, ...act }: Act): Reply {
  const about = facts.map((f) => f.id);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, ask.office.plan);
  return askBack(ask, {
    question: 'yes-no',
    head: [phrase('behalf-meant', { title, person: comrade(ask.office.plan, matter!.first.asked) })],
    choices: [
      {
        id: 'yes',
        label: phrase('button-record'),
        action: { command: 'choose', about, with: { act: JSON.stringify(act) } },
      },
    ],
  });
}

/** It is on record for that very day: not offered again for the next period. */
function toldOf(ask: Ask, person: string, text: string, date: LocalDate | null): Promise<Reply | undefined> {
  const { plan } = ask.office;
  const day = date ?? dateAt(ask.said.at, plan.organization.zone);
  return toldBefore(ask, (f) => f.person === person && fits(text, openItem(f), person) && dayDone(f, plan) === day);
}

const fits = (text: string, item: OpenItem, person: string): boolean =>
  aboutness(text, item) >= 2 || item.counterpart === person;

/** Whom else the words name, without doubt. */
export function othersNamed(ask: Ask, text: string, context: ReplyContext): readonly string[] {
  const named = sentenceOf(text, context).people.filter((m) => m.ids.length === 1 && !m.near && !m.department);
  return [...new Set(named.flatMap((m) => m.ids))].filter((id) => id !== ask.speaker);
}
