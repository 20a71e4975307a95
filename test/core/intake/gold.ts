import { deadlineText } from '../../../src/core/intake/draft-json.ts';
import type { Draft, DraftDuty, DraftMeasure, DraftProblem } from '../../../src/core/intake/index.ts';

/** What a careful reader finds in a paper, written before the intake was tuned to it. */
export interface Gold {
  readonly kind: string;
  readonly date: string | null;
  readonly claimed: readonly number[];
  readonly problems: readonly GoldProblem[];
  readonly measures: readonly GoldMeasure[];
  /** Numbers of problems that no measure answers. */
  readonly uncovered: readonly number[];
}

interface GoldProblem {
  readonly text: string;
  /** Undefined where nobody has annotated it, null if the paper has none. */
  aspect?: string | null;
}

interface GoldMeasure {
  readonly text: string;
  readonly duties: GoldDuty[];
  owner?: string | null;
  /** As `deadlineText` writes it, with + for `, then`. */
  deadline?: string | null;
  /** Positions of the problems it answers. */
  links?: readonly number[];
}

interface GoldDuty {
  readonly kinds: readonly string[];
  /** A phrase, `once DATE`, `once immediate`, `rule`, `event`, or `ask` if nobody can know. */
  readonly when: string;
  readonly text: string;
  owner?: string | null;
}

/**
 * Reads the lines of a gold file: `kind`, `date`, `claimed`, `P` problem, `M` measure, `D` kinds | when | words. What
 * else a reader noted stands below: `A` aspect of the problem, `O` owner, `T` deadline and `L` problems of the measure,
 * `O` owner of the duty; `-` says that the paper has none.
 */
export function goldOf(text: string): Gold {
  const gold = {
    kind: '',
    date: null as string | null,
    claimed: [] as number[],
    problems: [] as GoldProblem[],
    measures: [] as GoldMeasure[],
    uncovered: [] as number[],
  };
  for (const line of text.split('\n').filter(Boolean)) {
    // 二是走近教师: a number of its list is no part of the words.
    const [, key, rest] = /^(\w+) (?:[一二三四五六七八九十]是(?!否))?(.*)$/.exec(line)!;
    if (key === 'kind') gold.kind = rest!;
    else if (key === 'date') gold.date = rest!;
    else if (key === 'claimed') gold.claimed = rest!.split(' ').map(Number);
    else if (key === 'uncovered') gold.uncovered = rest!.split(' ').map(Number);
    else if (key === 'P') gold.problems.push({ text: rest! });
    else if (key === 'A') gold.problems.at(-1)!.aspect = noted(rest!);
    else if (key === 'T') gold.measures.at(-1)!.deadline = noted(rest!);
    else if (key === 'L') gold.measures.at(-1)!.links = noted(rest!)?.split(' ').map(Number) ?? [];
    else if (key === 'O') (gold.measures.at(-1)!.duties.at(-1) ?? gold.measures.at(-1)!).owner = noted(rest!);
    else if (key === 'M') gold.measures.push({ text: rest!, duties: [] });
    else if (key === 'D') {
      const [kinds, when, words] = rest!.split(' | ');
      gold.measures.at(-1)!.duties.push({ kinds: kinds!.split(','), when: when!, text: words! });
    }
  }
  return gold;
}

function noted(words: string): string | null {
  return words === '-' ? null : words;
}

export interface Count {
  readonly wanted: number;
  readonly found: number;
  readonly given: number;
}

export interface Score {
  readonly problems: Count;
  readonly measures: Count;
  readonly duties: Count;
  /** Duties with the wanted schedule or deadline, of those found. */
  readonly timed: number;
  readonly details: Readonly<Record<Detail, Count>>;
  readonly misses: readonly string[];
}

const DETAILS = ['aspects', 'owners', 'deadlines', 'links'] as const;
type Detail = (typeof DETAILS)[number];

