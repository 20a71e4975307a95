import type { Act, Facts, Intent, OpenItem } from './contract.ts';
import type { Segment } from './segments.ts';
import { countedIn, kindSaid } from './told-of.ts';

/** 都, 这几样, 一个都没: of all that may be meant. */
const EVERY =
  /都|全(?!局|县|市|体会|文|面|程)|所有|统统|均|(?:[这那]?几|[两三四五六七八九]|俩|仨|\d)(?:样|项|件|位|个人)|啥|什么都|一[个样项件]也?[都没]|每[个位样]|\b(?:all|both|everything|each)\b/;
/** 没谈, of several talks: of each of them; a deed may be one of them. */
const SPREADS: ReadonlySet<Intent> = new Set(['not_done', 'postpone', 'excuse', 'acknowledge']);

/** Which things open an act is said of; undefined where its words do not tell, or only by whom they name. */
export function saidOfWhich(
  { items, told, numbers }: Segment,
  { intent, people, unresolved }: Facts,
  text: string,
): Act['of'] | undefined {
  if (numbers.length > 0 || (items.length < 2 && told === undefined)) return undefined;
  const of = (those: readonly OpenItem[], each: boolean): Act['of'] => ({
    occurrences: those.map((i) => i.occurrence),
    each,
  });
  if (told === undefined) {
    if (people.length > 0 || unresolved.length > 0) return undefined;
    return EVERY.test(text) ? everyOf(items, text, of) : undefined;
  }
  // A name that fits nobody, or somebody else than the other side, is asked about.
  const talks = items.filter((i) => i.counterpart !== undefined);
  const deed = intent === 'done' || intent === 'progress';
  if (unresolved.length > 0 && talks.length > 0) return told === 'one-of' ? of(items, false) : undefined;
  if (people.length > 0 && talks.length > 0 && !people.every((p) => talks.some((t) => t.counterpart === p)))
    return undefined;
  if (told === 'each') {
    const silent = deed && talks.some((t) => !people.includes(t.counterpart!)) && people.length > 0;
    return silent ? undefined : of(items, true);
  }
  const alike = new Set(items.map((i) => i.duty)).size === 1 && items.every((i) => i.counterpart !== undefined);
  if (people.length > 0) return undefined;
  if (EVERY.test(text) && alike) return everyOf(items, text, of);
  return of(items, alike && SPREADS.has(intent));
}

/** 两项都报了: those that the verb is said of, if there are as many. */
function everyOf(
  items: readonly OpenItem[],
  text: string,
  of: (those: readonly OpenItem[], each: boolean) => Act['of'],
) {
  const said = kindSaid(text, items);
  const count = countedIn(text);
  const fitting = [said, items].find((those) => those.length > 0 && (count === null || those.length === count));
  return fitting ? of(fitting, true) : of(said.length > 0 ? said : items, false);
}
