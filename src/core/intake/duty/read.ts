import { activityIn } from '../activities.ts';
import { cadencesIn } from '../cadence.ts';
import { clausesOf, sentencesOf } from '../clauses.ts';
import { readDeadline } from '../deadline.ts';
import { oneOffIn } from '../one-off.ts';
import { counterpartIn } from '../owner.ts';
import { actorIn, CONDITION } from './base.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import { dated, isOnlyDate } from './dated.ts';
import { distinct } from './distinct.ts';
import { makeUp } from './make-up.ts';
import { firstDeed, once } from './once.ts';
import { emptySentence, noteProof, type Sentence } from './sentence.ts';
import { countedOnce, standing } from './standing.ts';
import { timed } from './timed.ts';
import { weighedDuties } from './weighed.ts';
import { yearly } from './yearly.ts';

/** The duties that the plain text of a measure holds. */
export function dutiesIn(text: string, context: MeasureContext): readonly FoundDuty[] {
  const found: FoundDuty[] = [];
  const proofs: string[] = [];
  for (const words of sentencesOf(text)) {
    const sentence = emptySentence();
    const clauses = clausesOf(words);
    for (const [i, clause] of clauses.entries()) readClause(clause, clauses[i + 1], sentence, context);
    const proof = sentence.proofs.join('；') || null;
    const duties = weighedDuties(clauses, sentence, context).map((duty) => checked(duty, text));
    found.push(...withRest(duties, words).map((duty) => ({ ...duty, evidence: proof ?? duty.evidence })));
    if (proof && sentence.duties.length === 0) proofs.push(proof);
  }
  if (
    !found.length &&
    !context.strict &&
    !context.timedOnly &&
    context.deadline?.due &&
    context.deadline.due !== 'immediate'
  ) {
    found.push(...firstDeed(text, context));
  }
  const rest = context.evidence ?? (proofs.join('；') || null);
  return distinct(found.map((duty) => ({ ...duty, evidence: duty.evidence ?? rest })));
}

/** 全面摸排，登记造册: what follows a duty in its sentence and is none itself says how it ends. */
function withRest(duties: readonly FoundDuty[], words: string): readonly FoundDuty[] {
  return duties.map((duty) => {
    const at = words.indexOf(duty.text);
    const first = duty === duties[0] && duties.length === 1;
    if (at < 0) return duty;
    const from = at + duty.text.length;
    const next = duties.map(({ text }) => words.indexOf(text, from)).filter((start) => start >= from);
    const rest = words.slice(from, next.length ? Math.min(...next) : words.length).replace(/[，、：\s并及和]+$/, '');
    // 摸清底数，列出清单: what leads up to the only duty is its beginning.
    const ahead = first && /^[^。；]{4,40}，$/.test(words.slice(0, at)) ? words.slice(0, at) : '';
    return { ...duty, text: ahead + duty.text + (rest.startsWith('，') ? rest : '') };
  });
}

/** 每季度抽查一次记录, in a measure about meetings. */
function checked(duty: FoundDuty, text: string): FoundDuty {
  const ofMeetings =
    duty.kind === 'inspection' && /[查核审]阅?(?:[一1]次)?(?:会议)?记录|记录[^。]*(?:审签|签批|核签)/.test(duty.text);
  return ofMeetings && /会议|[组委总]会/.test(text) ? { ...duty, kind: 'minutes-check' } : duty;
}

function readClause(clause: string, next: string | undefined, sentence: Sentence, context: MeasureContext): void {
  if (sentence.skip) {
    sentence.skip = false;
    return;
  }
  // 由宣传委员做好考勤 hands over one step; 支部书记每半年… is the subject of what follows too.
  sentence.conditional ||= /^[^，]{4,}的$/.test(clause) && !cadencesIn(clause).length;
  const subject = clause.includes('由') ? undefined : actorIn(clause, context.names);
  if (subject) sentence.subject = subject;
  const before = sentence.duties.length;
  const cadence = cadencesIn(clause)[0];
  if (cadence) timed(clause, next, cadence, sentence, context);
  else if (!isRealized(clause, next)) for (const one of eachMonth(clause)) untimed(one, sentence, context);
  if (sentence.duties.length === before) noteProof(clause, sentence);
  const named = activityIn(clause);
  if (named) sentence.activity = named;
  sentence.before = clause;
}

