import { daysBetween, type LocalDate } from '../calendar.ts';
import type { Intent, ItemKind } from './contract.ts';
import type { Today } from './day.ts';
import { PERSON, TITLE } from './marks.ts';
import { NUMBER } from './numbers.ts';
import type { Part } from './sentence.ts';
import type { Label } from './statement.ts';
import { tookPlace } from './took-place.ts';
import * as words from './words.ts';

/** What comes after the deed (纪要, 照片): not part of it for a duty that is an event. */
export const AFTERMATH =
  /纪要|记录|照片|图片|材料|简报|信息|签到|台账|心得|笔记|小结|总结|课件|报告|清单|档案|归档|资料|登记表|美篇|新闻|稿|上报|补签|盖章|签字|整改|问题|通报|专报|印发/;
const PREPARATION = /通知|议程|议题|课件|会场|名单|提纲|会议室|ppt|讲稿|方案|计划|时间|人选|预约/;
const PREPARED = new RegExp(`(?:谈心)?(?:谈话)?(?:${PREPARATION.source})`, 'g');
/** 谈话记录签了: the paper of a talk, which is not the talk. */
const TALK_PAPER = /(?:谈心)?(?:谈话)?(?:记录[表本单]?|登记表|纪要|笔录)/g;
const TALKED = /谈|聊|唠|交流|沟通|见了|找了|\btalk|\bspoke|\bmet\b/;
const CORE: Partial<Record<ItemKind, RegExp>> = {
  'minutes-check': /查|核|[翻看瞅]|补|记录|纪要|完|[弄办做搞整]|结束|✅|[a-z]|没(?:发现|问题)/,
  talk: /谈|找|进行|聊|唠|交流|沟通|完成|搞定|[弄办做]|见|结束|落实|✅|说|[a-z]|补|记录|纪要/,
  meeting:
    /开|举行|举办|组织|(?<!手)上(?![报传去来]|手)|讲|搞|[弄办做整]|完[成事]|结束|学|去|评|研|传达|参观|慰问|听|走|落实|补|参加|✅|[a-z]|纪要|记录|主持|讨论|散/,
  study: /学|读|看|翻|补|完|听|写|参加|[弄办做]|搞|结束|交流|研|抄|上|✅|[a-z]|落实/,
  inspection: /查|检|督|跑|去|访|研|看|完成|结束|[弄办做]|搞|落实|✅|[a-z]|补|听|参加|发|开|到|走|入户/,
  report:
    /报|[放搁]|整改|到位|交|送|传|发|呈|递|完成|[弄办搞做]|印|签|备案|结束|落实|✅|[a-z]|填|审|写|拟|起草|准备|通过|反馈|补/,
  deliverable:
    /报|[放搁]|交|送|传|发|呈|完成|[弄办搞做]|印|签|备案|结束|落实|✅|[a-z]|审|[写拟订定改建挂贴]|起草|出台|公[示布开告]|通过|销号|整改|验收|补/,
};

/** Does the sentence hold any word of such a duty? Of a kind without words of its own anything may tell. */
export const speaksOf = (kind: ItemKind, text: string): boolean => CORE[kind]?.test(text) ?? true;

export const isEvent = (kind: ItemKind): boolean => /^(?:talk|meeting|study|inspection)$/.test(kind);

/** 报告写好了: what the paper is called says nothing of its being sent. */
const CALLED = /(?:报告|[月周季年旬简]报|报表)(?!了|[给到上送过完])/g;

