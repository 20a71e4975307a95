import type { Line } from '../lines.ts';
import { FULL_DATE } from './dates.ts';

const UNIT_END =
  '(?:[一二三四五六七八九]中|联合会|协会|工会|联合社|合作社|大队|支队|处|党组|党委|党总支|党支部|支部委员会|支部|总支|委员会|局|院|校|学校|中学|小学|幼儿园|医院|中心|站|所|馆|办公室|办|镇|乡|街道|公司|集团|社区|村|巡察组|部|厅|县|区)';
export const ENDS_IN_UNIT = new RegExp(`${UNIT_END}$`);
const UNIT = new RegExp(
  `^(?:中共)?[\\u4e00-\\u9fffXx×○*]{1,28}?${UNIT_END}(?=关于|20\\d\\d|二[〇零]|党组书记|党委书记|党组成员|党委委员|党委副书记|党支部书记|支部书记|领导班子|班子|贯彻|理论|落实|巡察|巡视|整改|“|年度|个人|第(?!.{1,3}(?:中|小|医|幼|实验|支部|党支部|人民))|学习|机关|议事|工作|\\s*20\\d\\d|$)`,
);

// 某某集团有限公司党委会议制度: all before the last word of an office, if a short name of rules follows.
const UNIT_OF_RULES = new RegExp(
  `^(?<unit>[\\u4e00-\\u9fffXx×○*]{2,28}${UNIT_END})[\\u4e00-\\u9fff“”]{2,14}(?:制度|办法|规定|规则|细则|守则)(?:（.{1,6}）)?$`,
);

/** The office that issues a paper: in its title, at its end, or under a label. */
export function organizationOf(title: string, lines: readonly Line[], titleLines: number): string | null {
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
