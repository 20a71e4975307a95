import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { addDays, instantOf, type LocalDate, type LocalTime } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Intent, ItemKind, ReplyPerson } from '../../src/core/reply/contract.ts';
import { foundIn } from '../../src/core/reply/found.ts';
import { foundFeatures, soundFeatures } from '../../src/core/reply/hearing/features.ts';
import { soundOf } from '../../src/core/reply/hearing/sound.ts';
import { partsOf, sentenceOf } from '../../src/core/reply/sentence.ts';
import { workingCalendar } from '../../src/core/working-calendar.ts';
import { COUNTY } from '../core/reply/county.ts';
import { PEOPLE } from '../core/reply/office.ts';
import { SAMPLE_PEOPLE } from './sample-office.ts';

/** A sentence with what it means, as the answer to the reminder of one duty of that kind. */
export interface Example {
  readonly kind: ItemKind;
  readonly intent: Intent;
  readonly text: string;
  /** Date and time in the office, minutes. */
  readonly at: string;
  readonly seenByRules: boolean;
}

const folder = new URL('../samples/replies/learned/', import.meta.url);
const files = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();

/** The sentences that are learned: `kind`, `intent`, `text` and, where days matter, when it was said. */
export function corpus(): readonly Example[] {
  const seen = new Set<string>();
  return files().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !seen.has(line) && seen.add(line))
      .map((line) => {
        const [kind, intent, text, at = '2026-03-25T10:00'] = line.split('\t') as [ItemKind, Intent, string, string?];
        return { kind, intent, text: text.replaceAll('⏎', '\n'), at, seenByRules: SEEN_BY_RULES.test(name) };
      }),
  );
}

/** Changes with every sentence that is learned. */
export function corpusDigest(): string {
  const hash = createHash('sha256');
  for (const name of files()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 16);
}

const DAYS_LEFT = 3;
const zone = 'Asia/Shanghai';
const calendar = workingCalendar(officialTable());
/** Everybody whom the sentences name, of three offices at once: to the ear a name is a name. */
const people: readonly ReplyPerson[] = [...SAMPLE_PEOPLE, ...COUNTY, ...PEOPLE];

/** The rules were written with these in sight: what they found there tells nothing of what they find elsewhere. */
const SEEN_BY_RULES = /^(?:tables|laws|facts|blind-[ab])\.tsv$/;
/** The duties of the sample office whose meetings are gatherings. */
const GATHERINGS: ReadonlySet<ItemKind> = new Set(['meeting']);

/** What the ear takes in of it. */
export function featuresOf({ text, kind, at, seenByRules }: Example): ReadonlySet<string> {
  const now = instantOf(at.slice(0, 10) as LocalDate, at.slice(11, 16) as LocalTime, zone);
  const sentence = sentenceOf(text, { now, zone, calendar, speaker: '', people, open: [] });
  const sound = soundFeatures(soundOf(sentence), kind);
  if (seenByRules) return new Set(sound);
  const parts = partsOf(sentence, sentence.clauses, kind, GATHERINGS.has(kind));
  const due = addDays(sentence.today.date, DAYS_LEFT);
  return new Set([...sound, ...foundFeatures(foundIn(parts, kind, due, sentence.today), kind)]);
}