/** A done clause may tell of something else than the duty: 通知发了 is not the meeting. */
export function effectiveLabel(part: Part, kind: ItemKind): Label {
  if (part.label !== 'done') return part.label;
  const core = CORE[kind];
  // 《制度》看了, in answer to a talk: a paper is read, which is another thing.
  if (kind === 'talk' && part.text.includes(TITLE) && !/谈|聊|唠|talk|spoke|\bmet\b|chat/.test(part.text))
    return 'fact';
  const unpapered = part.text.replace(TALK_PAPER, '');
  if (kind === 'talk' && unpapered !== part.text && !TALKED.test(unpapered)) return 'fact';
  const bareDeed = !part.text.includes(TITLE) && part.text.replace(/\ue002|[,\s]/g, '').length <= 4;
  const deed = part.text.replace(PREPARED, '');
  if (core && !core.test(kind === 'meeting' || kind === 'talk' ? deed : part.text) && !bareDeed)
    return PREPARATION.test(part.text.includes(TITLE) ? part.text : part.plain) ? 'ahead' : 'fact';
  if (
    kind === 'meeting' &&
    PREPARATION.test(part.plain) &&
    !/开|讲|上|举行|完成|结束|学|研究|讨论|审议|通过|听/.test(part.text)
  )
    return 'ahead';
  if (
    /^(?:report|deliverable)$/.test(kind) &&
    /[写拟]|起草|准备/.test(part.text) &&
    !/报|交|送|发|签|印|出台|审|传|填写|✅/.test(part.text.replace(CALLED, ''))
  )
    return 'part';
  if (isEvent(kind) && kind !== 'study' && /^(?:我们)?(?:开|碰)了个(?:短|小|碰头|视频|电话|头)/.test(part.text))
    return 'fact';
  return 'done';
}

/** 应到7实到6，李局请假: who counts those who came says that it was held. */
const ROLL_CALL = new RegExp(
  `实到${NUMBER}|全部?到齐|全员到齐|(?<!应)到(?:了|会|场)?${NUMBER}[个位名]?人|(?<!应)${NUMBER}[个位名]?人?(?:都|全)?到(?:了|会|场|齐)?$`,
);

/** One intent for clauses that speak of one target. `due` decides between promise and move. */
export function intentOf(parts: readonly Part[], kind: ItemKind, dueDate: LocalDate | null, today: Today): Intent {
  const lectured = kind === 'meeting' && parts.some((p) => p.label === 'fact' && /讲|开了|上了|主持/.test(p.text));
  // 张局讲廉政党课，课件发群里了: the paper follows the event instead of preparing it.
  const labels = parts.map((part) => (lectured && part.label === 'done' ? 'done' : effectiveLabel(part, kind)));
  const has = (label: Label): boolean => labels.includes(label);
  if (has('sarcasm')) return 'none';
  if (parts.some((p, i) => labels[i] === 'question' && isTag(p))) return 'question';
  if (
    has('delegate') &&
    !(has('done') && parts.every((p, i) => labels[i] !== 'delegate' || CHAIRED.test(p.text) || /[^不]了/.test(p.text)))
  )
    return 'delegate';
  if (has('done') || has('part') || has('lacking')) return deedIntent(parts, labels, kind);
  if (has('postpone')) return 'postpone';
  if (has('excuse') && parts.some((p) => words.STEPS_IN.test(p.text.trim()))) return 'delegate';
  if (isEvent(kind) && parts.some(({ text }) => ROLL_CALL.test(text)) && !has('question') && !has('ahead'))
    return 'done';
  if (tookPlace(parts, labels, kind, today)) return 'done';
  if (parts.some((p, i) => labels[i] === 'failed' && words.MISSED.test(p.text)) && calledAway(parts)) return 'excuse';
  if (has('excuse') && keepsTo(parts, labels, dueDate, today)) return 'not_done';
  if (has('excuse'))
    return parts.some((p, i) => labels[i] === 'ahead' && movesTo(p, today.date)) ? 'postpone' : 'excuse';
  if (has('void')) return 'not_done';
  if (parts.some((p, i) => labels[i] === 'ahead' && dueDate !== null && movesTo(p, dueDate))) return 'postpone';
  // 完成？早着呢: asked back only to answer it.
  if (has('question') && !(has('failed') && labels[0] === 'question' && isShort(parts[0]!))) return 'question';
  if (has('failed') || has('ahead')) return 'not_done';
  if (has('hearsay') || has('unsure') || has('doubled')) return 'none';
  if (has('acknowledge'))
    return labels.every((l, i) => l !== 'acknowledge' || words.CHAT.test(parts[i]!.text.trim()))
      ? 'none'
      : 'acknowledge';
  return 'none';
}

