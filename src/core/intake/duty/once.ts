import { activityIn } from '../activities.ts';
import { clausesOf, sentencesOf } from '../clauses.ts';
import type { ReadDeadline } from '../deadline.ts';
import { evidenceIn } from '../evidence.ts';
import { deedIn, isCampaign, isProduced, type OneOff, oneOffIn } from '../one-off.ts';
import { base, CONDITION } from './base.ts';
import { inCase } from './conditions.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import { emptySentence, type Sentence } from './sentence.ts';

/** A result to hand in or bring about once, due with the measure. */
export function once(clause: string, sentence: Sentence, context: MeasureContext): void {
  const off = oneOffIn(clause);
  if (!off) return;
  const last = sentence.duties.at(-1);
  if (last && /^(?:及时|随时|不断|适时|逐步)/.test(clause)) return;
  const proofs = last && last.kind !== 'deliverable' && evidenceIn(clause);
  const named = /《|制度|办法|规定|规则|细则|台账|清单|计划|方案|预案/.test(off.title);
  // A campaign without a day (立行立改) is how things are kept up, not a result to hand in.
  if (isCampaign(clause) && (context.deadline?.due ?? 'immediate') === 'immediate') return;
  if (proofs || (context.strict && !named && !context.deadline?.due)) return;
  if (last?.times && last.text.endsWith(sentence.before) && !named) return;
  // 修订《办法》，实行公开招租: the second clause is what the document says.
  if (
    last &&
    /《|办法|细则|制度|规则|方案/.test(last.text) &&
    /^(?:实行|明确|规范|规定|厘清|细化|严格|落实|压实)/.test(clause)
  )
    return;
  // 重新核定事项清单，清单外一律取消: the second says what the first does.
  if (last?.text.endsWith(sentence.before) && clause.startsWith(sentence.before.slice(-2))) return;
  // 全面清查，建立台账: the second clause is how the first is done.
  if (last && goesOn(last, clause, sentence, context)) {
    sentence.duties[sentence.duties.length - 1] = { ...last, text: `${last.text}，${clause}` };
    return;
  }
  sentence.duties.push({ ...onceDuty(off, clause, sentence, context), kind: onceKind(off, clause) });
}

/** 约谈3家企业 is a talk, 补开党员大会 a meeting and 开展“回头看” an inspection, however often; what is written or built is a result. */
export function onceKind(off: OneOff, clause: string): OneOff['kind'] {
  if (isProduced(clause)) return off.kind;
  const activity = activityIn(clause);
  if (activity?.kind === 'talk' && !/谈话?(?:室|记录)/.test(clause)) return 'talk';
  if (activity?.kind === 'meeting' && activity.standing && /开/.test(clause)) return 'meeting';
  if (/公示|公布/.test(clause)) return 'report';
  if (/(?:提交|提请|上)[^，]{0,10}会议?(?:集体)?(?:研究|讨论|论证|审议|决定)/.test(clause)) return 'meeting';
  return LOOKED_INTO.test(clause) && !GIVEN.test(clause) ? 'inspection' : off.kind;
}

// 对合同开展全面排查 looks into things; 清退, 补办 and 公布 bring something about besides.
const LOOKED_INTO =
  /回头看|排查|自查|清查|核查|检查|抽查|专项(?:清理|整治|治理)|摸底|摸排|复核|复查|普查|盘点|调研|清点|核实|全面清理|逐[\u4e00-\u9fff]{1,2}清理/;
const GIVEN = /[退补]|公[布示开]|建立|形成|制定|台账|清单|报告|移交|处理|整改到位|完成(?!率)|到位/;

export function onceDuty(off: OneOff, clause: string, sentence: Sentence, context: MeasureContext): FoundDuty {
  const activity = { kind: off.kind, title: off.title, form: /$/, standing: true };
  const { offer: _, ...duty } = base(activity, clause, sentence, context);
  const due = context.deadline?.due;
  return {
    ...duty,
    scheduleText: context.deadline?.text ?? null,
    schedule: due ? onceOf(context.deadline!) : null,
    origin: due ? 'text' : 'none',
    ...(context.deadline?.open ? { openDeadline: context.deadline.open } : {}),
  };
}

const SURVEY = /核实|复[查核审]|摸底|底数|审核|排查|清查|摸排|自查|核查|盘点|普查|清理|检查/;

function goesOn(last: FoundDuty, clause: string, sentence: Sentence, context: MeasureContext): boolean {
  if (last.times || !last.text.endsWith(sentence.before) || /《|制度|办法|规定|细则|系统|平台/.test(clause))
    return false;
  if (SURVEY.test(last.text) && !/\d(?:\.\d+)?(?:万元|元|个|家|套|亩|户)/.test(clause)) return true;
  const follows = /^(?:并|且|经|报|待|逐[\u4e00-\u9fff]|及时|限期)/.test(clause) || clause.length <= 5;
  return follows && last.kind === 'deliverable' && last.scheduleText === (context.deadline?.text ?? null);
}

function onceOf(deadline: ReadDeadline): string {
  return deadline.phrase.replace(/，并?长期坚持$/, '');
}

export function firstDeed(text: string, context: MeasureContext): readonly FoundDuty[] {
  for (const clauses of sentencesOf(text).map(clausesOf))
    for (const [at, clause] of clauses.entries()) {
      const deed = CONDITION.test(clause) ? undefined : deedIn(clause);
      if (!deed) continue;
      const duty = { ...onceDuty(deed, clause, emptySentence(), context), kind: onceKind(deed, clause) };
      return [inCase(duty, clauses, at)];
    }
  return [];
}
