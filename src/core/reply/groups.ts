import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { idsOf, type PersonMention } from './person-mention.ts';
import { holds, partsOfPost } from './posts.ts';
import { rosterOf } from './roster.ts';

const GROUP_TITLES =
  '副局长|局长|副书记|书记|副主任|主任|股长|科长|处长|支委|委员|组员|党小组组长|组长|班子成员|党组成员|副职|支部书记|股室负责人|负责人';

const GROUP = new RegExp(
  `(?:(${NUMBER})(?:位|个|名)|(全体|所有|各位|各|几位|几个)(?:的)?)(${GROUP_TITLES})|(?:班子|党组)(?:里|的|中)*(?:其他|其余|别的|剩下)的?(?:[几两三四五六七八九十\\d]位|[几两三四五六七八九十\\d]个)?(?:同志|成员|领导|人)`,
  'g',
);

/**
 * 三位副局长, 全体班子成员: bound only if the count is exactly right. 班子其他同志 are those of the leading group whom the
 * sentence does not name, 除陈敏外 takes one away. `named` are the persons found so far.
 */
export function groupsIn(
  text: string,
  people: readonly ReplyPerson[],
  speaker: string,
  named: readonly PersonMention[],
): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const m of text.matchAll(GROUP)) {
    const all = people.filter((p) => inGroup(p, m[3] ?? '班子成员', people));
    const others = all.filter((p) => p.id !== speaker);
    const left = new Set(named.filter((p) => m[3] === undefined || isExcepted(text, p)).flatMap((p) => p.ids));
    const rest = others.filter((p) => !left.has(p.id));
    const exact = exactly(m, [others, all, rest]);
    const ids = idsOf((exact ?? others).filter((p) => !left.has(p.id)));
    found.push({ from: m.index, to: m.index + m[0].length, form: m[0], ids, group: Boolean(exact && ids.length > 0) });
  }
  return found;
}

/** Whom the count fits: the others, all, or, of 除王局外的两位副局长, those who are left. */
function exactly(m: RegExpMatchArray, groups: readonly (readonly ReplyPerson[])[]): readonly ReplyPerson[] | undefined {
  if (m[1]) return groups.find((g) => g.length === numberOf(m[1]!));
  return m[2] === undefined || /^[全所各]/.test(m[2]) ? groups[0] : undefined;
}

/** 除了甲、乙: between 除 and the name stand only names; 就剩丙 is still to come. */
const isExcepted = (text: string, { from }: PersonMention): boolean => {
  if (/[就还只](?:剩|差|缺)(?:下|了)?$/.test(text.slice(0, from))) return true;
  const at = text.lastIndexOf('除', from);
  return at >= 0 && from - at <= 14 && !/[,。;!?外都]/.test(text.slice(at, from));
};

function inGroup(person: ReplyPerson, title: string, people: readonly ReplyPerson[]): boolean {
  // The plan says who leads; only where it names nobody do the posts tell.
  if (title === '班子成员')
    return people.some((p) => p.roles.includes('leader'))
      ? person.roles.includes('leader')
      : /党组|局长|书记|班子/.test(person.post ?? '');
  if (title === '副职') return partsOfPost(person).some((part) => part.startsWith('副'));
  return (
    holds(person, title, /长|员/.test(title) && title.length > 2 && !/^(?:副)?局长$/.test(title)) ||
    holds(person, title, false)
  );
}

/** 跟养老股谈: a section stands where a name should. */
export function departmentsIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const name of rosterOf(people).departments) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (
        !/[跟和与同找对]$/.test(text.slice(0, at)) ||
        !/^(?:谈|聊|的?人|的?同志|集体|一起|[,。]|$)/.test(text.slice(at + name.length))
      )
        continue;
      const ids = idsOf(people.filter((p) => p.department && clean(p.department) === name));
      found.push({ from: at, to: at + name.length, form: name, ids, group: false, department: true });
    }
  }
  for (const m of text.matchAll(/(?<=[跟和与同找])[\u4e00-\u9fff]{2,7}?[股科室](?=谈|聊|的?人?谈|集体|一起|,|$)/g)) {
    found.push({ from: m.index, to: m.index + m[0].length, form: m[0], ids: [], group: false, department: true });
  }
  return found;
}
