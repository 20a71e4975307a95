import { type Activity, activityIn } from '../activities.ts';
import { type Cadence, cadencesIn } from '../cadence.ts';
import { oneOffIn } from '../one-off.ts';
import { ownerIn } from '../owner.ts';
import { numberOf } from '../plain.ts';
import { kindByVerb } from '../verbs.ts';
import { base, scheduleWords } from './base.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import type { Sentence } from './sentence.ts';
import { specifies } from './specifies.ts';

/** Publishing what was agreed belongs to the meeting before it; alone it is a duty. */
function isAnswer(after: string, { phrase, event }: Cadence, { duties }: Sentence): boolean {
  if (!phrase && !STREAM.test(event ?? '') && duties.some(({ times }) => times)) return false;
  return ANSWER.test(after) || (!duties.length && /公示|公布|公开/.test(after));
}

// What comes in at any time and is answered each time, whatever else the sentence promises.
const STREAM = /^发现|^查出的|来信|来访|诉求|投诉|信访|举报|申请|工单|线索/;
const ANSWER =
  /办结|修复|送|答复|回复|反馈|处理|处置|报|通报|告知|受理|检查|[核审]|表态|先学|学习|补|回头|走[一1]趟|面谈|研究|传达|上传|提交|录入|访/;

export function timed(
  clause: string,
  next: string | undefined,
  cadence: Cadence,
  sentence: Sentence,
  context: MeasureContext,
): void {
  const after = clause.slice(cadence.end);
  const ahead = clause.slice(0, cadence.at);
  if (specifies(clause, cadence, sentence)) return;
  const own = activitiesIn(after, ahead);
  // 谈话后3日内形成记录 is proof of the talk, not another duty, unless the clause clearly asks for something.
  if (cadence.event && after && !isAnswer(after, cadence, sentence)) {
    const perhaps = own[0] ?? { kind: kindByVerb(after) ?? 'other', title: '', form: /$/ };
    sentence.duties.push({ ...timedDuty(perhaps, clause, cadence, sentence, context), perhaps: true });
    return;
  }
  if (own.length) {
    settle(own, cadence, sentence);
    for (const activity of own) sentence.duties.push(timedDuty(activity, clause, cadence, sentence, context));
    return;
  }
  // 每季度覆盖一遍 says how far what came before must reach.
  if (/覆盖/.test(after) && sentence.duties.some(({ times }) => times)) return;
  const left = after.replace(
    /（[^（）]*）|[\d一二两三四五六七八九十]+个?(?:次|场|期|学时|课时|小时|天|人次)|不少于|不低于|至少|原则上|召开|组织|开展|安排|^由[^，]{2,10}牵头$/g,
    '',
  );
  const bare = left.length <= 3;
  // 签订承诺书，每年签订一次 says again what came before.
  const again = left.length > 1 && !ahead && sentence.before.includes(left);
  const forward =
    bare &&
    !again &&
    !(kindByVerb(left) && left.length > 1) &&
    !(/^[讲谈学开查]$/.test(left) && sentence.activity) &&
    next &&
    !cadencesIn(next).length
      ? (activityIn(next) ?? (!ahead && !left ? deedIn(next) : undefined))
      : undefined;
  if (forward) {
    sentence.skip = true;
    sentence.duties.push(timedDuty(forward, `${clause}，${next}`, cadence, sentence, context));
    return;
  }
  const back = activityIn(sentence.before) ?? sentence.activity;
  const words =
    bare && !ownerIn(clause, context.names) && (again || activityIn(sentence.before))
      ? `${sentence.before}，${clause}`
      : clause;
  const onlyBefore = sentence.duties.findIndex((duty) => duty.text === sentence.before && duty.origin !== 'text');
  if (bare && onlyBefore >= 0) sentence.duties.splice(onlyBefore, 1);
  // 建立谈话台账，每月底更新: the verb says that it is not the talk.
  const verb = kindByVerb(left);
  const other = verb !== undefined && verb !== back?.kind && left.length > 1 && !/^.?[讲谈学开查]/.test(left);
  // 党小组会：每月20日前由各组长召开: the label says what.
  const labelled =
    back?.standing &&
    sentence.before.length <= 8 &&
    !oneOffIn(sentence.before) &&
    !sentence.duties.some(({ times }) => times);
  const deed = labelled ? back : other ? undefined : bare || /^[^，]{0,6}[讲谈学开查]/.test(after) ? back : undefined;
  const named = oneOffIn((again ? sentence.before : after).replace(/(?:开展|组织|召开|进行)[一1]次/, ''));
  const verbs = kindByVerb(after);
  const kind =
    named && verbs !== 'inspection' && verbs !== 'report' ? 'deliverable' : (verbs ?? kindByVerb(ahead) ?? 'other');
  const fallback: Activity = { kind, title: '', form: /$/ };
  // 集体学习研讨。每季度不少于1次: the heading says what.
  const headed = bare && !back && !again ? activityIn(context.title) : undefined;
  const duty = timedDuty(deed ?? headed ?? fallback, words, cadence, sentence, context);
  sentence.duties.push(headed ? { ...duty, title: context.title } : duty);
}

