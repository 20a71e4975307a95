import { attendanceIn, gathers } from './attendance.ts';
import type { Act, ReplyContext } from './contract.ts';
import { factsOf } from './facts.ts';
import { bound, roleOf } from './roles.ts';
import { type Part, partsOf, type Sentence } from './sentence.ts';
import { topicIn } from './topic.ts';
import * as words from './words.ts';

/** 没跟陈敏谈，是跟周洁谈的; 不是周洁，是孙伟，周洁还没谈: what is denied has its right value beside it. */
function replacing(parts: readonly Part[]): readonly Part[] {
  const denial = parts.findIndex(
    (p) => (p.label === 'failed' && p.people.length > 0) || WRONG_VALUE.test(p.text.trim()),
  );
  return denial < 0
    ? []
    : parts.slice(denial + 1).filter((p) => /^(?:应该?)?(?:而?是|实际是|其实是)/.test(p.plain.trim()));
}

/** 是陈敏 | 不是王志强: what is denied is the name or the day that was given, not the deed. */
const WRONG_VALUE =
  /^(?:而?(?:不是|并非)|not (?:with |on )?)[\ue001\ue002]+的?$|(?:不是|并非)[\ue001\ue002]+,?而?是[\ue001\ue002]/;

/** Whoever the wrong part names, and the right one does not. */
function takenBackIn(parts: readonly Part[], people: readonly string[]): readonly string[] {
  const named = parts.flatMap((p) =>
    p.people.filter(
      (m) => bound(m) && (p.label === 'failed' || roleOf(m, { ...p, label: 'done' }, 'talk') === 'corrected'),
    ),
  );
  return [...new Set(named.flatMap((m) => m.ids))].filter((id) => !people.includes(id));
}

/**
 * A plain 已办 and nothing else, which cannot speak of an earlier report: whoever says it is spared the look at
 * everything that was settled since yesterday.
 */
export function isPlainReport(text: string): boolean {
  return /^[\d、,，.\s]*(?:已?经?(?:办|谈|学|开|报|查|去)(?:了|完|好|过)*|已?完成了?|搞定了?|收到|好的?|done|ok)[。.\s]*$/i.test(
    text,
  );
}

interface Revision {
  readonly act: Act;
  readonly corrects: boolean;
  readonly takenBack: readonly string[];
}

/**
 * 撤回, 更正, 不是周四，是周三: something said earlier is taken back (undo) or given its right value (done with
 * that value, DOMAIN §9.4). Undefined if the sentence corrects nothing.
 */
export function revisionOf(sentence: Sentence, context: ReplyContext): Revision | undefined {
  const text = sentence.painted;
  const items = context.open.filter(
    (i) => context.lastCheckIn?.occurrences.includes(i.occurrence) || context.about?.includes(i.occurrence),
  );
  const item = items[0] ?? (context.open.length === 1 ? context.open[0] : undefined);
  const kind = item?.kind ?? 'other';
  const parts = partsOf(sentence, sentence.clauses, kind, item?.gathering ?? kind === 'meeting');
  const undoing = parts.some((p) => p.label === 'undo');
  const revising =
    words.REVISE.test(text) &&
    !parts.some((p) => p.label === 'question' || p.label === 'postpone') &&
    (context.lastCheckIn !== undefined || /更正|纠正|订正|不对|错|\bcorrection\b/.test(text));
  const claimed =
    context.lastCheckIn !== undefined || /(?:之前|前面|上次|\ue002)[^,]{0,3}(?:说|报)[^,]{0,6}(?:完成|了)/.test(text);
  const untrue = claimed && /其实|实际|事实上|并没/.test(text) && words.ACTUALLY_NOT.test(text);
  if (!undoing && !revising && !untrue) return undefined;
  if (parts.some((p) => p.label === 'question' && !undoing)) return undefined;
  const base = {
    numbers: sentence.clauses.flatMap((c) => c.numbers),
    all: false,
    text: sentence.normal.original(0, sentence.normal.text.length),
  };
  const denied =
    words.ACTUALLY_NOT.test(text) ||
    parts.some(
      (p) => /^(?:failed|ahead)$/.test(p.label) && !/不对|错/.test(p.text) && !WRONG_VALUE.test(p.text.trim()),
    );
  const instead = denied ? replacing(parts) : parts;
  const right = instead.filter((p) => gives(p)).map(told);
  if (right.length > 0) {
    const facts = factsOf('done', right, kind, item, sentence);
    const topic = topicIn(right, sentence, kind);
    return { act: { ...facts, topic, ...base }, corrects: true, takenBack: takenBackIn(parts, facts.people) };
  }
  if (undoing || (denied && claimed) || /^(?:不对|更正|纠正)[,。!]*$/.test(text.trim()))
    return { act: { ...factsOf('undo', parts, kind, item, sentence), ...base }, corrects: false, takenBack: [] };
  return undefined;

  function gives(part: Part): boolean {
    const value = part.text.replace(/不是[^,是]*(?:,|$|(?=是))/g, '');
    const day = part.dates.some((d) => d.past !== null) && value.includes('\ue002');
    const person =
      part.people.some(
        (m) => roleOf(m, { ...part, label: 'done' }, kind) !== 'corrected' && (bound(m) || m.ids.length !== 1),
      ) && value.includes('\ue001');
    const { expected, present } = attendanceIn(part.plain, { gathering: gathers(kind), away: 0 });
    const figure =
      expected !== null || present !== null || /(?:题目|主题|议题|内容|书名)(?:应?是|为|应为|改为|:)/.test(part.plain);
    const undone =
      /^(?:undo|void|sarcasm|hearsay)$/.test(part.label) &&
      !/(?:是|应为|改为|改成|\bit was|\bshould be)[^,]*[\ue001\ue002]/.test(part.text);
    return !undone && part.label !== 'acknowledge' && (day || person || figure || part.label === 'done');
  }

  // 不是周四，是周三: the wrong value goes, the right one stays.
  function told(part: Part): Part {
    const wrong = (from: number): boolean =>
      /(?:不是|并非)[跟和与同找]?$|\bnot (?:with |on )?$/.test(part.text.slice(0, from - part.to + part.text.length));
    return {
      ...part,
      // 李秀当天也请假了: who was away belongs to what is right.
      label: part.label === 'absent' ? 'absent' : 'done',
      dates: part.dates.filter((d) => !wrong(d.from)),
      people: part.people.filter((m) => !wrong(m.from)),
    };
  }
}
