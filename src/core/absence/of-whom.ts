import type { ReplyPerson } from '../reply/contract.ts';
import { normalize } from '../reply/normalize.ts';
import { peopleIn } from '../reply/people.ts';
import type { PersonMention } from '../reply/person-mention.ts';

export interface OfWhom {
  /** Who is away; `unclear`: several, or a name that nobody of the office bears. */
  readonly person: string | 'unclear';
  readonly standIn?: string;
  /** Whoever goes along with the speaker, and is not recorded by it. */
  readonly along?: readonly string[];
}

/** 和王局, 陪张局: whoever goes along does not tell of their own absence. */
const WITH = /[和跟陪随同与带、及]\s*$/;
const ASKED = /(?:由|请|让|委托|stand-?in|instead|by)[:\s]*$/i;
const STANDS_IN = /^\s*(?:同志)?(?:代(?!表|报)|顶|负责|主持|替|(?:stands?|standing) in|covers?)/i;
/** 王局和我. */
const AND_ME = /^\s*(?:同志)?[和跟同与及、]\s*(?:我|本人)|^\s*and (?:i|me)\b/i;
const MYSELF = /我|本人|\b(?:i|i'm|me)\b/i;

/** Whose absence words tell of, and who stands in: 王副局长下周出差由李秀代. Without a name it is the speaker's. */
export function ofWhom(text: string, people: readonly ReplyPerson[], speaker: string): OfWhom {
  const plain = normalize(text).text;
  const named = peopleIn(plain, people, speaker).filter((m) => !m.near && !m.department);
  const isStandIn = (m: PersonMention): boolean =>
    ASKED.test(plain.slice(0, m.from)) || STANDS_IN.test(plain.slice(m.to));
  const standIn = named.find(isStandIn);
  const others = named.filter((m) => !isStandIn(m));
  const person = subjectOf(others, plain, speaker);
  const [id, ...more] = standIn?.ids ?? [];
  if (standIn && (id === undefined || more.length > 0)) return { person: 'unclear' };
  const beside = person === speaker ? alongIn(others, plain) : [];
  const along = beside.length > 0 ? { along: beside } : {};
  return id === undefined || id === person ? { person, ...along } : { person, ...along, standIn: id };
}

/** 我和王局, 陪张局, 王局和我: named beside the speaker. */
function alongIn(mentions: readonly PersonMention[], plain: string): readonly string[] {
  const beside = mentions.filter((m) => WITH.test(plain.slice(0, m.from)) || AND_ME.test(plain.slice(m.to)));
  return [...new Set(beside.flatMap((m) => (m.ids.length === 1 ? m.ids : [])))];
}

function subjectOf(mentions: readonly PersonMention[], plain: string, speaker: string): string {
  const [first, second] = mentions;
  const withMe = first && mentions.some((m) => AND_ME.test(plain.slice(m.to)));
  if (!first || withMe || WITH.test(plain.slice(0, first.from)) || MYSELF.test(plain.slice(0, first.from)))
    return speaker;
  const joined = second && WITH.test(plain.slice(0, second.from));
  return joined || first.ids.length !== 1 ? 'unclear' : first.ids[0]!;
}
