import { type Activity, activities, activityIn } from './activities.ts';
import { type Cadence, cadencesIn, fuzzyIn } from './cadence.ts';
import { clausesOf, sentencesOf } from './clauses.ts';
import { type Anchors, type ReadDeadline, readDeadline } from './deadline.ts';
import type { Place } from './document.ts';
import type { Deadline, DraftDuty } from './draft.ts';
import { evidenceIn } from './evidence.ts';
import { deedIn, type OneOff, oneOffIn } from './one-off.ts';
import { counterpartIn, ownerIn } from './owner.ts';
import { numberOf } from './plain.ts';

/** What is known about a measure when its duties are looked for. */
export interface MeasureContext {
  readonly owner: string | null;
  readonly deadline: ReadDeadline | undefined;
  readonly evidence: string | null;
  readonly anchors: Anchors;
  readonly names: readonly string[];
  readonly place: Place;
  /** A self-examination promises much in passing: only named results count there. */
  readonly strict: boolean;
  /** The title of the measure, for clauses that name no deed of their own. */
  readonly title: string;
  /** Rules and feedback: only what has a time counts. */
  readonly timedOnly?: boolean;
}

/** A duty, with what must be asked about it. */
export interface FoundDuty extends DraftDuty {
  /** The word that promises regularity without a period. */
  readonly fuzzy?: string;
  readonly offer?: string;
  readonly openDeadline?: 'year' | 'anchor';
}

interface Sentence {
  readonly duties: FoundDuty[];
  readonly proofs: string[];
  subject: string | undefined;
  activity: Activity | undefined;
  /** A date that stands alone before what it is for: 4月底前，各支部召开组织生活会. */
  date: ReadDeadline | undefined;
  /** The clause before, for a recurrence that stands alone (…制度，每月1次). */
  before: string;
  skip: boolean;
}

const CONDITION =
  /^会(?:前|上|中)|^重点(?:核查|检查|抽查|查看|关注|学习)|^[^，]{0,4}结果|^(?:发现|对发现|凡|如|若|一旦|遇|因|未能?|对[^，]{0,24}的$)|一项[、，]|(?:严肃|从严)(?:处理|问责|追究|追责|查处)|^(?:予以|给予|依规|依纪|不得|严禁|禁止|不准)/;

