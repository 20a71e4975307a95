import { pinyin } from 'pinyin-pro';
import type { ReplyPerson } from './contract.ts';
import type { Span } from './marks.ts';
import { clean, type PersonMention } from './people.ts';
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

/** Names typed by sound (王建果 for 王建国, zhang wei for 张伟). Several that sound alike are all candidates. */
export function slipsIn(
  text: string,
  people: readonly ReplyPerson[],
  known: readonly Span[],
): readonly PersonMention[] {
  if (text.length > MOST) return [];
  const sounds = syllables(text);
  // Signs outside the basic plane would shift the count of syllables.
  if (sounds.length !== text.length) return [];
  const found = new Map<string, { from: number; to: number; ids: Set<string> }>();
  for (const person of people) {
    const name = clean(person.name);
    const own = soundOf(name);
    if (own.length < 2 || own.length !== name.length) continue;
    for (let at = 0; at + own.length <= text.length; at++) {
      if (!soundsLike(sounds, own, at) || !mayBeName(text, at, name, known)) continue;
      const key = `${at}-${at + own.length}`;
      const hit = found.get(key) ?? { from: at, to: at + own.length, ids: new Set<string>() };
      hit.ids.add(person.id);
      found.set(key, hit);
    }
  }
  const spelled = latinIn(text, people);
  return [
    ...[...found.values()].map(({ from, to, ids }) => ({
      from,
      to,
      form: text.slice(from, to),
      ids: [...ids],
      group: false,
    })),
    ...spelled,
  ];
}

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
  const found: PersonMention[] = [];
  for (const person of people) {
    const [first, ...rest] = soundOf(clean(person.name));
    const given = rest.join('');
    if (!first || !given) continue;
    const forms = new Set([`${first}${given}`, `${given}${first}`]);
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      if (forms.has(word[0])) found.push(latin(text, word.index, word.index + word[0].length, person.id));
      else if (next && forms.has(word[0] + next[0]) && next.index - word.index - word[0].length <= 2)
        found.push(latin(text, word.index, next.index + next[0].length, person.id));
    }
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