/** 每半年由纪委牵头，到支部调看记录本: the verb behind the comma says what is done. */
function deedIn(clause: string): Activity | undefined {
  const kind = kindByVerb(clause);
  return kind && { kind, title: '', form: /$/ };
}

/** A duty that comes again, as often as the words say. */
export function timedDuty(
  activity: Activity,
  clause: string,
  cadence: Cadence,
  sentence: Sentence,
  context: MeasureContext,
): FoundDuty {
  const shift = /顺延|推迟/.test(clause)
    ? '，遇节假日顺延'
    : /(?:遇|逢)[^，。；]{0,8}提前/.test(clause)
      ? '，遇节假日提前'
      : '';
  const { phrase: bare, times } = inFull(cadence, clause, activity);
  const phrase = bare ? bare + shift : null;
  return {
    ...base(activity, clause, sentence, context),
    scheduleText: scheduleWords(clause.slice(clause.lastIndexOf(cadence.text)), cadence.text),
    schedule: phrase,
    origin: phrase || cadence.event ? 'text' : 'none',
    ...(times ? { times } : {}),
    ...(cadence.event ? { event: cadence.event } : {}),
    ...(cadence.offer ? { fuzzy: cadence.text, offer: cadence.offer } : {}),
  };
}

/** 每月集中学习1次（每月25日） says the day in brackets; 每月同两名教师谈心 is two talks. */
function inFull(cadence: Cadence, clause: string, { kind }: Activity): Pick<Cadence, 'phrase' | 'times'> {
  const inner = [...clause.matchAll(/（(?<note>[^（）]*)）/g)].flatMap(({ groups }) => cadencesIn(groups!.note!));
  const finer = inner.find(({ phrase, times }) => phrase && times && times.period === cadence.times?.period);
  if (finer && cadence.times?.count === 1) return finer;
  const partners = kind === 'talk' ? PARTNERS.exec(clause)?.groups : undefined;
  const count = partners ? numberOf((partners.n ?? partners.m)!) : 1;
  if (count < 2 || cadence.times?.count !== 1 || !/^每(?:年|半年|季度|月|半月|周)$/.test(cadence.phrase ?? ''))
    return cadence;
  return { phrase: `${cadence.phrase}${count}次`, times: { count, period: cadence.times.period } };
}

const PARTNERS =
  /(?:与|同|和|跟|对|找|约)(?:不少于|至少)?(?<n>\d{1,2}|[两二三四五六七八九十])(?:名|位|人)[^，。；]{0,12}谈|谈(?:心|话|心谈话)?[^，。；]{0,4}(?:不少于|至少)(?<m>\d{1,2}|[两二三四五六七八九十])(?:人(?!次)|名)/;

/** Several meetings of one rhythm (每月召开支委会、党小组会) are several duties; otherwise the first that fits. */
function activitiesIn(after: string, ahead: string): readonly Activity[] {
  const parts = after.split(/[、和及]|以及/).map(activityIn);
  const meetings = parts.filter((activity) => activity?.kind === 'meeting' && activity.standing);
  if (parts.length > 1 && meetings.length > 1) return [...new Set(meetings as Activity[])];
  const one = activityIn(after) ?? activityIn(ahead);
  // 召开领导小组会议听取汇报 is the meeting.
  if (one?.kind === 'report' && /^[^，]{0,8}召开[^，]{0,14}会/.test(after))
    return [{ kind: 'meeting', title: '', form: /$/ }];
  // 比对党委会议题: what is checked is no meeting of its own.
  if (one?.kind === 'meeting' && one.form.test(after) && kindByVerb(after) === 'inspection')
    return [{ kind: 'inspection', title: '', form: /$/ }];
  return one ? [one] : [];
}

/** 严格落实第一议题制度，每月至少安排1次专题学习: the second clause says when, so the first asks nothing. */
function settle(own: readonly Activity[], { phrase }: Cadence, sentence: Sentence): void {
  const twin = sentence.duties.findIndex(
    (duty) =>
      duty.text === sentence.before && duty.schedule === phrase && /^[^，]*?(?:实行|推行|坚持|建立)/.test(duty.text),
  );
  if (twin >= 0) sentence.duties.splice(twin, 1);
  const at = sentence.duties.findIndex(
    ({ text, origin, kind, fuzzy }) =>
      text === sentence.before &&
      origin !== 'text' &&
      (!fuzzy || /机制|制度|体系/.test(text)) &&
      own.some((activity) => activity.kind === kind && !activity.standing),
  );
  if (at >= 0) sentence.duties.splice(at, 1);
}
