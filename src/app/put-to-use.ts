import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../core/calendar.ts';
import { recordNote, together } from '../core/check-in.ts';
import { followUpOf, openedEntry } from '../core/follow-up.ts';
import { readDeadline } from '../core/intake/deadline.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { datesIn } from '../core/reply/dates.ts';
import { todayAt } from '../core/reply/day.ts';
import { maskedText } from '../core/reply/mask.ts';
import { normalize } from '../core/reply/normalize.ts';
import { lastDayInTime } from '../core/standing.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { sealed } from './text.ts';

/** Where the words name no day. */
const within = { unit: 'wd', n: 10 } as const;
const longest = 60;

/** What was decided is kept beside the study; where somebody is named, it is theirs to do from now on. */
export async function putToUse(ask: Ask, study: OccurrenceFacts, words: string): Promise<Reply> {
  const { office, said } = ask;
  const text = maskedText(words);
  const { ref, texts } = sealed(text, randomUUID());
  const noted = recordNote(study, said, { kind: 'progressed', text: ref });
  const people = named(ask, words);
  if (people.length === 0) return { recorded: noted, texts, message: answer(phrase('use-noted'), phrase('use-who')) };
  const { organization } = office.plan;
  const { last, by } = dayIn(ask, text);
  const title = deedIn(ask, text, people, by).slice(0, longest);
  const opened: OccurrenceFacts[] = [];
  for (const person of people) {
    const kind = { mark: 'use', person, title, kind: 'other', within } as const;
    const one = followUpOf(study, { ...kind, ...(last ? { last } : {}) }, organization, said.at);
    opened.push(await unused(one, ask));
  }
  const entries = opened.map((facts) => openedEntry(facts, said.at));
  return {
    recorded: together([noted, { entries, occurrences: opened, refused: [] }]),
    texts,
    message: answer(
      phrase('use-opened', {
        people: people.map((id) => comrade(office.plan, id)),
        day: fullDay(lastDayInTime(opened[0]!, organization)),
      }),
    ),
  };
}

/** One study may decide several things for the same person: `.use`, `.use2` … */
async function unused(one: OccurrenceFacts, { office, world }: Ask): Promise<OccurrenceFacts> {
  for (let n = 1; ; n++) {
    const mark = n === 1 ? '.use' : `.use${n}`;
    const id = one.id.replace('.use/', `${mark}/`);
    const known = await world.store.ledger.occurrences(office.org, [id]);
    if (known.length === 0) return { ...one, id, slot: one.slot.replace(/\.use$/, mark) };
  }
}

/** Everybody of the roster whom the words name, by name or alias. */
function named({ office }: Ask, words: string): readonly PersonId[] {
  const called = office.plan.people.filter(({ name, aliases }) => [name, ...aliases].some((n) => words.includes(n)));
  return called.map((p) => p.id);
}

/** 孙伟6月底前完善探访制度: what is to be done, without who and by when, which stand beside it anyway. */
function deedIn({ office }: Ask, text: string, people: readonly PersonId[], by: string): string {
  const called = office.plan.people
    .filter((p) => people.includes(p.id))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .sort((a, b) => b.length - a.length);
  const bare = [by, ...called].reduce((rest, part) => rest.replace(part, ''), text);
  const deed = bare.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  return deed.length >= 2 ? deed : text;
}

/** The last day that the words name, and how they name it. */
function dayIn({ office, said }: Ask, words: string): { readonly last?: LocalDate; readonly by: string } {
  const { zone, calendar } = office.plan.organization;
  const today = todayAt(said.at, zone, calendar);
  const { text } = normalize(words);
  const mention = datesIn(text, today).find(({ next }) => next !== null && next >= today.date);
  if (mention?.next) return { last: mention.next, by: text.slice(mention.from, mention.to) };
  // 10日内, which a reader of papers knows.
  const due = readDeadline(words, { date: today.date, feedback: today.date, year: null })?.due;
  return due && due !== 'immediate' && due >= today.date ? { last: due, by: '' } : { by: '' };
}