/** The duties that the plain text of a measure holds. */
export function dutiesIn(text: string, context: MeasureContext): readonly FoundDuty[] {
  const found: FoundDuty[] = [];
  const proofs: string[] = [];
  for (const words of sentencesOf(text)) {
    const sentence = emptySentence();
    const clauses = clausesOf(words);
    for (const [i, clause] of clauses.entries()) readClause(clause, clauses[i + 1], sentence, context);
    const proof = sentence.proofs.join('；') || null;
    found.push(...sentence.duties.map((duty) => ({ ...duty, evidence: proof ?? duty.evidence })));
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

function firstDeed(text: string, context: MeasureContext): readonly FoundDuty[] {
  for (const clause of sentencesOf(text).flatMap(clausesOf)) {
    const deed = CONDITION.test(clause) ? undefined : deedIn(clause);
    if (deed) return [onceDuty(deed, clause, emptySentence(), context)];
  }
  return [];
}

function emptySentence(): Sentence {
  return { duties: [], proofs: [], subject: undefined, activity: undefined, date: undefined, before: '', skip: false };
}

function readClause(clause: string, next: string | undefined, sentence: Sentence, context: MeasureContext): void {
  if (sentence.skip) {
    sentence.skip = false;
    return;
  }
  // 由宣传委员做好考勤 hands over one step; 支部书记每半年… is the subject of what follows too.
  const subject = clause.includes('由') ? undefined : ownerIn(clause, context.names);
  if (subject) sentence.subject = subject;
  const before = sentence.duties.length;
  const cadence = cadencesIn(clause)[0];
  if (cadence) timed(clause, next, cadence, sentence, context);
  else untimed(clause, sentence, context);
  if (sentence.duties.length === before) noteProof(clause, sentence);
  const named = activityIn(clause);
  if (named) sentence.activity = named;
  sentence.before = clause;
}

function noteProof(clause: string, sentence: Sentence): void {
  const proof = evidenceIn(clause);
  if (proof) sentence.proofs.push(proof);
}

function timed(
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
  // 谈话后3日内形成记录 is proof of the talk, not another duty.
  if (cadence.event && !/办结|答复|回复|反馈|处理|处置|报|通报|检查|核查|审|表态|学习|研究|传达/.test(after)) return;
  if (own.length) {
    settle(own, sentence);
    for (const activity of own) sentence.duties.push(timedDuty(activity, clause, cadence, sentence, context));
    return;
  }
  const bare =
    after.replace(
      /[\d一二两三四五六七八九十]+个?(?:次|场|期|学时|课时|小时|天|人次)|不少于|不低于|至少|原则上|召开|组织|开展|安排/g,
      '',
    ).length <= 3;
  const forward = bare && next && !cadencesIn(next).length ? activityIn(next) : undefined;
  if (forward) {
    sentence.skip = true;
    sentence.duties.push(timedDuty(forward, `${clause}，${next}`, cadence, sentence, context));
    return;
  }
  const back = activityIn(sentence.before) ?? sentence.activity;
  const words =
    bare && !ownerIn(clause, context.names) && activityIn(sentence.before) ? `${sentence.before}，${clause}` : clause;
  const onlyBefore = sentence.duties.findIndex((duty) => duty.text === sentence.before && duty.origin !== 'text');
  if (bare && onlyBefore >= 0) sentence.duties.splice(onlyBefore, 1);
  const deed = bare || /^[^，]{0,6}[讲谈学开查]/.test(after) ? back : undefined;
  const named = oneOffIn(after.replace(/(?:开展|组织|召开|进行)[一1]次/, ''));
  const fallback: Activity = { kind: named ? 'deliverable' : 'other', title: '', form: /$/ };
  sentence.duties.push(
    timedDuty(
      deed ?? (bare && !back ? activityIn(context.title) : undefined) ?? fallback,
      words,
      cadence,
      sentence,
      context,
    ),
  );
}

const WHEN_ONLY = /^(?:一般|原则上|通常|时间|日期|定|放|固定|安排|拟|统一|为|在|于|是)+$/;

/** 每月1次，时间为每月15日 · 每年1次，一般安排在一季度: the second clause only says when the first is held. */
function specifies(clause: string, cadence: Cadence, sentence: Sentence): boolean {
  const last = sentence.duties.at(-1);
  if (!last?.times || !last.text.endsWith(sentence.before)) return false;
  const ahead = clause.slice(0, cadence.at);
  const after = clause.slice(cadence.end).replace(/^(?:召开|开展|举行|进行|组织)$/, '');
  if (!WHEN_ONLY.test(ahead) || !/^(?:[一二三四上下]{1,2}(?:季度|半年))?$/.test(after)) return false;
  const finer = cadence.phrase && cadence.times?.period === last.times.period && last.times.count === 1;
  if (finer && cadence.phrase!.length > (last.schedule ?? '').length)
    sentence.duties[sentence.duties.length - 1] = { ...last, schedule: cadence.phrase! };
  return true;
}

/** Several meetings of one rhythm (每月召开支委会、党小组会) are several duties; otherwise the first that fits. */
function activitiesIn(after: string, ahead: string): readonly Activity[] {
  const parts = after.split(/[、和及]|以及/).map(activityIn);
  const meetings = parts.filter((activity) => activity?.kind === 'meeting' && activity.standing);
  if (parts.length > 1 && meetings.length > 1) return [...new Set(meetings as Activity[])];
  const one = activityIn(after) ?? activityIn(ahead);
  return one ? [one] : [];
}

/** 严格落实第一议题制度，每月至少安排1次专题学习: the second clause says when, so the first asks nothing. */
function settle(own: readonly Activity[], sentence: Sentence): void {
  const at = sentence.duties.findIndex(
    ({ text, origin, kind, fuzzy }) =>
      text === sentence.before &&
      origin !== 'text' &&
      (!fuzzy || /机制|制度|体系/.test(text)) &&
      own.some((activity) => activity.kind === kind && !activity.standing),
  );
  if (at >= 0) sentence.duties.splice(at, 1);
}

function timedDuty(
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
  };
}

const PARTNERS =
  /(?:与|同|和|跟|对|找|约)(?:不少于|至少)?(?<n>\d{1,2}|[两二三四五六七八九十])(?:名|位|人)[^，。；]{0,12}谈|谈(?:心|话|心谈话)?[^，。；]{0,4}(?:不少于|至少)(?<m>\d{1,2}|[两二三四五六七八九十])(?:人(?!次)|名)/;

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

function base(
  activity: Activity,
  clause: string,
  sentence: Sentence,
  context: MeasureContext,
): Omit<FoundDuty, 'scheduleText' | 'schedule' | 'origin'> {
  const ownsTitle = activity.title && (activity.standing || activity.kind === 'study');
  return {
    kind: activity.kind,
    title: ownsTitle ? activity.title : titleOf(clause) || activity.title || context.title,
    text: clause,
    owner: ownerOf(clause, sentence, context),
    with: counterpartIn(clause, activity.kind) ?? null,
    evidence: null,
    deadline: context.deadline ? deadlineOf(context.deadline) : null,
    place: context.place,
    ...(activity.offer ? { offer: activity.offer } : {}),
  };
}

export function deadlineOf({ text, due, ongoing }: ReadDeadline): Deadline {
  return { text, ...(due ? { due } : {}), ongoing };
}

function ownerOf(clause: string, sentence: Sentence, context: MeasureContext): string | null {
  return ownerIn(clause, context.names) ?? sentence.subject ?? context.owner;
}

function untimed(clause: string, sentence: Sentence, context: MeasureContext): void {
  if (CONDITION.test(clause) && !/补学/.test(clause)) return;
  if (/补学/.test(clause)) return void sentence.duties.push(makeUp(clause, sentence, context));
  const own = readDeadline(clause, context.anchors);
  if (own?.due && own.due !== 'immediate' && isOnlyDate(clause)) {
    sentence.date = own;
    return;
  }
  const date =
    own ?? (sentence.duties.some(({ deadline }) => deadline?.due === sentence.date?.due) ? undefined : sentence.date);
  if (date && (date.open || (date.due && date.due !== 'immediate'))) {
    if (dated(clause, date, sentence, context)) return;
  }
  if (context.timedOnly) return void yearly(clause, sentence, context);
  if (standing(clause, sentence, context)) return;
  if (countedOnce(clause, sentence, context)) return;
  once(clause, sentence, context);
}

const TURN_OF_YEAR = /^(?:每年)?(?<part>年初|年底|年终|年末)/;

/** 年初制定学习计划 in a rule comes every year; by which day is for the office to say. */
function yearly(clause: string, sentence: Sentence, context: MeasureContext): void {
  const part = TURN_OF_YEAR.exec(clause)?.groups?.part;
  const off = part && oneOffIn(clause.replace(TURN_OF_YEAR, ''));
  const activity = off ? { ...off, form: /$/ } : part ? activityIn(clause) : undefined;
  if (!part || !activity) return;
  sentence.duties.push({
    ...base(activity, clause, sentence, context),
    scheduleText: part,
    schedule: null,
    origin: 'none',
    fuzzy: part,
    offer: part === '年初' ? '每年1月31日前' : '每年12月31日前',
  });
}

function makeUp(clause: string, sentence: Sentence, context: MeasureContext): FoundDuty {
  const activity = activities.find(({ title }) => title === '补学')!;
  const time = /(?<n>[\d一二两三]+)(?<unit>周|个?星期|个?工作日|日|天|个?月)(?:之内|以内|内)/.exec(clause);
  const owner = /(?:缺席|缺课|缺勤|请假|未参加)(?:的)?(?:人员|党员|同志|者)?/.exec(clause)?.[0];
  const schedule = time ? `会后${makeUpDays(time.groups!.n!, time.groups!.unit!)}内` : null;
  return {
    ...base(activity, clause, sentence, context),
    owner: owner ?? ownerOf(clause, sentence, context),
    scheduleText: time?.[0] ?? fuzzyIn(clause)?.text ?? null,
    schedule,
    origin: schedule ? 'text' : 'none',
    event: '缺席',
    ...(schedule ? {} : { offer: '会后7日内' }),
  };
}

function makeUpDays(n: string, unit: string): string {
  const count = '一二三'.includes(n) ? '一二三'.indexOf(n) + 1 : n === '两' ? 2 : Number(n);
  if (/工作日/.test(unit)) return `${count}个工作日`;
  if (/月/.test(unit)) return `${count * 30}日`;
  return `${count * (/周|星期/.test(unit) ? 7 : 1)}日`;
}

/** A clause with a date of its own: 4月底前召开专题民主生活会. */
function dated(clause: string, date: ReadDeadline, sentence: Sentence, context: MeasureContext): boolean {
  if (isEndOfLast(clause, date, sentence, context)) return true;
  const off = oneOffIn(clause.replace(date.text, '')) ?? oneOffIn(clause);
  const deed = off ?? (!context.timedOnly && isDeed(clause) ? { kind: 'deliverable' as const } : undefined);
  const activity = activityIn(clause) ?? (deed ? { kind: deed.kind, title: '', form: /$/ } : undefined);
  if (!activity) return false;
  const { offer: _, ...duty } = base(activity, clause, sentence, context);
  const schedule = date.due ? date.phrase : null;
  const written = dateWords(date.text);
  sentence.duties.push({
    ...duty,
    kind: off && !/会|报送|上报|向/.test(clause) ? off.kind : activity.kind,
    scheduleText: written,
    schedule,
    origin: schedule ? 'text' : 'none',
    deadline: { ...deadlineOf(date), text: written },
    ...(date.open ? { openDeadline: date.open } : {}),
  });
  return true;
}

function isOnlyDate(clause: string): boolean {
  return clause.replace(DATE_WORDS, '').replace(/^[，、于在]+|[，、]+$/g, '') === '';
}

/** 开展专项整治，3月20日前全部整改到位: the second clause says when the first is finished. */
function isEndOfLast(clause: string, date: ReadDeadline, sentence: Sentence, context: MeasureContext): boolean {
  const last = sentence.duties.at(-1);
  const ends = /^(?:要|须|应)?(?:形成|完成|提交|拿出|出具|办结|整改到位|全部到位|见底|交付)/.test(
    clause.replace(DATE_WORDS, ''),
  );
  // A report on what was found is a result of its own.
  if (/报告|清单|台账|方案/.test(clause)) return false;
  if (!ends || !date.due || last?.kind !== 'deliverable' || !last.text.endsWith(sentence.before)) return false;
  if (last.scheduleText !== (context.deadline?.text ?? null)) return false;
  const written = dateWords(clause);
  sentence.duties[sentence.duties.length - 1] = {
    ...last,
    text: `${last.text}，${clause}`,
    scheduleText: written,
    schedule: date.phrase,
    origin: 'text',
    deadline: { ...deadlineOf(date), text: written },
  };
  return true;
}

/** What is left beside the date says that something is done: 6月底前化解. */
function isDeed(clause: string): boolean {
  const rest = clause
    .replace(DATE_WORDS, '')
    .replace(/^[，、于在并]+/, '')
    // 确保9月底前全部办结 promises what can be seen.
    .replace(/^(?:确保|力争)(?=[^，]*(?:全部|完成|办结|到位|化解|清零|销号|交付|投用)[^，]{0,2}$)/, '');
  return rest.length >= 2 && !/^(?:确保|力争|实现|达到|做到|以来|以后|起|至(?!少)|期间)/.test(rest);
}

const DATE_WORDS =
  /(?:20\d\d年|本年度?|今年)?(?:[\d一二三四五六七八九十]{1,2}月份?)?(?:[\d一二三四五六七八九十]{1,3}[日号])?(?:[上中下]旬|年?底|末|初)?(?:之前|以前|前|内)?/g;

function dateWords(clause: string): string {
  const hits = [...clause.matchAll(DATE_WORDS)].map(([hit]) => hit).filter((hit) => /\d|月|年底|底前/.test(hit));
  return hits.sort((a, b) => b.length - a.length)[0] ?? clause;
}

const ORDER =
  /必设|列为|设置|进行|落实|执行|坚持|开展|召开|参加|组织|抓好|履行|用好|严格|做到|推行|实行|规范|加强|参与|开好|过好|抓实|强化|压实|安排|拿出|抽出|利用/;

/** 组织外出培训1次: a known deed, once, due with the measure. */
function countedOnce(clause: string, sentence: Sentence, context: MeasureContext): boolean {
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

/** 落实三会一课、谈心谈话等制度: known duties that the paper orders without saying when. */
function standing(clause: string, sentence: Sentence, context: MeasureContext): boolean {
  const fuzzy = fuzzyIn(clause);
  const regular = fuzzy && !/及时|不断|逐步|日常|随时/.test(fuzzy.text) ? fuzzy.text : undefined;
  const parts = clause.split(/[、和及与]|以及/);
  const named = [...new Set(parts.map(activityIn))].filter((activity) => activity !== undefined);
  const whole = activityIn(clause);
  const known = (named.length ? named : whole ? [whole] : []).filter((activity) => activity.standing || regular);
  if (!known.length || !(regular || ORDER.test(clause)) || (oneOffIn(clause) && !regular)) return false;
  const fresh = known.filter(({ title }) => regular || !sentence.duties.some((duty) => duty.title === title));
  for (const activity of fresh) sentence.duties.push(standingDuty(activity, clause, regular, sentence, context));
  return true;
}

/** 党组会议必设“第一议题” comes with every meeting. */
const EACH_MEETING =
  /(?<event>党组会|党委会|支委会|总支会|办公会|理事会)(?:议)?(?:上)?(?:必设|必学|必须|均|都|首先|坚持首先|一律|固定)/;

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

/** A result to hand in or bring about once, due with the measure. */
function once(clause: string, sentence: Sentence, context: MeasureContext): void {
  const off = oneOffIn(clause);
  if (!off) return;
  const last = sentence.duties.at(-1);
  if (last && /^(?:及时|随时|不断|适时|逐步)/.test(clause)) return;
  const proofs = last && last.kind !== 'deliverable' && evidenceIn(clause);
  const named = /《|制度|办法|规定|细则|台账|清单|计划|方案|预案/.test(off.title);
  if (proofs || (context.strict && !named && !context.deadline?.due)) return;
  // 全面清查，建立台账: the second clause is how the first is done.
  if (last && goesOn(last, clause, sentence, context)) {
    sentence.duties[sentence.duties.length - 1] = { ...last, text: `${last.text}，${clause}` };
    return;
  }
  sentence.duties.push(onceDuty(off, clause, sentence, context));
}

function onceDuty(off: OneOff, clause: string, sentence: Sentence, context: MeasureContext): FoundDuty {
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

const SURVEY = /核实|复查|审核|排查|清查|摸排|自查|核查|盘点|普查|清理|检查/;

function goesOn(last: FoundDuty, clause: string, sentence: Sentence, context: MeasureContext): boolean {
  if (last.times || !last.text.endsWith(sentence.before) || /《|制度|办法|规定|细则|系统|平台/.test(clause))
    return false;
  if (SURVEY.test(last.text) && !/\d(?:\.\d+)?(?:万元|元|个|家|套|亩|户)/.test(clause)) return true;
  const follows = /^(?:并|且|经|报|待|逐一|逐项|及时|限期)/.test(clause) || clause.length <= 5;
  return follows && last.kind === 'deliverable' && last.scheduleText === (context.deadline?.text ?? null);
}

function onceOf(deadline: ReadDeadline): string {
  return deadline.phrase.replace(/，并?长期坚持$/, '');
}

const AMOUNT =
  /^[^，。；]{0,16}?(?:不少于|不低于|至少|不得少于)?[\d一二两三四五六七八九十]+(?:个)?(?:次|场|期|篇|轮|遍|小时|天|学时|分钟)(?:以上)?/;

function scheduleWords(clause: string, cadence: string): string {
  const amount = AMOUNT.exec(clause.slice(cadence.length));
  return clause.slice(0, cadence.length + (amount?.[0].length ?? 0));
}

function titleOf(clause: string): string {
  const cadence = cadencesIn(clause)[0];
  const rest = (cadence ? clause.slice(0, cadence.at) + clause.slice(cadence.end) : clause)
    .replace(/(?:不少于|至少|原则上|不低于)?[\d一二两三四五六七八九十]+(?:次|场|期)/, '')
    .replace(/^[，、\s并]+|[，、\s]+$/g, '');
  return rest.length > 24 ? `${rest.slice(0, 23)}…` : rest;
}

function distinct(duties: readonly FoundDuty[]): readonly FoundDuty[] {
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const timedTwin =
      duty.origin !== 'text' &&
      !duty.fuzzy &&
      duties.some((other) => other !== duty && other.origin === 'text' && other.title === duty.title);
    const key = [
      duty.kind,
      duty.title,
      duty.schedule,
      duty.owner,
      duty.with,
      duty.origin === 'text' ? duty.text : '',
    ].join('|');
    if (timedTwin || seen.has(key) || isTotal(duty, duties)) return false;
    seen.add(key);
    return true;
  });
}

/** 每月1次……全年不少于12次: the second only adds up the first. */
function isTotal({ kind, times, text }: FoundDuty, duties: readonly FoundDuty[]): boolean {
  if (times?.period !== 'year' || !/全年|年度/.test(text)) return false;
  const perYear = { month: 12, quarter: 4, 'half-year': 2 } as const;
  return duties.some(
    (other) =>
      other.kind === kind &&
      other.times &&
      other.times.period in perYear &&
      other.times.count * perYear[other.times.period as keyof typeof perYear] === times.count,
  );
}
