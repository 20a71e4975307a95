import { type Activity, activityIn } from '../activities.ts';
import { fuzzyIn } from '../cadence.ts';
import { oneOffIn, SLOGAN } from '../one-off.ts';
import { kindByVerb } from '../verbs.ts';
import { base } from './base.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import { onceDuty } from './once.ts';
import type { Sentence } from './sentence.ts';

const ORDER =
  /必设|列为|设置|进行|落实|执行|坚持|开展|召开|参加|组织|抓好|履行|用好|严格|做到|推行|实行|规范|加强|参与|开好|过好|抓实|强化|压实|安排|拿出|抽出|利用/;

/** 组织外出培训1次: a known deed, once, due with the measure. */
export function countedOnce(clause: string, sentence: Sentence, context: MeasureContext): boolean {
  const activity = activityIn(clause);
  const isNamedDeed = activity && /^(?:[^，]{0,8})?(?:组织|开展|举办|进行|上|讲|作)[^，]{0,6}[一1]次/.test(clause);
  if (
    !activity ||
    (context.strict && !isNamedDeed) ||
    (oneOffIn(clause) && !context.strict) ||
    fuzzyIn(clause) ||
    !/[一1]次(?:$|[^性])/.test(clause)
  )
    return false;
  const { offer: _, ...duty } = onceDuty({ kind: 'deliverable', title: activity.title }, clause, sentence, context);
  sentence.duties.push({ ...duty, kind: activity.kind });
  return true;
}

// 经支委会审定后执行 says through whose hands something goes, 党组会与办公会分开召开 how it is held.
const STEP =
  /^(?:并|再|须)?(?:经|报|由|提交|提请)[^，]{0,14}(?:审[定议核批]|研究|同意|批准|讨论|通过)|分开(?:召开|举行|开)|分别记录/;

/** 落实三会一课、谈心谈话等制度: known duties that the paper orders without saying when. */
export function standing(clause: string, sentence: Sentence, context: MeasureContext): boolean {
  if (STEP.test(clause) || SLOGAN.test(clause)) return false;
  const fuzzy = fuzzyIn(clause);
  const regular = fuzzy && !/及时|不断|逐步|日常|随时/.test(fuzzy.text) ? fuzzy.text : undefined;
  const parts = clause.split(/[、和及与]|以及/);
  const named = [...new Set(parts.map(activityIn))].filter((activity) => activity !== undefined);
  const whole = activityIn(clause);
  const known = (named.length ? named : whole ? [whole] : deedByVerb(clause, regular)).filter(
    (activity) => activity.standing || regular,
  );
  if (!known.length || !(regular || ORDER.test(clause)) || (oneOffIn(clause) && !regular)) return false;
  const fresh = known.filter(({ title }) => regular || !sentence.duties.some((duty) => duty.title === title));
  for (const activity of fresh) sentence.duties.push(standingDuty(activity, clause, regular, sentence, context));
  return true;
}

/** 定期走访老党员 in words that no list foresees: its verb says what it is. */
function deedByVerb(clause: string, regular: string | undefined): readonly Activity[] {
  const kind = regular && /定期|节/.test(regular) ? kindByVerb(clause.replace(regular, '')) : undefined;
  return kind ? [{ kind, title: '', form: /$/ }] : [];
}

/** 党组会议必设“第一议题” comes with every meeting. */
const EACH_MEETING =
  /(?<event>党组会|党委会|支委会|总支会|办公会|理事会)(?:议)?(?:上)?(?:每次)?(?:必设|必学|必须|均|都|首先|坚持首先|一律|固定)/;

function standingDuty(
  activity: Activity,
  clause: string,
  fuzzy: string | undefined,
  sentence: Sentence,
  context: MeasureContext,
): FoundDuty {
  const { rule } = activity;
  const event = EACH_MEETING.exec(clause)?.groups?.event;
  return {
    ...base(activity, clause, sentence, context),
    scheduleText: fuzzy ?? null,
    schedule: rule?.schedule ?? null,
    origin: rule ? 'rule' : 'none',
    ...(rule ? { rule: rule.source } : {}),
    ...(event ? { origin: 'text' as const, event } : {}),
    ...(fuzzy ? { fuzzy } : {}),
  };
}
