import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { idsOf, type PersonMention } from './person-mention.ts';
import { holds, partsOfPost, TITLES } from './posts.ts';
import { rosterOf } from './roster.ts';
import { isShortFor } from './short-names.ts';
import { surnameOf } from './surnames.ts';

const COURTESY = /^(?:老师|姐|哥|同志|工)$/;
/** 王局, 李主任, 张建国书记, 老王, 小刘. */
export function titledIn(text: string, people: readonly ReplyPerson[], speaker: string): readonly PersonMention[] {
  const found: PersonMention[] = [];
  const { surnames, names } = rosterOf(people);
  for (const m of text.matchAll(new RegExp(`([\\u4e00-\\u9fff])(${TITLES})(?![室部门级外内里机办])`, 'g'))) {
    if (!surnames.has(m[1]!) || (/^[科处股总工]$/.test(m[2]!) && !fitsShort(m[1]!, m[2]!, people))) continue;
    const same = people.filter((p) => surnameOf(clean(p.name)) === m[1]);
    const all = COURTESY.test(m[2]!) ? same : same.filter((p) => holds(p, m[2]!, !m[2]!.startsWith('副')));
    const near = ofSection(text.slice(Math.max(0, m.index - 16), m.index), all) ?? [];
    const fits = near.length > 0 ? near : all;
    found.push({ from: m.index, to: m.index + m[0].length, form: m[0], ids: idsOf(fits), group: false });
  }
  for (const m of text.matchAll(/[老小]([\u4e00-\u9fff])(?![\u4e00-\u9fff]?(?:质量))/g)) {
    if (
      !surnames.has(m[1]!) ||
      (/^(?:小康|小方|老路|小白|小时|小金|老史|小龙|小史|小包|小文|小石)/.test(m[0]) &&
        !people.some((p) => surnameOf(clean(p.name)) === m[1]))
    )
      continue;
    // Nobody calls themself so.
    const same = people.filter((p) => p.id !== speaker && surnameOf(clean(p.name)) === m[1]);
    const nearby = ofSection(text.slice(Math.max(0, m.index - 16), m.index), same);
    const stranger = nearby !== undefined && nearby.length === 0;
    found.push({
      from: m.index,
      to: m.index + 2,
      form: m[0],
      ids: idsOf(stranger ? same : (nearby ?? same)),
      group: false,
      near: stranger,
    });
  }
  // A full name may carry its title: 张建国副局长 is one person, not a name and a post.
  for (const { id, name } of [...new Set(text)].flatMap((c) => names.get(c) ?? [])) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const title = new RegExp(`^(?:${TITLES})`).exec(text.slice(at + name.length, at + name.length + 4));
      if (title && title[0].length > 1)
        found.push({
          from: at,
          to: at + name.length + title[0].length,
          form: name + title[0],
          ids: [id],
          group: false,
        });
    }
  }
  return found;
}

const fitsShort = (surname: string, title: string, people: readonly ReplyPerson[]): boolean =>
  people.some((p) => surnameOf(clean(p.name)) === surname && holds(p, title, true));

/** 社会救助股小吴 is nobody of another section. Undefined if no section stands before the name. */
function ofSection(before: string, same: readonly ReplyPerson[]): readonly ReplyPerson[] | undefined {
  const section = before.replace(/的$/, '');
  if (!/(?:[股科室处站院所队组]|中心)$/.test(section)) return undefined;
  return same.filter((p) => sectionsOf(p).some((own) => endsWithShort(section, own)));
}

/** Where somebody works: the department, and what their posts name before the title. */
const sectionsOf = (person: ReplyPerson): readonly string[] => [
  ...(person.department ? [clean(person.department)] : []),
  ...partsOfPost(person).map((part) => part.replace(/副?(?:股长|科长|处长|主任|站长|院长|所长|队长|组长)$/, '')),
];

/** 跟救助站 ends with a short form of 救助管理站. */
function endsWithShort(text: string, section: string): boolean {
  for (let length = 2; length <= Math.min(section.length, text.length); length++)
    if (isShortFor(text.slice(-length), section)) return true;
  return false;
}

/** 书记, 局长 without a name. */
export function bareTitlesIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const m of text.matchAll(
    /组织委员|宣传委员|纪检委员|学习委员|支部书记|党组书记|副书记|书记|副局长|局长|办公室主任|副主任|主任|一把手/g,
  )) {
    const title = m[0] === '一把手' ? '党组书记' : m[0];
    const fits = people.filter((p) => holds(p, title, false));
    if (fits.length > 0)
      found.push({ from: m.index, to: m.index + m[0].length, form: m[0], ids: idsOf(fits), group: false });
  }
  return found;
}
