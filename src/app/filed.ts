import { MINUTE } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { answer } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { askedOf, asksBack } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { meantBy } from './evidence.ts';
import type { Fetched } from './fetched.ts';
import { finishedBy } from './file-proof.ts';
import { askWhere, withFiles } from './file-question.ts';
import { alsoSaid } from './joined.ts';
import { added, attached, type Got, kept } from './kept-files.ts';
import { formSent } from './ledger-form.ts';
import { confided } from './meaning.ts';
import { rememberFiled } from './refile.ts';
import { openItem, type Surroundings, surroundings } from './surroundings.ts';
import { understand } from './understand.ts';
import { spoken } from './voice.ts';
import { looseEntry, wholeNamed } from './whole.ts';

/** A photo that follows a report this soon belongs to it. */
const FOLLOWS_MS = 30 * MINUTE;

/**
 * A message with files: its caption is read as any sentence, its files are kept with what it is about. By the time
 * this answers, they lie in the archive: 已登记 is never said of a file that is not kept.
 */
export async function filed(ask: Ask, text: string, fetched: readonly Fetched[]): Promise<Reply> {
  const around = await surroundings(ask, await askedOf(ask));
  const lost = fetched.flatMap((f) => (f.ok ? [] : [lostPhrase(f)]));
  const got = fetched.flatMap((f) => (f.ok ? [f] : []));
  const form = await formSent(ask, text, fetched);
  if (form) return form;
  if (text.trim() === '' && got.length > 0 && got.every(({ of }) => of.kind === 'voice'))
    return spoken(ask, around, got);
  const reply = text.trim() === '' ? {} : await understand(ask, text);
  if (got.length === 0) return withLost(heard(reply), lost);
  return withLost(await placed(ask, text, around, reply, got), lost);
}

async function placed(ask: Ask, text: string, around: Surroundings, reply: Reply, got: readonly Got[]): Promise<Reply> {
  const settled = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
  const named = settled.length > 0 ? undefined : wholeNamed(ask, text);
  const facts = settled.length > 0 ? settled : named ? [] : meantByFiles(ask, text, around);
  if (facts.length > 0 && confided(facts, ask.office)) return withLine(heard(reply), phrase('evidence-talk'));
  const { evidence, texts } = await kept(ask, got);
  const all = { ...reply.texts, ...texts };
  const proved = await finishedBy(ask, text, around, reply, evidence);
  if (proved) return { ...proved, texts: { ...all, ...proved.texts } };
  if (facts.length > 0) {
    const recorded = attached(ask, facts, evidence, reply.recorded);
    const base = settled.length > 0 ? reply : {};
    const said = alsoSaid(base, added(ask, facts, evidence.length, settled.length > 0));
    return rememberFiled(ask, evidence, { ...said, recorded, texts: all });
  }
  const loose = evidence.map((one) => looseEntry(ask, one, named));
  const entries = [...(reply.entries ?? []), ...loose];
  if (named)
    return {
      ...withLine({}, phrase('evidence-whole', { count: evidence.length, whole: named.title })),
      entries,
      texts: all,
    };
  if (asksBack(reply)) return { ...withFiles(reply, evidence), entries, texts: all };
  return { ...askWhere(ask, around, evidence), entries, texts: all };
}

/** What a caption brought about; one that was not understood is no more than a title of the files. */
const heard = (reply: Reply): Reply => (reply.recorded?.entries.length || asksBack(reply) ? reply : {});

/** What files alone are about: the message replied to, what the caption names, the report just made, the only thing open. */
function meantByFiles(ask: Ask, text: string, around: Surroundings): readonly OccurrenceFacts[] {
  if (around.about.length > 0) return meantBy(around);
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  const weights = [...own, ...around.last].map((f) => ({ f, weight: weightOf(text, f) }));
  const best = Math.max(0, ...weights.map(({ weight }) => weight));
  const fitting = mattersOf(weights.filter(({ weight }) => best > 0 && weight === best).map(({ f }) => f));
  if (fitting.length === 1) return fitting[0]!.facts;
  const fresh = around.last.filter((f) => ask.said.at - f.settled!.at <= FOLLOWS_MS);
  if (fresh.length > 0) return fresh;
  const matters = mattersOf(own);
  return matters.length === 1 ? matters[0]!.facts : [];
}

const weightOf = (text: string, facts: OccurrenceFacts): number =>
  text.trim() === '' ? 0 : aboutness(normalize(text).text, openItem(facts));

function lostPhrase({ why, of }: Extract<Fetched, { ok: false }>): Phrase {
  if (why === 'gone') return phrase('evidence-failed');
  return phrase('evidence-too-large', { name: of.name ?? phrase('evidence-file') });
}

const withLost = (reply: Reply, lost: readonly Phrase[]): Reply => lost.reduce(withLine, reply);
const withLine = (reply: Reply, line: Phrase): Reply => alsoSaid(reply, answer(line));
