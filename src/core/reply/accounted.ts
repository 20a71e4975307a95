import type { ItemKind } from './contract.ts';
import { PERSON } from './marks.ts';
import type { Piece, PieceKind } from './pieces.ts';
import * as words from './words.ts';

/** Where in the clause the words stand that claim a deed. */
export interface Claim {
  readonly from: number;
  readonly to: number;
}

/**
 * What of the clause nothing accounts for. Empty where all that stands around the deed is what a report of this duty
 * says: who, when, where, how, with whom, how much, and the duty's own words.
 */
export function leftOver(pieces: readonly Piece[], claim: Claim, kind: ItemKind): readonly string[] {
  const { before, verb, after } = aroundDeed(pieces, claim);
  return [
    ...before.flatMap((piece, i) => (isLeft(before, i, kind) ? [piece.text] : [])),
    ...misfits(before, verb, kind),
    ...objectLeft(after, verb),
  ];
}

interface Around {
  readonly before: readonly Piece[];
  /** Empty where the claim has no verb: ✅, 散会了, done. */
  readonly verb: string;
  readonly after: readonly Piece[];
}

const VERB = new RegExp(words.V);
const TAIL = new RegExp(`(?:${words.ASPECT}|的)$`);
const ASPECT = new RegExp(`^${words.ASPECT}`);

/** The deed is the last one that the claim names: 听着像谈过了 claims a talk, and nothing heard. */
function aroundDeed(pieces: readonly Piece[], { from, to }: Claim): Around {
  const named = pieces.findLastIndex((p) => p.kind === 'deed' && p.from >= from && p.from < to);
  if (named >= 0)
    return {
      before: pieces.slice(0, named),
      verb: pieces[named]!.text.replace(TAIL, ''),
      after: pieces.slice(named + 1),
    };
  // 报您邮箱了: a verb of one character, with what it is done to before its 了.
  const at = pieces.findIndex((p) => p.kind === 'unknown' && p.from + p.text.length > from && VERB.test(p.text));
  const bare = pieces[at];
  if (!bare)
    return { before: pieces.filter((p) => p.from < from), verb: '', after: pieces.filter((p) => p.from >= to) };
  const verb = VERB.exec(bare.text)!;
  const [head, tail] = [bare.text.slice(0, verb.index), bare.text.slice(verb.index + verb[0].length)];
  const part = (text: string): readonly Piece[] => (text === '' ? [] : [{ ...bare, text }]);
  return {
    before: [...pieces.slice(0, at), ...part(head)],
    verb: verb[0],
    after: [...part(tail.replace(ASPECT, '')), ...pieces.slice(at + 1)],
  };
}

/** Nouns that say which words stand before them: 低保复核的材料. */
const HEADS = new Set<PieceKind>(['paper', 'matter', 'study', 'check', 'place', 'own', 'title', 'talk', 'noun']);
const BETWEEN = new Set<PieceKind>(['qualifier', 'figure']);

const EVENTS = new Set<ItemKind>(['talk', 'meeting', 'study', 'inspection']);
const LEADING = new Set<PieceKind>(['with', 'free']);

/** 那份, 的材料; 老钱那个小组会 names a gathering. */
const isHis = ([first, second]: readonly Piece[]): boolean =>
  /^(?:那[份个边]|的)$/.test(first?.text ?? '') && second?.kind !== 'gathering' && second?.kind !== 'own';

function isLeft(pieces: readonly Piece[], i: number, kind: ItemKind): boolean {
  const piece = pieces[i]!;
  // 跑了一支部: on a visit other branches are what one goes to.
  if (piece.kind === 'foreign') return !(kind === 'inspection' && piece.text.endsWith('支部'));
  if (piece.kind === 'unknown') return !isFree(pieces, i) && !isModifier(pieces, i, kind);
  // 老李那份报了: a paper of somebody else's.
  if (piece.kind === 'who' && piece.text.startsWith(PERSON) && !EVENTS.has(kind))
    return !LEADING.has(pieces[i - 1]?.kind ?? 'foreign') && isHis(pieces.slice(i + 1, i + 3));
  // 纪委查了: an office that nothing goes to is the one who did it.
  if (piece.kind === 'office') return i === 0 && pieces.length < 4;
  return false;
}

/** 对养老中心的督查: within a few characters after 对, 通过, 在 and the like. */
function isFree(pieces: readonly Piece[], i: number): boolean {
  const { from, text } = pieces[i]!;
  const opening = pieces.slice(0, i).findLast((p) => p.kind === 'free' || CLOSING.has(p.kind));
  return opening?.kind === 'free' && from + text.length - opening.from <= FREE_WITHIN;
}
const CLOSING = new Set<PieceKind>(['deed', 'time', 'manner']);
const FREE_WITHIN = 12;

function isModifier(pieces: readonly Piece[], i: number, kind: ItemKind): boolean {
  for (const next of pieces.slice(i + 1, i + 7)) {
    // 差点谈了: a noun of one character stands for itself only.
    if (HEADS.has(next.kind) && next.text.length > 1) return true;
    // 主题党日植树活动: what the gathering was is free once it is named.
    if (next.kind === 'gathering') return pieces.slice(0, i).some((p) => p.kind === 'gathering');
    if (kind === 'inspection' && next.kind === 'figure') return true;
    if (!/^[的、 ]$/.test(next.text) && !BETWEEN.has(next.kind)) return false;
  }
  return false;
}

const HOLD = /^(?:召?开|举行|举办|开会)$/;
/** 学习资料发了: what is sent round for a study or a talk is not held by it. */
const HANDED_OUT = /^(?:发|下发|转发|印|印发|发送|传|上传|订)$/;
const TALK = /^(?:谈|聊|唠|约谈)$/;

/** 通知开了, 要求谈了: papers are neither held nor talked. */
function misfits(before: readonly Piece[], verb: string, kind: ItemKind): readonly string[] {
  const noun = before.findLast((p) => p.kind === 'gathering' || HEADS.has(p.kind));
  // 派小周去了: whoever was sent.
  if (kind === 'inspection' && verb === '去' && before.some((p) => p.kind === 'sent')) return [verb];
  if (/^(?:study|talk)$/.test(kind) && HANDED_OUT.test(verb)) return [verb];
  return (HOLD.test(verb) || TALK.test(verb)) && noun?.kind === 'paper' ? [noun.text] : [];
}

/** What was talked, read or decided about is free. */
const ABOUT =
  /^(?:谈|聊|唠|谈心|谈话|谈心谈话|交流|沟通|交谈|约谈|汇报|讲|听|听取|学|学习|读|研读|自学|研究|研判|讨论|审议|传达|部署|通报|宣讲|找)$/;
const BESIDE = /^(?:filler|english|figure|time|manner|who|qualifier|with)$/;

/** The first thing after the deed, where it is one that the deed is done to. */
function objectLeft(after: readonly Piece[], verb: string): readonly string[] {
  if (ABOUT.test(verb)) return [];
  const at = after.findIndex((p) => !BESIDE.test(p.kind));
  const object = after[at];
  if (object === undefined) return [];
  // 看了看: said twice.
  if (object.text === verb) return [];
  if (HOLD.test(verb) && object.kind === 'paper') return [object.text];
  return object.kind === 'foreign' || (object.kind === 'unknown' && !isModifier(after, at, 'inspection'))
    ? [object.text]
    : [];
}
