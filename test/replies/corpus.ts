import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { instantOf, type LocalDate, type LocalTime } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Intent, ItemKind, ReplyPerson } from '../../src/core/reply/contract.ts';
import { featuresOf } from '../../src/core/reply/hearing/features.ts';
import { soundOf } from '../../src/core/reply/hearing/sound.ts';
import { sentenceOf } from '../../src/core/reply/sentence.ts';
import { workingCalendar } from '../../src/core/working-calendar.ts';
import { COUNTY } from '../core/reply/county.ts';
import { PEOPLE } from '../core/reply/office.ts';
import { SAMPLE_PEOPLE } from './sample-office.ts';

/** A sentence with what it means, as the answer to the reminder of one duty of that kind. */
export interface Example {
  readonly kind: ItemKind;
  readonly intent: Intent;
  readonly text: string;
}

const folder = new URL('../samples/replies/learned/', import.meta.url);
const files = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();

/** The sentences that are learned: `kind`, `intent`, `text` and, where days matter, when it was said. */
export function corpus(): readonly (Example & { readonly features: ReadonlySet<string> })[] {
  const seen = new Set<string>();
  return files().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !seen.has(line) && seen.add(line))
      .map((line) => {
        const [kind, intent, text, at = '2026-03-25T10:00'] = line.split('\t') as [ItemKind, Intent, string, string?];
        return { kind, intent, text, features: featuresAt(text.replaceAll('⏎', '\n'), kind, at) };
      }),
  );
}

/** Changes with every sentence that is learned. */
export function corpusDigest(): string {
  const hash = createHash('sha256');
  for (const name of files()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 16);
}

const zone = 'Asia/Shanghai';
const calendar = workingCalendar(officialTable());
/** Everybody whom the sentences name, of three offices at once: to the ear a name is a name. */
const people: readonly ReplyPerson[] = [...SAMPLE_PEOPLE, ...COUNTY, ...PEOPLE];

function featuresAt(text: string, kind: ItemKind, at: string): ReadonlySet<string> {
  const now = instantOf(at.slice(0, 10) as LocalDate, at.slice(11, 16) as LocalTime, zone);
  const sentence = sentenceOf(text, { now, zone, calendar, speaker: '', people, open: [] });
  return featuresOf(soundOf(sentence), kind);
}
