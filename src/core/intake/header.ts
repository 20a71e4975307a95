import { dateOf, type LocalDate } from '../calendar.ts';
import { foundIn } from './deadline.ts';
import { isGrid, type Line, type Part } from './lines.ts';
import { notAName } from './people.ts';
import { numberOf, yearOf } from './plain.ts';

/** What stands over and under a paper. */
export interface Header {
  readonly title: string;
  readonly organization: string | null;
  readonly date: LocalDate | null;
  readonly feedback: LocalDate | null;
  readonly year: number | null;
  /** The one who speaks in the first person, with the post: 县民政局党组书记、局长 张建国. */
  readonly author: { readonly name: string; readonly post: string | null; readonly line: Line } | null;
  readonly claimed: {
    readonly aspects: number | null;
    readonly problems: number | null;
    readonly measures: number | null;
  };
  /** How many lines the title takes. */
  readonly titleLines: number;
}

const TITLE_END =
  /(?:方案|材料|台账|台帐|清单|反馈意见|意见|计划|安排表?|制度|办法|规定|规则|细则|报告|通报|总结|记录|提纲|一览表|表|措施|名册|条例|情况|函|通知|纪要|决定|书|发言|检查|剖析|安排|分工|图|单)(?:（.{1,12}）)?(?:（[一二三四五六七八九十]+）)?$/;
const NOT_TITLE =
  /^(?:各位.*|大家好.*|(?:领导|同志们)[^，]{0,4}好.*|@.*|.*(?:请查收|请审阅|请大家看|见附件|如下)[：:。]?|附件\d*[：:]?|附表\d*|密级.*|内部资料.*|机密.*|秘密.*|.{0,20}【20\d\d】.{1,8}号|（?(?:送审稿|征求意见稿|讨论稿|初稿)）?|填报单位.*|单位[：:].*|page.*|第\d+页.*|-\s*\d+\s*-)$/i;
const N = '[\\d一二三四五六七八九十百]+';

export function headerOf(parts: readonly Part[]): Header {
  const lines = parts.flatMap((part) => (isGrid(part) ? [] : [part]));
  const { title, titleLines } = titleOf(parts, lines);
  const body = parts.flatMap((part) => (isGrid(part) ? part.rows.flat() : [part]));
  const plain = title.replace(/\s/g, '');
  const feedback = feedbackDate(lines);
  const author = authorOf(lines, titleLines);
  return {
    title,
    organization: organizationOf(plain, lines, titleLines),
    date: paperDate(lines, parts) ?? feedback,
    feedback,
    year: yearIn(plain),
    author,
    claimed: claimedIn(body),
    titleLines,
  };
}

function titleOf(
  parts: readonly Part[],
  lines: readonly Line[],
): { readonly title: string; readonly titleLines: number } {
  const top: string[] = [];
  for (const [i, line] of lines.slice(0, 8).entries()) {
    // The lines of a title stand together.
    if (NOT_TITLE.test(line.plain)) {
      top.length = 0;
      continue;
    }
    if (line.mark && line.mark.level < 6 && !Number.isNaN(line.mark.number)) break;
    if (line.plain.length > 60 || /[。；]$/.test(line.plain)) break;
    top.push(line.words);
    if (TITLE_END.test(line.plain.replace(/[”》]$/, ''))) return { title: join(top), titleLines: i + 1 };
    if (top.length === 3) break;
  }
  const first = parts[0];
  if (top.length === 0 && first && isGrid(first))
    return {
      title:
        first.rows[0] && new Set(first.rows[0].map((c) => c.plain).filter(Boolean)).size === 1
          ? first.rows[0].find((c) => c.words)!.words.replace(/\n/g, '')
          : (first.name ?? ''),
      titleLines: 0,
    };
  // The name of the office stands on a line of its own above what the paper is.
  if (top.length > 1 && ENDS_IN_UNIT.test(top[0]!)) return { title: top[0]! + top[1]!, titleLines: 2 };
  return { title: top[0] ?? lines[0]?.words.slice(0, 40) ?? '', titleLines: top.length ? 1 : 0 };
}

// A title runs over several lines; a short line in brackets under it does not belong to it.
function join(lines: readonly string[]): string {
  return lines.filter((line) => !/^（.*）$/.test(line)).join('');
}

const UNIT_END =
  '(?:[一二三四五六七八九]中|联合会|协会|工会|联合社|合作社|大队|支队|处|党组|党委|党总支|党支部|支部委员会|支部|总支|委员会|局|院|校|学校|中学|小学|幼儿园|医院|中心|站|所|馆|办公室|办|镇|乡|街道|公司|集团|社区|村|巡察组|部|厅|县|区)';
