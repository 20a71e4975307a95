import { dateOf, type LocalDate } from '../../calendar.ts';
import { foundIn } from '../deadline.ts';
import { isGrid, type Line, type Part } from '../lines.ts';
import { numberOf, yearOf } from '../plain.ts';

// Also behind the name of the office, in brackets under the title.
export const FULL_DATE =
  /^(?:[（(](?:[^（()）\d]{2,30})?)?(?:截至|截止)?\s*(20\d\d|二[〇零○O0][一二三四五六七八九〇零○]{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日\s*(?:[^（）()]{0,20}[）)])?(?:印发)?$/;

// （巡察组2026年2月25日反馈；镇党委3月9日印发）.
const ISSUED = /^（[^（）]*(20\d\d)年[^（）]*?[；，][^（）]*?(\d{1,2})月(\d{1,2})日印发）$/;

/** 支部委员会2025年12月30日审定, in brackets or not, on a line of its own under the title. */
export const ADOPTED =
  /^[（(]?[\u4e00-\u9fff]{0,16}(20\d\d)年(\d{1,2})月(\d{1,2})日[\u4e00-\u9fff]{0,10}(?:通过|审定|审议|印发|更新)[）)]?$/;

/** The day that a paper bears. */
export function paperDate(lines: readonly Line[], parts: readonly Part[]): LocalDate | null {
  for (const { plain } of lines.slice(0, 8)) {
    const issued = ISSUED.exec(plain);
    const date = issued && dateOf(Number(issued[1]), Number(issued[2]), Number(issued[3]));
    if (date) return date;
  }
  const edges = [...lines.slice(-6).reverse(), ...lines.slice(0, 8)];
  for (const line of edges) {
    const plain = line.plain
      .replace(/[\s—]/g, '')
      .replace(/^.{0,24}?(?:制表|填报|填表|报送|发布|印发|成文)?(?:日期|时间)[：:]/, '')
      // 时间：1月23日　地点：三楼会议室.
      .replace(/(?<=日)(?:地点|主持人?|记录人?|参加人员?)[：:].*$/, '');
    const match =
      FULL_DATE.exec(plain) ??
      ADOPTED.exec(plain) ??
      /(?:制表|填报|填表|报送|印发)(?:日期|时间)?[：:](20\d\d)年(\d{1,2})月(\d{1,2})日/.exec(
        line.plain.replace(/\s/g, ''),
      );
    const date = match && dateOf(yearOf(match[1]!), numberOf(match[2]!), numberOf(match[3]!));
    if (date) return date;
  }
  for (const line of lines.slice(0, 8)) {
    const short =
      /（\s*(20\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})[^（）]{0,6}）/.exec(line.plain) ??
      /(?:更新|日期|制表|签发)[：:]\s*(20\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)/.exec(line.plain);
    const date = short && dateOf(Number(short[1]), Number(short[2]), Number(short[3]));
    if (date) return date;
  }
  for (const part of parts) {
    if (!isGrid(part)) continue;
    for (const cell of part.rows.slice(0, 3).flat()) {
      const plain = cell.plain.replace(/\s/g, '');
      const found =
        /(?:日期|时间)[：:](20\d\d年\d{1,2}月\d{1,2}日)/.exec(plain) ??
        /^（[^（）\d]{0,30}(20\d\d年\d{1,2}月\d{1,2}日)[^（）\d]{0,14}）$/.exec(plain) ??
        /^(20\d\d年\d{1,2}月\d{1,2}日)[\u4e00-\u9fff]{0,8}(?:更新|制表|填报|通过|审定|印发)$/.exec(plain);
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
export function feedbackDate(lines: readonly Line[]): LocalDate | null {
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

/** The year in a title. */
export function yearIn(title: string): number | null {
  const match = /(20\d\d|二[〇零○][一二三四五六七八九〇零○]{2})年?度?/.exec(title);
  return match ? yearOf(match[1]!) : null;
}
