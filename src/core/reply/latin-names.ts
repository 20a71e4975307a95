import type { ReplyPerson } from './contract.ts';
import type { PersonMention } from './person-mention.ts';

interface Names {
  /** Whole names and aliases, their words parted by one blank. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly family: ReadonlyMap<string, readonly string[]>;
}

const LATIN = /^[a-z][a-z.'-]*(?: [a-z.'-]+)*$/;
const COURTESY = /^(?:dr|mr|mrs|ms|miss|prof|sir|nurse|sister)$/;
// Names that are everyday words: only after a word that a name follows.
const EVERYDAY =
  /^(?:will|may|mark|grant|bill|hope|faith|joy|rose|art|pat|sue|rob|drew|chase|dean|page|young|long|law|day|king|price|wells|small|short|best|good|white|black|green|brown|gray|hill|rich|read|grace|dawn|june|april|august|sunny|chance|wood|stone|cook|baker|bell|rice|case|west|east|north|gray|love|noble|frank|penny|carol|ray|jack|guy)$/;
const BEFORE_NAME = /^(?:with|to|met|and|by|from|for|saw|ask|asked|see|tell|told|dr|mr|mrs|ms)$/;

const known = new WeakMap<readonly ReplyPerson[], Names>();

function namesOf(people: readonly ReplyPerson[]): Names {
  const before = known.get(people);
  if (before) return before;
  const [whole, given, family] = [
    new Map<string, string[]>(),
    new Map<string, string[]>(),
    new Map<string, string[]>(),
  ];
  const put = (map: Map<string, string[]>, form: string, id: string): void => {
    const alike = map.get(form);
    if (!alike) map.set(form, [id]);
    else if (!alike.includes(id)) alike.push(id);
  };
  for (const { id, name, aliases } of people) {
    for (const form of [name, ...aliases].map(spelled)) if (LATIN.test(form)) put(whole, form, id);
    const words = spelled(name).split(' ');
    if (!LATIN.test(spelled(name)) || words.length < 2) continue;
    put(given, words[0]!, id);
    put(family, words.at(-1)!, id);
  }
  const made = { whole, given, family };
  known.set(people, made);
  return made;
}

const spelled = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\./g, '').trim().replace(/\s+/g, ' ');

/** Helen Marsh, Helen, Dr Okoro, Chan: whole names first, then a given or a family name by itself. */
export function latinNamesIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const names = namesOf(people);
  if (names.whole.size === 0) return [];
  const words = [...text.matchAll(/[a-z]+(?:['-][a-z]{2,})*/g)];
  const found: PersonMention[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = nameAt(text, words, at, names);
    if (hit) found.push(hit.mention);
    at += hit?.length ?? 1;
  }
  return found;
}

function nameAt(
  text: string,
  words: readonly RegExpExecArray[],
  at: number,
  names: Names,
): { readonly mention: PersonMention; readonly length: number } | undefined {
  for (let length = Math.min(4, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    const [from, to] = [run[0]!.index, run.at(-1)!.index + run.at(-1)![0].length];
    const gaps = run.slice(1).every((w, i) => w.index - run[i]!.index - run[i]![0].length <= 2);
    if (!gaps) continue;
    const ids = idsFor(
      run.map((w) => w[0]),
      words[at - 1]?.[0],
      names,
    );
    if (ids) return { mention: { from, to, form: text.slice(from, to), ids, group: false }, length };
  }
  return undefined;
}

function idsFor(run: readonly string[], before: string | undefined, names: Names): readonly string[] | undefined {
  const form = run.join(' ');
  const whole = names.whole.get(form);
  if (whole && (run.length > 1 || !EVERYDAY.test(form) || BEFORE_NAME.test(before ?? ''))) return whole;
  if (run.length === 2 && COURTESY.test(run[0]!)) return names.family.get(run[1]!);
  if (run.length > 1 || (EVERYDAY.test(form) && !BEFORE_NAME.test(before ?? ''))) return undefined;
  return names.given.get(form) ?? names.family.get(form);
}
