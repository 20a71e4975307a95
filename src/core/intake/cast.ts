import type { Draft } from './draft.ts';
import { holderOf } from './holders.ts';
import { namesNobody } from './owner.ts';
import { namesIn } from './people.ts';
import { slugs } from './slug.ts';

/** The people and posts of a plan file made from a draft. */
export interface Cast {
  readonly people: readonly CastPerson[];
  /** Words for people that are no names (支部书记), with their holder if the paper tells exactly one; else the office does. */
  readonly posts: readonly CastPost[];
  readonly head: string | undefined;
  /** The first person that an owner's words name. */
  personOf(owner: string | null): string | undefined;
}

interface CastPost {
  readonly id: string;
  readonly name: string;
  readonly holder: string | null;
}

interface CastPerson {
  readonly id: string;
  readonly name: string;
  readonly post?: string;
  readonly department?: string;
  readonly roles: readonly ('leader' | 'secretary' | 'member')[];
}

export function castOf(draft: Draft): Cast {
  const ids = slugs(['office']);
  const named = new Map(draft.people.map((person) => [person.name, person]));
  for (const owner of ownersOf(draft)) {
    for (const name of namesIn(owner))
      if (!named.has(name)) named.set(name, { name, post: null, department: null, place: { paragraph: 0 } });
  }
  const people = [...named.values()].map(
    ({ name, post, department }): CastPerson => ({
      id: ids.of(name, 'person'),
      name,
      ...(post ? { post } : {}),
      ...(department ? { department } : {}),
      roles: rolesOf(post ?? ''),
    }),
  );
  const cast = { people, posts: [] as CastPost[] };
  for (const owner of ownersOf(draft)) {
    for (const word of postWords(owner, people))
      if (!cast.posts.some(({ name }) => name === word))
        cast.posts.push({ id: ids.of(word, 'post'), name: word, holder: heldBy(word, people) });
  }
  const head = people.find(
    ({ post }) =>
      post && /书记|局长|院长|校长|镇长|乡长|主任|馆长|站长/.test(post) && !/副|党办|办公室|支部|股|科/.test(post),
  )?.id;
  return {
    ...cast,
    head,
    personOf: (owner) => (owner ? people.find(({ name }) => owner.includes(name))?.id : undefined),
  };
}

/** Whom an owner's words select: people by name, a whole group by role, anybody else by post. */
export function selectorsOf(words: string, cast: Cast): readonly string[] {
  if (namesNobody(words)) return [];
  const people = cast.people.filter(({ name }) => words.includes(name)).map(({ id }) => id);
  const groups = partsOf(withoutTitles(words, cast.people)).flatMap((word) => roleOf(word, cast.people) ?? []);
  const posts = postWords(words, cast.people).flatMap((word) =>
    cast.posts.filter(({ name }) => name === word).map(({ id }) => `post:${id}`),
  );
  return [...new Set([...people, ...groups, ...posts])];
}

/** 党组书记 is 刘建明, where the paper says that he is. */
function heldBy(post: string, people: readonly CastPerson[]): string | null {
  const name = holderOf(post, people);
  return people.find((person) => person.name === name)?.id ?? null;
}

function ownersOf(draft: Draft): readonly string[] {
  return draft.measures
    .flatMap(({ owner, duties }) => [owner, ...duties.map((duty) => duty.owner)])
    .filter((owner) => owner !== null);
}

function partsOf(words: string): readonly string[] {
  return words
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,；;\s]+|和|及/)
    .map((word) => word.trim())
    .filter(Boolean);
}

const TITLE = '[^、，,；\\s]*(?:书记|长|主任|委员|成员|经理|负责人|主席|会计|干事)';

/** 党组书记、局长 张建国 is one person: the posts before a name are that person's. */
function withoutTitles(words: string, people: readonly CastPerson[]): string {
  return people.reduce(
    (text, { name }) => text.replace(new RegExp(`(?:${TITLE}、)*${TITLE}[\\s　]*(?=${name})`), ''),
    words,
  );
}

function postWords(owner: string, people: readonly CastPerson[]): readonly string[] {
  if (namesNobody(owner)) return [];
  return partsOf(withoutTitles(owner, people)).filter(
    (word) => !people.some(({ name }) => word.includes(name)) && !roleOf(word, people),
  );
}

function roleOf(word: string, people: readonly CastPerson[]): string | undefined {
  const role = /(?:班子|党组|党委)(?:其他)?成员|领导班子|局领导|院领导|校领导|镇领导|馆领导|领导干部/.test(word)
    ? 'leader'
    : /全体|党员|干部职工|职工|教师/.test(word)
      ? 'member'
      : undefined;
  return role && people.filter(({ roles }) => roles.some((one) => one === role)).length > 1
    ? `role:${role}`
    : undefined;
}

function rolesOf(post: string): CastPerson['roles'] {
  if (/办公室主任|党办主任|秘书/.test(post)) return ['secretary'];
  if (/书记|局长|院长|校长|镇长|乡长|馆长|党组成员|党委委员/.test(post) && !/总支|支部|股长|科长/.test(post))
    return ['leader'];
  return ['member'];
}