/** 由王局主持，会开了: who chaired what was held. */
const CHAIRED = new RegExp(`^由[${PERSON}]+(?:同志)?(?:主持|召集|领学|主讲|讲课?|带队)$`);

/** 完成？, submitted?: a word or two, asked only to be answered. */
const isShort = ({ text }: Part): boolean => text.length <= 4 || /^\s*[a-z]+\s*$/.test(text);

/** 省里开会, 去县里汇报: work elsewhere, which is leave only beside 参加不了. */
const calledAway = (parts: readonly Part[]): boolean =>
  parts.some((p) => /(?:省|市|县|区|州|部|厅|北京)(?:里|上|局|委)?[^,]{0,4}(?:开会|参会|汇报|述职|学习)/.test(p.text));

const isTag = (part: Part): boolean =>
  /^(?:[你您他她]们?[^,]{0,3}呢|对|是|行|真的?|没|没有|不是|是不是|对不对|没错|算不算|算数?|作数|可以|合格)(?:的)?[吗么吧]?[?]*$/.test(
    part.text.trim(),
  );

/** 明早和陈敏谈，之后出差: promised for a day before the deadline, and away only after it. */
function keepsTo(parts: readonly Part[], labels: readonly Label[], due: LocalDate | null, { date }: Today): boolean {
  const promised = parts.findIndex((p, i) => labels[i] === 'ahead' && movesTo(p, date));
  return promised >= 0 && due !== null && !movesTo(parts[promised]!, due) && labels.indexOf('excuse') > promised;
}

/** Does the promise name a day after that one? */
export function movesTo(part: Part, date: LocalDate): boolean {
  return part.dates.some(
    (d) =>
      (d.next !== null && d.next > date && (d.past === null || (d.past < d.next && daysBetween(date, d.next) < 200))) ||
      (d.vague?.side === 'future' && d.vague.from > date),
  );
}

// 去年就谈了，今年没谈: what was done then does not count for now.
const THIS_TIME = /今年|本(?:年|月|季度?|期|次|周)|这(?:个月|个?季度|期|次|周|回)/;
const LAST_TIME = /去年|上(?:年|个?月|个?季度|期|次|周|回|半年)/;

const CAME_TO_NOTHING = new RegExp(`^[^${PERSON}一两二三四五\\d]{0,4}(?:没[\\u4e00-\\u9fff]成|[退打]回|没收到)`);
const ANOTHERS = /^(?:可|但|不过)?那?是(?:[省市县区]|上级|别|隔壁|兄弟|工会|团委|妇联)/;

/** Something has been done: all of it (done), or part (progress)? */
function deedIntent(parts: readonly Part[], labels: readonly Label[], kind: ItemKind): Intent {
  const last = labels.lastIndexOf('done');
  if (
    parts.some((p, i) => labels[i] === 'failed' && THIS_TIME.test(p.plain)) &&
    parts.every((p, i) => labels[i] !== 'done' || LAST_TIME.test(p.plain))
  )
    return 'not_done';
  // 会是开了，是县里叫去听的，我们自己的还没顾上: what was held is another one.
  if (labels.includes('failed') && parts.some((p) => ANOTHERS.test(p.text))) return 'not_done';
  // 去了，门锁着没看成; 报了，被退回来了: undone by what came after.
  if (last >= 0 && parts.some((p, i) => i > last && labels[i] === 'failed' && CAME_TO_NOTHING.test(p.text)))
    return 'not_done';
  if (parts.some((p, i) => labels[i] === 'postpone' && /申请/.test(p.text))) return 'postpone';
  const open = parts.filter((part, i) => opens(part, labels[i]!, i < last, parts[last], kind));
  const counted = parts.some((p, i) => labels[i] === 'done' && DAYS.test(p.text));
  if (!counted && labels.some((l, i) => l === 'excuse' && ownAbsence(parts[i]!, i > last, kind))) return 'excuse';
  if (last < 0) return labels.includes('postpone') ? 'postpone' : 'progress';
  return open.length > 0 ? 'progress' : 'done';
}