/** 6月、11月各测试1次 is two tests. */
function eachMonth(clause: string): readonly string[] {
  const list = /(?:\d{1,2}(?:月份?(?:底|末)?前?)?[、和及])+\d{1,2}月份?(?:底|末)?前?(?=各)/.exec(clause)?.[0];
  const quarters = /(?:[一二三四]季度[、和及])+[一二三四]季度(?=各)/.exec(clause)?.[0];
  const all = list ?? quarters;
  return all
    ? all.split(/[、和及]/).map((month) => clause.replace(`${all}各`, /^\d+$/.test(month) ? `${month}月` : month))
    : [clause];
}

/** 建立周排查制度，每周一汇总: the second clause is how the first is kept. */
function isRealized(clause: string, next: string | undefined): boolean {
  if (next === undefined || !cadencesIn(next).length) return false;
  // 建立谈话台账，每月底更新.
  if (/^[^《，]*(?:建立|完善|健全)[^《，]*(?:台账|档案|名册)$/.test(clause) && /更新/.test(next)) return true;
  return (
    !activityIn(clause)?.standing &&
    /^[^《]*?(?:建立|健全|完善|落实|执行|坚持|推行|实行)[^《，]*(?:制度|机制|体系|工作法)$/.test(clause)
  );
}

/** 6月5日前形成总结，报县委巡察办 is a report. */
function isHandedIn(clause: string, { duties, before }: Sentence): boolean {
  const last = duties.at(-1);
  const hands =
    /^(?:并|及时)?(?:上报|报送|报)(?=[\u4e00-\u9fff]{2,14}$)/.test(clause) && /(?:总结|报告|材料)$/.test(before);
  if (!hands || !last?.text.endsWith(before)) return false;
  const to = counterpartIn(clause, 'report') ?? null;
  duties[duties.length - 1] = { ...last, kind: 'report', with: to, text: `${last.text}，${clause}` };
  return true;
}

// 10月15日至11月15日 is over on the second day.
const SINCE = /^(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:至|到|—|-|~)(?=\d{1,2}月\d{1,2}日)/;
const MAKE_UP = /补学|补课|补上/;
const WITHIN = /^[^，月年]{0,12}[\d一二两三四五六七八九十]+个?(?:日|天|周|星期|工作日)(?:之|以)?内/;

function untimed(clause: string, sentence: Sentence, context: MeasureContext): void {
  if (CONDITION.test(clause) && !/补学/.test(clause)) return;
  if (MAKE_UP.test(clause) && /缺|请假|因故|脱不开|不能|未|者|人员|事后|会后/.test(`${sentence.before}${clause}`))
    return void sentence.duties.push(makeUp(clause, sentence, context));
  if (isHandedIn(clause, sentence)) return;
  const own = readDeadline(clause.replace(SINCE, ''), context.anchors);
  if (own?.due && own.due !== 'immediate' && isOnlyDate(clause.replace(SINCE, ''))) {
    sentence.date = own;
    return;
  }
  // 3月20日前，逐一谈话，补开支委会: the date ahead is that of all that is done.
  const used = sentence.duties.some(({ deadline }) => deadline?.due === sentence.date?.due) && !oneOffIn(clause);
  const date = own ?? (used ? undefined : sentence.date);
  // 缺席的，三天内补上: the days are counted from what happens, whenever that is.
  if (date && sentence.conditional && (date.open || WITHIN.test(clause))) return;
  if (date && (date.open || (date.due && date.due !== 'immediate'))) {
    if (dated(clause, date, sentence, context)) return;
  }
  // 立即恢复签字制度 says by when, where the measure does not.
  const told = own?.due === 'immediate' && !context.deadline ? { ...context, deadline: own } : context;
  const atOnce = told !== context && oneOffIn(clause) !== undefined;
  // Of general requirements only what has a time counts, and a document that they name.
  if (context.timedOnly && !atOnce && !/(?:修订|制定|出台|完善|制订|印发)[^，]{0,6}《/.test(clause)) {
    yearly(clause, sentence, context);
    return;
  }
  if (standing(clause, sentence, context)) return;
  if (countedOnce(clause, sentence, context)) return;
  once(clause, sentence, told);
}
