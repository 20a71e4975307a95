import { randomUUID } from 'node:crypto';
import type { Instant } from '../core/calendar.ts';
import type { Done } from '../core/check-in.ts';
import { dutyKind } from '../core/duties/index.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { marksProgress } from '../core/reply/addition-words.ts';
import { withoutBehalf } from '../core/reply/behalf-words.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { isPlainReport } from '../core/reply/revision.ts';
import { lineOf, repeatsTitle, substanceOf } from '../core/reply/substance.ts';
import { tellsOnlyWhen } from '../core/reply/when-words.ts';
import { whenDue } from '../core/wording/dates.ts';
import { withMore } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reportDone } from './report.ts';
import type { Surroundings } from './surroundings.ts';
import { sealed } from './text.ts';

/** Whether all of it is answered by one line in the person's own words. */
export function wantsLine(facts: readonly OccurrenceFacts[]): boolean {
  return facts.length > 0 && facts.every((f) => dutyKind(f.kind).line === true && f.follows === undefined);
}

/** How things stand belongs to the newest time of each duty that may be told of; an older one that was missed stays so. */
export function newestAsked(facts: readonly OccurrenceFacts[], at: Instant): readonly OccurrenceFacts[] {
  const begun = facts.filter((f) => f.creditFrom <= at);
  const later = (a: OccurrenceFacts, b: OccurrenceFacts) =>
    a.duty === b.duty && a.person === b.person && a.scheduled > b.scheduled;
  return begun.filter((f) => begun.every((g) => !later(g, f)));
}

/** 进展情况: the words themselves are the record, and lie beside the ledger. */
export async function reportLine(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  done: Done,
  words: string,
): Promise<Reply> {
  const { ref, texts } = sealed(maskedText(words.trim()), randomUUID());
  const reply = await reportDone(ask, facts, { ...done, line: ref }, texts);
  if (!reply.recorded?.occurrences.some((f) => f.settled?.line) || !reply.message) return reply;
  const said = phrase(wantsLine(facts) ? 'record-line' : 'record-detail', { line: maskedText(words.trim()) });
  return { ...reply, message: withMore(reply.message, said) };
}

/** What was said of it beside a plain 已报, if anything was. */
export function lineIn(facts: readonly OccurrenceFacts[], words: string | undefined): string | undefined {
  if (words === undefined || !wantsLine(facts) || isPlainReport(words) || repeatsTitle(words, facts[0]!.title))
    return undefined;
  return lineOf(withoutBehalf(words));
}

/** Kinds whose reports tell of the work itself, beside those that are one line. */
const telling: readonly string[] = ['inspection', 'deliverable', 'report', 'other'];

/** 抽了18户，2户已停发: what a report tells beyond that it was done, for the papers that are drafted from it. */
export function detailIn(facts: readonly OccurrenceFacts[], words: string | undefined): string | undefined {
  const [first] = facts;
  if (words === undefined || !first || mattersOf(facts).length > 1 || !telling.includes(first.kind)) return undefined;
  const said = substanceOf(withoutBehalf(words), first.title);
  // 入户抽查3日去的 says what is on record anyway.
  return said !== undefined && tellsOnlyWhen(withoutTitle(said, first.title), first.kind) ? undefined : said;
}

function withoutTitle(said: string, title: string): string {
  const from = [...said].findIndex((c) => !title.includes(c));
  return [...said].slice(Math.max(0, from)).join('');
}

const shortest = 4;
/** More choices than these no phone shows at once. */
const MOST = 6;

/**
 * A sentence that says nothing else, in answer to the question for progress: the line itself where it replies to that
 * message; else it is asked whether it is meant, and of which measure.
 */
export async function maybeLine(
  ask: Ask,
  around: Surroundings,
  { intent, sensitive }: ReplyReading,
  text: string,
): Promise<Reply | undefined> {
  // A clue or a mark of secrecy is no progress to be offered for the record.
  if (sensitive.some(({ kind }) => kind === 'case' || kind === 'classified')) return undefined;
  if (intent !== 'none' || text.trim().length < shortest) return undefined;
  const replied = around.open.filter((f) => around.about.includes(f.id));
  if (wantsLine(replied)) return reportLine(ask, replied, {}, text);
  const wanting = around.open.filter((f) => f.asked === ask.speaker && wantsLine([f]));
  const meant = mattersOf(newestAsked(wanting, ask.said.at));
  const [only] = meant;
  if (only && meant.length === 1 && marksProgress(text)) return reportLine(ask, only.facts, {}, lineOf(text));
  return meant.length > 0 ? askMeant(ask, wanting, text) : undefined;
}

/** Whether these words are the line that is asked for, and of which measure. */
export function askMeant(ask: Ask, wanting: readonly OccurrenceFacts[], text: string): Reply {
  const matters = mattersOf(newestAsked(wanting, ask.said.at));
  const said = maskedText(text.trim());
  const [first] = matters;
  const one = matters.length === 1;
  const head = one
    ? phrase('progress-meant', {
        title: titlePhrase(first!, ask.office.plan),
        when: whenDue(first!.first, ask.office.plan.organization.zone, ask.said.at),
      })
    : phrase('progress-which');
  const choices = matters.slice(-MOST).map((matter): Choice => {
    const about = matter.facts.map((f) => f.id);
    const action = { command: 'done', about, with: { said } };
    return one
      ? { id: 'yes', label: phrase('progress-meant-yes'), action }
      : { id: about[0]!, label: titlePhrase(matter, ask.office.plan), line: choiceLine(matter, matters, ask), action };
  });
  return askBack(ask, { question: one ? 'yes-no' : 'which-item', head: [head], choices });
}
