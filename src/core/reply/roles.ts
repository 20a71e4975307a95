import type { Absence, ItemKind } from './contract.ts';
import { DATE, PERSON } from './marks.ts';
import type { PersonMention } from './person-mention.ts';
import type { Part } from './sentence.ts';

/** What a person does in a clause. Only `present` took part; only `owed` is the partner of a talk still to come. */
export type Role = 'present' | 'owed' | 'absent' | 'third' | 'stand-in' | 'corrected' | 'behalf';

const P = PERSON;
const REASON =
  '出差|下乡|驻村|请假|病假|事假|年假|产假|休假|住院|生病|培训|值班|外出|公出|学习|看病|开会|挂职|探亲|有事|有会|陪护|手术|发烧|感冒|体检|在外|因病|因公|因事|家里有事';
const ABSENT = new RegExp(
  `^[${P}、,和与及 ]*(?:等?(?:[两三四五\\d]+(?:人|位))?|同志)?(?:都|也|均|没来|临时|今天|今年|请|在[^,]{1,4}|去[^,]{1,4}|因[^,]{0,6}|还在|正|${DATE})*(?:${REASON}|没来|未来|没到|未到|没参加|未参加|没能参加|没去|缺席|缺会|没赶上|不在|缺(?=$|[,。])|来不了|没出席|未出席|除外|没在|没回|未归|未返)`,
);
const THIRD_BEFORE = /(?:向|报|送|呈|交|按照?|根据|遵照|据|经|受|听|对|给|告诉|通知|感谢|谢谢|按|抄送|反馈)$/;
const THIRD_AFTER =
  /^(?:要求|指示|催|交代|交办|布置|批示|审定|审核|审阅|审批|签字|签了|签发|同意|批准|批了|通知|问|让我|叫我|说|安排的|看过|过目|审过|把关|提议|建议|的(?:意见|要求|办公室|指示|材料|指导|安排|秘书|部署|讲话|批示|签字|生日|电话))/;
const STAND_BEFORE = /(?:让|由|请|委托|托|派|叫|麻烦|指派|指定|交给|转给|转交|移交|换|授权)(?:我们|一下)?$/;
const STAND_AFTER = /^(?:同志)?(?:会|来|将|去)?(?:代|替|顶|接手|帮我)/;
const WITH =
  /(?:跟|和|与|同|找|约|约谈了?|会同|陪同?|带着?|连同|谈了|聊了|谈完了?|谈过|还有|以及|加上|参加人员?[:为是]?|参会(?:人员)?[:为是]?|出席[:为]?|到会[:为]?|到场[:]?|在场[:]?|列席[:]?|主持[:]?|对象[:为是]?|谈话人[:]?|邀请了?|\bwith(?: both)?|\bto(?: both)?|\bmet(?: both)?|\band)\s*$/;
const TAKES_PART =
  /^(?:同志|等)?(?:[^,]{0,6})?(?:主持|讲|上了|上的|领学|带|重点发言|发言|表态|参加|参会|出席|列席|到会|到场|在场|作|做了|传达|主讲|都|一起|也|带队|点评|通报|领读|总结)/;

