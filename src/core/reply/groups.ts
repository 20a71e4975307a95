import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { idsOf, type PersonMention } from './person-mention.ts';
import { holds, partsOfPost } from './posts.ts';
import { rosterOf } from './roster.ts';

const GROUP_TITLES =
  '副局长|局长|副书记|书记|副主任|主任|股长|科长|处长|支委|委员|组员|党小组组长|组长|班子成员|党组成员|副职|支部书记|股室负责人|负责人';

/** 三位副局长, 全体班子成员: bound only if the count is exactly right. */
export function groupsIn(text: string, people: readonly ReplyPerson[], speaker: string): readonly PersonMention[] {
  const found: PersonMention[] = [];
  const pattern = new RegExp(`(?:(${NUMBER})(?:位|个|名)|(全体|所有|各位|各|几位|几个)(?:的)?)(${GROUP_TITLES})`, 'g');
  for (const m of text.matchAll(pattern)) {
    const all = people.filter((p) => inGroup(p, m[3]!));
    const others = all.filter((p) => p.id !== speaker);
    const count = m[1] ? numberOf(m[1]) : Number.NaN;
    const exact = m[1] ? [others, all].find((g) => g.length === count) : /^[全所各]/.test(m[2]!) ? others : undefined;
    const ids = idsOf(exact ?? others);
    found.push({ from: m.index, to: m.index + m[0].length, form: m[0], ids, group: Boolean(exact && ids.length > 0) });
  }
  return found;
}

function inGroup(person: ReplyPerson, title: string): boolean {
  if (title === '班子成员') return /党组|局长|书记|班子/.test(person.post ?? '');
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
