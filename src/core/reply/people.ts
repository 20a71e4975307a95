import type { ReplyPerson } from './contract.ts';
import { apart, type Span } from './marks.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { slipsIn } from './people-slips.ts';
import { NOT_NAMES, SURNAMES, surnameOf } from './surnames.ts';
import { simplified } from './traditional.ts';

/** A form of a name in the text with everybody it fits. One: bound. None or several: to be asked, unless `exact`. */
export interface PersonMention extends Span {
  readonly form: string;
  readonly ids: readonly string[];
  /** Stands for all of `ids` (三位副局长). */
  readonly group: boolean;
  /** `ids` are only near in spelling: offer them, never bind. */
  readonly near?: boolean;
  /** 养老股: a section, not a person. */
  readonly department?: boolean;
}

const TITLES =
  '副局长|局长|局|副书记|书记|副主任|主任|副股长|股长|副科长|科长|副处长|处长|副组长|组长|副部长|部长|所长|院长|站长|队长|校长|秘书长|秘书|委员|主席|总|科|处|股|工|老师|姐|哥|同志|经理|干事|镇长|乡长|县长|市长|区长';
const SHORT: Readonly<Record<string, string>> = { 局: '局长', 科: '科长', 处: '处长', 股: '股长', 总: '总' };
const COURTESY = /^(?:老师|姐|哥|同志|工)$/;
const GROUP_TITLES =
  '副局长|局长|副书记|书记|副主任|主任|股长|科长|处长|支委|委员|组员|党小组组长|组长|班子成员|党组成员|副职|支部书记|股室负责人|负责人';

const cleaned = new Map<string, string>();
/** A roster's names are read for every sentence: beyond so many the memo begins anew. */
const MOST_NAMES = 20_000;

export function clean(text: string): string {
  const known = cleaned.get(text);
  if (known !== undefined) return known;
  const made = [...text]
    .map((c) => simplified(c))
    .join('')
    .replace(/[\s·]/g, '')
    .toLowerCase();
  if (cleaned.size > MOST_NAMES) cleaned.clear();
  cleaned.set(text, made);
  return made;
}
const partsOfPost = (person: ReplyPerson): readonly string[] =>
  person.post
    ? clean(person.post)
        .split(/[、,，;；/兼()（）]+/)
        .filter(Boolean)
    : [];

/** Does the post carry that title? 局长 is not 副局长 unless `loosely`, as with a family name (王局). */
function holds(person: ReplyPerson, title: string, loosely: boolean): boolean {
  const full = SHORT[title] ?? title;
  return partsOfPost(person).some((part) => {
    const at = part.lastIndexOf(full);
    if (at < 0 || at + full.length !== part.length) return false;
    return loosely || full.startsWith('副') || !part.slice(0, at).endsWith('副');
  });
}

/** A roster as texts are searched for it: each form of a name under its first character. */
interface Roster {
  readonly surnames: ReadonlySet<string>;
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly names: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
  readonly departments: readonly string[];
}

interface Form {
  readonly form: string;
  readonly ids: readonly string[];
  /** Given names stand alone only: 张建军 is not 赵建军. */
  readonly alone: boolean;
}

// A pure memo: thousands of names are not read anew for every sentence.
const rosters = new WeakMap<readonly ReplyPerson[], Roster>();

function rosterOf(people: readonly ReplyPerson[]): Roster {
  const known = rosters.get(people);
  if (known) return known;
  const named = people.map((p) => ({ id: p.id, name: clean(p.name) }));
  const made: Roster = {
    surnames: new Set([...SURNAMES, ...named.map((p) => surnameOf(p.name))]),
    forms: byFirst(formsOf(people), ({ form }) => form),
    names: byFirst(named, ({ name }) => name),
    departments: [...new Set(people.flatMap((p) => (p.department ? [clean(p.department)] : [])))],
  };
  rosters.set(people, made);
  return made;
}

function byFirst<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const first = keyOf(item)[0];
    if (first === undefined) continue;
    const alike = found.get(first);
    if (alike) alike.push(item);
    else found.set(first, [item]);
  }
  return found;
}

