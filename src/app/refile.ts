import { DAY, MINUTE } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Evidence } from '../core/proof.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { saysWhatFileIs } from '../core/reply/file-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { titleOf } from './evidence.ts';
import { askWhere } from './file-question.ts';
import { attached } from './kept-files.ts';
import { confided } from './meaning.ts';
import type { Thread, ThreadState } from './ports.ts';
import { openItem, type Surroundings } from './surroundings.ts';
import { looseEntry, wholeNamed } from './whole.ts';

/** Photos sent one after another are spoken of together. */
const TOGETHER_MS = 10 * MINUTE;
/** So long 刚才的照片 may mean what was sent. */
const REMEMBERED_MS = DAY;
/** How long something reported may still be what a photo is of. */
const REPORTED_MS = 31 * DAY;

interface Filed {
  readonly evidence: readonly Evidence[];
  readonly at: number;
}

/** What was sent last, remembered in case its place is corrected. */
export async function rememberFiled(ask: Ask, evidence: readonly Evidence[], reply: Reply): Promise<Reply> {
  const thread: Thread = `person/${ask.speaker}`;
  const before = filedIn((await ask.world.store.ledger.head(ask.office.org, thread)).state);
  const goesOn = before && ask.said.at - before.at <= TOGETHER_MS;
  const filed: Filed = { evidence: [...(goesOn ? before.evidence : []), ...evidence], at: ask.said.at };
  const states = { ...reply.states, [thread]: { ...reply.states?.[thread], filed: JSON.stringify(filed) } };
  return { ...reply, states };
}

const filedIn = ({ filed }: ThreadState): Filed | undefined =>
  typeof filed === 'string' ? (JSON.parse(filed) as Filed) : undefined;

/** 这是党员大会的照片, after it was filed elsewhere: kept there too, since nothing filed is taken away. */
export async function refiled(ask: Ask, around: Surroundings, text: string): Promise<Reply | undefined> {
  if (!saysWhatFileIs(text)) return undefined;
  const { world, office, speaker, said } = ask;
  const filed = filedIn((await world.store.ledger.head(office.org, `person/${speaker}`)).state);
  if (!filed || said.at - filed.at > REMEMBERED_MS) return { message: answer(phrase('refile-none')) };
  const { evidence } = filed;
  const whole = wholeNamed(ask, text);
  if (whole) {
    const message = answer(phrase('evidence-whole', { count: evidence.length, whole: whole.title }));
    return { message, entries: evidence.map((one) => looseEntry(ask, one, whole)) };
  }
  const facts = await namedBy(ask, around, text);
  if (facts.length === 0) return askWhere(ask, around, evidence);
  if (confided(facts, office)) return { message: answer(phrase('evidence-talk')) };
  return {
    recorded: attached(ask, facts, evidence),
    message: answer(phrase('evidence-also', { count: evidence.length, title: titleOf(facts, ask) })),
  };
}

async function namedBy(ask: Ask, { open }: Surroundings, text: string): Promise<readonly OccurrenceFacts[]> {
  const { world, office, speaker, said } = ask;
  const settled = await world.store.ledger.settledBetween(office.org, said.at - REPORTED_MS, said.at + 1);
  const theirs = settled.filter((f) => f.asked === speaker || f.person === speaker);
  const plain = normalize(text).text;
  const weight = (f: OccurrenceFacts) => aboutness(plain, openItem(f));
  const all = [...theirs, ...open];
  const best = Math.max(0, ...all.map(weight));
  const fitting = best < 2 ? [] : mattersOf(all.filter((f) => weight(f) === best));
  const newest = fitting.at(-1);
  // Of several times of one duty the newest; of several duties it is asked.
  return newest && fitting.every((m) => m.first.duty === newest.first.duty) ? newest.facts : [];
}
