import { expect, test } from 'vitest';
import { interpretCommand } from '../../../src/cli/interpret.ts';
import { instantOf } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import type { Intent, ReplyPerson } from '../../../src/core/reply/contract.ts';
import { workingCalendar } from '../../../src/core/working-calendar.ts';
import { openSpeech } from '../../../src/speech.ts';

const ZONE = 'Asia/Shanghai';

/** Where a sentence is said, by the fields of `duban interpret -`. */
export interface Said {
  readonly as: string;
  readonly at: string;
  readonly duty?: string;
  readonly title?: string;
  readonly due?: string;
  readonly replyTo?: string;
}

/** What is expected beside the intent, and where the row differs from its scene. Only what is named is looked at. */
export interface Heard extends Partial<Said> {
  readonly date?: string | null;
  readonly people?: readonly string[];
  readonly unresolved?: readonly string[];
  readonly until?: string | null;
  readonly delegateTo?: string | null;
  readonly void?: boolean;
  readonly expected?: number;
  readonly present?: number;
  /** Person ids, or the names as written that fit nobody or several. */
  readonly absent?: readonly string[];
  /** Why they were away, as far as the text says. */
  readonly why?: readonly string[];
  readonly awayUntil?: string | null;
  readonly topic?: string | null;
  readonly reason?: string;
}

/** Several intents where a careful secretary might choose either; `any` where only the facts matter. */
export type HeardRow = readonly [text: string, intent: Intent | readonly Intent[] | 'any', heard?: Heard];

const speech = openSpeech();

/** One test a sentence, through the command, so that the contract of its JSON is what is tested. */
export function heard(people: readonly ReplyPerson[], said: Said, rows: readonly HeardRow[]): void {
  test.each(rows.map(([text, intent, more]) => ({ text, intent, more: more ?? {} })))(
    `${said.as} ${said.duty ?? 'any'}: $text`,
    async ({ text, intent, more }) => {
      const { as, at, duty, title, due, replyTo, ...facts } = more;
      const own = Object.fromEntries(
        Object.entries({ as, at, duty, title, due, replyTo }).filter(([, v]) => v !== undefined),
      );
      const reading = await interpreted({ ...said, ...own, text }, people);
      const allowed = typeof intent === 'string' ? [intent] : intent;
      if (intent !== 'any') expect(allowed).toContain(reading.intent);
      expect(sorted(reading)).toMatchObject(sorted(facts));
    },
  );
}

const sorted = ({ people, unresolved, absent, ...rest }: Record<string, unknown> | Heard): Record<string, unknown> => ({
  ...rest,
  ...(Array.isArray(absent) ? { absent: absent.map(whoIn).sort() } : {}),
  ...(Array.isArray(absent) && absent.some((a) => whyIn(a)) ? { why: absent.flatMap((a) => whyIn(a) ?? []) } : {}),
  ...(Array.isArray(people) ? { people: [...people].sort() } : {}),
  ...(Array.isArray(unresolved) ? { unresolved: [...unresolved].sort() } : {}),
});

const whoIn = (absence: string | { readonly person?: string; readonly name: string }): string =>
  typeof absence === 'string' ? absence : (absence.person ?? absence.name);

const whyIn = (absence: string | { readonly reason?: string | null }): string | null =>
  typeof absence === 'string' ? null : (absence.reason ?? null);

async function interpreted(asked: object, people: readonly ReplyPerson[]): Promise<Record<string, unknown>> {
  const printed: string[] = [];
  const io = {
    say: speech,
    now: () => instantOf('2026-03-25', '10:00', ZONE),
    lines: async function* () {
      yield JSON.stringify(asked);
    },
    print: (line: string) => void printed.push(line),
    complain: () => {},
  };
  await interpretCommand('-', {}, io, { zone: ZONE, calendar: workingCalendar(officialTable()), people });
  return JSON.parse(printed[0]!);
}
