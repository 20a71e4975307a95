import type { Draft, DraftDuty, DraftMeasure } from '../../../src/core/intake/index.ts';

/** What a careful reader finds in a paper, written before the intake was tuned to it. */
export interface Gold {
  readonly kind: string;
  readonly date: string | null;
  readonly claimed: readonly number[];
  readonly problems: readonly string[];
  readonly measures: readonly GoldMeasure[];
  /** Numbers of problems that no measure answers. */
  readonly uncovered: readonly number[];
}

interface GoldMeasure {
  readonly text: string;
  readonly duties: readonly GoldDuty[];
}

interface GoldDuty {
  readonly kinds: readonly string[];
  /** A phrase, `once DATE`, `once immediate`, `rule`, `event`, or `ask` if nobody can know. */
  readonly when: string;
  readonly text: string;
}

/** Reads the lines of a gold file: `kind`, `date`, `claimed`, `P` problem, `M` measure, `D` kinds | when | words. */
export function goldOf(text: string): Gold {
  const gold = {
    kind: '',
    date: null as string | null,
    claimed: [] as number[],
    problems: [] as string[],
    measures: [] as { text: string; duties: GoldDuty[] }[],
    uncovered: [] as number[],
  };
  for (const line of text.split('\n').filter(Boolean)) {
    const [, key, rest] = /^(\w+) (.*)$/.exec(line)!;
    if (key === 'kind') gold.kind = rest!;
    else if (key === 'date') gold.date = rest!;
    else if (key === 'claimed') gold.claimed = rest!.split(' ').map(Number);
    else if (key === 'uncovered') gold.uncovered = rest!.split(' ').map(Number);
    else if (key === 'P') gold.problems.push(rest!);
    else if (key === 'M') gold.measures.push({ text: rest!, duties: [] });
    else if (key === 'D') {
      const [kinds, when, words] = rest!.split(' | ');
      gold.measures.at(-1)!.duties.push({ kinds: kinds!.split(','), when: when!, text: words! });
    }
  }
  return gold;
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
  readonly misses: readonly string[];
}

/** Pairs what was read with what should have been; every item pairs once. */
export function scoreOf(draft: Draft, gold: Gold): Score {
  const misses: string[] = [];
  const problems = paired(
    gold.problems,
    draft.problems,
    (want, got) => alike(got.text, want),
    (want) => misses.push(`P ${want}`),
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
        if (same && isThen(w.when, g)) timed++;
        else if (same) misses.push(`T ${w.when} ≠ ${g.schedule} ${g.origin} (${g.text})`);
        return same;
      },
      (w) => misses.push(`D ${w.kinds} | ${w.when} | ${w.text}`),
      (g) => misses.push(`+D ${g.kind} | ${g.schedule} | ${g.text}`),
    );
    duties.found += count.found;
  }
  return { problems, measures, duties, timed, misses };
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
  const plus = (x: Count, y: Count): Count => ({
    wanted: x.wanted + y.wanted,
    found: x.found + y.found,
    given: x.given + y.given,
  });
  return {
    problems: plus(a.problems, b.problems),
    measures: plus(a.measures, b.measures),
    duties: plus(a.duties, b.duties),
    timed: a.timed + b.timed,
    misses: [...a.misses, ...b.misses],
  };
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