/** 学了四天，周二下乡: so many of the days are what is told. */
const DAYS = new RegExp(`[学看读]了?${NUMBER}天`);

const ownAbsence = (part: Part, later: boolean, kind: ItemKind): boolean =>
  later && (kind === 'meeting' || kind === 'study' || words.MISSED.test(part.text));

/** Does this clause leave part of the same duty open? */
function opens(part: Part, label: Label, earlier: boolean, done: Part | undefined, kind: ItemKind): boolean {
  const named = part.text.includes(PERSON);
  const after = isEvent(kind) && AFTERMATH.test(part.plain) && !named;
  if (label === 'lacking') return !after || /差|剩/.test(part.text);
  // 办结率87%, beside the deed: what its paper says.
  if (label === 'part' && /率[为达是]?\d/.test(part.text)) return false;
  // 报告写好了，交上去了: written, and sent since.
  if (label === 'part' && part.label === 'done' && earlier) return false;
  if (label === 'part') return !after && !(earlier && done !== undefined && /全部|都|已经|现在/.test(done.text));
  // 谈了两位，陈志远出差: away, and still owed.
  if (label === 'absent' && kind === 'talk')
    return named || words.NEGATION.test(part.text.replace(words.NOT_NEGATIVE, '')) || words.LACKING.test(part.text);
  if (label === 'untold' || after) return false;
  // 是12人不是14人: a figure set right. 陈敏没来: of a gathering, away.
  if (label === 'failed' && /是[^,是]{1,8}不是/.test(part.text)) return false;
  if (label === 'failed' && /^(?:meeting|study)$/.test(kind) && NOT_THERE.test(part.text)) return false;
  // 上礼拜没签是 | 因为住院: why it was late.
  if (label === 'failed' && /没[^,]{1,4}是$/.test(part.text)) return false;
  if (label === 'failed' || label === 'postpone' || label === 'ahead') {
    if (named && kind === 'talk')
      return (
        label !== 'ahead' ||
        (/谈|聊|找|约|再|还|补|剩/.test(part.text) && !/下一?(?:次|回|期|轮|季|个?月)/.test(part.plain))
      );
    // 今天的还没学，昨天的学完了: the later words do not mend the earlier.
    const mended =
      label !== 'failed' ||
      !CORE[kind]?.test(part.text) ||
      /补|后来|今|刚|现在|终于|又|已|[\ue001]/.test(done?.plain ?? '');
    if (earlier && !mended) return true;
    if (earlier) return /[一二两三四五六七八九十\d](?:个|位|名|项|条)/.test(part.text);
    return label !== 'ahead' || remains(part, kind);
  }
  return false;
}

const NOT_THERE = new RegExp(`[${PERSON}][^,]{0,2}没(?:来|到|参加|去)`);
const NEXT_TIME =
  /\bnext (?:month|week|quarter|time)\b|下一?(?:回|次|期|步|轮|季|周|个?月|阶段)|今后|以后|继续|接着巩固/;

/** After a deed, a plan speaks of the same duty if it uses its verb again without 下次. */
function remains(part: Part, kind: ItemKind): boolean {
  if (NEXT_TIME.test(part.plain) && !/另[一外]|其余|剩/.test(part.plain)) return false;
  const text = part.text.replace(/另外(?![一二两三四五六七八九十\d几])/g, '');
  // 因为20号要开大会: why, and no plan.
  if (/^(?:因为|由于)/.test(text)) return false;
  if (kind === 'talk') return /谈|聊|再(?!细?[说报汇告])|补|剩|其|另/.test(text);
  return /剩|其余|其他|另/.test(text) || (isEvent(kind) ? /[学开查谈补]/.test(text) : (CORE[kind]?.test(text) ?? true));
}
