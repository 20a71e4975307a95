import { pinyin } from 'pinyin-pro';
import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import type { Span } from './marks.ts';
import type { PersonMention } from './person-mention.ts';
import { SURNAMES } from './surnames.ts';

const MOST = 600;
const syllables = (text: string): readonly string[] => pinyin(text, { toneType: 'none', type: 'array' });

// A pure memo: the same few names are sounded for every message.
const sounded = new Map<string, readonly string[]>();

function soundOf(name: string): readonly string[] {
  const known = sounded.get(name) ?? syllables(name);
  if (sounded.size > 5000) sounded.clear();
  sounded.set(name, known);
  return known;
}

interface Sounds {
  /** Under its first syllable. */
  readonly bySound: ReadonlyMap<string, readonly Sounding[]>;
  /** As written in Latin letters, in either order. */
  readonly spelled: ReadonlyMap<string, readonly string[]>;
}

interface Sounding {
  readonly id: string;
  readonly name: string;
  readonly own: readonly string[];
}

const rosters = new WeakMap<readonly ReplyPerson[], Sounds>();

function soundsOf(people: readonly ReplyPerson[]): Sounds {
  const known = rosters.get(people);
  if (known) return known;
  const bySound = new Map<string, Sounding[]>();
  const spelled = new Map<string, string[]>();
  for (const person of people) {
    const name = clean(person.name);
    const own = soundOf(name);
    const [first, ...rest] = own;
    const given = rest.join('');
    if (!first || !given) continue;
    if (own.length === name.length) put(bySound, folded(first), { id: person.id, name, own });
    for (const form of new Set([`${first}${given}`, `${given}${first}`])) put(spelled, form, person.id);
  }
  const made = { bySound, spelled };
  rosters.set(people, made);
  return made;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const alike = map.get(key);
  if (alike) alike.push(value);
  else map.set(key, [value]);
}

/** Names typed by sound (王建果 for 王建国, zhang wei for 张伟). Several that sound alike are all candidates. */
export function slipsIn(
  text: string,
  people: readonly ReplyPerson[],
  known: readonly Span[],
): readonly PersonMention[] {
  if (text.length > MOST) return [];
  // Signs outside the basic plane would shift the count of syllables.
  if ([...text].length !== text.length) return [];
  return [...soundingIn(text, people, known), ...latinIn(text, people)];
}

function soundingIn(text: string, people: readonly ReplyPerson[], known: readonly Span[]): readonly PersonMention[] {
  if (!/[\u4e00-\u9fff]/.test(text)) return [];
  const { bySound } = soundsOf(people);
  const sounds = syllables(text);
  if (sounds.length !== text.length) return [];
  const found = new Map<string, { from: number; to: number; exact: Set<string>; alike: Set<string> }>();
  for (let at = 0; at < text.length; at++) {
    for (const { id, name, own } of bySound.get(folded(sounds[at]!)) ?? []) {
      const exact = soundsLike(sounds, own, at);
      if (!exact && !blurs(sounds, own, at, text[at] === name[0])) continue;
      if (!mayBeName(text, at, name, known)) continue;
      const to = at + own.length;
      const hit = found.get(`${at}-${to}`) ?? { from: at, to, exact: new Set<string>(), alike: new Set<string>() };
      hit[exact ? 'exact' : 'alike'].add(id);
      found.set(`${at}-${to}`, hit);
    }
  }
  return [...found.values()].map(({ from, to, exact, alike }) => ({
    from,
    to,
    form: text.slice(from, to),
    ids: [...(exact.size > 0 ? exact : alike)],
    group: false,
  }));
}

/** Many say zh as z and -ng as -n, and dictation writes what they say: 王自强 for 王志强. */
const folded = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');

/** Only for names of three and more with the family name as written: 王芳 and 王凡 are two people. */
const blurs = (sounds: readonly string[], own: readonly string[], at: number, sameFamily: boolean): boolean =>
  sameFamily && own.length > 2 && own.every((s, i) => folded(s) === folded(sounds[at + i] ?? ''));

function soundsLike(sounds: readonly string[], own: readonly string[], at: number): boolean {
  return own.every((s, i) => sounds[at + i] === s);
}

/** Only where the first character can be a family name, and for short names only where a name can stand. */
function mayBeName(text: string, at: number, name: string, known: readonly Span[]): boolean {
  const to = at + name.length;
  if (!/^[\u4e00-\u9fff]+$/.test(text.slice(at, to)) || known.some((k) => at < k.to && k.from < to)) return false;
  if (text[at] !== name[0] && !SURNAMES.has(text[at]!)) return false;
  return name.length > 2 || /[跟和与同找约让请由、,]$/.test(text.slice(0, at));
}

function latinIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const words = [...text.matchAll(/[a-z]+/g)];
  if (words.length === 0) return [];
  const { spelled } = soundsOf(people);
  const found: PersonMention[] = [];
  for (const [i, word] of words.entries()) {
    const alone = spelled.get(word[0]) ?? [];
    for (const id of alone) found.push(latin(text, word.index, word.index + word[0].length, id));
    const next = words[i + 1];
    if (!next || next.index - word.index - word[0].length > 2) continue;
    for (const id of spelled.get(word[0] + next[0]) ?? [])
      if (!alone.includes(id)) found.push(latin(text, word.index, next.index + next[0].length, id));
  }
  return found;
}

const latin = (text: string, from: number, to: number, id: string): PersonMention => ({
  from,
  to,
  form: text.slice(from, to),
  ids: [id],
  group: false,
});