const AWAY_IN_ENGLISH =
  /^ (?:(?:has )?sent (?:(?:his|her|their) )?apologies|(?:is|was) (?:away|absent|ill|sick|off|on (?:[a-z]+ )?leave)|(?:could|did|was)(?:n't| not) (?:make|come|attend|there|able)|absent\b)/;

/** 不是跟陈局, 把名字打成何平了: the wrong value. */
const WRONG_BEFORE = /(?:不是|并非)[跟和与同找]?$|(?:打|写|说|报|记|登|填|弄|搞)(?:错)?成了?$/;
/** 在陈局办公室: where, and not with whom. */
const ROOM_AFTER = /^的?(?:办公室|屋|家|那[里儿边]|房间|病房|宿舍)/;
const ATTENDS = '(?:参会|参加|出席|开会|到会|列席|听会|坐会|代会|赴会|来|去)';
const SENDS = new RegExp(
  `^(?:同志)?(?:临时)?(?:派|让|委托|委派|请|叫|安排)了?[${P}]+(?:同志)?(?:来|去)?(?:代|替|顶)(?![^,]{0,4}(?:主持|宣读|传达))`,
);
const INSTEAD_AFTER = new RegExp(
  `^(?:同志)?(?:来|去)?(?:代表|代替|代|替)[${P}]+(?:同志)?${ATTENDS}|^ (?:stood|sat|filled) in for `,
);
const INSTEAD_BEFORE = /(?:代表|代替|代|替|\b(?:stood|sat|filled) in for )$/;

/** 陈局派周洁代会, 周洁代陈局参会: who sends somebody was away, and who was sent is no member. */
function proxyRole(before: string, after: string): Role | undefined {
  if (SENDS.test(after)) return 'absent';
  if (INSTEAD_AFTER.test(after)) return 'stand-in';
  return INSTEAD_BEFORE.test(before) && (/in for $/.test(before) || new RegExp(`^(?:同志)?${ATTENDS}`).test(after))
    ? 'absent'
    : undefined;
}

/** The role of one mention in its clause, for a duty of that kind. */
export function roleOf(mention: PersonMention, part: Part, kind: ItemKind): Role {
  const at = mention.from - part.to + part.text.length;
  const before = part.text.slice(0, Math.max(0, at)).replace(new RegExp(`${P}[${P}、,和与及跟 ]*$`), '');
  const after = part.text
    .slice(at + mention.to - mention.from)
    .replace(new RegExp(`^[、,和与及跟 ]*${P}[${P}、,和与及跟 ]*`), '');
  if (mention.slip || WRONG_BEFORE.test(before) || (/(?:没跟|把)$/.test(before) && /改/.test(after)))
    return 'corrected';
  const proxy = /^(?:meeting|study)$/.test(kind) ? proxyRole(before, after) : undefined;
  if (proxy) return proxy;
  if (/^(?:代|替|帮)$/.test(before.slice(-1)) && /^(?:同志)?(?:上?报|填|录|登记|回|确认|补|:)/.test(after))
    return 'behalf';
  if (
    part.label === 'absent' ||
    ABSENT.test(part.text.slice(at)) ||
    AWAY_IN_ENGLISH.test(after) ||
    (/除了?$/.test(before) && !mention.group) ||
    /(?:请假|缺席|缺|未到|没来)(?:的)?(?:人员|有|是)?[:]?$/.test(before)
  )
    return 'absent';
  if (part.label === 'delegate' && (STAND_BEFORE.test(before) || STAND_AFTER.test(after))) return 'stand-in';
  if (STAND_BEFORE.test(before) && !/^[^,]{0,10}[了过完]/.test(after)) return 'stand-in';
  if (THIRD_BEFORE.test(before) || THIRD_AFTER.test(after) || (/[在到去]$/.test(before) && ROOM_AFTER.test(after)))
    return 'third';
  if (part.label === 'lacking' && !new RegExp(`^[^${P}]*(?:谈|聊|完)`).test(part.text)) return 'owed';
  if (/^(?:ahead|failed|postpone|lacking|question)$/.test(part.label))
    return owes(before, part, kind) ? 'owed' : 'third';
  if (/^(?:hearsay|unsure|excuse|sarcasm)$/.test(part.label)) return 'third';
  return tookPart(before, after, part, kind) ? 'present' : 'third';
}

const owes = (before: string, part: Part, kind: ItemKind): boolean =>
  kind === 'talk' || /[跟和与同找约]$/.test(before) || /谈|聊/.test(part.text);

function tookPart(before: string, after: string, part: Part, kind: ItemKind): boolean {
  if (kind === 'talk') return !/^(?:的(?:问题|事|情况)|陪我)/.test(after);
  if (WITH.test(before) || /^(?:一起|共同|一同)/.test(after)) return true;
  if (kind === 'meeting' || kind === 'study' || kind === 'inspection')
    return TAKES_PART.test(after) || /^[\s、]*$/.test(before) || part.label === 'fact';
  return (
    new RegExp(`^[^${P}]*$`).test(before) &&
    TAKES_PART.test(after) &&
    !/^(?:把|将)/.test(after) &&
    /主持|参加|讲|领学/.test(after)
  );
}

/** Who was away, and why, as far as the text says. */
export function absencesIn(parts: readonly Part[], kind: ItemKind): readonly Absence[] {
  const found: Absence[] = [];
  parts.forEach((part, i) => {
    for (const mention of part.people) {
      if (roleOf(mention, part, kind) !== 'absent') continue;
      const reason = reasonFor(part.text.slice(mention.to - part.to + part.text.length), part, parts[i + 1]);
      if (mention.group) for (const person of mention.ids) found.push({ person, name: mention.form, reason });
      else found.push({ ...(bound(mention) ? { person: mention.ids[0]! } : {}), name: mention.form, reason });
    }
  });
  return found;
}

const WHY = new RegExp(REASON);
const MISSED =
  /^(?:同志)?(?:因为|由于|因)?(?:今天|这次|临时|也|都|还|就|是)*([\u4e00-\u9fff]{2,10}?)(?:没能?|未能?)(?:来|到|参加|出席|去|赶上)/;

/** 没参加, of whoever was named in the clause before. */
export const MISSED_IT = /^\s*(?:就|所以|也)?(?:没能?|未能?)(?:来|到|参加|参会|出席|到会|赶上|去)(?:成|了|上)?$/;

/** 因公出差, 腿疼没来, 没来，家里老人住院: in a known word, before what was missed, or in the clause behind it. */
function reasonFor(after: string, part: Part, next: Part | undefined): string | null {
  const own = WHY.exec(after)?.[0] ?? WHY.exec(part.text)?.[0] ?? MISSED.exec(after)?.[1];
  if (own !== undefined) return own;
  const explains =
    next && /^(?:fact|excuse|absent)$/.test(next.label) && next.people.length === 0 && WHY.test(next.text);
  if (explains) return next.plain.trim();
  return next && MISSED_IT.test(next.text) && after.trim().length >= 2 && after.trim().length <= 12
    ? after.trim()
    : null;
}

export const bound = (mention: PersonMention): boolean =>
  !mention.near && !mention.department && mention.ids.length === 1;
