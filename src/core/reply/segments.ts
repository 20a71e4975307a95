import type { OpenItem, ReplyContext } from './contract.ts';
import type { Sentence } from './sentence.ts';
import { restCount, type Told, toldOf } from './told-of.ts';
import { MERGING } from './words.ts';

type Clauses = Sentence['clauses'];

/** Clauses that speak of the same target. */
export interface Segment {
  readonly clauses: Clauses;
  readonly numbers: readonly number[];
  readonly all: boolean;
  /** Open items it may be about. */
  readonly items: readonly OpenItem[];
  /** How the words tell that it is these, where several things are open; undefined where nothing tells. */
  readonly told?: 'each' | 'one-of' | undefined;
}

const ALL =
  /全部|全都|都(?=已|完|办|搞|弄|做|好|落实|谈|开|学|报|推|延)|所有|统统|(?:这|以上|上面)(?:几|些)?(?:项|条|个)?(?:都|全)/;
const REST = /^(?:其余|其他|其它|剩下|剩余|余下|另外的?)/;

/** Cuts the sentence where another list number, or another open duty's name, begins. */
export function segmentsOf(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const { clauses } = sentence;
  if (clauses.length === 0) return [];
  const numbered = (context.shown?.length ?? 0) > 0 && clauses.some((c) => c.numbers.length > 0);
  return numbered ? byNumber(sentence, context) : byTitle(sentence, context);
}

function byNumber(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const groups: { clauses: Clauses[number][]; numbers: readonly number[]; rest: boolean }[] = [];
  for (const clause of sentence.clauses) {
    const rest = REST.test(sentence.normal.text.slice(clause.from, clause.to));
    const last = groups.at(-1);
    if (clause.numbers.length > 0 || rest || !last) groups.push({ clauses: [clause], numbers: clause.numbers, rest });
    else last.clauses.push(clause);
  }
  // A greeting before the first number belongs to what follows.
  return groups
    .filter((g, i) => g.numbers.length > 0 || g.rest || i === 0)
    .filter((g, i, all) => !(i === 0 && g.numbers.length === 0 && !g.rest && all.length > 1 && g.clauses.length === 1))
    .map((g) => ({
      clauses: g.clauses,
      numbers: g.numbers,
      all: g.rest,
      items: g.rest
        ? rest(
            groups.flatMap((o) => o.numbers),
            context,
          )
        : listed(g.numbers, context),
    }));
}

function listed(numbers: readonly number[], context: ReplyContext): readonly OpenItem[] {
  const ids = numbers.map((n) => context.shown?.[n - 1]);
  return context.open.filter((i) => ids.includes(i.occurrence));
}

function rest(named: readonly number[], context: ReplyContext): readonly OpenItem[] {
  const ids = (context.shown ?? []).filter((_, i) => !named.includes(i + 1));
  return context.open.filter((i) => ids.includes(i.occurrence));
}

interface Group {
  readonly clauses: Clauses[number][];
  told: Told | undefined;
}

function byTitle(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const about = context.about ?? [];
  const pool = about.length > 0 ? context.open.filter((i) => about.includes(i.occurrence)) : context.open;
  const text = sentence.normal.text;
  if (pool.length < 2) return [{ clauses: sentence.clauses, numbers: [], all: ALL.test(text), items: pool }];
  const groups: Group[] = [];
  for (const clause of sentence.clauses) {
    const last = groups.at(-1);
    const told = toldOf(clause, last?.told?.items ?? [], sentence, pool);
    const words = text.slice(clause.from, clause.to);
    if (!told.rest && told.items.length === 0) {
      if (last) last.clauses.push(clause);
      else groups.push({ clauses: [clause], told: undefined });
      continue;
    }
    // 中心组学习不开了，与廉政党课合并: the other event is where it goes.
    const goesOn = last?.told !== undefined && !told.rest && MERGING.test(words);
    const same = told.rest ? undefined : groups.find((g) => g.told !== undefined && isSame(g.told.items, told.items));
    if (last && (goesOn || last.told === undefined)) {
      last.clauses.push(clause);
      last.told ??= told;
    } else if (same && !talkOfItsOwn(clause, same.clauses, told.items, sentence)) same.clauses.push(clause);
    else groups.push({ clauses: [clause], told });
  }
  const named = groups.flatMap((g) => g.told?.items ?? []);
  return groups.map((g) => segmentOf(g, groups, { named, pool, text }));
}

const isSame = (one: readonly OpenItem[], other: readonly OpenItem[]): boolean =>
  one.length === other.length && one.every((i) => other.includes(i));

function segmentOf(
  { clauses, told }: Group,
  groups: readonly Group[],
  {
    named,
    pool,
    text,
  }: { readonly named: readonly OpenItem[]; readonly pool: readonly OpenItem[]; readonly text: string },
): Segment {
  const base = { clauses, numbers: [], all: ALL.test(text) && groups.length === 1 };
  if (told?.rest) return { ...base, ...restOf(text.slice(clauses[0]!.from, clauses[0]!.to), named, pool) };
  if (!told) return { ...base, items: pool };
  return { ...base, items: told.items, told: told.each ? 'each' : 'one-of' };
}

/** 其余, 另外两个: of the same kind as what was named, as many as are counted. */
function restOf(words: string, named: readonly OpenItem[], pool: readonly OpenItem[]): Pick<Segment, 'items' | 'told'> {
  const left = pool.filter((i) => !named.includes(i));
  const alike = left.filter((i) => named.some((n) => n.kind === i.kind));
  const count = restCount(words);
  const fitting = [alike, left].find((items) => items.length > 0 && (count === null || items.length === count));
  return fitting ? { items: fitting, told: 'each' } : { items: left.length > 0 ? left : pool };
}

/** 王志强昨天谈了，陈敏前天谈了: whoever has a day of their own is a report of its own. */
function talkOfItsOwn(
  clause: Clauses[number],
  before: Clauses,
  items: readonly OpenItem[],
  { dates, people }: Sentence,
): boolean {
  const holds = (one: Clauses[number]) =>
    [dates, people].every((found) => found.some((m) => m.from >= one.from && m.to <= one.to));
  return items.some((i) => i.counterpart !== undefined) && holds(clause) && before.some(holds);
}