function formsOf(people: readonly ReplyPerson[]): readonly Form[] {
  const forms = new Map<string, Set<string>>();
  const alone = new Set<string>();
  const add = (form: string, id: string): void => {
    if (form.length >= 2) forms.set(form, (forms.get(form) ?? new Set()).add(id));
  };
  for (const person of people) {
    const name = clean(person.name);
    for (const form of [name, ...person.aliases.map(clean)]) add(form, person.id);
    const given = name.slice(surnameOf(name).length);
    if (given.length === 2) {
      add(given, person.id);
      alone.add(given);
    }
    for (const part of partsOfPost(person)) if (part.length >= 4 && /[长任记员]$/.test(part)) add(part, person.id);
  }
  return [...forms].map(([form, ids]) => ({ form, ids: [...ids], alone: alone.has(form) }));
}
const idsOf = (people: readonly ReplyPerson[]): readonly string[] => people.map((p) => p.id);

/** More names than any office has: the rest of such a text is not looked at, so that time stays in proportion. */
const MOST = 120;

/** Every person named in the text, in order. `taken` are titles and dates, where no name is looked for. */
export function peopleIn(text: string, people: readonly ReplyPerson[], speaker: string): readonly PersonMention[] {
  const known = apart([...exactIn(text, people), ...titledIn(text, people), ...groupsIn(text, people, speaker)]);
  const slips = slipsIn(text, people, known);
  const named = apart([...known, ...slips]);
  const strangers = strangersIn(text, people).filter((s) => !named.some((m) => s.from < m.to && m.from < s.to));
  const others = [...bareTitlesIn(text, people), ...departmentsIn(text, people)];
  const all = [...named, ...strangers];
  // 社会救助股小吴: the section only says which 小吴.
  const free = others.filter((s) => !all.some((m) => s.from < m.to && m.from <= s.to));
  return apart([...all, ...free]).slice(0, MOST);
}

function exactIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const { surnames, forms } = rosterOf(people);
  const found: PersonMention[] = [];
  for (const { form, ids, alone } of [...new Set(text)].flatMap((c) => forms.get(c) ?? [])) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      if (alone && surnames.has(text[at - 1] ?? '')) continue;
      if (!(form.length <= 3 && text[at - 1] === '副' && /[长任记]$/.test(form)))
        found.push({ from: at, to: at + form.length, form, ids, group: false });
    }
  }
  return found;
}

/** 王局, 李主任, 张建国书记, 老王, 小刘. */
function titledIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
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
    const same = people.filter((p) => surnameOf(clean(p.name)) === m[1]);
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
  if (!/(?:[股科室处]|中心)$/.test(section)) return undefined;
  return same.filter((p) => p.department && section.endsWith(clean(p.department)));
}

/** 三位副局长, 全体班子成员: bound only if the count is exactly right. */
function groupsIn(text: string, people: readonly ReplyPerson[], speaker: string): readonly PersonMention[] {
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

/** 书记, 局长 without a name. */
function bareTitlesIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
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

const SLOT =
  '(?:跟|和|与|同|找|约谈了?|约|对|由|让|请|代|替|叫|派|给|向|把|、|,|(?:谈|聊)(?:了|完了?|过)|就差|还差|只差|还有|只剩|差|除了?|是|委托|到|[:])';
const NEXT =
  '(?=谈|聊|、|和|与|跟|及|,|\\.|。|;|\\s|$|都|一起|交流|沟通|同志|两|俩|三|了|也|说|参加|主持|请假|出差|没|还|未|替|代|去|缺|的|在|开|等|进行|做|因|生病|病|住院|下乡|今|昨|前|明|已|刚|以|外|报|负责|来|讲|上|列席|发言|做了|这|那|改|推)';

/** A family name and one or two characters where only a name can stand. */
function strangersIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const m of text.matchAll(new RegExp(`(?<=${SLOT})([\\u4e00-\\u9fff])([\\u4e00-\\u9fff]{1,2}?)${NEXT}`, 'g'))) {
    if (!SURNAMES.has(m[1]!) || NOT_NAMES.test(text.slice(m.index, m.index + 4)) || /[了过的没不是在都已]/.test(m[2]!))
      continue;
    found.push({
      from: m.index,
      to: m.index + m[0].length,
      form: m[0],
      ids: near(m[0], people),
      group: false,
      near: true,
    });
  }
  return found;
}

/** People whose name differs in one character: offered as buttons, never bound. */
function near(form: string, people: readonly ReplyPerson[]): readonly string[] {
  return idsOf(
    people.filter((p) => {
      const name = clean(p.name);
      return name.length === form.length && name.length > 2 && [...name].filter((c, i) => c !== form[i]).length === 1;
    }),
  );
}

function departmentsIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
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