/** Pairs what was read with what should have been; every item pairs once. */
export function scoreOf(draft: Draft, gold: Gold): Score {
  const misses: string[] = [];
  const told: [GoldProblem, DraftProblem][] = [];
  const problems = paired(
    gold.problems,
    draft.problems,
    (want, got) => {
      const same = alike(got.text, want.text);
      if (same) told.push([want, got]);
      return same;
    },
    (want) => misses.push(`P ${want.text}`),
    (got) => misses.push(`+P ${got.text}`),
  );
  const pairs: [GoldMeasure, DraftMeasure][] = [];
  const measures = paired(
    gold.measures,
    draft.measures,
    (want, got) => {
      const same =
        squeezed(got.text).includes(squeezed(want.text)) || squeezed(got.title).includes(squeezed(want.text));
      if (same) pairs.push([want, got]);
      return same;
    },
    (want) => misses.push(`M ${want.text}`),
    (got) => misses.push(`+M ${got.text.slice(0, 40)}`),
  );
  let timed = 0;
  const acts: [GoldDuty, DraftDuty][] = [];
  const duties = {
    wanted: gold.measures.reduce((sum, m) => sum + m.duties.length, 0),
    found: 0,
    given: draft.measures.reduce((sum, m) => sum + m.duties.length, 0),
  };
  for (const [want, got] of pairs) {
    const count = paired(
      want.duties,
      got.duties,
      (w, g) => {
        const same =
          w.kinds.includes(g.kind) &&
          (squeezed(g.text).includes(squeezed(w.text)) || squeezed(g.title).includes(squeezed(w.text)));
        if (same) acts.push([w, g]);
        if (same && isThen(w.when, g)) timed++;
        else if (same) misses.push(`T ${w.when} ≠ ${g.schedule} ${g.origin} (${g.text})`);
        return same;
      },
      (w) => misses.push(`D ${w.kinds} | ${w.when} | ${w.text}`),
      (g) => misses.push(`+D ${g.kind} | ${g.schedule} | ${g.text}`),
    );
    duties.found += count.found;
  }
  const numbers = new Map(told.map(([want, got]) => [gold.problems.indexOf(want) + 1, got.no]));
  const miss = (line: string): void => void misses.push(line);
  const details = {
    aspects: detail(
      'aspect',
      told,
      ({ aspect }) => aspect,
      ({ aspect }) => aspect,
      names,
      miss,
    ),
    owners: [
      detail(
        'owner',
        pairs,
        ({ owner }) => owner,
        ({ owner }) => owner,
        names,
        miss,
      ),
      detail(
        'owner',
        acts,
        ({ owner }) => owner,
        ({ owner }) => owner,
        names,
        miss,
      ),
    ].reduce(sum),
    deadlines: detail(
      'deadline',
      pairs,
      ({ deadline }) => deadline?.replace('+', ', then '),
      ({ deadline }) => deadlineText(deadline),
      (want, got) => want === got,
      miss,
    ),
    links: detail(
      'links',
      pairs,
      ({ links }) => links && [...links.map((no) => numbers.get(no) ?? -1)].sort((a, b) => a - b).join(' '),
      (got) => got.problems.join(' '),
      (want, got) => want === got,
      miss,
    ),
  };
  return { problems, measures, duties, timed, details, misses };
}

/** How often what was read of a pair is what a reader noted, of those that were noted. */
function detail<W extends { readonly text: string }, G>(
  name: string,
  pairs: readonly (readonly [W, G])[],
  wanted: (want: W) => string | null | undefined,
  given: (got: G) => string | null,
  same: (want: string, got: string) => boolean,
  miss: (line: string) => void,
): Count {
  const told = pairs.flatMap(([want, got]) => {
    const noted = wanted(want);
    return noted === undefined ? [] : [{ want, noted, read: given(got) }];
  });
  const right = told.filter(({ noted, read }) =>
    noted === null || read === null ? noted === read : same(noted, read),
  );
  for (const one of told)
    if (!right.includes(one)) miss(`${name} ${one.noted} ≠ ${one.read} (${one.want.text.slice(0, 24)})`);
  return { wanted: told.length, found: right.length, given: told.length };
}

/** 刘洋 and 刘洋（党办主任） are one; 主任 alone is not 党办主任 刘洋. */
function names(want: string, got: string): boolean {
  return squeezed(got).includes(squeezed(want));
}

function isThen(when: string, duty: DraftDuty): boolean {
  if (when === 'ask') return duty.origin === 'none' && duty.schedule === null;
  if (when === 'rule') return duty.origin === 'rule';
  if (when === 'event') return duty.event !== undefined;
  if (when.startsWith('once ')) return duty.deadline?.due === when.slice(5) && !duty.times;
  // The unit is what matters where a paper's words leave room for the count.
  if (when.startsWith('every:')) return duty.schedule?.startsWith(when.slice(6)) ?? false;
  return duty.schedule?.replace('两', '2') === when.replace('两', '2');
}

function paired<W, G>(
  wanted: readonly W[],
  given: readonly G[],
  same: (w: W, g: G) => boolean,
  missed: (w: W) => void,
  extra: (g: G) => void,
): Count {
  const left = [...given];
  let found = 0;
  for (const want of wanted) {
    const at = left.findIndex((got) => same(want, got));
    if (at < 0) missed(want);
    else {
      left.splice(at, 1);
      found++;
    }
  }
  for (const got of left) extra(got);
  return { wanted: wanted.length, found, given: given.length };
}

function alike(a: string, b: string): boolean {
  const [x, y] = [squeezed(a), squeezed(b)];
  return x.includes(y) || (y.includes(x) && x.length > y.length / 2);
}

function squeezed(text: string): string {
  return text.replace(/[\s\u3000“”，。、；：]/g, '');
}

export function added(a: Score, b: Score): Score {
  return {
    problems: sum(a.problems, b.problems),
    measures: sum(a.measures, b.measures),
    duties: sum(a.duties, b.duties),
    timed: a.timed + b.timed,
    details: Object.fromEntries(
      DETAILS.map((name) => [name, sum(a.details[name], b.details[name])]),
    ) as Score['details'],
    misses: [...a.misses, ...b.misses],
  };
}

function sum(x: Count, y: Count): Count {
  return { wanted: x.wanted + y.wanted, found: x.found + y.found, given: x.given + y.given };
}

/** Aspects, owners, deadlines and links that a reader noted, in percent. */
export function shownDetails({ details }: Score): string {
  return DETAILS.map((name) => {
    const { found, wanted } = details[name];
    return `${name} ${percent(found, wanted)} (${found} of ${wanted})`;
  }).join('  ');
}

/** One line: recall and precision in percent. */
export function shown(name: string, { problems, measures, duties, timed }: Score): string {
  const part = ({ wanted, found, given }: Count): string =>
    `${percent(found, wanted)}/${percent(found, given)} (${found} of ${wanted}, ${given - found} extra)`;
  return `${name}  problems ${part(problems)}  measures ${part(measures)}  duties ${part(duties)}  timed ${percent(timed, duties.found)}`;
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;
}
