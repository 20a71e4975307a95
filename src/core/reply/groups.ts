import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { ENGLISH, NUMBER, numberOf } from './numbers.ts';
import { idsOf, type PersonMention } from './person-mention.ts';
import { holds, partsOfPost } from './posts.ts';
import { rosterOf } from './roster.ts';

const GROUP_TITLES =
  '局领导|班子领导|领导班子成员|领导干部|领导|副局长|局长|副书记|书记|副主任|主任|股长|科长|处长|支委|委员|组员|党小组组长|组长|班子成员|党组成员|副职|支部书记|股室负责人|负责人';

/** Of the province, the county or another office: nobody of the roster. */
const ELSEWHERE = '(?<!(?:省|市|县|区|镇|乡|厅|上级|外单位)(?:里|上|委|局|政府)?(?:的|来的|来了)?)';
const OTHER = '(?:其他|其余|其它|另外|剩下|剩余|余下|别的)的?';
const GROUPS = [
  `${ELSEWHERE}(?:(?<count>${NUMBER})(?:位|个|名)|(?<every>全体|所有|各位|各|几位|几个)(?:的)?)(?<title>${GROUP_TITLES})`,
  `${OTHER}(?:(?<left>${NUMBER})(?:位|个|名))?(?<others>${GROUP_TITLES})`,
  `(?:班子|党组)(?:里|的|中)*(?:其他|其余|别的|剩下)的?(?:[几两三四五六七八九十\\d]位|[几两三四五六七八九十\\d]个)?(?:同志|成员|领导|人)`,
  `\\ball (?<all>${NUMBER}|${ENGLISH}) (?<english>leaders|deputies|deputy (?:directors|heads))\\b`,
];
const GROUP = new RegExp(GROUPS.join('|'), 'g');
/** Words for whoever leads; of another office as likely, so they are nobody where the count does not fit. */
const WIDE = /领导|leaders/;

/**
 * 三位副局长, 全体班子成员: bound only if the count is exactly right. 班子其他同志, 其他三位局领导 are those of the group whom
 * the sentence does not name; 除陈敏外, 王局请假 take one away. `named` are the persons found so far.
 */
export function groupsIn(
  text: string,
  people: readonly ReplyPerson[],
  speaker: string,
  named: readonly PersonMention[],
): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const m of text.matchAll(GROUP)) {
    const said = m.groups ?? {};
    const count = numberIn(said.count ?? said.left ?? said.all);
    // 志强、小吴两位副局长: those two, said once more.
    const listed = said.title ? listedBefore(text, m.index, named) : [];
    if (listed.length > 0 && listed.length === count) {
      found.push({ ...span(m), ids: listed.flatMap((p) => p.ids), group: listed.every((p) => p.ids.length === 1) });
      continue;
    }
    const title = said.title ?? said.others ?? said.english ?? '班子成员';
    const all = people.filter((p) => inGroup(p, title, people));
    const others = all.filter((p) => p.id !== speaker);
    const rest = said.title === undefined && said.english === undefined;
    const gone = (among: readonly PersonMention[]) => new Set(among.flatMap((p) => p.ids));
    const left = gone(named.filter((p) => rest || isExcepted(text, p)));
    const away = gone(named.filter((p) => left.has(p.ids[0] ?? '') || AWAY_AFTER.test(text.slice(p.to))));
    const without = (group: readonly ReplyPerson[], those: ReadonlySet<string>) =>
      group.filter((p) => !those.has(p.id));
    const pools = rest
      ? [without(others, left), without(all, left)]
      : [others, all, without(others, left), without(others, away), without(all, away)];
    const exact =
      count !== undefined
        ? pools.find((g) => g.length === count)
        : WHOLE.test(said.every ?? '全')
          ? pools[0]
          : undefined;
    if (!exact && WIDE.test(title)) continue;
    const ids = idsOf(without(exact ?? others, left));
    found.push({ ...span(m), ids, group: Boolean(exact && ids.length > 0) });
  }
  return found;
}

const span = (m: RegExpMatchArray) => ({ from: m.index!, to: m.index! + m[0].length, form: m[0] });
const numberIn = (word: string | undefined): number | undefined => (word === undefined ? undefined : numberOf(word));
const WHOLE = /^[全所各]/;
const AWAY_AFTER =
  /^(?:同志)?(?:今天|临时|因[^,。]{0,8}|还?在[^,。]{1,4})?(?:请假|没来|没到|缺席|出差|病假|休假|没参加|外出|公出|下乡|培训|住院)/;

/** The names directly before, joined: 志强、小吴 | 两位副局长. */
function listedBefore(text: string, at: number, named: readonly PersonMention[]): readonly PersonMention[] {
  const listed: PersonMention[] = [];
  for (let end = at; ; ) {
    const one = named.find((p) => p.to <= end && end - p.to <= 1 && /^[、,和与及跟]?$/.test(text.slice(p.to, end)));
    if (!one) return listed;
    listed.push(one);
    end = one.from;
  }
}

/** 除了甲、乙: between 除 and the name stand only names; 就剩丙 is still to come. */
const isExcepted = (text: string, { from }: PersonMention): boolean => {
  if (/[就还只](?:剩|差|缺)(?:下|了)?$/.test(text.slice(0, from))) return true;
  const at = text.lastIndexOf('除', from);
  return at >= 0 && from - at <= 14 && !/[,。;!?外都]/.test(text.slice(at, from));
};

function inGroup(person: ReplyPerson, title: string, people: readonly ReplyPerson[]): boolean {
  // The plan says who leads; only where it names nobody do the posts tell.
  if (title === '班子成员' || WIDE.test(title))
    return people.some((p) => p.roles.includes('leader'))
      ? person.roles.includes('leader')
      : /党组|局长|书记|班子/.test(person.post ?? '');
  if (title === '副职' || /^deput/.test(title)) return partsOfPost(person).some((part) => part.startsWith('副'));
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