const ENDS_IN_UNIT = new RegExp(`${UNIT_END}$`);
const UNIT = new RegExp(
  `^(?:中共)?[\\u4e00-\\u9fffXx×○*]{1,28}?${UNIT_END}(?=关于|20\\d\\d|二[〇零]|党组书记|党委书记|党组成员|党委委员|党委副书记|党支部书记|支部书记|领导班子|班子|贯彻|理论|落实|巡察|巡视|整改|“|年度|个人|第(?!.{1,3}(?:中|小|医|幼|实验|支部|党支部|人民))|学习|机关|议事|工作|\\s*20\\d\\d|$)`,
);

// 某某集团有限公司党委会议制度: all before the last word of an office, if a short name of rules follows.
const UNIT_OF_RULES = new RegExp(
  `^(?<unit>[\\u4e00-\\u9fffXx×○*]{2,28}${UNIT_END})[\\u4e00-\\u9fff“”]{2,14}(?:制度|办法|规定|规则|细则|守则)(?:（.{1,6}）)?$`,
);

function organizationOf(title: string, lines: readonly Line[], titleLines: number): string | null {
  const fromTitle = UNIT.exec(title.replace(/（[^）]*）|^[【“]|^关于/g, ''))?.[0];
  if (fromTitle && fromTitle.length >= 3) return withParty(title, fromTitle);
  const ofRules = UNIT_OF_RULES.exec(title)?.groups?.unit;
  if (ofRules) return ofRules;
  const signature = signatureOf(lines);
  if (signature) return signature.words;
  for (const line of lines.slice(0, titleLines + 3)) {
    const labelled = /(?:填报单位|单位|报送单位)[：:]\s*([^\s，。]{3,24})/.exec(line.plain)?.[1];
    if (labelled) return labelled;
  }
  return (
    lines
      .slice(titleLines, titleLines + 4)
      .map((line) =>
        /^第.{1,4}条/.test(line.plain)
          ? undefined
          : UNIT.exec(line.plain.replace(/^（|）$|^(?:根据|按照?|经)/g, ''))?.[0],
      )
      .find((unit) => unit !== undefined && unit.length >= 4 && !/巡[察视]组$/.test(unit)) ?? null
  );
}

const SIGNED = new RegExp(`^(?:中共)?[\\u4e00-\\u9fffXx×○]{2,24}${UNIT_END}$`);

/** Who signs at the end: a line that names a unit, or any that stands alone above the last date. */
function signatureOf(lines: readonly Line[]): Line | undefined {
  const last = lines
    .slice(-4)
    .map((line) => ({ ...line, plain: line.plain.replace(SIGNS, ''), words: line.words.replace(SIGNS, '') }));
  const named = last.find(({ plain }) => plain.length <= 26 && SIGNED.test(plain));
  if (named) return named;
  const date = last.findIndex(({ plain }) => FULL_DATE.test(plain.replace(/\s/g, '')));
  const above = date > 0 ? last[date - 1] : undefined;
  return above && !above.mark && /^[\u4e00-\u9fffXx×○]{4,24}$/.test(above.plain) && !NAME_OF_ONE.test(above.plain)
    ? above
    : undefined;
}

const SIGNS = /^[\u4e00-\u9fff]{2,4}[人方][：:]/;
const NAME_OF_ONE = /(?:书记|长|主任|委员)[\u4e00-\u9fff]{2,3}$|^(?:检查人|剖析人|承诺人)/;

/** 县民政局党组, not 县民政局, if the party group issues the paper. */
function withParty(title: string, unit: string): string {
  const rest = title.slice(title.indexOf(unit) + unit.length);
  const party =
    /^(?:党组|党委|党总支|机关第?[一二三四五六\d]*党支部|第[一二三四五六\d]+党支部|党支部)(?!书记|成员)/.exec(
      rest,
    )?.[0];
  return party ? unit + party : unit;
}

