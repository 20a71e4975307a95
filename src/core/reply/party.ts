import type { Intent, ItemKind, UnresolvedName } from './contract.ts';
import { PERSON } from './marks.ts';
import { NUMBER, numberOf } from './numbers.ts';
import type { PersonMention } from './person-mention.ts';
import { bound, type Role, roleOf } from './roles.ts';
import type { Part } from './sentence.ts';

export interface Party {
  readonly people: readonly string[];
  readonly unresolved: readonly UnresolvedName[];
}

export const asked = (mention: PersonMention): UnresolvedName => ({ name: mention.form, candidates: mention.ids });

/** Who took part in what was done; who is still owed a talk in what was not (DOMAIN §9.7). */
export function partyOf(intent: Intent, parts: readonly Part[], kind: ItemKind, speaker: string): Party {
  const wanted: Role = intent === 'done' || intent === 'progress' ? 'present' : 'owed';
  const cast = castOf(parts, kind);
  // 刘敏请假了，没谈成: away, and still owed.
  const told = cast
    .filter(({ role }) => role === wanted || (wanted === 'owed' && kind === 'talk' && role === 'absent'))
    .map(({ mention }) => mention);
  const named = told.length > 0 || wanted !== 'present' || kind !== 'talk' ? told : justSpokenOf(cast, parts);
  const sure = named.filter((m) => bound(m) || m.group);
  const away = wanted === 'present' ? awayIn(cast) : new Map<string, number>();
  const people = sure.flatMap((m) => m.ids.filter((id) => came(id, m, away)));
  const names = new Map(named.filter((m) => isOpen(m, kind, sure.length > 0)).map((m) => [m.form, asked(m)]));
  return {
    // 陈志远已和刘敏谈完, said by 陈志远: nobody talks with himself.
    people: [...new Set(people)].filter((id) => kind !== 'talk' || id !== speaker),
    unresolved: [...names.values()],
  };
}

interface Cast {
  readonly mention: PersonMention;
  readonly role: Role;
  readonly part: Part;
}

const castOf = (parts: readonly Part[], kind: ItemKind): readonly Cast[] =>
  parts.flatMap((part) => part.people.map((mention) => ({ mention, role: roleOf(mention, part, kind), part })));

const PAIR_OF = new RegExp(
  `(?<![${PERSON}、])(?:他们|她们)?(?:([俩仨])|(${NUMBER})(?:个|位|名)?)(?:当事)?人?(?:都|一起|叫|请|分别|坐|,|$|我)`,
);
const ONE = /[他她](?!们|俩|的)/;

/** 何平跟马慧的疙瘩解开了，把两个人叫到一起谈的: a talk with those who were just spoken of, if as many. */
function justSpokenOf(cast: readonly Cast[], parts: readonly Part[]): readonly PersonMention[] {
  const talk = parts.find((p) => p.label === 'done' && p.people.length === 0 && /谈|聊|叫|找|说/.test(p.text));
  if (!talk) return [];
  const spoken = cast
    .filter(({ role, part }) => role === 'third' && part.to <= talk.from)
    .map(({ mention }) => mention);
  const pair = PAIR_OF.exec(talk.text);
  const count = pair ? numberOf(pair[1] ?? pair[2]!) : ONE.test(talk.text) ? 1 : 0;
  return spoken.length === count ? spoken : [];
}

/** Where each of the absent was last said to be. */
function awayIn(cast: readonly Cast[]): Map<string, number> {
  const away = cast.filter(({ role }) => role === 'absent').map(({ mention }) => mention);
  return new Map(away.filter((m) => bound(m) || m.group).flatMap((m) => m.ids.map((id) => [id, m.from] as const)));
}

/** 全体班子成员都到了，王局请假: not he. 陈敏请假，陈敏后来补上了: the later word counts. */
function came(id: string, mention: PersonMention, away: ReadonlyMap<string, number>): boolean {
  const at = away.get(id);
  return at === undefined || (!mention.group && mention.from > at);
}

/** A name to be asked about: not a section beside a name, and no bare title unless the talk is with it. */
function isOpen(mention: PersonMention, kind: ItemKind, somebodyIsSure: boolean): boolean {
  if (bound(mention) || mention.group) return false;
  if (mention.department && (kind !== 'talk' || somebodyIsSure)) return false;
  return !/^(?:书记|局长|主任)$/.test(mention.form) || kind === 'talk';
}
