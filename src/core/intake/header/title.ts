import { isGrid, type Line, type Part } from '../lines.ts';
import { ENDS_IN_UNIT } from './organization.ts';

const TITLE_END =
  /(?:方案|材料|台账|台帐|清单|反馈意见|意见|计划|安排表?|制度|办法|规定|规则|细则|报告|汇报|通报|总结|记录|提纲|一览表|表|措施|名册|条例|情况|函|通知|纪要|决定|书|发言|检查|剖析|安排|分工|图|单)(?:（.{1,12}）)?(?:（[一二三四五六七八九十]+）)?$/;
const NOT_TITLE =
  /^(?:各位.*|大家好.*|(?:领导|同志们)[^，]{0,4}好.*|@.*|.*(?:请查收|请审阅|请大家看|见附件|如下)[：:。]?|附件\d*[：:]?|附表\d*|密级.*|内部资料.*|机密.*|秘密.*|.{0,20}【20\d\d】.{1,8}号|（?(?:送审稿|征求意见稿|讨论稿|初稿)）?|填报单位.*|单位[：:].*|page.*|第\d+页.*|-\s*\d+\s*-)$/i;

/** The title over a paper, and how many lines it takes. */
export function titleOf(
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