// Also behind the name of the office, in brackets under the title.
const FULL_DATE =
  /^(?:[（(](?:[^（()）\d]{2,30})?)?(?:截至|截止)?\s*(20\d\d|二[〇零○O0][一二三四五六七八九〇零○]{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日\s*(?:[^（）()]{0,20}[）)])?(?:印发)?$/;

function paperDate(lines: readonly Line[], parts: readonly Part[]): LocalDate | null {
  const edges = [...lines.slice(-6).reverse(), ...lines.slice(0, 8)];
  for (const line of edges) {
    const plain = line.plain
      .replace(/[\s—]/g, '')
      .replace(/^.{0,24}?(?:制表|填报|填表|报送|发布|印发|成文)?(?:日期|时间)[：:]/, '');
    const match =
      FULL_DATE.exec(plain) ??
      /(?:制表|填报|填表|报送|印发)(?:日期|时间)?[：:](20\d\d)年(\d{1,2})月(\d{1,2})日/.exec(
        line.plain.replace(/\s/g, ''),
      );
    const date = match && dateOf(yearOf(match[1]!), numberOf(match[2]!), numberOf(match[3]!));
    if (date) return date;
  }
  for (const line of lines.slice(0, 8)) {
    const short = /（\s*(20\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})[^（）]{0,6}）/.exec(line.plain);
    const date = short && dateOf(Number(short[1]), Number(short[2]), Number(short[3]));
    if (date) return date;
  }
  for (const part of parts) {
    if (!isGrid(part)) continue;
    for (const cell of part.rows.slice(0, 3).flat()) {
      const plain = cell.plain.replace(/\s/g, '');
      const found =
        /(?:日期|时间)[：:](20\d\d年\d{1,2}月\d{1,2}日)/.exec(plain) ??
        /^（[^（）\d]{0,30}(20\d\d年\d{1,2}月\d{1,2}日)[^（）\d]{0,14}）$/.exec(plain);
      const date = found && foundIn(found[1]!, { date: null, feedback: null, year: null });
      if (date && date !== 'year' && date !== 'anchor') return date;
    }
  }
  return null;
}

const BEFORE = /[^。；]{0,80}(?=反馈|下发|收到|通报)/;
const AFTER = /反馈[^。；]{0,20}（?(20\d\d年\d{1,2}月\d{1,2}日)）?/;
const DAY = /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/g;

/** 3月2日至4月10日…开展了巡察，4月28日反馈: of the days before the word the last, in the year that was named last. */
function feedbackDate(lines: readonly Line[]): LocalDate | null {
  for (const { plain } of lines.slice(0, 40)) {
    let year: string | undefined;
    let day: LocalDate | undefined;
    for (const [, own, month, date] of (BEFORE.exec(plain)?.[0] ?? '').matchAll(DAY)) {
      year = own ?? year;
      if (year) day = dateOf(Number(year), Number(month), Number(date)) ?? day;
    }
    const after = AFTER.exec(plain)?.[1];
    const found = day ?? (after && foundIn(after, { date: null, feedback: null, year: null }));
    if (found && found !== 'year' && found !== 'anchor') return found;
  }
  return null;
}

function yearIn(title: string): number | null {
  const match = /(20\d\d|二[〇零○][一二三四五六七八九〇零○]{2})年?度?/.exec(title);
  return match ? yearOf(match[1]!) : null;
}

const BYLINE =
  /^(?<org>[\u4e00-\u9fffXx×○]{2,20}?(?:局|院|校|学校|中学|小学|医院|中心|站|所|馆|办|镇|乡|街道|委|部|县|公司))?(?<post>(?:党组|党委|党总支|党支部|支部)?(?:副?书记|成员|委员)(?:、[\u4e00-\u9fff]{0,6}(?:[长员任记]|书记))*|(?:副)?(?:局长|院长|校长|镇长|乡长|主任|馆长|站长|所长))\s*(?<name>[\u4e00-\u9fff][\u4e00-\u9fffXx×*某○]{1,3})$/;

function authorOf(lines: readonly Line[], titleLines: number): Header['author'] {
  for (const line of lines.slice(Math.max(0, titleLines - 1), titleLines + 4)) {
    const plain = line.plain
      .replace(/^（|）$/g, '')
      .replace(/（?20\d\d年.*$/, '')
      .trim();
    const match = BYLINE.exec(plain);
    if (match && !notAName(match.groups!.name!))
      return { name: match.groups!.name!, post: match.groups!.post ?? null, line };
    const alone =
      /^[\u4e00-\u9fff]\s?[\u4e00-\u9fffXx×某]{1,2}$/.test(plain) && plain.length <= 4
        ? plain.replace(/\s/g, '')
        : undefined;
    if (alone && titleLines > 0 && !/^(?:目录|附件|前言|正文)$/.test(alone)) return { name: alone, post: null, line };
  }
  return null;
}

function claimedIn(lines: readonly Line[]): Header['claimed'] {
  let claimed: Header['claimed'] = { aspects: null, problems: null, measures: null };
  for (const { plain } of lines) {
    const aspects = new RegExp(`(${N})个(?:方面|大方面|大类)`).exec(plain);
    const problems = new RegExp(`(?<![第前后])(${N})(?:个|项|条)(?:具体|主要|突出|方面的?|反馈)?(?:的)?问题`).exec(
      plain,
    );
    const measures = new RegExp(`(${N})(?:条|项|个)(?:具体|整改)?(?:整改)?(?:措施|任务)`).exec(plain);
    claimed = {
      aspects: claimed.aspects ?? (aspects && problems ? numberOf(aspects[1]!) : null),
      problems:
        claimed.problems ??
        (problems && (aspects || /反馈|指出|梳理|查摆|共|存在/.test(plain)) ? numberOf(problems[1]!) : null),
      measures:
        claimed.measures ??
        (measures && /共|制定|提出|细化|明确|形成|问题/.test(plain) ? numberOf(measures[1]!) : null),
    };
  }
  return claimed;
}
